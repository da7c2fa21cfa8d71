"""Old articles are tidied away, never what a person marked or a feed still holds, and all of it can be undone."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caregiver_app.library.entry_values import EntryChanges
from caregiver_app.library.retention import DELETED_AT_ONCE, PUT_ASIDE_AT_ONCE
from caregiver_app.library.retention_rules import NEWEST_KEPT, OLD_MS
from caregiver_app.library.store import Library
from caregiver_app.model.article import ItemId, MarkKind
from caregiver_app.model.errors import Cancelled
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.source import SourceId
from caregiver_app.model.time import Millis
from tests.helpers.clock import MONDAY
from tests.helpers.library import DAY_MS, a_library, add_source, an_article, change, index_all, join, raw, store
from tests.helpers.retention import collect, keep_revision, leave_feed, link_to, whole_content

LONG_AGO = Millis(MONDAY - OLD_MS - 1)
TOMORROW = Millis(MONDAY + DAY_MS + 1)


@pytest.fixture
def source(library: Library) -> SourceId:
    """A source with one article of today, by which the library knows what time it is."""
    source_id = add_source(library, at=LONG_AGO)
    store(library, source_id, an_article("today"))
    return source_id


def old_ones(library: Library, source: SourceId, *keys: str, gone: bool = True) -> list[ItemId]:
    """Store articles of long ago, which left their feed unless said."""
    ids = store(library, source, *(an_article(key, at=LONG_AGO) for key in keys), at=LONG_AGO)
    if gone:
        leave_feed(library, source, keep=("today",))
    return ids


def shown(library: Library) -> set[ItemId]:
    rows = [*library.articles.page(ArticleQuery(), limit=5_000).rows]
    rows += library.articles.page(ArticleQuery(text="is:archived"), limit=5_000).rows
    return {row.id for row in rows}


def test_what_is_older_than_400_days_goes_and_what_is_younger_stays(library: Library, source: SourceId) -> None:
    (old,) = old_ones(library, source, "old")
    (edge,) = store(library, source, an_article("edge", at=MONDAY - OLD_MS), at=Millis(MONDAY - OLD_MS))
    leave_feed(library, source, keep=("today",))
    assert library.retention.tidy(at=MONDAY).articles == 1
    assert old not in shown(library)
    assert edge in shown(library)


def test_what_a_feed_brought_late_with_an_old_date_has_its_400_days_here(library: Library, source: SourceId) -> None:
    store(library, source, an_article("back catalogue", at=LONG_AGO), at=Millis(MONDAY - DAY_MS))
    leave_feed(library, source, keep=("today",))
    assert library.retention.tidy(at=MONDAY).articles == 0


def test_nothing_goes_while_it_is_in_the_feed_of_any_source(library: Library, source: SourceId) -> None:
    (there,) = old_ones(library, source, "there", gone=False)
    (elsewhere,) = old_ones(library, add_source(library, "other"), "elsewhere")
    leave_feed(library, add_source(library, "third"))
    join(library, add_source(library, "third"), "joined", elsewhere)
    assert library.retention.tidy(at=MONDAY).articles == 0
    assert {there, elsewhere} <= shown(library)


def test_beyond_the_newest_thousand_of_a_source_the_oldest_go(library: Library) -> None:
    source = add_source(library)
    ids = store(
        library, source, *(an_article(f"{n}", at=MONDAY - n) for n in range(NEWEST_KEPT + 3)), at=MONDAY, index=False
    )
    assert library.retention.tidy(at=MONDAY).articles == 0
    leave_feed(library, source)
    assert library.retention.tidy(at=MONDAY).articles == 3
    assert shown(library) == set(ids[:NEWEST_KEPT])


@pytest.mark.parametrize("kept", ["starred", "archived", "collected", "kept revision", "linked"])
def test_what_a_person_marked_stays(library: Library, tmp_path: Path, source: SourceId, kept: str) -> None:
    marked, other = old_ones(library, source, "marked", "other")
    mark(library, tmp_path, marked, kept, source)
    library.retention.tidy(at=MONDAY)
    library.retention.purge(before=TOMORROW)
    assert marked in shown(library)
    assert other not in shown(library)


def test_reading_an_article_alone_keeps_it_not(library: Library, source: SourceId) -> None:
    (read,) = old_ones(library, source, "read")
    library.marks.set([read], MarkKind.READ, True, at=MONDAY)
    assert library.retention.tidy(at=MONDAY).articles == 1


def mark(library: Library, folder: Path, item: ItemId, how: str, source: SourceId) -> None:
    """Do to an article what keeps it."""
    match how:
        case "starred":
            library.marks.set([item], MarkKind.STARRED, True, at=MONDAY)
        case "archived":
            library.marks.set([item], MarkKind.ARCHIVED, True, at=MONDAY)
        case "collected":
            collect(folder, item)
        case "linked":
            link_to(folder, item)
        case "kept revision":
            change(library, source, "marked", "other", "words")
            leave_feed(library, source, keep=("today",))
            keep_revision(folder, item)


def test_the_preview_tells_what_would_go_and_changes_nothing(
    library: Library, tmp_path: Path, source: SourceId
) -> None:
    old_ones(library, source, "a", "bb")
    other = add_source(library, "other")
    store(library, other, an_article("c", at=LONG_AGO), at=LONG_AGO)
    leave_feed(library, other)
    before = whole_content(tmp_path)
    preview = library.retention.preview(at=MONDAY)
    assert preview.articles == 3
    assert preview.sources == (("News", 2), ("Other", 1))
    texts = sum(len(key) + len(f"text of {key}") + len(f"<p>text of {key}</p>") for key in ("a", "bb", "c"))
    assert preview.size_bytes == texts
    assert whole_content(tmp_path) == before


def test_a_tidying_undone_leaves_the_library_as_it_was(library: Library, tmp_path: Path, source: SourceId) -> None:
    ids = old_ones(library, source, *(f"old {n}" for n in range(PUT_ASIDE_AT_ONCE + 5)))
    library.marks.set(ids[:4], MarkKind.READ, True, at=MONDAY)
    before = whole_content(tmp_path)
    tidied = library.retention.tidy(at=MONDAY)
    assert library.retention.last() == tidied
    assert tidied.articles == len(ids)
    assert library.articles.count(ArticleQuery(text="old"), cap=10_000) == 0
    assert library.retention.undo(tidied.at) == len(ids)
    assert whole_content(tmp_path) == before
    assert library.retention.last() is None


def test_an_undo_brings_back_one_tidying_alone(library: Library, source: SourceId) -> None:
    (first,) = old_ones(library, source, "first")
    library.retention.tidy(at=MONDAY)
    (second,) = old_ones(library, source, "second")
    later = library.retention.tidy(at=Millis(MONDAY + 5))
    assert library.retention.undo(Millis(12345)) == 0
    assert library.retention.undo(later.at) == 1
    assert second in shown(library)
    assert first not in shown(library)


def test_after_a_day_it_is_gone_whole_and_the_index_forgets_it(
    library: Library, tmp_path: Path, source: SourceId
) -> None:
    old_ones(library, source, *(f"gone {n}" for n in range(DELETED_AT_ONCE + 5)))
    library.retention.tidy(at=MONDAY)
    assert library.retention.purge(before=MONDAY) == 0
    assert library.retention.purge(before=TOMORROW) == DELETED_AT_ONCE + 5
    index_all(library)
    assert [check for check in library.health.check() if not check.ok] == []
    with raw(tmp_path) as connection:
        assert connection.execute("SELECT count(*) FROM item").fetchone() == (1,)
        assert connection.execute("SELECT count(*) FROM tidied").fetchone() == (0,)


def test_a_feed_does_not_bring_back_as_new_what_was_deleted(library: Library, source: SourceId) -> None:
    old_ones(library, source, "gone")
    library.retention.tidy(at=MONDAY)
    library.retention.purge(before=TOMORROW)
    assert library.known_entries.tombstones(source) == {"gone"}


def test_what_comes_back_into_its_feed_before_the_day_is_over_comes_back(library: Library, source: SourceId) -> None:
    (back,) = old_ones(library, source, "back")
    library.retention.tidy(at=MONDAY)
    library.entries.store(source, EntryChanges(seen=("today", "back")), at=MONDAY)
    library.retention.purge(before=TOMORROW)
    assert back in shown(library)
    assert library.known_entries.tombstones(source) == frozenset()


def test_what_is_starred_by_its_number_before_the_day_is_over_comes_back(library: Library, source: SourceId) -> None:
    (starred,) = old_ones(library, source, "starred")
    library.retention.tidy(at=MONDAY)
    library.marks.set([starred], MarkKind.STARRED, True, at=MONDAY)
    library.retention.tidy(at=MONDAY)
    assert starred in shown(library)


def test_a_clock_that_is_years_ahead_makes_nothing_old(library: Library, source: SourceId) -> None:
    store(library, source, an_article("younger", at=MONDAY - DAY_MS), at=Millis(MONDAY - DAY_MS))
    leave_feed(library, source, keep=("today",))
    assert library.retention.tidy(at=Millis(MONDAY + 70 * 365 * DAY_MS)).articles == 0


def test_what_was_tidied_by_a_wrong_clock_is_deleted_a_day_after_the_right_one(
    library: Library, source: SourceId
) -> None:
    old_ones(library, source, "old")
    library.retention.tidy(at=Millis(MONDAY + 70 * 365 * DAY_MS))
    library.retention.tidy(at=MONDAY)
    assert library.retention.last() is not None
    assert library.retention.purge(before=TOMORROW) == 1


def test_undo_leaves_what_went_with_its_source_until_the_source_comes_back(library: Library, source: SourceId) -> None:
    (old,) = old_ones(library, source, "old")
    tidied = library.retention.tidy(at=MONDAY)
    removed = library.sources.remove(source, at=MONDAY)
    library.retention.undo(tidied.at)
    assert shown(library) == set()
    library.sources.put_back(removed)
    assert old in shown(library)


def test_a_source_put_back_does_not_bring_what_was_tidied(library: Library, source: SourceId) -> None:
    (old,) = old_ones(library, source, "old")
    tidied = library.retention.tidy(at=MONDAY)
    library.sources.put_back(library.sources.remove(source, at=MONDAY))
    assert old not in shown(library)
    library.retention.undo(tidied.at)
    assert old in shown(library)


def test_a_tidying_that_is_stopped_is_undone_as_far_as_it_came(library: Library, source: SourceId) -> None:
    old_ones(library, source, "old")
    stop = threading.Event()
    stop.set()
    with pytest.raises(Cancelled):
        library.retention.tidy(at=MONDAY, cancel=stop)
    assert library.retention.last() is None


def test_a_reader_sees_the_library_while_it_is_tidied(library: Library, tmp_path: Path, source: SourceId) -> None:
    """Every piece is a transaction of its own, so others read and write between them."""
    old_ones(library, source, *(f"{n}" for n in range(2 * PUT_ASIDE_AT_ONCE)))
    beside, held = a_library(tmp_path), list[int]()

    class Look:
        def is_set(self) -> bool:
            held.append(beside.articles.count(ArticleQuery(), cap=10_000))
            beside.choices.put("seen", len(held))
            return False

    library.retention.tidy(at=MONDAY, cancel=Look())
    beside.close()
    assert held == [2 * PUT_ASIDE_AT_ONCE + 1, PUT_ASIDE_AT_ONCE + 1]


def test_somebody_who_wants_to_write_gets_in_between_two_pieces(
    library: Library, tmp_path: Path, source: SourceId
) -> None:
    """SQLite keeps no queue: without a pause who waits is passed over until they are refused."""
    old_ones(library, source, *(f"{n}" for n in range(4 * PUT_ASIDE_AT_ONCE)))
    written, done = list[int](), threading.Event()

    def keep_writing() -> None:
        own = a_library(tmp_path)
        while not done.is_set():
            own.choices.put("seen", len(written))
            written.append(own.articles.count(ArticleQuery(), cap=10_000))
            written_once.set()
        own.close()

    written_once = threading.Event()
    beside = threading.Thread(target=keep_writing)
    beside.start()
    written_once.wait()
    library.retention.tidy(at=MONDAY)
    done.set()
    beside.join()
    between = {n * PUT_ASIDE_AT_ONCE + 1 for n in (1, 2, 3)}
    assert between & set(written) != set()


MARKS = ("starred", "archived", "collected", "linked", "none", "none", "none")
ARTICLE = st.tuples(st.integers(-900, 5), st.integers(-900, 0), st.booleans(), st.sampled_from(MARKS))


@given(articles=st.lists(ARTICLE, min_size=1, max_size=12), days=st.integers(-1_000, 40_000))
@settings(deadline=None)
def test_whatever_the_library_holds_nothing_marked_or_in_a_feed_is_tidied(
    tmp_path_factory: pytest.TempPathFactory,
    articles: Sequence[tuple[int, int, bool, str]],
    days: int,
) -> None:
    folder = tmp_path_factory.mktemp("property")
    library = a_library(folder)
    source = add_source(library)
    kept = set()
    for number, (published, seen, in_feed, how) in enumerate(articles):
        new = an_article(f"{number}", at=MONDAY + published * DAY_MS)
        (item,) = store(library, source, new, at=Millis(MONDAY + seen * DAY_MS), index=False)
        mark(library, folder, item, how, source)
        if in_feed or how != "none":
            kept.add(item)
    leave_feed(library, source, keep=[f"{n}" for n, (_, _, in_feed, _) in enumerate(articles) if in_feed])
    at = Millis(MONDAY + days * DAY_MS)
    before = whole_content(folder)
    tidied = library.retention.tidy(at=at)
    assert kept <= shown(library)
    library.retention.undo(tidied.at)
    assert whole_content(folder) == before
    library.retention.tidy(at=at)
    library.retention.purge(before=Millis(at + 1))
    assert kept <= shown(library)
    assert [check for check in library.health.check() if not check.ok] == []
    library.close()
