"""A missing network, told from broken names by the answers of a sync alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from caregiver_app.feeds.reach import Reach
from caregiver_app.model.errors import AddressRefused, AddressTrouble, Cancelled, CaregiverError, WebError, WebTrouble
from caregiver_app.model.source import FeedForSync
from tests.unit.feeds.test_host_queue import a_source

DNS = WebError(WebTrouble.DNS, "x.org")


def sources(count: int) -> list[FeedForSync]:
    return [a_source(n, f"{n}.org") for n in range(count)]


def test_two_hosts_without_a_way_are_enough() -> None:
    reach = Reach()
    one, two = sources(2)
    assert not reach.note(one, WebError(WebTrouble.OFFLINE))
    assert not reach.is_missing()
    reach.note(replace(one, id=two.id), WebError(WebTrouble.OFFLINE))
    assert not reach.is_missing()  # the same host again
    reach.note(two, WebError(WebTrouble.OFFLINE))
    assert reach.is_missing()


def test_one_answer_of_any_kind_shows_that_there_is_a_network() -> None:
    reach = Reach()
    for feed in sources(20):
        reach.note(feed, DNS)
    assert reach.is_missing()
    reach.note(a_source(99, "good.org"), WebError(WebTrouble.STATUS, status=500))
    assert not reach.is_missing()
    held, missing = reach.settle(at_the_end=False)
    assert (len(held), missing) == (20, False)
    assert not reach.note(a_source(100, "late.org"), DNS)


@pytest.mark.parametrize(
    "error",
    [
        WebError(WebTrouble.STAY_OFFLINE),
        WebError(WebTrouble.PAUSED),
        WebError(WebTrouble.PRIVATE_ADDRESS),
        AddressRefused(AddressTrouble.MALFORMED),
        Cancelled(),
    ],
)
def test_refusals_of_our_own_tell_nothing(error: CaregiverError) -> None:
    reach = Reach()
    reach.note(a_source(1, "refused.org"), error)
    for feed in sources(10):
        assert reach.note(feed, DNS)
    assert reach.is_missing()


@pytest.mark.parametrize(("count", "missing"), [(1, False), (2, False), (3, True)])
def test_at_the_end_a_few_unfound_names_are_broken_and_more_are_a_missing_network(count: int, missing: bool) -> None:
    reach = Reach()
    for feed in sources(count):
        reach.note(feed, DNS)
    assert reach.settle(at_the_end=False) == ((), False)
    held, verdict = reach.settle(at_the_end=True)
    assert (len(held), verdict) == (count, missing)
    assert reach.held == 0
