"""Sleep, a locked screen and another session are told by logind on a private bus, elsewhere by a gap in the clocks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtDBus import QDBusConnection
from PySide6.QtWidgets import QApplication

from caregiver_app.model.time import Millis
from caregiver_app.ui.care.away import GAP_S, Away, ClockGapWatch
from caregiver_app.ui.care.logind import LogindWatch
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.private_bus import Logind, connected, private_bus
from tests.helpers.whole_window import wait_until

HOUR_MS = 3_600_000


@pytest.fixture
def address(qapp: QApplication, tmp_path: Path) -> Iterator[str]:
    with private_bus(tmp_path / "b") as address:
        yield address


@pytest.fixture
def logind(address: str) -> Iterator[Logind]:
    with connected(address) as bus:
        logind = Logind(bus)
        yield logind
        logind.close()


@pytest.fixture
def told() -> list[Away]:
    return []


@pytest.fixture
def watch(address: str, logind: Logind, told: list[Away]) -> Iterator[LogindWatch]:
    with connected(address) as bus:
        watch = LogindWatch(lambda: bus)
        watch.begin(told.append)
        wait_until(lambda: watch.listens, "the session")
        yield watch
        watch.end()


def test_sleep_is_told_and_held_up_until_all_is_locked(logind: Logind, watch: LogindWatch, told: list[Away]) -> None:
    assert logind.sleep_is_held
    logind.sleep(True)
    wait_until(lambda: bool(told))
    assert told == [Away.SLEEP]
    assert logind.sleep_is_held
    watch.settled()
    wait_until(lambda: not logind.sleep_is_held)


def test_after_waking_the_next_sleep_is_held_up_too(logind: Logind, watch: LogindWatch, told: list[Away]) -> None:
    logind.sleep(True)
    wait_until(lambda: bool(told))
    watch.settled()
    wait_until(lambda: not logind.sleep_is_held)
    logind.sleep(False)
    wait_until(lambda: logind.sleep_is_held)
    assert told == [Away.SLEEP]


@pytest.mark.usefixtures("watch")
def test_a_wish_to_lock_the_screen_is_told(logind: Logind, told: list[Away]) -> None:
    logind.lock()
    wait_until(lambda: bool(told))
    assert told == [Away.SCREEN_LOCKED]


@pytest.mark.usefixtures("watch")
def test_a_screen_that_says_it_is_locked_is_told(logind: Logind, told: list[Away]) -> None:
    logind.change(locked_hint=True)
    wait_until(lambda: bool(told))
    assert told == [Away.SCREEN_LOCKED]


@pytest.mark.usefixtures("watch")
def test_another_session_in_front_is_told(logind: Logind, told: list[Away]) -> None:
    logind.change(active=False)
    wait_until(lambda: bool(told))
    assert told == [Away.SESSION_SWITCHED]


def test_a_change_of_something_else_is_nothing(logind: Logind, watch: LogindWatch, told: list[Away]) -> None:
    logind.change()
    logind.sleep(False)
    wait_until(lambda: watch.listens)
    logind.lock()
    wait_until(lambda: bool(told))
    assert told == [Away.SCREEN_LOCKED]


def test_nothing_is_told_once_it_ended(logind: Logind, watch: LogindWatch, told: list[Away], address: str) -> None:
    heard: list[Away] = []
    with connected(address) as bus:
        other = LogindWatch(lambda: bus)
        other.begin(heard.append)
        wait_until(lambda: other.listens)
        watch.end()
        logind.lock()
        wait_until(lambda: bool(heard))
        other.end()
    assert told == []
    wait_until(lambda: not logind.sleep_is_held)


def test_without_such_a_bus_nothing_happens(qapp: QApplication, tmp_path: Path, told: list[Away]) -> None:
    del qapp
    nowhere = f"unix:path={tmp_path}/nowhere"
    watch = LogindWatch(lambda: QDBusConnection.connectToBus(nowhere, "nowhere"))
    watch.begin(told.append)
    watch.settled()
    watch.end()
    QDBusConnection.disconnectFromBus("nowhere")
    assert not watch.listens
    assert told == []


class TestClockGap:
    def test_a_gap_in_which_the_steady_clock_stood_still_is_told(self, qapp: QApplication, told: list[Away]) -> None:
        del qapp
        clock = StillClock()
        watch = ClockGapWatch(clock)
        watch.begin(told.append)
        clock.jump(Millis(MONDAY + GAP_S * 1_000 + 1))
        watch.look()
        assert told == [Away.CLOCK_GAP]
        watch.end()

    def test_a_gap_of_both_clocks_is_told_once(self, qapp: QApplication, told: list[Away]) -> None:
        del qapp
        clock = StillClock()
        watch = ClockGapWatch(clock)
        watch.begin(told.append)
        clock.advance(GAP_S + 1)
        watch.look()
        watch.look()
        assert told == [Away.CLOCK_GAP]
        watch.end()

    @pytest.mark.parametrize("seconds", [0, 5, GAP_S], ids=str)
    def test_a_usual_pause_is_none(self, qapp: QApplication, told: list[Away], seconds: int) -> None:
        del qapp
        clock = StillClock()
        watch = ClockGapWatch(clock)
        watch.begin(told.append)
        clock.advance(seconds)
        watch.look()
        assert told == []
        watch.end()

    def test_a_clock_that_is_turned_back_is_none(self, qapp: QApplication, told: list[Away]) -> None:
        del qapp
        clock = StillClock()
        watch = ClockGapWatch(clock)
        watch.begin(told.append)
        clock.jump(Millis(MONDAY - HOUR_MS))
        watch.look()
        assert told == []
        watch.end()
