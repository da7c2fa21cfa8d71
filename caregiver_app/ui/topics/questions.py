"""What the choice of topics asks of the library, as functions that run in the library's own thread."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from caregiver_app.model.organisation import Topic
from caregiver_app.model.source import Source
from caregiver_app.model.time import Millis

if TYPE_CHECKING:
    from caregiver_app.library.store import Library

ASKED = "topics_asked"
"""The choice that remembers that somebody was asked for topics once, so that nobody is asked twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Somebody who would be asked for pages, and at which hosts."""

    name: str
    hosts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A choice of topics that is now in the library: the one before it, and who would be asked from now on."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    contacts: tuple[Contact, ...]


def list_topics(library: Library) -> tuple[Topic, ...]:
    """Return the topics that anybody writes about, and those that are chosen."""
    return tuple(topic for topic in library.topics.list() if topic.sources or topic.chosen)


def was_asked(library: Library) -> bool:
    """Return whether somebody was asked for topics before."""
    return library.choices.get(ASKED, False)


def choose_topics(library: Library, ids: Collection[str], at: Millis) -> Chosen:
    """Make exactly these the chosen topics; their sources are on from now on."""
    with library.write("topics.choose-all"):
        before = library.topics.chosen()
        library.topics.choose(ids, at=at)
        library.choices.put(ASKED, True)
    return Chosen(before=before, after=library.topics.chosen(), contacts=contacts(library.sources.list(enabled=True)))


def contacts(sources: Collection[Source]) -> tuple[Contact, ...]:
    """Return who is asked for these sources, by name."""
    hosts: dict[str, set[str]] = {}
    for source in sources:
        host = (urlsplit(source.url).hostname or "").removeprefix("www.")
        hosts.setdefault(source.organisation or source.title, set()).add(host)
    found = (Contact(name=name, hosts=tuple(sorted(of_name))) for name, of_name in hosts.items())
    return tuple(sorted(found, key=lambda contact: contact.name.casefold()))
