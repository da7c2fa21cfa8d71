"""Care notes lock when nobody does anything, with a word before, by a clock that the test moves."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from caregiver_app.model.time import Millis
from caregiver_app.ui.care.access import LockState
from caregiver_app.ui.care.away import Away
from caregiver_app.ui.care.idle import Idle
from tests.helpers.care_window import care_of, unlock
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.whole_window import Opened, wait_until

pytestmark = pytest.mark.usefixtures("undressed")

MINUTE = 60


def test_after_the_minutes_without_anybody_they_lock(opened: Opened) -> None:
    unlock(opened)
    care = care_of(opened)
    assert care.auto_lock.minutes == 5
    opened.clock.advance(5 * MINUTE - 1)
    care.auto_lock.look()
    assert care.access.is_open
    opened.clock.advance(1)
    care.auto_lock.look()
    assert care.access.state is LockState.LOCKED
    wait_until(lambda: not opened.services.care.is_unlocked)


def test_a_minute_before_it_says_so_and_can_be_kept_open(opened: Opened) -> None:
    unlock(opened)
    care = care_of(opened)
    opened.clock.advance(4 * MINUTE)
    care.auto_lock.look()
    toast = opened.whole.window.toasts.message
    assert toast is not None
    assert (toast.text, toast.action) == ("Care notes will lock in 1 minute.", "Keep open")
    assert toast.on_action is not None
    toast.on_action()
    assert opened.message == ""
    opened.clock.advance(4 * MINUTE - 1)
    care.auto_lock.look()
    assert care.access.is_open
    assert opened.message == ""


def test_a_key_anywhere_keeps_them_open(opened: Opened) -> None:
    unlock(opened)
    care = care_of(opened)
    opened.clock.advance(4 * MINUTE)
    care.auto_lock.look()
    QTest.keyClick(opened.whole.window, Qt.Key.Key_Shift)
    assert opened.message == ""
    opened.clock.advance(4 * MINUTE - 1)
    care.auto_lock.look()
    assert care.access.is_open


def test_the_header_counts_down(opened: Opened) -> None:
    body = unlock(opened)
    assert body.header.pill.text() == "Unlocked. Locks in 5 min"
    opened.clock.advance(2 * MINUTE)
    care_of(opened).auto_lock.look()
    assert body.header.pill.text() == "Unlocked. Locks in 3 min"


@pytest.mark.parametrize("why", list(Away), ids=lambda why: why.value)
def test_when_nobody_may_be_there_they_lock(opened: Opened, why: Away) -> None:
    unlock(opened)
    care = care_of(opened)
    care.auto_lock.go_away(why)
    assert care.access.state is LockState.LOCKED


class TestIdle:
    def test_the_larger_distance_counts(self) -> None:
        clock = StillClock()
        idle = Idle(clock, 5)
        clock.jump(Millis(MONDAY + 299_000))
        assert idle.left_s == 1
        clock.jump(Millis(MONDAY - 3_600_000))
        assert idle.left_s == 300
        clock.advance(300)
        assert idle.left_s == 0

    def test_each_warning_comes_once(self) -> None:
        clock = StillClock()
        idle = Idle(clock, 5)
        clock.advance(240)
        assert idle.warning() == 60
        assert idle.warning() is None
        clock.advance(40)
        assert idle.warning() == 20
        assert idle.warning() is None
        idle.touch()
        assert idle.warning() is None

    def test_of_one_minute_twenty_seconds_are_warned_of(self) -> None:
        clock = StillClock()
        idle = Idle(clock, 1)
        assert idle.warning() is None
        clock.advance(41)
        assert idle.warning() == 20

    def test_a_late_look_warns_of_the_nearest(self) -> None:
        clock = StillClock()
        idle = Idle(clock, 5)
        clock.advance(285)
        assert idle.warning() == 20
        assert idle.warning() is None
