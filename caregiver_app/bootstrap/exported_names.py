"""Names that a person gave to sources and topics, read by the guard before a list of sources leaves this computer.

A list is written without questions, so what would have to be settled is not written: the publisher's title stands in
the place of a name that gives somebody away, and a source stands outside such a topic.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from caregiver_app.links.parts import take_apart
from caregiver_app.model.guard import Words
from caregiver_app.model.source import Source, SourceId

if TYPE_CHECKING:
    from caregiver_app.bootstrap.guarding import Guarding


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesThatLeave:
    """`sources` as they may stand in a list. `left_out` counts names that may not; `unchecked`: notes were locked."""

    sources: tuple[Source, ...]
    left_out: int
    unchecked: bool


def names_that_leave(
    sources: Iterable[Source], typed: Mapping[SourceId, str], topics: Mapping[str, str], guarding: Guarding
) -> NamesThatLeave:
    """Return `sources` without the names that give somebody away; while care notes are locked, without any.

    `typed` has the publisher's title of each source whose own may be a person's; `topics` the names of theirs by id.

    Raises:
        StorageError: the file of the care notes is in the way.
        VaultError: the care notes are damaged.
    """
    every = tuple(sources)
    used = sorted({topic for source in every for topic in source.topics} & topics.keys())
    own = [source for source in every if source.id in typed]
    texts = [*(source.title for source in own), *(topics[topic] for topic in used)]
    looked = guarding.look_through([Words(text=text) for text in texts])
    refused = [looked.unchecked or bool(found) for found in looked.found]
    titles = {source.id for source, no in zip(own, refused, strict=False) if no}
    folders = {topic for topic, no in zip(used, refused[len(own) :], strict=True) if no}
    return NamesThatLeave(
        sources=tuple(_named(source, typed, titles, folders) for source in every),
        left_out=sum(refused),
        unchecked=looked.unchecked and any(refused),
    )


def _named(source: Source, typed: Mapping[SourceId, str], titles: set[SourceId], folders: set[str]) -> Source:
    topics = tuple(topic for topic in source.topics if topic not in folders)
    title = (typed[source.id] or _host(source.url)) if source.id in titles else source.title
    return replace(source, title=title, topics=topics)


def _host(url: str) -> str:
    parts = take_apart(url)
    return "" if parts is None else parts.host
