"""Copies of pages as the library keeps them: asked for, given up, counted, bounded; and whom a switch is for."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from caregiver_app.library.offline_copies import USUAL_LIMIT_BYTES
from caregiver_app.library.offline_queue import WANT_ALL_OF_SOURCES, WANT_WHAT_IS_KEPT, PageToKeep
from caregiver_app.library.offline_storing import MOST_TRIES, FetchedPage, next_try
from caregiver_app.library.store import Library
from caregiver_app.model.article import ItemId, MarkKind
from caregiver_app.model.offline import CopyState
from caregiver_app.model.source import NewSource, SourceKind, Validators
from caregiver_app.model.time import Millis
from tests.helpers.clock import MONDAY
from tests.helpers.entries import a_text
from tests.helpers.library import LATER, add_source, an_article, join, raw, store

WHOLE = a_text("Page", "the whole page says a lot more than the feed " * 9)


def kept(library: Library, item: ItemId, *, at: Millis = MONDAY) -> None:
    library.offline_copies.want([item], at=at)
    library.offline_storing.put_page(item, FetchedPage(text=WHOLE, validators=Validators(etag='"1"')), at=at)


def due(library: Library, *, at: Millis = MONDAY) -> list[ItemId]:
    return [page.item_id for page in library.offline_queue.due(at=at, limit=100)]


def test_a_copy_tells_where_its_page_belongs_until_the_page_says_else(library: Library) -> None:
    (item,) = store(library, add_source(library), an_article("a"))
    library.offline_copies.want([item], at=MONDAY)
    told = []
    for text, canonical in ((WHOLE, "https://e.org/a"), (None, ""), (WHOLE, "https://e.org/b"), (WHOLE, "")):
        page = FetchedPage(text=text, validators=Validators(), canonical=canonical)
        library.offline_storing.put_page(item, page, at=MONDAY)
        facts = library.subjects.of_item(item)
        told.append("" if facts is None else facts.canonical)
    assert told == ["https://e.org/a", "https://e.org/a", "https://e.org/b", ""]


def test_a_copy_tells_what_its_page_loads_until_the_page_says_else_even_where_the_feed_says_more(
    library: Library,
) -> None:
    (item,) = store(library, add_source(library), an_article("a"))
    library.offline_copies.want([item], at=MONDAY)
    told = []
    for text in (replace(WHOLE, loads=("a.org", "b.org")), None, replace(a_text("P", "x"), loads=("c.org",)), WHOLE):
        library.offline_storing.put_page(item, FetchedPage(text=text, validators=Validators()), at=MONDAY)
        words = library.subjects.text_of(item)
        told.append(None if words is None else words.loads)
    assert told == [("a.org", "b.org"), ("a.org", "b.org"), ("c.org",), ()]


def test_what_a_copy_loads_is_read_as_hosts_whoever_wrote_it(library: Library, tmp_path: Path) -> None:
    (item,) = store(library, add_source(library), an_article("a"))
    with raw(tmp_path) as connection:
        connection.execute("UPDATE article_html SET loads = '<b>.doubleclick.net https://x/ a.org'")
    words = library.subjects.text_of(item)
    assert words is not None
    assert words.loads == ("a.org",)


def test_asking_tells_what_is_new_and_asking_again_tries_again(library: Library) -> None:
    source = add_source(library)
    one, two = store(library, source, an_article("a"), an_article("b"))
    assert library.offline_copies.want([one], at=MONDAY) == (one,)
    library.offline_storing.put_failure(one, "status", "404", final=True, at=MONDAY)
    assert due(library) == []
    assert library.offline_copies.want([two, one, ItemId(999)], at=LATER) == (two,)
    assert sorted(due(library, at=LATER)) == [one, two]


def test_a_copy_that_was_only_wanted_is_given_up_without_a_trace(library: Library) -> None:
    (item,) = store(library, add_source(library), an_article("a", "Falls", "in short"))
    library.offline_copies.want([item], at=MONDAY)
    assert library.offline_copies.forget([item, ItemId(999)]) == (item,)
    assert library.offline_copies.of(item) is None
    assert library.articles.get(item).text == "in short"


def test_asking_for_a_page_that_is_here_does_not_take_it_away(library: Library) -> None:
    (item,) = store(library, add_source(library), an_article("a", link="https://news.example/a"))
    kept(library, item)
    library.offline_copies.want([item], at=LATER)
    article = library.articles.get(item)
    assert article.full_text
    assert article.offline is not None
    assert article.offline.state is CopyState.KEPT
    (page,) = library.offline_queue.due(at=LATER, limit=9)
    assert (page.only_pictures, page.validators) == (False, Validators(etag='"1"'))


def test_a_page_that_failed_later_on_stays_shown_as_it_was(library: Library) -> None:
    (item,) = store(library, add_source(library), an_article("a"))
    kept(library, item)
    library.offline_storing.put_failure(item, "timeout", "", final=False, at=LATER)
    article = library.articles.get(item)
    assert article.full_text
    assert article.text == WHOLE.text
    assert article.offline is not None
    assert (article.offline.state, article.offline.reason) == (CopyState.FAILED, "timeout")


def test_space_is_counted_and_bounded(library: Library, tmp_path: Path) -> None:
    copies = library.offline_copies
    free = shutil.disk_usage(tmp_path).free
    empty = copies.space()
    assert (empty.used_bytes, empty.pages, empty.pictures) == (0, 0, 0)
    assert empty.limit_bytes <= min(USUAL_LIMIT_BYTES, free // 10 + 1_000_000)
    (item,) = store(library, add_source(library), an_article("a"))
    kept(library, item)
    used = len(WHOLE.html.encode()) + len(WHOLE.text.encode())
    assert (copies.space().used_bytes, copies.space().pages) == (used, 1)
    copies.set_limit(used)
    assert copies.space().is_full
    copies.set_limit(used + 1)
    assert not copies.space().is_full
    copies.set_limit(-5)
    assert copies.space().limit_bytes == 0
    copies.set_limit(None)
    assert copies.space().limit_bytes == pytest.approx(empty.limit_bytes, rel=0.1)


@pytest.mark.parametrize("value", [True, False, None])
def test_a_persons_word_on_whole_pages_is_kept_with_the_source(library: Library, value: bool | None) -> None:
    one, two = add_source(library), add_source(library, "other")
    library.sources.set_full_text([one, two], True)
    library.sources.set_full_text([one], value)
    assert library.sources.get(one).full_text is value
    assert library.sources.get(two).full_text is True


def test_a_switch_leaves_the_persons_other_words_alone(library: Library) -> None:
    source = add_source(library)
    library.sources.set_title(source, "Mine")
    library.sources.set_enabled(source, False)
    library.sources.set_full_text([source], True)
    library.sources.set_full_text([], True)
    found = library.sources.get(source)
    assert (found.title, found.enabled, found.full_text) == ("Mine", False, True)


def test_a_source_that_a_pack_brought_too_is_not_only_a_persons_own(library: Library) -> None:
    """Else a star would tell the publisher what is read of a source that everybody has."""
    source = add_source(library)
    (item,) = store(library, source, an_article("a"))
    library.marks.set([item], MarkKind.STARRED, True, at=MONDAY)
    library.sources.add(NewSource(url="https://news.example/feed", author="starter", uid="starter/news"), at=MONDAY)
    assert library.offline_queue.fill(at=MONDAY) == 0


def test_all_that_a_feed_holds_now_is_wanted_and_nothing_that_has_left_it(library: Library) -> None:
    source = add_source(library)
    old, new = store(library, source, an_article("old"), an_article("new"))
    with library.write("test.leave") as writer:
        writer.execute("UPDATE article_entry SET in_feed = 0 WHERE item_id = :id", {"id": old})
    library.sources.set_full_text([source], True)
    assert library.offline_queue.fill(at=MONDAY) == 1
    assert due(library) == [new]


def test_an_article_of_two_sources_follows_the_one_that_brought_it(library: Library) -> None:
    first, second = add_source(library), add_source(library, "second")
    (item,) = store(library, first, an_article("a"))
    join(library, second, "a2", item)
    library.sources.set_full_text([second], True)
    assert library.offline_queue.fill(at=MONDAY) == 0


def test_pages_of_a_source_switched_off_meanwhile_are_left_out_but_for_those_asked_by_name(library: Library) -> None:
    source = add_source(library)
    one, two = store(library, source, an_article("a"), an_article("b"))
    library.sources.set_full_text([source], True)
    library.offline_queue.fill(at=MONDAY)
    library.offline_copies.want([two], at=MONDAY)
    library.sources.set_full_text([source], False)
    assert due(library) == [two]
    library.sources.set_full_text([source], None)
    library.sources.set_enabled(source, False)
    assert due(library) == [two]
    assert library.offline_queue.named([one])[0].item_id == one


def test_alert_sources_keep_all_unless_a_person_says_no(library: Library) -> None:
    source = library.sources.add(NewSource(url="https://alerts.example/feed", kind=SourceKind.ALERTS), at=MONDAY)
    store(library, source, an_article("a"))
    library.sources.set_full_text([source], False)
    assert library.offline_queue.fill(at=MONDAY) == 0
    library.sources.set_full_text([source], None)
    assert library.offline_queue.fill(at=MONDAY) == 1


def test_looking_for_wanted_pages_reads_only_what_may_be_wanted(library: Library, tmp_path: Path) -> None:
    """A sync does it each time: the indexes answer, and no table of articles is gone through."""
    with raw(tmp_path) as connection:
        for sql in (WANT_ALL_OF_SOURCES, WANT_WHAT_IS_KEPT):
            plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", {"at": 1})]
            scanned = {line.split()[1] for line in plan if line.startswith("SCAN")}
            assert scanned <= {"s", "k", "mark", "collection_item", "(subquery-2)"}, plan


@pytest.mark.parametrize(("tries", "hours"), [(1, 1), (2, 4), (5, 256)])
def test_the_next_try_comes_later_and_later(tries: int, hours: int) -> None:
    assert next_try(tries, MONDAY) == MONDAY + hours * 3_600_000


def test_after_so_many_tries_a_page_is_given_up() -> None:
    assert next_try(MOST_TRIES, MONDAY) is None


def test_a_page_whose_article_went_meanwhile_is_not_stored(library: Library) -> None:
    library.offline_storing.put_page(ItemId(77), FetchedPage(text=WHOLE, validators=Validators()), at=MONDAY)
    library.offline_storing.put_pictures(ItemId(77), {}, more_to_come=False, at=MONDAY)
    library.offline_storing.put_failure(ItemId(77), "status", "", final=True, at=MONDAY)
    assert library.offline_copies.of(ItemId(77)) is None


def test_pictures_of_a_copy_that_was_given_up_meanwhile_are_not_written_down(library: Library) -> None:
    (item,) = store(library, add_source(library), an_article("a"))
    kept(library, item)
    library.offline_copies.forget([item])
    library.offline_storing.put_pictures(item, {"https://a.example/p": "status"}, more_to_come=True, at=MONDAY)
    assert library.offline_copies.of(item) is None
    kept(library, item)
    assert library.assets.of(item) == {}


def test_of_a_page_kept_in_part_only_the_pictures_are_due(library: Library) -> None:
    (item,) = store(library, add_source(library), an_article("a"))
    kept(library, item)
    library.offline_storing.put_pictures(item, {"https://a.example/p": "status"}, more_to_come=True, at=MONDAY)
    assert due(library) == []
    (page,) = library.offline_queue.due(at=Millis(MONDAY + 3_600_000), limit=9)
    assert isinstance(page, PageToKeep)
    assert page.only_pictures
    again = Millis(MONDAY + 3_600_000)
    library.offline_storing.put_pictures(item, {"https://a.example/p": "status"}, more_to_come=True, at=again)
    copy = library.offline_copies.of(item)
    assert copy is not None
    assert copy.next_try_at == next_try(2, again)
