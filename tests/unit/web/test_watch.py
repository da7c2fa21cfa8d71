"""The watch: a bound, parts of it, and time that does not count."""

from __future__ import annotations

import pytest

from caregiver_app.model.errors import Cancelled, WebError, WebTrouble
from caregiver_app.web.watch import LOOK_UP_S, Stop, Watch
from tests.helpers.clock import StillClock


def test_a_fetch_ends_at_its_bound() -> None:
    clock = StillClock()
    watch = Watch.begin(Stop(), clock, 60)
    clock.advance(59)
    watch.check()
    clock.advance(1)
    with pytest.raises(WebError) as error:
        watch.check()
    assert error.value.kind is WebTrouble.TIMEOUT


def test_time_spent_waiting_for_a_turn_is_not_counted() -> None:
    clock = StillClock()
    watch = Watch.begin(Stop(), clock, 60)
    with watch.not_counted():
        clock.advance(1_000)
    clock.advance(59)
    watch.check()
    clock.advance(1)
    with pytest.raises(WebError):
        watch.check()


@pytest.mark.parametrize(("seconds", "ends_after"), [(15, 15), (90, 60)])
def test_a_part_ends_no_later_than_the_whole(seconds: float, ends_after: float) -> None:
    clock = StillClock()
    whole = Watch.begin(Stop(), clock, 60)
    part = whole.tightened(seconds)
    clock.advance(ends_after - 1)
    part.check()
    clock.advance(1)
    with pytest.raises(WebError):
        part.check()


def test_nobody_waits_long_without_looking_up() -> None:
    clock = StillClock()
    watch = Watch.begin(Stop(), clock, 60)
    assert watch.wait_s() == LOOK_UP_S
    clock.advance(59.9)
    assert watch.wait_s() == pytest.approx(0.1)


def test_a_stop_ends_the_parts_too() -> None:
    stop = Stop()
    part = Watch.begin(stop, StillClock(), 60).tightened(15)
    stop.abort()
    stop.resume()
    with pytest.raises(Cancelled):
        part.check()
    Watch.begin(stop, StillClock(), 60).check()
