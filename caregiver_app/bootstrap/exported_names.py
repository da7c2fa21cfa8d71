"""Names and addresses of sources, read by the guard before a list of sources leaves this computer.

A list is written without questions, so what would have to be settled is not written: the publisher's title stands in
the place of a name that gives somebody away, and a source stands outside such a topic. A source whose address holds a
word of the open care notes is left out. What ships with the application is the same for everybody and stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from caregiver_app.links.parts import take_apart
from caregiver_app.model.guard import Looked, Words
from caregiver_app.model.source import Source, SourceId

if TYPE_CHECKING:
    from caregiver_app.bootstrap.guarding import Guarding

_SHIPPED = "starter/"


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesThatLeave:
    """`sources` as they may stand in a list. `left_out` counts names that may not; `unchecked`: notes were locked.

    `hidden` are the sources that are not in `sources`: their addresses hold words of the care notes. `unread` counts
    those of `sources` that do not ship and whose addresses and publishers' titles could not be read for such words.
    """

    sources: tuple[Source, ...]
    left_out: int
    unchecked: bool
    hidden: tuple[SourceId, ...] = ()
    unread: int = 0


def names_that_leave(
    sources: Iterable[Source], typed: Mapping[SourceId, str], topics: Mapping[str, str], guarding: Guarding
) -> NamesThatLeave:
    """Return `sources` without what gives somebody away; while care notes are locked, without any name a person gave.

    `typed` has the publisher's title of each source whose own may be a person's; `topics` the names of theirs by id.
    Addresses and publishers' titles are looked through for the words of open notes only; those of locked notes leave as
    they are and are counted, since a list without them would be none.

    Raises:
        StorageError: the file of the care notes is in the way.
        VaultError: the care notes are damaged.
    """
    from caregiver_app.guard.readable import in_words

    every = tuple(sources)
    used = sorted({topic for source in every for topic in source.topics} & topics.keys())
    own = [source for source in every if source.id in typed]
    added = [source for source in every if not source.uid.startswith(_SHIPPED)]
    names = [*(source.title for source in own), *(topics[topic] for topic in used)]
    published = sorted({text for source in added for text in _published(source, typed)})
    looked = guarding.look_through(
        [*(Words(text=text) for text in names), *(Words(text=in_words(text), typed=False) for text in published)]
    )
    refused = [looked.unchecked or bool(found) for found in looked.found[: len(names)]]
    private = _private(published, looked)
    titles = {source.id for source, no in zip(own, refused, strict=False) if no}
    titles |= {source.id for source in added if source.title in private}
    folders = {topic for topic, no in zip(used, refused[len(own) :], strict=True) if no}
    hidden = tuple(source.id for source in added if source.url in private)
    leaving = [source for source in every if source.id not in hidden]
    return NamesThatLeave(
        sources=tuple(_named(source, typed, titles, folders, private) for source in leaving),
        left_out=len(titles.difference(hidden)) + len(folders),
        unchecked=looked.unchecked and any(refused),
        hidden=hidden,
        unread=len(added) if looked.unchecked else 0,
    )


def _published(source: Source, typed: Mapping[SourceId, str]) -> tuple[str, ...]:
    return source.url, source.homepage, source.title, typed.get(source.id, "")


def _private(published: list[str], looked: Looked) -> frozenset[str]:
    found = looked.found[len(looked.found) - len(published) :]
    return frozenset(text for text, findings in zip(published, found, strict=True) if findings)


def _named(
    source: Source, typed: Mapping[SourceId, str], titles: set[SourceId], folders: set[str], private: frozenset[str]
) -> Source:
    topics = tuple(topic for topic in source.topics if topic not in folders)
    publishers = typed.get(source.id, "")
    others = _host(source.url) if not publishers or publishers in private else publishers
    homepage = "" if source.homepage in private else source.homepage
    return replace(source, title=others if source.id in titles else source.title, topics=topics, homepage=homepage)


def _host(url: str) -> str:
    parts = take_apart(url)
    return "" if parts is None else parts.host
