"""Which pages a list of resources is of: those that were named, those of a collection, or the good ones of a topic."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from caregiver_app.model.article import ArticleRow, CollectionId, Sort
from caregiver_app.model.awareness_day import EVERYWHERE
from caregiver_app.model.errors import LibraryError
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.trust import Subject, subject_kind_of
from caregiver_app.printing.resource_list import MOST_RESOURCES

if TYPE_CHECKING:
    from caregiver_app.library.store import Library
    from caregiver_app.model.sheets.wishes import PublicWish

_LOOKED_THROUGH = 1_000
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
    if not wish.topic:
        return ()
    found = _of_topic(library, wish.topic, wish.language.partition("-")[0])
    return _of_country(library, found, wish.country or library.topics.place()[0])[:MOST_RESOURCES]


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
    """Return what is in the language, or all of it where nothing is. Texts of packs without an address lead nowhere."""
    queries = [ArticleQuery(topic=topic, guides=True, language=language)]
    queries += [ArticleQuery(text=text, topic=topic, with_links=True, sort=Sort.TITLE) for text in _PAGES_OF_A_TOPIC]
    rows = {row.id: row for query in queries for row in library.articles.page(query, limit=_LOOKED_THROUGH).rows}
    there = [row for row in rows.values() if row.url and row.language.partition("-")[0] in ("", language)]
    return _subjects(there or [row for row in rows.values() if row.url])


def _of_country(library: Library, subjects: tuple[Subject, ...], country: str) -> tuple[Subject, ...]:
    """Return what is for people of a country, or all of it where nothing is; what says no country is for everybody."""
    if not country:
        return subjects
    there = (*EVERYWHERE, country[:2])
    return tuple(each for each in subjects if _country_of(library, each) in there) or subjects


def _country_of(library: Library, subject: Subject) -> str:
    thing = library.subjects.of(subject)
    number = None if thing is None else thing.organisation_id
    owner = None if number is None else library.organisations.get(number)
    return "" if owner is None else owner.country[:2]


def _subjects(rows: Iterable[ArticleRow]) -> tuple[Subject, ...]:
    kinds = ((subject_kind_of(row.kind), row.id) for row in rows)
    return tuple(Subject(kind=kind, id=number) for kind, number in kinds if kind is not None)
