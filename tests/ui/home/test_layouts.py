"""Home fits, can be hit, is spoken and goes by keyboard, at every size and in every state."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QWidget

from caregiver_app.library.store import Library
from caregiver_app.model.source import SourceState
from caregiver_app.ui.frame import SMALLEST
from caregiver_app.ui.home.screen import HomeScreen
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.plain import PlainLabel
from tests.helpers.a_week import a_week
from tests.helpers.accessible import assert_accessible, speak
from tests.helpers.alerts import alert_facts, alert_source, warn
from tests.helpers.clock import MONDAY
from tests.helpers.fitting import assert_targets, cut_labels
from tests.helpers.home_window import home, home_window, unlock_from_home
from tests.helpers.library_files import set_state
from tests.helpers.qt_app import settle
from tests.helpers.walking import step
from tests.helpers.whole_window import Opened
from tests.ui.library.conftest import fill

pytestmark = pytest.mark.usefixtures("undressed")


def with_a_notice(library: Library) -> None:
    fill(library)
    source = alert_source(library)
    warn(library, source, alert_facts(1), title="Heat warning")
    set_state(library, source, SourceState.FINE, at=MONDAY, good_at=MONDAY)


def assert_home_fits(part: HomeScreen) -> None:
    """Check that it asks for no more than the smallest window has, cuts no words and scrolls down only."""
    least, inner = part.minimumSizeHint(), part.page.widget()
    assert (least.width() <= SMALLEST[0], least.height() <= SMALLEST[1]) == (True, True)
    assert cut_labels(part) == []
    assert not part.page.horizontalScrollBar().isVisible()
    assert inner is not None
    assert inner.width() <= part.page.viewport().width()
    outside = [
        button.accessibleName()
        for button in part.findChildren(QAbstractButton)
        if button.isVisible() and not 0 <= left(button) <= part.window().width() - button.width()
    ]
    assert outside == []


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("unlocked", [False, True], ids=["locked", "unlocked"])
def test_home_fits_the_smallest_window_and_is_spoken(
    theme: Theme, tmp_path: Path, starter_folder: Path, unlocked: bool
) -> None:
    with home_window(theme, tmp_path, starter_folder, fill=with_a_notice, notes=a_week, size=SMALLEST) as opened:
        if unlocked:
            opened.clock.advance(8 * 24 * 3600)  # sheet and copy are due
            unlock_from_home(opened)
        for percent in (100, 150, 200):
            with step(percent):
                theme.set_percent(percent)
                opened.quiet()
                assert_home_fits(home(opened))
                assert_targets(home(opened), theme)
                assert_accessible(home(opened))


@pytest.mark.usefixtures("dressed")
def test_the_line_of_the_head_has_two_lines_at_most_beside_what_can_be_done(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    with home_window(theme, tmp_path, starter_folder, fill=with_a_notice, size=(1120, 800)) as opened:
        head = home(opened).header
        opened.quiet()
        line = next(label for label in head.findChildren(PlainLabel) if "saved on this computer" in label.text())

        def lines() -> int:
            return round(line.height() / line.fontMetrics().lineSpacing())

        def is_beside() -> bool:
            return head.update_button.mapTo(head, QPoint()).y() < line.geometry().bottom()

        for percent, silent, beside in ((100, True, True), (130, True, False), (130, False, True)):
            with step((percent, silent)):
                theme.set_percent(percent)
                opened.quiet()
                head.see_which.setVisible(silent)
                head.pill.show_silent_sources(2) if silent else head.pill.show_never()
                settle()
                assert (lines() <= 2, is_beside()) == (True, beside)


def test_tab_goes_round_the_whole_window(theme: Theme, tmp_path: Path, starter_folder: Path) -> None:
    with home_window(theme, tmp_path, starter_folder, fill=with_a_notice, notes=a_week) as opened:
        with step("locked"):
            assert_accessible(opened.whole.window)
        unlock_from_home(opened)
        with step("unlocked"):
            assert_accessible(opened.whole.window)


@pytest.mark.usefixtures("dressed")
def test_private_cards_stand_beside_what_is_new_and_above_it_in_a_narrow_window(locked: Opened) -> None:
    part = unlock_from_home(locked)
    news, actions = home(locked).news, home(locked).doing
    assert left(part) < left(news)
    assert top(actions) < top(part)
    offer = home(locked).offer
    offer.setVisible(True)
    for percent in (150, 200):
        with step(percent):
            locked.whole.desk.theme.set_percent(percent)
            settle()
            assert top(part) < top(actions) < top(offer) < top(news)


@pytest.mark.usefixtures("dressed")
def test_shut_notes_leave_the_whole_width_to_what_is_new_and_stand_above_what_one_can_do(locked: Opened) -> None:
    news = home(locked).news
    assert news.width() > home(locked).page.viewport().width() * 0.9
    for percent in (150, 200):
        with step(percent):
            locked.whole.desk.theme.set_percent(percent)
            settle()
            assert top(home(locked).private.shut) < top(home(locked).doing) < top(news)


@pytest.mark.usefixtures("dressed")
def test_f6_goes_through_the_parts_as_they_stand(locked: Opened) -> None:
    unlock_from_home(locked)
    tops = [(top(area), left(area)) for area in home(locked).areas() if area.isVisible()]
    assert tops == sorted(tops)


def test_rows_tell_a_screen_reader_their_title_source_day_and_state(opened: Opened) -> None:
    spoken = [one.name for one in speak(home(opened).news.rows) if one.name.startswith("Unread.")]
    assert spoken[0] == "Unread. Evening routines. Harbour Dementia Trust. Today. Not checked."


def top(part: QWidget) -> int:
    return part.mapTo(part.window(), part.rect().topLeft()).y()


def left(part: QWidget) -> int:
    return part.mapTo(part.window(), part.rect().topLeft()).x()
