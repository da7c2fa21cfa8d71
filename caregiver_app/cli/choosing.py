"""Finds what people name on the command line: sources by their numbers, topics by id or title."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from caregiver_app.cli.failures import CommandFailed
from caregiver_app.feeds.starter_topics import topic_title
from caregiver_app.model.source import Source, SourceId
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import Sentence

if TYPE_CHECKING:
    from caregiver_app.library.store import Library
    from caregiver_app.model.collection import Collection, SavedSearch


def find_sources(library: Library, ids: Iterable[int]) -> tuple[Source, ...]:
    """Return the sources with these numbers, each once.

    Raises:
        UnknownSource: one of them is nobody's.
    """
    return tuple(library.sources.get(SourceId(number)) for number in dict.fromkeys(ids))


def find_topic(library: Library, named: str) -> str:
    """Return the id of the topic that has this id or this title, whatever the case.

    Raises:
        CommandFailed: there is none.
    """
    wanted = named.strip().casefold()
    for topic in library.topics.list():
        names = (topic.id, topic.title, topic_title(topic.id, topic.title))
        if wanted in (name.casefold() for name in names):
            return topic.id
    raise CommandFailed(
        "unknown-topic",
        Sentence(
            happened=_("There is no topic called {name}.").format(name=named),
            to_do=_("To see them all: caregiver topic list"),
        ),
    )


def find_collection(library: Library, named: str) -> Collection:
    """Return the collection with this name, whatever the case and the accents, or with this number.

    Raises:
        CommandFailed: there is none.
    """
    collections = library.collections.list()
    for collection in collections:
        if _same(collection.name, named):
            return collection
    for collection in collections:
        if named == str(collection.id):
            return collection
    raise CommandFailed(
        "unknown-collection",
        Sentence(
            happened=_("There is no collection called {name}.").format(name=named),
            to_do=_("To see them all: caregiver collection list"),
        ),
    )


def find_saved_search(library: Library, named: str) -> SavedSearch:
    """Return the saved search with this name, whatever the case and the accents, or with this number.

    Raises:
        CommandFailed: there is none.
    """
    searches = library.saved_searches.list()
    for search in searches:
        if _same(search.name, named):
            return search
    for search in searches:
        if named == str(search.id):
            return search
    raise CommandFailed(
        "unknown-search",
        Sentence(
            happened=_("There is no saved search called {name}.").format(name=named),
            to_do=_("To see them all: caregiver saved list"),
        ),
    )


def _same(name: str, typed: str) -> bool:
    from caregiver_app.library.word_forms import fold

    return fold(name) == fold(" ".join(typed.split()))
