"""The line of the night is never lost: where it cannot be kept it stays where it was typed, and comes back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from caregiver_app.ui.care.access import LockState
from tests.helpers.care_window import care_of, unlock
from tests.helpers.home_window import home
from tests.helpers.whole_window import Opened, wait_until
from tests.ui.home.test_night import LATE, at, notes

pytestmark = pytest.mark.usefixtures("undressed")


@contextmanager
def carried_off(opened: Opened) -> Iterator[None]:
    """Have the file of the notes lie elsewhere for a while: nothing is kept then, and they lock."""
    file, elsewhere = opened.services.paths.vault, opened.services.paths.vault.with_name("elsewhere")
    file.rename(elsewhere)
    yield
    wait_until(lambda: care_of(opened).access.state is LockState.LOCKED, "the notes to lock")
    opened.quiet()
    elsewhere.rename(file)


def test_what_cannot_be_kept_stays_written(locked: Opened) -> None:
    clock, part = locked.clock, home(locked).night.part
    clock.jump(LATE)
    home(locked).every_minute.timeout.emit()
    unlock(locked)
    before = notes(locked)
    assert part.line is not None
    QTest.keyClicks(part.line, "Fell by the bed")
    with carried_off(locked):
        QTest.keyClick(part.line, Qt.Key.Key_Return)

    unlock(locked)
    assert part.line is not None
    assert part.line.text() == "Fell by the bed"
    with carried_off(locked):
        clock.jump(at(6))
        home(locked).every_minute.timeout.emit()
    clock.jump(at(22))
    home(locked).every_minute.timeout.emit()
    unlock(locked)
    assert part.line is not None
    assert part.line.text() == "Fell by the bed", "the end of the night did not keep it, and did not lose it"

    QTest.keyClick(part.line, Qt.Key.Key_Return)
    QTest.keyClick(part.line, Qt.Key.Key_Return)
    part.line.setText("Fell by the bed, not hurt")
    locked.quiet()
    assert notes(locked) == ["Fell by the bed", *before][:3], "once, however often it is pressed"
    assert part.line.text() == "Fell by the bed, not hurt", "what was typed meanwhile is not thrown away"
