"""Earlier texts are kept compressed; a damaged one never hides the article."""

from __future__ import annotations

import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from caregiver_app.library.store import Library
from caregiver_app.model.article import ItemId
from caregiver_app.model.errors import UnknownItem
from caregiver_app.model.source import SourceId
from caregiver_app.model.time import Millis
from tests.helpers.library import DAY_MS, LATER, a_state, add_source, an_article, change, known_entry, raw, store


@pytest.fixture
def item(library: Library) -> ItemId:
    """An article with two earlier texts."""
    source = add_source(library)
    (item,) = store(library, source, an_article("k", "One", "naïve \U0001f600 first"))
    change(library, source, "k", "Two", "second")
    change(library, source, "k", "Three", "third")
    return item


def test_an_earlier_text_comes_back_letter_by_letter(library: Library, item: ItemId) -> None:
    assert library.articles.get(item).revisions[0].text == "naïve \U0001f600 first"


@pytest.mark.parametrize(
    "blob",
    [
        b"",
        b"not compressed",
        zlib.compress(b"whole")[:-2],
        zlib.compress(b"\xff no text"),
        zlib.compress(bytes(4_000_001)),
    ],
    ids=["empty", "not compressed", "cut short", "no text", "longer than any text"],
)
def test_a_damaged_earlier_text_is_left_out_and_the_doctor_counts_it(
    library: Library, item: ItemId, tmp_path: Path, blob: bytes
) -> None:
    with raw(tmp_path) as connection:
        connection.execute("UPDATE revision SET html = ? WHERE n = 1", (blob,))
    article = library.articles.get(item)
    assert article.text == "third"
    assert [revision.n for revision in article.revisions] == [2]
    (check,) = (check for check in library.health.check() if check.name == "revisions-whole")
    assert (check.ok, check.detail) == (False, "1")


def revise(library: Library, source: SourceId, times: int, *, first: int = 0) -> None:
    """Change the article of a source so often, a minute apart."""
    for n in range(first, first + times):
        change(library, source, "k", "One", f"text {n}", at=Millis(LATER + n * 60_000))


def texts_kept(library: Library, item: ItemId) -> list[str]:
    return [revision.text for revision in library.articles.get(item).revisions]


@pytest.fixture
def source(library: Library) -> SourceId:
    """A source with one article."""
    source = add_source(library)
    store(library, source, an_article("k", "One", "text at first"))
    return source


def item_of(library: Library, source: SourceId) -> ItemId:
    return known_entry(library, source, "k").item_id


def test_at_most_twenty_four_earlier_texts_are_kept_and_the_oldest_goes_first(
    library: Library, source: SourceId
) -> None:
    revise(library, source, 24)
    item = item_of(library, source)
    assert texts_kept(library, item) == ["text at first", *(f"text {n}" for n in range(23))]
    assert not library.sources.get(source).churning
    revise(library, source, 2, first=24)
    assert texts_kept(library, item) == [f"text {n}" for n in range(1, 25)]
    assert [revision.n for revision in library.articles.get(item).revisions] == list(range(3, 27))


def test_a_source_whose_article_changes_beyond_that_is_labelled_for_a_month(library: Library, source: SourceId) -> None:
    revise(library, source, 25)
    library.source_states.put(replace(a_state(source), last_checked_at=Millis(LATER + DAY_MS)))
    assert library.sources.get(source).churning
    library.source_states.put(replace(a_state(source), last_checked_at=Millis(LATER + 40 * DAY_MS)))
    assert not library.sources.get(source).churning


def test_what_a_person_keeps_never_goes_and_takes_no_place_from_the_others(library: Library, source: SourceId) -> None:
    revise(library, source, 3)
    item = item_of(library, source)
    library.revisions_kept.set(item, 1, True, at=LATER)
    library.revisions_kept.set(item, 2, True, at=LATER)
    revise(library, source, 40, first=3)
    kept = library.articles.get(item).revisions
    assert [revision.text for revision in kept[:2]] == ["text at first", "text 0"]
    assert [revision.kept for revision in kept] == [True, True, *[False] * 24]
    library.revisions_kept.set(item, 1, False, at=LATER)
    revise(library, source, 1, first=43)
    assert [revision.n for revision in library.articles.get(item).revisions if revision.kept] == [2]
    assert len(texts_kept(library, item)) == 25


def test_keeping_twice_is_keeping_once(library: Library, source: SourceId) -> None:
    revise(library, source, 1)
    item = item_of(library, source)
    for _ in range(2):
        library.revisions_kept.set(item, 1, True, at=LATER)
    assert [revision.kept for revision in library.articles.get(item).revisions] == [True]
    for _ in range(2):
        library.revisions_kept.set(item, 1, False, at=LATER)
    assert [revision.kept for revision in library.articles.get(item).revisions] == [False]


@pytest.mark.parametrize(("offset", "n"), [(0, 7), (999, 1)], ids=["no-such-text", "no-such-article"])
def test_an_earlier_text_that_is_not_there_cannot_be_kept(
    library: Library, source: SourceId, offset: int, n: int
) -> None:
    revise(library, source, 1)
    with pytest.raises(UnknownItem):
        library.revisions_kept.set(ItemId(item_of(library, source) + offset), n, True, at=LATER)


def test_changes_are_listed_last_first_with_both_texts(library: Library, source: SourceId) -> None:
    other = add_source(library, "other")
    store(library, other, an_article("b", "Other", "before"), an_article("c", "Still", "same"))
    change(library, other, "b", "Other, new", "after", at=Millis(LATER + 1))
    revise(library, source, 2)
    changes = library.changes.list()
    assert [change.title for change in changes] == ["One", "Other, new"]
    assert [change.seen_at for change in changes] == [LATER + 60_000, LATER + 1]
    assert library.changes.list(since=Millis(LATER + 2)) == changes[:1]
    assert library.changes.list(limit=1) == changes[:1]
    last, first = library.changes.of(changes[0].item_id)
    assert (first.n, first.seen_at, first.before, first.after) == (1, LATER, "One\n\ntext at first", "One\n\ntext 0")
    assert (last.n, last.seen_at, last.before, last.after) == (2, LATER + 60_000, "One\n\ntext 0", "One\n\ntext 1")


def test_an_article_that_never_changed_has_no_changes_and_one_that_is_not_there_is_told(
    library: Library, source: SourceId
) -> None:
    assert library.changes.list() == ()
    assert library.changes.of(item_of(library, source)) == ()
    with pytest.raises(UnknownItem):
        library.changes.of(ItemId(999))


def test_changes_of_a_removed_source_are_not_listed(library: Library, source: SourceId) -> None:
    revise(library, source, 1)
    item = item_of(library, source)
    library.sources.remove(source, at=LATER)
    assert library.changes.list() == ()
    with pytest.raises(UnknownItem):
        library.changes.of(item)
