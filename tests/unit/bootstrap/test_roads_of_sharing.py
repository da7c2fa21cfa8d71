"""By whatever road somebody comes to a page, it leaves as checked only while its check counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from caregiver_app.bootstrap.sharing import Sharing
from caregiver_app.library.store import Library
from caregiver_app.links.address import address_key
from caregiver_app.model.article import ItemId
from caregiver_app.model.card import Channel, Draft, NotShareable, ShareForm, ToShare
from caregiver_app.model.errors import ShareError
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.source import NewSource, SourceFormat, SourceId
from caregiver_app.model.trust import Subject, SubjectKind
from tests.helpers.appraisals import NO, TODAY, appraising, article, draft, judged_library, say
from tests.helpers.clock import MONDAY
from tests.helpers.library import an_article, change, raw, store

TEXT = ShareForm(channel=Channel.TEXT)
PAGE = "https://page.example.net/sleep"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = judged_library(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def page(library: Library) -> tuple[SourceId, ItemId]:
    """A watched page with its one article, which somebody checked and put into a collection."""
    source = library.sources.add(NewSource(url=PAGE, format=SourceFormat.PAGE, title="Sleep"), at=MONDAY)
    (item_id,) = store(library, source, an_article("sleep", "Sleep well", link=PAGE, link_key=address_key(PAGE)))
    appraising().appraise(library, draft(article(item_id)))
    library.collections.add(library.collections.make("For Sunday", at=MONDAY), [item_id], at=MONDAY)
    return source, item_id


def roads(library: Library, source: SourceId, item_id: ItemId) -> dict[str, Subject]:
    """Return the page as each place of the application names it."""
    (collection,) = library.collections.list()
    (collected,) = library.articles.page(ArticleQuery(collection=collection.id)).rows
    (found,) = library.articles.page(ArticleQuery(text="sleep")).rows
    (link_id, *_others) = library.appraisals.items()
    return {
        "article": article(item_id),
        "link": Subject(kind=SubjectKind.LINK, id=link_id),
        "watched page": Subject(kind=SubjectKind.PAGE, id=source),
        "collection": article(collected.id),
        "search": article(found.id),
        "added again": appraising().add_link(library, f"{PAGE}?utm_source=mail"),
    }


def make_due(library: Library, _source: SourceId, item_id: ItemId) -> None:
    say(library, article(item_id), check_by=date(2026, 11, 22))


def withdraw_own(library: Library, _source: SourceId, item_id: ItemId) -> None:
    appraising().withdraw(library, article(item_id))


def withdraw_others(library: Library, _source: SourceId, item_id: ItemId) -> None:
    say(library, article(item_id), withdrawn_on=TODAY)


def fail(library: Library, _source: SourceId, item_id: ItemId) -> None:
    appraising().appraise(library, draft(article(item_id), date=NO))


def alter(library: Library, source: SourceId, _item_id: ItemId) -> None:
    change(library, source, "sleep", "Sleep well", "Other words.")


TROUBLES = {
    "due": (make_due, NotShareable.CHECK_DUE),
    "withdrawn": (withdraw_own, NotShareable.WITHDRAWN),
    "withdrawn-by-others": (withdraw_others, NotShareable.WITHDRAWN),
    "did-not-pass": (fail, NotShareable.NOT_CHECKED),
    "changed": (alter, NotShareable.PAGE_CHANGED),
}


@pytest.mark.parametrize(("trouble", "reason"), TROUBLES.values(), ids=TROUBLES)
def test_what_does_not_count_any_more_leaves_by_no_road(
    library: Library,
    sharing: Sharing,
    page: tuple[SourceId, ItemId],
    trouble: Callable[[Library, SourceId, ItemId], None],
    reason: NotShareable,
) -> None:
    for road, subject in roads(library, *page).items():
        (candidate,) = sharing.candidates(library, [ToShare(subject=subject)])
        assert candidate.card is not None, road
        assert candidate.card.reviewed_on == TODAY, road
    trouble(library, *page)
    for road, subject in roads(library, *page).items():
        wish = ToShare(subject=subject)
        assert [each.refused for each in sharing.candidates(library, [wish])] == [reason], road
        with pytest.raises(ShareError):
            sharing.release(library, Draft(things=(wish,)), TEXT)


def test_a_guide_is_held_to_the_same_rule(library: Library, sharing: Sharing, tmp_path: Path) -> None:
    address = "https://guide.example.net/lifting"
    with raw(tmp_path) as connection:
        connection.execute(
            "INSERT INTO item (id, kind, uid, address_key, title, url, language, created_at) "
            "VALUES (77, 'guide', 'starter/77', ?, 'Lifting', ?, '', 0)",
            (address_key(address), address),
        )
    guide = ToShare(subject=Subject(kind=SubjectKind.GUIDE, id=77))
    assert sharing.candidates(library, [guide])[0].refused is NotShareable.NOT_CHECKED
    made = appraising().appraise(library, draft(guide.subject))
    card = sharing.candidates(library, [guide])[0].card
    assert card is not None
    assert (card.title, card.link) == ("Lifting", made.address)
    appraising().withdraw(library, guide.subject)
    assert sharing.candidates(library, [guide])[0].refused is NotShareable.WITHDRAWN
