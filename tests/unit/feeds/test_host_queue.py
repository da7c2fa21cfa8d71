"""Sources are handed out two a host at once, and no thread waits behind a slow host."""

from __future__ import annotations

import threading

from caregiver_app.feeds.host_queue import HostQueue, host_of
from caregiver_app.model.source import FeedForSync, SourceId, Validators


def a_source(number: int, host: str) -> FeedForSync:
    return FeedForSync(
        id=SourceId(number),
        uid=f"user/{number}",
        url=f"https://{host}/{number}.xml",
        title=str(number),
        allow_private=False,
        validators=Validators(),
        body_hash=None,
        failures=0,
        interval_s=3600,
        last_good_at=None,
        newest_at=None,
        moved_to=None,
    )


def test_hosts_take_turns() -> None:
    queue = HostQueue([a_source(n, host) for host in ("a.org", "b.org") for n in range(2)], unfinished_at_most=9)
    taken = [queue.take() for _ in range(4)]
    assert [host_of(feed.url) for feed in taken if feed] == ["a.org", "b.org", "a.org", "b.org"]
    assert queue.take() is None


def test_a_third_source_of_a_host_waits_until_one_is_fetched() -> None:
    queue = HostQueue([a_source(n, "a.org") for n in range(3)], unfinished_at_most=9)
    first, second = queue.take(), queue.take()
    assert first
    assert second
    taken: list[FeedForSync | None] = []
    waiter = threading.Thread(target=lambda: taken.append(queue.take()))
    waiter.start()
    waiter.join(0.05)
    assert taken == []
    queue.fetched(first)
    waiter.join(10)
    assert [feed.id for feed in taken if feed] == [2]


def test_no_more_are_taken_than_may_be_unfinished() -> None:
    queue = HostQueue([a_source(n, f"{n}.org") for n in range(3)], unfinished_at_most=2)
    first = queue.take()
    queue.take()
    assert first
    queue.fetched(first)
    taken: list[FeedForSync | None] = []
    waiter = threading.Thread(target=lambda: taken.append(queue.take()))
    waiter.start()
    waiter.join(0.05)
    assert taken == []
    queue.finished()
    waiter.join(10)
    assert len(taken) == 1


def test_more_are_taken_once_more_may_be_unfinished() -> None:
    queue = HostQueue([a_source(n, f"{n}.org") for n in range(3)], unfinished_at_most=1)
    queue.take()
    taken: list[FeedForSync | None] = []
    waiter = threading.Thread(target=lambda: taken.append(queue.take()))
    waiter.start()
    waiter.join(0.05)
    assert taken == []
    queue.widen(2)
    waiter.join(10)
    assert len(taken) == 1


def test_clearing_hands_back_what_waits_and_lets_waiting_threads_go() -> None:
    queue = HostQueue([a_source(n, "a.org") for n in range(4)], unfinished_at_most=9)
    queue.take()
    queue.take()
    taken: list[FeedForSync | None] = []
    waiter = threading.Thread(target=lambda: taken.append(queue.take()))
    waiter.start()
    assert [feed.id for feed in queue.clear()] == [2, 3]
    waiter.join(10)
    assert taken == [None]


def test_an_address_without_a_host_is_no_trouble() -> None:
    assert host_of("https://[broken") == ""
    assert host_of("nothing") == ""
