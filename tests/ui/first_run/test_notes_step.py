"""The last step of a first start offers private notes once: one press leaves them, and it ends at Home."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from caregiver_app.ui.care.access import LockState
from caregiver_app.ui.care.sheet.drawer import SheetDrawer
from caregiver_app.ui.care.tips import Tip
from caregiver_app.ui.first_run.frame import FirstRunScreen
from caregiver_app.ui.first_run.notes_step import NotesStep
from caregiver_app.ui.first_run.place import StepKey
from caregiver_app.ui.theme import Theme
from tests.helpers.accessible import assert_accessible
from tests.helpers.care_window import care_of, unlock
from tests.helpers.first_run import frame_of, skip, skip_until, step_of
from tests.helpers.fitting import assert_fits_smallest, assert_targets
from tests.helpers.home_window import cards, home
from tests.helpers.qt_app import press, show
from tests.helpers.vaults import PASSPHRASE, locked_care
from tests.helpers.whole_window import Opened, open_whole, wait_until

pytestmark = pytest.mark.usefixtures("undressed")

SMALLEST = (960, 640)


def at_notes(opened: Opened) -> FirstRunScreen:
    """Pass over all steps before the last one."""
    skip_until(opened, StepKey.NOTES)
    step_of(opened, NotesStep)
    return frame_of(opened)


def set_up_notes(opened: Opened) -> None:
    """Go through the set-up by the shortest way: no name, the sheet later, and the one unlock."""
    care = care_of(opened)
    set_up = care.screen.shut.set_up
    set_up.go_on.click()
    set_up.choice.field.line.setText(PASSPHRASE)
    set_up.go_on.click()
    window = opened.whole.window

    def sheet_is_open() -> bool:
        return window.overlay.panel is not None and isinstance(window.overlay.panel.content, SheetDrawer)

    wait_until(sheet_is_open, "the sheet")
    opened.quiet()
    window.overlay.close_panel()
    wait_until(lambda: care.access.state is LockState.LOCKED and not opened.services.care.is_unlocked, "the lock")
    unlock(opened)


@pytest.mark.usefixtures("dressed")
def test_one_press_leaves_the_offer_for_home_and_it_is_never_made_again(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    with open_whole(theme, tmp_path, start=starter_folder) as opened:
        frame = at_notes(opened)
        foot = frame.foot
        assert foot.main.hasFocus()
        assert_accessible(frame)
        theme.set_percent(200)
        show(opened.whole.window, *SMALLEST)
        opened.quiet()
        assert_fits_smallest(opened.whole.window)
        assert_targets(frame, theme)
        frame.page.setFocus(Qt.FocusReason.TabFocusReason)
        press(Qt.Key.Key_PageDown)
        assert frame.page.verticalScrollBar().value() > 0
        assert_accessible(frame)
        assert foot.main.size() == foot.skip.size()
        theme.set_percent(100)
        show(opened.whole.window)
        assert foot.main.size() == foot.skip.size()
        skip(opened)
        assert opened.whole.window.windowTitle() == "Home, Caregiver"
        assert home(opened).private.shut.set_up.isVisible()
        assert opened.whole.library.behind is None
        assert opened.door.asked == []
    with open_whole(theme, tmp_path) as again:
        assert again.whole.library.behind is None


def test_who_has_notes_is_not_asked_for_them(theme: Theme, tmp_path: Path, starter_folder: Path) -> None:
    locked_care(tmp_path)
    with open_whole(theme, tmp_path, start=starter_folder) as opened:
        skip(opened)
        skip(opened)
        assert opened.whole.window.nav.current == "home"
        assert opened.whole.library.behind is None


def test_the_emergency_sheet_made_now_comes_at_the_end_of_the_set_up(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    with open_whole(theme, tmp_path, start=starter_folder) as opened:
        at_notes(opened).foot.main.click()
        opened.quiet()
        assert opened.whole.window.nav.current == "care"
        assert opened.whole.library.behind is None
        set_up_notes(opened)
        body = care_of(opened).screen.body
        assert body is not None
        assert (opened.whole.window.nav.current, body.tab_key) == ("care", "emergency")


@pytest.mark.usefixtures("dressed")
def test_a_set_up_ends_at_home_with_three_tips_that_can_be_put_away(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    with open_whole(theme, tmp_path, start=starter_folder) as opened:
        at_notes(opened)
        opened.whole.window.open_screen("home")
        home(opened).private.shut.set_up.click()
        set_up_notes(opened)
        assert opened.whole.library.behind is None  # the offer went with the set-up
        assert opened.whole.window.nav.current == "home"
        tips = cards(opened).tips
        assert [tip for tip, button in tips.buttons.items() if button.isVisible()] == list(Tip)
        assert tips.buttons[Tip.TWO_LINES].hasFocus()
        assert_accessible(tips)
        theme.set_percent(200)
        show(opened.whole.window, *SMALLEST)
        opened.quiet()
        assert_fits_smallest(opened.whole.window)
        theme.set_percent(100)
        show(opened.whole.window)
        tips.buttons[Tip.TWO_LINES].setFocus()
        press(Qt.Key.Key_Space)
        opened.quiet()
        assert opened.message == "Tip put away."
        assert not tips.buttons[Tip.TWO_LINES].isVisible()
        assert tips.buttons[Tip.EMERGENCY].hasFocus()
        opened.whole.window.messages.undo()
        opened.quiet()
        assert tips.buttons[Tip.TWO_LINES].isVisible()
        for tip in Tip:
            tips.buttons[tip].setFocus()
            press(Qt.Key.Key_Space)
            opened.quiet()
        assert tips.isHidden()
        assert opened.whole.window.focusWidget() is not None
        care_of(opened).access.lock()
        wait_until(lambda: not opened.services.care.is_unlocked, "the key to go")
        home(opened).private.shut.unlock.click()
        unlock(opened)
        assert cards(opened).tips.isHidden()
