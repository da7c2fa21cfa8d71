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
