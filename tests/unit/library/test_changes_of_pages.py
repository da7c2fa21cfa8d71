"""What changed where a whole page took the place of a feed's shorter text: like is compared with like."""

from __future__ import annotations

from caregiver_app.library.changes import TextChange
from caregiver_app.library.offline_storing import FetchedPage
from caregiver_app.library.store import Library
from caregiver_app.model.article import Compared, ItemId
from caregiver_app.model.source import SourceId, Validators
from caregiver_app.model.time import Millis
from tests.helpers.clock import MONDAY
from tests.helpers.entries import a_text
from tests.helpers.library import add_source, an_article, change, store

FULL = " ".join(["Keep a light on in the hall at night."] * 20)


def keep_page(library: Library, item: ItemId, text: str, *, at: int) -> None:
    library.offline_copies.want([item], at=Millis(at))
    page = a_text("Falls", text)
    library.offline_storing.put_page(item, FetchedPage(text=page, validators=Validators()), at=Millis(at))


def an_article_that_changed(library: Library) -> tuple[SourceId, ItemId]:
    source = add_source(library)
    (item,) = store(library, source, an_article("a", "Falls", "Use one rail."))
    change(library, source, "a", "Falls", "Use two rails.", at=Millis(MONDAY + 1))
    return source, item


def last(library: Library, item: ItemId) -> TextChange:
    return library.changes.of(item)[0]


def test_the_feeds_texts_are_compared_when_the_page_is_shown_by_now(library: Library) -> None:
    _, item = an_article_that_changed(library)
    assert last(library, item).compared is Compared.SHOWN
    keep_page(library, item, FULL, at=MONDAY + 2)
    assert library.articles.get(item).full_text
    found = last(library, item)
    assert (found.before, found.after) == ("Falls\n\nUse one rail.", "Falls\n\nUse two rails.")
    assert found.compared is Compared.FEED
    assert library.changes.since(item, found.n) == found


def test_a_page_is_compared_with_the_page_and_a_feed_with_the_feed(library: Library) -> None:
    _, item = an_article_that_changed(library)
    keep_page(library, item, FULL, at=MONDAY + 2)
    keep_page(library, item, f"{FULL} Ask for a rail.", at=MONDAY + 3)
    page, feed = library.changes.of(item)
    assert (page.before, page.after) == (f"Falls\n\n{FULL}", f"Falls\n\n{FULL} Ask for a rail.")
    assert (page.compared, page.seen_at) == (Compared.SHOWN, MONDAY + 3)
    assert (feed.after, feed.compared) == ("Falls\n\nUse two rails.", Compared.FEED)


def test_a_page_whose_copy_is_gone_is_said_to_be_unlike_what_is_shown(library: Library) -> None:
    source, item = an_article_that_changed(library)
    keep_page(library, item, FULL, at=MONDAY + 2)
    longer = " ".join(["Whoever falls at night may lie for hours."] * 60)
    change(library, source, "a", "Falls", longer, at=Millis(MONDAY + 3))
    assert not library.articles.get(item).full_text
    found = last(library, item)
    assert (found.before, found.compared) == (f"Falls\n\n{FULL}", Compared.UNLIKE)
    assert found.after.startswith("Falls\n\nWhoever falls")


def test_there_is_nothing_since_a_text_that_is_not_there(library: Library) -> None:
    _, item = an_article_that_changed(library)
    assert library.changes.since(item, 7) is None
