"""Which pages a list of resources is of: those that were named, those of a collection, or the good ones of a topic."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from caregiver_app.model.article import ArticleRow, CollectionId, Sort
from caregiver_app.model.errors import LibraryError
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.trust import Subject, subject_kind_of
from caregiver_app.printing.resource_list import MOST_RESOURCES

if TYPE_CHECKING:
    from caregiver_app.library.store import Library
    from caregiver_app.model.sheets.wishes import PublicWish

_PAGES_OF_A_TOPIC = ("is:vetted", "kind:link")
"""What is vouched for, then what a pack lists. News of sources are no resources: they grow old."""


def subjects_of(library: Library, wish: PublicWish) -> tuple[Subject, ...]:
    """Return what stands on the list, guides first, then by title; of a topic no more than a list holds.

    Raises:
        LibraryError: there is no such collection.
    """
    if wish.subjects:
        return wish.subjects
    if wish.collection is not None:
        return _of_collection(library, CollectionId(wish.collection))
    return _of_topic(library, wish.topic, wish.language.partition("-")[0]) if wish.topic else ()


def collection_name(library: Library, collection: int) -> str:
    """Return what a collection is called.

    Raises:
        LibraryError: there is none with this id.
    """
    for each in library.collections.list():
        if each.id == collection:
            return each.name
    raise LibraryError("collection")


def _of_collection(library: Library, collection: CollectionId) -> tuple[Subject, ...]:
    collection_name(library, collection)
    query = ArticleQuery(collection=collection, with_guides=True, with_links=True, muted=True, sort=Sort.TITLE)
    return _subjects(library.articles.page(query, limit=MOST_RESOURCES + 1).rows)


def _of_topic(library: Library, topic: str, language: str) -> tuple[Subject, ...]:
    """Return what is in the language, or all of it where nothing is."""
    queries = [ArticleQuery(topic=topic, guides=True, language=language)]
    queries += [ArticleQuery(text=text, topic=topic, with_links=True, sort=Sort.TITLE) for text in _PAGES_OF_A_TOPIC]
    rows = {row.id: row for query in queries for row in library.articles.page(query, limit=MOST_RESOURCES).rows}
    there = [row for row in rows.values() if row.language.partition("-")[0] in ("", language)]
    return _subjects(there or rows.values())[:MOST_RESOURCES]


def _subjects(rows: Iterable[ArticleRow]) -> tuple[Subject, ...]:
    kinds = ((subject_kind_of(row.kind), row.id) for row in rows)
    return tuple(Subject(kind=kind, id=number) for kind, number in kinds if kind is not None)
