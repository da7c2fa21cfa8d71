"""What a search that found nothing is asked as instead: with other everyday words for the same, else by its topic."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from caregiver_app.feeds.starter_topics import topic_title, topic_words
from caregiver_app.library.search_query import SearchQuery, read_query
from caregiver_app.library.typed_words import typed_words
from caregiver_app.model.search import ArticleQuery
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.word_starts import words_of

if TYPE_CHECKING:
    from caregiver_app.library.store import Library

_FEWEST_LETTERS = 4
_QUOTES = frozenset('"“”„‟«»')


@dataclass(frozen=True, slots=True, kw_only=True)
class Instead:
    """The words that no page holds, and the topic whose pages are shown in their place; "": pages with like words."""

    words: str
    topic: str


def widened(library: Library, query: ArticleQuery) -> Iterator[tuple[ArticleQuery, str]]:
    """Yield wider questions for plain words, each with the title of the topic that it asks for, "" for none."""
    search = read_query(query.text)
    if not is_plain(search) or not _QUOTES.isdisjoint(query.text):
        return
    near = _with_near_words([term.text for (term,) in search.wanted])
    if near:
        yield replace(query, text=near, ranked=True, begun=False), ""
    topics = {topic.id: topic_title(topic.id, topic.title) for topic in library.topics.list()}
    for topic in _topics_meant(query.text, topics) if query.topic is None else ():
        yield replace(query, text="", topic=topic, ranked=True, begun=False), topics[topic]


def topics_called(typed: str, topics: dict[str, str]) -> tuple[str, ...]:
    """Return the topics, given as titles by id, that everyday words name: each word a form of one of theirs."""
    if sum(letter.isalnum() for letter in typed) < _FEWEST_LETTERS:
        return ()
    words = typed_words(typed)
    return tuple(topic for topic, title in topics.items() if words.all_in(title, topic_words(topic)))


def _topics_meant(typed: str, topics: dict[str, str]) -> tuple[str, ...]:
    called = topics_called(typed, topics)
    words = typed_words(typed)
    others = (topic for topic, title in topics.items() if words.any_in(f"{title} {topic_words(topic)}"))
    return (called or tuple(others))[:1]


def is_plain(search: SearchQuery) -> bool:
    """Return whether a search asks for nothing but words and phrases, all of them."""
    typed = all(len(group) == 1 for group in search.wanted)
    return typed and bool(search.wanted) and not search.unwanted and not search.filters


def _with_near_words(words: list[str]) -> str:
    """Return a search for the words, each or another for the same; "" where none has another."""
    asked = [_near(word) or (word,) for word in words]
    return " ".join(" OR ".join(each) for each in asked) if any(len(each) > 1 for each in asked) else ""


def _near(word: str) -> tuple[str, ...]:
    begun = "".join(words_of(word))
    if len(begun) < _FEWEST_LETTERS:
        return ()
    for group in _groups():
        there = group.split()
        if any(each.startswith(begun) for one in there for each in words_of(one)):
            return tuple(there)
    return ()


def _groups() -> tuple[str, ...]:
    """Return words that are found in place of each other: one of them is what people type, another what pages say."""
    return (
        # Translators: words for one thing that people look for, each may stand for the others
        _("bladder incontinence incontinent urine pads toilet"),
        # Translators: words for one thing that people look for, each may stand for the others
        _("holiday holidays vacation trip travel"),
        # Translators: words for one thing that people look for, each may stand for the others
        _("respite break relief rest"),
        # Translators: words for one thing that people look for, each may stand for the others
        _("medicine medicines medication drugs tablets pills"),
        # Translators: words for one thing that people look for, each may stand for the others
        _("doctor physician GP surgery clinic"),
        # Translators: words for one thing that people look for, each may stand for the others
        _("scam fraud trick con phishing hoax"),
        # Translators: words for one thing that people look for, each may stand for the others
        _("money benefits allowance pension costs"),
        # Translators: words for one thing that people look for, each may stand for the others
        _("food meal meals eating diet"),
        # Translators: words for one thing that people look for, each may stand for the others
        _("insomnia sleepless sleep night nights"),
        # Translators: words for one thing that people look for, each may stand for the others
        _("funeral death died burial"),
    )
