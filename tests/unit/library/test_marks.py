"""Marks are a person's own: set on many at once, told what changed, taken back as they were."""

from __future__ import annotations

import pytest

from caregiver_app.library.store import Library
from caregiver_app.model.article import ArticleFilter, ArticleRow, ItemId, MarkKind
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.time import Millis
from tests.helpers.clock import MONDAY
from tests.helpers.library import LATER, add_source, an_article, change, store


@pytest.fixture
def items(library: Library) -> list[ItemId]:
    return store(library, add_source(library), *(an_article(f"k{n}", at=MONDAY - n) for n in range(4)))


def all_rows(library: Library) -> tuple[ArticleRow, ...]:
    return library.articles.page(ArticleQuery(text="is:archived")).rows + library.articles.page(ArticleQuery()).rows


@pytest.mark.parametrize("kind", list(MarkKind))
def test_setting_tells_which_items_it_changed(library: Library, items: list[ItemId], kind: MarkKind) -> None:
    assert library.marks.set(items[:2], kind, True, at=MONDAY) == tuple(sorted(items[:2]))
    assert library.marks.set(items[:3], kind, True, at=LATER) == (items[2],)
    assert library.marks.set(items, kind, False, at=LATER) == tuple(sorted(items[:3]))
    assert library.marks.set(items, kind, False, at=LATER) == ()


@pytest.mark.parametrize("kind", list(MarkKind))
def test_undoing_gives_back_equal_rows(library: Library, items: list[ItemId], kind: MarkKind) -> None:
    library.marks.set(items[:1], kind, True, at=MONDAY)
    before = all_rows(library)
    changed = library.marks.set(items, kind, True, at=LATER)
    assert all_rows(library) != before
    library.marks.set(changed, kind, False, at=LATER)
    assert all_rows(library) == before


def test_undoing_gives_back_the_sign_of_a_change_since_it_was_read(library: Library) -> None:
    source = add_source(library)
    (item,) = store(library, source, an_article("k"))
    library.marks.set([item], MarkKind.READ, True, at=MONDAY)
    change(library, source, "k", "Other", "other", at=LATER)
    before = all_rows(library)
    times = library.marks.times([item], MarkKind.READ)
    library.marks.set([item], MarkKind.READ, False, at=Millis(LATER + 1))
    library.marks.put_back(MarkKind.READ, times)
    assert all_rows(library) == before
    assert before[0].changed


def test_one_kind_of_mark_leaves_the_others_alone(library: Library, items: list[ItemId]) -> None:
    for kind in MarkKind:
        library.marks.set(items[:1], kind, True, at=MONDAY)
    library.marks.set(items[:1], MarkKind.STARRED, False, at=LATER)
    assert library.marks.times(items[:1], MarkKind.READ) == {items[0]: MONDAY}
    assert library.marks.times(items[:1], MarkKind.ARCHIVED) == {items[0]: MONDAY}
    assert library.marks.times(items[:1], MarkKind.STARRED) == {items[0]: None}


def test_items_that_are_not_there_are_passed_over(library: Library, items: list[ItemId]) -> None:
    assert library.marks.set([ItemId(99), items[0]], MarkKind.READ, True, at=MONDAY) == (items[0],)
    assert library.marks.set([], MarkKind.READ, True, at=MONDAY) == ()


def test_thousands_are_marked_at_once(library: Library) -> None:
    ids = store(library, add_source(library), *(an_article(f"k{n}") for n in range(2_000)))
    assert len(library.marks.set(ids, MarkKind.READ, True, at=MONDAY)) == 2_000


def test_marking_a_list_as_read_touches_only_what_it_shows(library: Library, items: list[ItemId]) -> None:
    other = add_source(library, "other")
    (elsewhere,) = store(library, other, an_article("x"))
    library.marks.set(items[:1], MarkKind.ARCHIVED, True, at=MONDAY)
    library.marks.set(items[1:2], MarkKind.READ, True, at=MONDAY)
    source = library.articles.get(items[2]).row.source_id
    changed = library.marks.mark_read_where(ArticleQuery(source_id=source), at=LATER)
    assert set(changed) == set(items[2:])
    assert library.marks.times([items[0], elsewhere], MarkKind.READ) == {items[0]: None, elsewhere: None}
    assert library.marks.times([items[1]], MarkKind.READ) == {items[1]: MONDAY}


def test_marking_a_list_as_read_leaves_hidden_articles_alone(library: Library, items: list[ItemId]) -> None:
    other = add_source(library, "other")
    (hidden,) = store(library, other, an_article("x"))
    removed = library.sources.remove(other, at=LATER)
    library.marks.mark_read_where(ArticleQuery(), at=LATER)
    library.sources.put_back(removed)
    assert not library.articles.get(hidden).row.read


def test_chips_follow_the_marks(library: Library, items: list[ItemId]) -> None:
    library.marks.set([items[0]], MarkKind.READ, True, at=MONDAY)
    library.marks.set([items[1]], MarkKind.STARRED, True, at=MONDAY)
    library.marks.set([items[2]], MarkKind.ARCHIVED, True, at=MONDAY)

    def shown(chip: ArticleFilter) -> list[ItemId]:
        return [row.id for row in library.articles.page(ArticleQuery(filter=chip)).rows]

    assert shown(ArticleFilter.ALL) == [items[0], items[1], items[3]]
    assert shown(ArticleFilter.NEW) == [items[1], items[3]]
    assert shown(ArticleFilter.SAVED) == [items[1]]


def test_saved_shows_what_was_archived_too(library: Library, items: list[ItemId]) -> None:
    library.marks.set([items[1]], MarkKind.STARRED, True, at=MONDAY)
    library.marks.set([items[1]], MarkKind.ARCHIVED, True, at=MONDAY)
    assert [row.id for row in library.articles.page(ArticleQuery(filter=ArticleFilter.SAVED)).rows] == [items[1]]
