"""The red button of the emergency sheet: seen at every size of the window, and leading there from every lock."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from caregiver_app.ui.breakpoints import FrameLayout
from caregiver_app.ui.care.record_commands import EMERGENCY_KEYS
from caregiver_app.ui.care.tabs import EMERGENCY
from caregiver_app.ui.frame import SMALLEST
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.nav_button import NavButton
from tests.helpers.accessible import assert_accessible, speak
from tests.helpers.care_window import care_of, care_window, unlock
from tests.helpers.fitting import assert_fits_smallest, assert_targets
from tests.helpers.protected import protected_folder, shut_window
from tests.helpers.qt_app import show
from tests.helpers.whole_window import Opened

pytestmark = pytest.mark.usefixtures("undressed")

PLACES = (
    (100, (1280, 860), FrameLayout.WIDE),
    (100, SMALLEST, FrameLayout.MID),
    (130, (1100, 800), FrameLayout.NARROW),
    (200, SMALLEST, FrameLayout.COMPACT),
)


def emergency_button(window: QWidget) -> NavButton:
    (found,) = (one for one in window.findChildren(NavButton) if one.key == EMERGENCY and one.isVisible())
    return found


def has_red_edge(button: NavButton, theme: Theme) -> bool:
    image, middle = button.grab().toImage(), button.grab().toImage().height() // 2
    colours = {image.pixelColor(across, middle).name().upper() for across in range(4)}
    return theme.tokens.urgent.line.upper() in colours


def open_tab(opened: Opened) -> str:
    body = care_of(opened).screen.body
    return body.tab_key if body is not None else ""


@pytest.mark.usefixtures("dressed")
def test_it_is_seen_at_every_size_and_opens_the_sheet_once_the_notes_are_unlocked(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    with care_window(theme, tmp_path / "data", starter_folder) as opened:
        window = opened.whole.window
        for percent, size, layout in PLACES:
            theme.set_percent(percent)
            show(window, *size)
            opened.quiet()
            assert window.frame_layout is layout
            button = emergency_button(window)
            assert button.accessibleName() == "Emergency sheet"
            assert has_red_edge(button, theme)
            assert not button.visibleRegion().isEmpty()
            assert button.visibleRegion().boundingRect() == button.rect()
            bar = window.bars.seen
            assert bar is not None
            assert_accessible(bar)
            assert_targets(bar, theme)
            if size == SMALLEST:
                assert_fits_smallest(window)
        window.open_screen("home")
        emergency_button(window).click()
        assert window.nav.current == "care"
        locked = care_of(opened).screen.shut.locked
        assert "Unlock to see the emergency sheet." in [one.name for one in speak(locked)]
        assert QApplication.focusWidget() is locked.passphrase.line
        unlock(opened)
        assert open_tab(opened) == EMERGENCY

        body = care_of(opened).screen.body
        assert body is not None
        body.open_tab("contacts")
        window.open_screen("home")
        QTest.keySequence(window, EMERGENCY_KEYS)
        assert (window.nav.current, open_tab(opened)) == ("care", EMERGENCY)


def test_where_there_are_no_notes_it_leads_to_the_set_up(theme: Theme, tmp_path: Path, starter_folder: Path) -> None:
    with care_window(theme, tmp_path / "data", starter_folder, with_notes=False) as opened:
        opened.whole.window.open_screen("home")
        emergency_button(opened.whole.window).click()
        assert care_of(opened).screen.shut.currentWidget() is care_of(opened).screen.shut.set_up
        assert opened.whole.window.nav.current == "care"


def test_in_a_locked_library_it_leads_to_the_lock_with_the_numbers_and_then_to_the_sheet(
    theme: Theme, tmp_path: Path
) -> None:
    with shut_window(theme, protected_folder(tmp_path / "data")) as shut:
        shut.whole.window.nav.asked.emit("settings")
        emergency_button(shut.whole.window).click()
        assert shut.title == "Locked, Caregiver"
        words = {one.name for one in speak(shut.whole.care.screen)}
        assert {"United Kingdom, 999", "Unlock to see the emergency sheet."} <= words
        shut.unlock()
        assert shut.whole.window.nav.current == "care"
        body = shut.whole.care.screen.body
        assert body is not None
        assert body.tab_key == EMERGENCY
