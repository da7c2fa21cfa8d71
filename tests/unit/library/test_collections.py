"""Collections hold what a person put on them, whatever else happens, and every step can be taken back."""

from __future__ import annotations

import pytest

from caregiver_app.library.store import Library
from caregiver_app.model.article import CollectionId, ItemId, MarkKind
from caregiver_app.model.collection import Collection
from caregiver_app.model.errors import LibraryError
from caregiver_app.model.search import ArticleQuery
from tests.helpers.clock import MONDAY
from tests.helpers.library import LATER, add_source, an_article, store


@pytest.fixture
def items(library: Library) -> list[ItemId]:
    return store(library, add_source(library), *(an_article(f"k{n}", at=MONDAY - n) for n in range(4)))


@pytest.fixture
def shelf(library: Library) -> CollectionId:
    return library.collections.make("For the nurse", at=MONDAY)


def shown(library: Library, query: ArticleQuery) -> list[ItemId]:
    return [row.id for row in library.articles.page(query).rows]


def test_collections_stand_in_the_order_in_which_they_were_made(library: Library) -> None:
    ids = [library.collections.make(name, at=MONDAY) for name in ("Zebra", "Ant")]
    assert library.collections.list() == (
        Collection(id=ids[0], name="Zebra", items=0),
        Collection(id=ids[1], name="Ant", items=0),
    )


@pytest.mark.parametrize("name", ["For the nurse", "  FOR the\tnurse ", "for the núrse"])
def test_a_name_that_is_there_means_that_collection(library: Library, shelf: CollectionId, name: str) -> None:
    assert library.collections.make(name, at=LATER) == shelf
    assert [each.name for each in library.collections.list()] == ["For the nurse"]


@pytest.mark.parametrize(
    ("name", "kept"), [(" a \n b ", "a b"), ("x" * 300, "x" * 200), ("\0a\u202e", "a"), ("é", "é")]
)
def test_names_are_one_bounded_line(library: Library, name: str, kept: str) -> None:
    library.collections.make(name, at=MONDAY)
    assert library.collections.list()[0].name == kept


@pytest.mark.parametrize("name", ["", "  ", "\0", "\u202e"])
def test_a_name_of_nothing_is_refused(library: Library, shelf: CollectionId, name: str) -> None:
    with pytest.raises(LibraryError):
        library.collections.make(name, at=MONDAY)
    with pytest.raises(LibraryError):
        library.collections.rename(shelf, name)


def test_adding_and_taking_out_tell_what_they_changed(
    library: Library, shelf: CollectionId, items: list[ItemId]
) -> None:
    assert set(library.collections.add(shelf, items[:2], at=MONDAY)) == set(items[:2])
    assert library.collections.add(shelf, [*items[:3], ItemId(99)], at=LATER) == (items[2],)
    assert library.collections.list()[0].items == 3
    assert library.collections.holding(items[0]) == (shelf,)
    assert library.collections.take_out(shelf, items) == tuple(sorted(items[:3]))
    assert library.collections.holding(items[0]) == ()


def test_a_list_is_narrowed_to_a_collection_by_pick_and_by_name(
    library: Library, shelf: CollectionId, items: list[ItemId]
) -> None:
    other = library.collections.make("For the nurse at night", at=MONDAY)
    library.collections.add(shelf, items[:2], at=MONDAY)
    library.collections.add(other, items[2:3], at=MONDAY)
    library.marks.set(items[:1], MarkKind.ARCHIVED, True, at=MONDAY)
    assert shown(library, ArticleQuery(collection=shelf)) == items[:2]
    assert shown(library, ArticleQuery(text='in:"for the nurse"')) == items[:2]
    assert shown(library, ArticleQuery(text="in:nurse")) == items[:3]
    assert shown(library, ArticleQuery(text="in:NIGHT")) == items[2:3]
    assert shown(library, ArticleQuery(text="-in:nurse")) == items[3:]
    assert shown(library, ArticleQuery(text="in:nothing")) == []
    assert shown(library, ArticleQuery(text="k1", collection=shelf)) == items[1:2]
    assert library.articles.count(ArticleQuery(collection=shelf)) == 2


def test_removing_is_undone_with_everything(library: Library, shelf: CollectionId, items: list[ItemId]) -> None:
    library.collections.make("Second", at=MONDAY)
    library.collections.add(shelf, items[:2], at=MONDAY)
    before = library.collections.list()
    times = library.collections.times(shelf, items)
    removed = library.collections.remove(shelf)
    assert [each.name for each in library.collections.list()] == ["Second"]
    assert set(shown(library, ArticleQuery())) == set(items)
    library.collections.put_back(removed, at=LATER)
    library.collections.put_back(removed, at=LATER)
    assert library.collections.list() == before
    assert library.collections.times(shelf, items) == times == {items[1]: MONDAY, items[0]: MONDAY}


def test_a_collection_comes_back_beside_one_that_took_its_number(
    library: Library, shelf: CollectionId, items: list[ItemId]
) -> None:
    library.collections.add(shelf, items[:1], at=MONDAY)
    removed = library.collections.remove(shelf)
    taken = library.collections.make("Other", at=LATER)
    assert taken == shelf
    library.collections.put_back(removed, at=LATER)
    assert sorted((each.name, each.items) for each in library.collections.list()) == [
        ("For the nurse", 1),
        ("Other", 0),
    ]


def test_what_is_gone_meanwhile_is_passed_over(library: Library, shelf: CollectionId, items: list[ItemId]) -> None:
    library.collections.add(shelf, items, at=MONDAY)
    times = library.collections.times(shelf, items)
    library.collections.take_out(shelf, items)
    with library.write("test.delete") as writer:
        writer.execute("DELETE FROM item WHERE id = :id", {"id": items[0]})
    library.collections.put_in(shelf, times)
    assert library.collections.times(shelf, items) == dict.fromkeys(items[1:], MONDAY)
    library.collections.put_in(CollectionId(99), times)
    assert all(check.ok for check in library.health.check())


def test_what_is_asked_of_none_is_an_error_with_facts(library: Library, items: list[ItemId]) -> None:
    nobodys = CollectionId(99)
    with pytest.raises(LibraryError):
        library.collections.remove(nobodys)
    with pytest.raises(LibraryError):
        library.collections.rename(nobodys, "New")
    with pytest.raises(LibraryError):
        library.collections.add(nobodys, items, at=MONDAY)
    assert library.collections.take_out(nobodys, items) == ()


def test_renaming_keeps_place_and_items(library: Library, shelf: CollectionId, items: list[ItemId]) -> None:
    library.collections.make("Second", at=MONDAY)
    library.collections.add(shelf, items, at=MONDAY)
    library.collections.rename(shelf, " For  Ann ")
    assert library.collections.list()[0] == Collection(id=shelf, name="For Ann", items=4)


def test_other_kinds_of_items_may_stand_on_a_collection(library: Library, shelf: CollectionId) -> None:
    with library.write("test.link") as writer:
        writer.execute(
            "INSERT INTO item (id, kind, uid, title, language, created_at) VALUES (7, 'link', 'u', 't', '', 0)"
        )
    assert library.collections.add(shelf, [ItemId(7)], at=MONDAY) == (7,)
    assert library.collections.list()[0].items == 1
    assert shown(library, ArticleQuery(collection=shelf)) == []


def test_saved_searches_come_in_order_and_go_and_come_back(library: Library) -> None:
    searches = library.saved_searches
    first = searches.save("Falls", " falls is:unread ", at=MONDAY)
    second = searches.save("Sleep", "sleep", at=MONDAY)
    assert [(each.id, each.name, each.query) for each in searches.list()] == [
        (first, "Falls", "falls is:unread"),
        (second, "Sleep", "sleep"),
    ]
    assert searches.save("FALLS", "falls", at=LATER) == first
    before = searches.list()
    removed = searches.remove(first)
    assert [each.id for each in searches.list()] == [second]
    searches.put_back(removed)
    searches.put_back(removed)
    assert searches.list() == before
    searches.rename(first, "Falling")
    assert searches.list()[0].name == "Falling"


def test_a_saved_search_comes_back_beside_one_that_took_its_number(library: Library) -> None:
    removed = library.saved_searches.remove(library.saved_searches.save("One", "one", at=MONDAY))
    assert library.saved_searches.save("Two", "two", at=LATER) == removed.id
    library.saved_searches.put_back(removed)
    assert {each.query for each in library.saved_searches.list()} == {"one", "two"}


def test_a_search_for_nothing_and_one_that_is_not_there_are_refused(library: Library) -> None:
    search = library.saved_searches.save("One", "\ud800 one\0", at=MONDAY)
    for refused in (
        lambda: library.saved_searches.save("Two", " \0 ", at=MONDAY),
        lambda: library.saved_searches.save(" ", "two", at=MONDAY),
        lambda: library.saved_searches.rename(search, ""),
        lambda: library.saved_searches.rename(type(search)(99), "x"),
        lambda: library.saved_searches.remove(type(search)(99)),
    ):
        with pytest.raises(LibraryError):
            refused()
    assert len(library.saved_searches.list()) == 1
