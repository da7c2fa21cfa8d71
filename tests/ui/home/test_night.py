"""Home at three in the morning: whom to call, one line, the sheet for a helper; all else by day, or when asked for."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from caregiver_app.model.time import Millis, from_datetime
from caregiver_app.support.night import is_night
from caregiver_app.ui.care.private_fields import PrivateLine
from caregiver_app.ui.care.sealed_note import SealedNoteDrawer
from caregiver_app.ui.emergency.joining import EMERGENCY_PAGE
from caregiver_app.ui.home.joining import HOME
from caregiver_app.ui.home.night_part import NightPart
from caregiver_app.ui.sheets.joining import PRINT
from tests.helpers.accessible import assert_accessible
from tests.helpers.care_window import care_of, unlock
from tests.helpers.home_window import home, words
from tests.helpers.whole_window import Opened, wait_until

pytestmark = pytest.mark.usefixtures("undressed")


def at(hour: int, minute: int = 0, day: int = 24) -> Millis:
    """Return a time of November 2026 by the clock of this computer."""
    return from_datetime(datetime(2026, 11, day, hour, minute).astimezone())


LATE = Millis(at(6) - 20_000)
"""So near the end of the night that it may end while notes are open: a longer gap in the clock locks them."""


def night(opened: Opened) -> NightPart:
    """Return the part for the night, which must be all that is seen but the head."""
    screen = home(opened)
    part = screen.night.part
    assert part.isVisible()
    assert not screen.rest.isVisible()
    return part


def notes(opened: Opened) -> list[str]:
    """Return the last notes."""
    found: list[list[str]] = []
    desk = care_of(opened).desk
    desk.ask(desk, lambda vault: [each.text for each in vault.notes.list(limit=3)], found.append)
    wait_until(lambda: bool(found), "the notes")
    return found[0]


@pytest.mark.parametrize(
    ("hour", "minute", "expected"), [(21, 59, False), (22, 0, True), (3, 0, True), (5, 59, True), (6, 0, False)]
)
def test_the_night_is_from_ten_to_six(hour: int, minute: int, expected: bool) -> None:
    assert is_night(from_datetime(datetime(2026, 11, 24, hour, minute, tzinfo=UTC)), UTC) is expected


def see_what_a_lock_left(locked: Opened) -> None:
    """Write a line in another night, be locked out, and unlock by day."""
    locked.clock.jump(at(23))
    home(locked).every_minute.timeout.emit()
    unlock(locked)
    locked.quiet()
    line = night(locked).line
    assert line is not None
    QTest.keyClicks(line, "Called out twice")
    locked.whole.care.access.lock()
    locked.quiet()
    locked.clock.jump(at(7, day=25))
    home(locked).every_minute.timeout.emit()
    assert home(locked).rest.isVisible()
    unlock(locked)
    locked.quiet()
    assert notes(locked)[0] == "Called out twice", "what a lock left unfinished is a note at the next unlock by day"
    assert [each.text() for each in home(locked).night.part.findChildren(PrivateLine)] == [""]


def the_numbers_of_all_countries_are_named_until_one_is_said(locked: Opened) -> None:
    assert "In danger right now? Call\nAustralia\n000" in words(home(locked))
    assert_accessible(home(locked))
    locked.library.topics.live_in("GB", "en")
    locked.whole.window.open_screen("library")
    locked.whole.window.open_screen(HOME)
    locked.quiet()
    assert "Australia" not in words(home(locked))


def test_the_night_leaves_out_everything_else_until_it_is_asked_for_or_over(locked: Opened) -> None:
    window, clock = locked.whole.window, locked.clock
    clock.jump(LATE)
    home(locked).every_minute.timeout.emit()
    locked.quiet()
    the_numbers_of_all_countries_are_named_until_one_is_said(locked)
    part = night(locked)
    assert_accessible(home(locked))
    assert part.number.text() == "999"
    assert "New from" not in words(home(locked))
    assert "In danger right now? Call" in words(home(locked))

    part.emergency.click()
    assert window.nav.current == EMERGENCY_PAGE
    window.open_screen(HOME)
    night(locked).all.click()
    assert home(locked).rest.isVisible()
    home(locked).every_minute.timeout.emit()
    assert home(locked).rest.isVisible(), "as long as one stays"
    QTest.keyClick(window, Qt.Key.Key_F12)
    window.open_screen("library")
    window.open_screen(HOME)
    night(locked)

    part.seal.click()
    drawer = locked.whole.window.overlay.panel
    assert drawer is not None
    (note,) = drawer.findChildren(SealedNoteDrawer)
    note.edit.setPlainText("Awake at three.")
    note.keep.click()
    wait_until(lambda: locked.will_say("Sealed."), "the note to be sealed")

    part.print.click()
    unlock(locked)
    assert window.nav.current == PRINT
    assert notes(locked)[0] == "Awake at three."

    window.open_screen(HOME)
    line = night(locked).line
    assert line is not None
    line.setFocus()
    QTest.keyClicks(line, "Drank some water")
    QTest.keyClick(line, Qt.Key.Key_Return)
    wait_until(lambda: locked.will_say("Note kept."), "the note to be kept")
    assert (line.text(), notes(locked)[0]) == ("", "Drank some water")

    QTest.keyClicks(line, "Asleep again")
    clock.jump(at(6))
    home(locked).every_minute.timeout.emit()
    locked.quiet()
    assert home(locked).rest.isVisible()
    assert not part.isVisible()
    assert notes(locked)[0] == "Asleep again", "what was not kept by hand is kept when the night ends"
    locked.whole.care.access.lock()
    assert part.line is None
    see_what_a_lock_left(locked)
