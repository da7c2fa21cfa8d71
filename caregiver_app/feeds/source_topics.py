"""Which topics of the library the names in somebody's list mean: folders, `--topic`. Makes those that are missing."""

from __future__ import annotations

from collections.abc import Iterable

from caregiver_app.feeds.starter_topics import topic_title
from caregiver_app.library.store import Library
from caregiver_app.support.plain_text import one_line

MAX_NEW_TOPICS = 200  # of one list
MAX_NAME = 80  # characters

_AFTER_ALL_OTHERS = 1_000


class TopicNames:
    """Turns names into topic ids, for one addition or one list."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._room = MAX_NEW_TOPICS
        self._ids: dict[str, str] = {}
        for topic in library.topics.list():
            for name in (topic.title, topic_title(topic.id, topic.title), topic.id):
                self._ids[name.casefold()] = topic.id

    def ids_of(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return the ids of the topics with these ids or titles; new names become topics of the person's own."""
        found = (self._id_of(one_line(name)[:MAX_NAME]) for name in names)
        return tuple(dict.fromkeys(topic_id for topic_id in found if topic_id))

    def missing(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return the names that would become new topics, each once, at most as many as one list may make."""
        plain = (one_line(name)[:MAX_NAME] for name in names)
        new = {name.casefold(): name for name in plain if name and name.casefold() not in self._ids}
        return tuple(new.values())[: self._room]

    def _id_of(self, name: str) -> str:
        known = self._ids.get(name.casefold(), "")
        if known or not name or not self._room:
            return known
        self._room -= 1
        self._library.topics.define(name, name, _AFTER_ALL_OTHERS, author="user")
        self._ids[name.casefold()] = name
        return name
