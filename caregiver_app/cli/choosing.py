"""Finds what people name on the command line: sources by their numbers, the rest by name or number."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, TypeVar

from caregiver_app.cli.failures import CommandFailed
from caregiver_app.feeds.starter_topics import topic_title
from caregiver_app.model.source import Source, SourceId
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import Sentence

if TYPE_CHECKING:
    from caregiver_app.library.store import Library
    from caregiver_app.model.collection import Collection, SavedSearch

T = TypeVar("T")


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
    raise _unknown("topic", _("There is no topic called {name}."), named, _("To see them all: caregiver topic list"))


def find_collection(library: Library, named: str) -> Collection:
    """Return the collection with this name, whatever the case and the accents, or with this number.

    Raises:
        CommandFailed: there is none.
    """
    found = _called(library.collections.list(), named, lambda one: (one.name, one.id))
    if found is None:
        see = _("To see them all: caregiver collection list")
        raise _unknown("collection", _("There is no collection called {name}."), named, see)
    return found


def find_saved_search(library: Library, named: str) -> SavedSearch:
    """Return the saved search with this name, whatever the case and the accents, or with this number.

    Raises:
        CommandFailed: there is none.
    """
    found = _called(library.saved_searches.list(), named, lambda one: (one.name, one.id))
    if found is None:
        see = _("To see them all: caregiver saved list")
        raise _unknown("search", _("There is no saved search called {name}."), named, see)
    return found


def _called(things: Sequence[T], typed: str, of: Callable[[T], tuple[str, int]]) -> T | None:
    """Return what has the name that was typed, else what has that number; `of` tells the two of each."""
    from caregiver_app.library.word_forms import fold

    wanted = fold(" ".join(typed.split()))
    by_name = (thing for thing in things if fold(of(thing)[0]) == wanted)
    by_number = (thing for thing in things if str(of(thing)[1]) == typed)
    return next(by_name, None) or next(by_number, None)


def _unknown(kind: str, pattern: str, named: str, see: str) -> CommandFailed:
    return CommandFailed(f"unknown-{kind}", Sentence(happened=pattern.format(name=named), to_do=see))
