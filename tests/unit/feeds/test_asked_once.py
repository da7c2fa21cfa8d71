"""Answers of a moment ago: the same question is not asked twice, and nothing is taken for what it is not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest

from caregiver_app.feeds.asked_once import KEPT_S, MOST_ANSWERS, MOST_BYTES, Answers, AskingNobody, AskingOnce
from caregiver_app.model.errors import WebError, WebTrouble
from caregiver_app.model.source import Validators
from caregiver_app.model.web import Fetched, FetchRequest, Why
from tests.helpers.clock import StillClock

FEED = "https://clinic.org/feed"
ASK = FetchRequest(url=FEED, why=Why.ADD_SOURCE)


def answer(body: bytes = b"<rss/>", *, url: str = FEED, moved_to: str | None = None, status: int = 200) -> Fetched:
    return Fetched(
        status=status,
        url=url,
        moved_to=moved_to,
        headers={},
        body=body,
        validators=Validators(etag='"1"'),
        max_age_s=None,
    )


@dataclass(slots=True)
class Scripted:
    """A door that answers everything alike and counts."""

    fetched: Fetched = field(default_factory=answer)
    asked: list[str] = field(default_factory=list)

    def fetch(self, request: FetchRequest) -> Fetched:
        self.asked.append(request.url)
        return self.fetched

    def abort(self) -> None:
        self.asked.append("abort")

    def resume(self) -> None:
        self.asked.append("resume")


def asked_twice(first: FetchRequest, second: FetchRequest, fetched: Fetched | None = None) -> int:
    door = Scripted(fetched or answer())
    once = AskingOnce(door, Answers(StillClock()))
    once.fetch(first)
    once.fetch(second)
    return len(door.asked)


def test_the_same_question_is_asked_once_whatever_it_is_asked_for() -> None:
    assert asked_twice(ASK, replace(ASK, why=Why.UPDATE)) == 1


@pytest.mark.parametrize(
    "second",
    [
        replace(ASK, url="https://clinic.org/other"),
        replace(ASK, allow_private=True),
        replace(ASK, validators=Validators(etag='"1"')),
        replace(ASK, at_most_bytes=3),
        replace(ASK, stays_within=lambda _: False),
    ],
    ids=["other-address", "other-leave", "validators", "too-long", "leads-out"],
)
def test_another_question_is_asked(second: FetchRequest) -> None:
    assert asked_twice(ASK, second) == 2


def test_an_answer_to_validators_is_no_document() -> None:
    with_validators = replace(ASK, validators=Validators(etag='"1"'))
    assert asked_twice(with_validators, ASK, answer(b"", status=304)) == 2


def test_what_moved_for_good_is_known_at_its_new_address_without_leave_to_reach_home() -> None:
    moved = answer(url="https://new.org/feed", moved_to="https://new.org/feed")
    at_home = replace(ASK, allow_private=True)
    assert asked_twice(at_home, replace(ASK, url="https://new.org/feed"), moved) == 1
    assert asked_twice(at_home, replace(at_home, url="https://new.org/feed"), moved) == 2
    answers = Answers(StillClock())
    answers.keep(ASK, moved)
    found = answers.find(replace(ASK, url="https://new.org/feed"))
    assert found == replace(moved, moved_to=None)


def test_answers_are_forgotten_with_time() -> None:
    clock = StillClock()
    answers = Answers(clock)
    answers.keep(ASK, answer())
    clock.advance(KEPT_S - 1)
    assert answers.find(ASK) == answer()
    clock.advance(1)
    assert answers.find(ASK) is None


@pytest.mark.parametrize(
    ("count", "size", "kept"), [(MOST_ANSWERS + 1, 1, MOST_ANSWERS), (3, MOST_BYTES // 2, 2)], ids=["many", "large"]
)
def test_answers_are_bounded_and_the_oldest_go_first(count: int, size: int, kept: int) -> None:
    answers = Answers(StillClock())
    asked = [replace(ASK, url=f"{FEED}/{number}") for number in range(count)]
    for number, request in enumerate(asked):
        answers.keep(request, answer(bytes([number]) * size))
    assert [answers.find(request) is not None for request in asked] == [False] * (count - kept) + [True] * kept


def test_what_is_forgotten_is_forgotten_under_both_its_addresses() -> None:
    answers = Answers(StillClock())
    answers.keep(ASK, answer(url="https://new.org/feed", moved_to="https://new.org/feed"))
    answers.keep(replace(ASK, url="https://other.org/"), answer(b"other"))
    answers.forget("https://new.org/feed")
    found: Callable[[str], bool] = lambda url: answers.find(replace(ASK, url=url)) is not None  # noqa: E731  three times
    assert [found(url) for url in (FEED, "https://new.org/feed", "https://other.org/")] == [False, False, True]


def test_all_can_be_forgotten() -> None:
    answers = Answers(StillClock())
    answers.keep(ASK, answer())
    answers.clear()
    assert answers.find(ASK) is None


def test_stopping_reaches_the_door_and_one_without_a_door_asks_nobody() -> None:
    door, answers = Scripted(), Answers(StillClock())
    once = AskingOnce(door, answers)
    once.abort()
    once.resume()
    assert door.asked == ["abort", "resume"]
    nobody = AskingNobody(answers)
    nobody.abort()
    nobody.resume()
    with pytest.raises(WebError) as caught:
        nobody.fetch(ASK)
    assert caught.value.kind is WebTrouble.OFFLINE
    answers.keep(ASK, answer())
    assert nobody.fetch(ASK) == answer()
