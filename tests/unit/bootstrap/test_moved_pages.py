"""What the last look at an address saw counts when its page is passed on: where it sends everybody on, and no more."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from caregiver_app.bootstrap.sharing import Sharing
from caregiver_app.library.store import Library
from caregiver_app.links.address import address_key
from caregiver_app.model.article import ItemId
from caregiver_app.model.card import NotShareable, ToShare
from caregiver_app.model.link_check import LinkCheck, LinkState
from caregiver_app.model.reviews import DueReason, Review
from caregiver_app.support.sentences.shares import refusal_sentence
from caregiver_app.trust.due import find_due
from tests.helpers.appraisals import article
from tests.helpers.clock import MONDAY
from tests.helpers.library import a_library, an_article, store
from tests.helpers.sharing import add_its_source, add_organisation, check

TODAY = date(2026, 11, 23)
DIARY = "https://news.example.com/diary"
FALLS = "https://example.org/falls?utm_source=feed"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A library without what ships."""
    opened = a_library(tmp_path)
    yield opened
    opened.close()


def a_page(item_id: ItemId) -> ToShare:
    return ToShare(subject=article(item_id))


def page_of(library: Library, address: str) -> ItemId:
    """Store an article that the feed of a known organisation brings."""
    add_organisation(library)
    return store(library, add_its_source(library), an_article("a", link=address, link_key=address_key(address)))[0]


def saw(library: Library, address: str, state: LinkState, moved_to: str | None = None) -> None:
    """Keep what a link check saw at an address."""
    key = address_key(address)
    library.link_checks.put(
        LinkCheck(address_key=key, url=address, state=state, moved_to=moved_to, checked_at=MONDAY, next_due_at=MONDAY)
    )


def due(library: Library) -> tuple[Review, ...]:
    return find_due(library, on=TODAY).due


MOVED = [
    ("https://casino.example.net/", NotShareable.MOVED_AWAY),
    ("https://www.example.net/diary", NotShareable.MOVED_AWAY),
    ("https://news.example.com/diary/2", None),
    ("https://www.example.com/diary", None),
    ("https://example.org/diary", None),
]


@pytest.mark.parametrize(("moved_to", "reason"), MOVED, ids=[address for address, _reason in MOVED])
def test_a_page_that_sends_everybody_on_to_somebody_else_is_not_the_one_that_was_checked(
    sharing: Sharing, library: Library, moved_to: str, reason: NotShareable | None
) -> None:
    """A name that lapsed and was bought may lead anywhere. Within its site, or to its publisher's, a page may move."""
    item = page_of(library, DIARY)
    check(library, item)
    assert sharing.candidates(library, [a_page(item)])[0].card is not None
    saw(library, DIARY, LinkState.MOVED, moved_to)
    (candidate,) = sharing.candidates(library, [a_page(item)])
    assert candidate.refused is reason
    assert (reason is None) or candidate.moved_to in refusal_sentence(candidate).happened
    assert LinkState.MOVED.value in {review.value for each in due(library) for review in each.reasons}


def test_so_is_one_on_a_known_site_and_one_that_is_gone_leaves_and_is_due(sharing: Sharing, library: Library) -> None:
    """That nothing answers today is no warning of what a person checked; it is named among what is due."""
    item = page_of(library, FALLS)
    saw(library, FALLS, LinkState.MOVED, "https://evil.example.net/")
    assert sharing.candidates(library, [a_page(item)])[0].refused is NotShareable.MOVED_AWAY
    check(library, item)
    saw(library, FALLS, LinkState.DEAD)
    assert sharing.candidates(library, [a_page(item)])[0].card is not None
    assert [each.reasons for each in due(library)] == [(DueReason.DEAD,)]
