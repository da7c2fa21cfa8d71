"""What the choice of topics asks of the library, as functions that run in the library's own thread."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from caregiver_app.bootstrap.channel_asking import with_address
from caregiver_app.model.channel import TrustedChannel
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
class Offer:
    """What may be chosen: topics, and the countries (ISO 3166) that their sources speak for; "" is anywhere."""

    topics: tuple[Topic, ...]
    countries: tuple[str, ...]
    country: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What somebody chose: topics, and the country they live in."""

    topics: tuple[str, ...]
    country: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A choice that is now in the library: the one before it, and who would be asked from now on."""

    before: Wanted
    after: Wanted
    contacts: tuple[Contact, ...]


def list_offer(library: Library, *, every: bool = False) -> Offer:
    """Return the topics that anybody writes about and those that are chosen, or `every` one, and the countries."""
    country, _ = library.topics.place()
    return Offer(
        topics=tuple(topic for topic in library.topics.list() if every or topic.sources or topic.chosen),
        countries=library.topics.countries(),
        country=country,
    )


def was_asked(library: Library) -> bool:
    """Return whether somebody was asked for topics before."""
    return library.choices.get(ASKED, False)


def choose(library: Library, wanted: Wanted, language: str, at: Millis) -> Chosen:
    """Make exactly this the choice; what fits it, the country and the language is on from now on."""
    with library.write("topics.choose-all"):
        before = _wanted(library)
        library.topics.live_in(wanted.country, language)
        library.topics.choose(wanted.topics, at=at)
        library.choices.put(ASKED, True)
        after = _wanted(library)
    return Chosen(before=before, after=after, contacts=contacts_of(library))


def contacts_of(library: Library) -> tuple[Contact, ...]:
    """Return who is asked by an update, by name: for pages, and for newer packs."""
    return contacts(library.sources.list(enabled=True), with_address(library))


def contacts(sources: Collection[Source], channels: Collection[TrustedChannel] = ()) -> tuple[Contact, ...]:
    """Return who is asked for these sources, and for packs of these channels, by name."""
    hosts: dict[str, set[str]] = {}
    for source in sources:
        hosts.setdefault(source.organisation or source.title, set()).add(_host(source.url))
    for channel in channels:
        hosts.setdefault(channel.name, set()).add(_host(channel.address))
    found = (Contact(name=name, hosts=tuple(sorted(of_name))) for name, of_name in hosts.items())
    return tuple(sorted(found, key=lambda contact: contact.name.casefold()))


def _host(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")


def _wanted(library: Library) -> Wanted:
    country, _ = library.topics.place()
    return Wanted(topics=library.topics.chosen(), country=country)
