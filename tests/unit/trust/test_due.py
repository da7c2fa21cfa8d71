"""What waits to be looked at, and why; nothing that nobody here vouched for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from caregiver_app.library.store import Library
from caregiver_app.model.article import ItemId
from caregiver_app.model.card import Channel
from caregiver_app.model.link_check import LinkCheck, LinkState
from caregiver_app.model.reviews import DueReason, Reviews
from caregiver_app.model.time import Millis
from caregiver_app.model.trust import AppraisalDraft
from tests.helpers.appraisals import (
    HARBOUR_HOST,
    NO,
    TODAY,
    add_organisation,
    answers,
    appraising,
    article,
    draft,
    organisation,
    say,
)
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.library import DAY_MS, add_source, an_article, change, store

FALLS, KEY = f"https://{HARBOUR_HOST}/falls", f"{HARBOUR_HOST}/falls"


@pytest.fixture
def falls(library: Library) -> ItemId:
    (item_id,) = store(library, add_source(library), an_article("falls", "Falls at night", link=FALLS, link_key=KEY))
    return item_id


def due(library: Library, *, days: int = 0) -> dict[str, tuple[DueReason, ...]]:
    """Return what is due so many days from Monday, by its name on the command line."""
    reviews: Reviews = appraising(StillClock(Millis(MONDAY + days * DAY_MS))).reviews(library)
    return {review.subject.reference: review.reasons for review in reviews.due}


def look(library: Library, state: LinkState, moved_to: str | None = None) -> None:
    """Keep what a link check found at the article's address."""
    library.link_checks.put(
        LinkCheck(address_key=KEY, url=FALLS, state=state, moved_to=moved_to, checked_at=MONDAY, next_due_at=MONDAY)
    )


def test_nothing_is_due_where_nobody_checked_anything(library: Library, falls: ItemId) -> None:
    look(library, LinkState.DEAD)
    say(library, article(falls), withdrawn_on=TODAY)
    assert due(library) == {}


def test_a_saved_link_waits_until_it_is_checked_or_taken_back(library: Library, falls: ItemId) -> None:
    new, there = f"https://{HARBOUR_HOST}/new", f"{FALLS}?utm_source=mail"
    saved = [appraising().save_for_later(library, address) for address in (new, there, new)]
    assert saved[2] is None
    assert sorted(due(library).values()) == [(DueReason.SAVED,)] * 2
    assert article(falls).reference in due(library)
    appraising().appraise(library, draft(article(falls)))
    assert appraising().save_for_later(library, FALLS) is None
    assert saved[0] is not None
    appraising().take_back_saving(library, saved[0])
    assert due(library) == {}
    assert library.subjects.of(saved[0].subject) is None
    assert appraising().save_for_later(library, new) is not None


def test_what_was_kept_of_a_link_before_it_was_saved_is_put_back(library: Library) -> None:
    link = appraising().add_link(library, f"https://{HARBOUR_HOST}/new")
    saved = appraising().save_for_later(library, f"https://{HARBOUR_HOST}/new")
    assert saved is not None
    assert saved.subject == link
    appraising().take_back_saving(library, saved)
    assert library.subjects.of(link) is not None
    assert due(library) == {}


@pytest.mark.parametrize(
    ("days", "reasons"),
    [(0, ()), (37, ()), (38, (DueReason.SOON,)), (68, (DueReason.SOON,)), (69, (DueReason.DATE_PASSED,))],
)
def test_a_check_is_due_soon_for_its_last_thirty_days_and_then_due(
    library: Library, falls: ItemId, days: int, reasons: tuple[DueReason, ...]
) -> None:
    appraising().appraise(library, draft(article(falls), check_by=date(2027, 1, 30)))
    assert due(library, days=days) == ({f"article:{falls}": reasons} if reasons else {})


def test_a_check_that_did_not_pass_is_never_due(library: Library, falls: ItemId) -> None:
    appraising().appraise(library, draft(article(falls), date=NO, check_by=TODAY))
    assert due(library, days=900) == {}


def test_what_one_took_back_is_not_due(library: Library, falls: ItemId) -> None:
    appraising().appraise(library, draft(article(falls), check_by=TODAY))
    appraising().withdraw(library, article(falls))
    assert due(library, days=900) == {}


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        (LinkState.DEAD, DueReason.DEAD),
        (LinkState.MOVED, DueReason.MOVED),
        (LinkState.CERTIFICATE, DueReason.CERTIFICATE),
    ],
    ids=str,
)
def test_what_the_link_check_found_is_named(
    library: Library, falls: ItemId, state: LinkState, reason: DueReason
) -> None:
    appraising().appraise(library, draft(article(falls)))
    look(library, state, moved_to="https://harbour.example.org/new")
    assert due(library) == {f"article:{falls}": (reason,)}
    (review,) = appraising().reviews(library).due
    assert review.moved_to == ("https://harbour.example.org/new" if state is LinkState.MOVED else None)


def test_a_page_that_may_be_there_is_not_due(library: Library, falls: ItemId) -> None:
    appraising().appraise(library, draft(article(falls)))
    look(library, LinkState.UNSURE)
    assert due(library) == {}


def test_a_changed_page_is_due(library: Library, falls: ItemId) -> None:
    appraising().appraise(library, draft(article(falls)))
    change(library, next(iter(library.sources.list())).id, "falls", "Falls at night", "All of it is new now.")
    assert due(library) == {f"article:{falls}": (DueReason.PAGE_CHANGED,)}


def test_a_withdrawal_by_a_publisher_is_told_to_whoever_vouches_too(library: Library, falls: ItemId) -> None:
    made = appraising().appraise(library, draft(article(falls)))
    say(library, made.subject, withdrawn_on=TODAY)
    assert due(library) == {f"article:{falls}": (DueReason.WITHDRAWN,)}


def test_what_changed_since_it_was_shared_is_told(library: Library, falls: ItemId) -> None:
    library.shares.add([falls], [], Channel.TEXT, day=TODAY)
    assert due(library) == {}
    change(library, next(iter(library.sources.list())).id, "falls", "Falls at night", "All of it is new now.")
    assert due(library) == {f"article:{falls}": (DueReason.CHANGED_SINCE_SHARED,)}


def test_a_half_done_check_is_told(library: Library, falls: ItemId) -> None:
    half = replace(answers(), given=dict(list(answers().given.items())[:3]))
    appraising().keep_draft(library, AppraisalDraft(subject=article(falls), answers=half))
    assert due(library) == {f"article:{falls}": (DueReason.UNFINISHED,)}


def test_the_longest_overdue_comes_first_and_each_once(library: Library, falls: ItemId) -> None:
    number = add_organisation(library)
    (other,) = store(library, add_source(library, "second"), an_article("b", link="https://example.org/b"))
    appraising().appraise(library, draft(article(other), check_by=date(2026, 12, 2)))
    appraising().appraise(library, draft(organisation(number), check_by=date(2026, 12, 1)))
    appraising().appraise(library, draft(article(falls), check_by=date(2027, 1, 30)))
    look(library, LinkState.DEAD)
    found = due(library, days=20)
    assert list(found) == [f"org:{number}", f"article:{other}", f"article:{falls}"]
    (first, *_rest) = appraising(StillClock(Millis(MONDAY + 20 * DAY_MS))).reviews(library).due
    assert (first.title, first.reviewer_role) == ("Harbour Dementia Trust", "nurse")
