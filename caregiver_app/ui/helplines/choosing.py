"""Which lines and groups are shown: of one country, in one language, for the words that were typed. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from caregiver_app.feeds.starter_topics import topic_title, topic_words
from caregiver_app.model.help_lines import HelpDirectory, HelpGroup, HelpLine
from caregiver_app.support.helplines import HelpKind
from caregiver_app.support.i18n import country_name, language_name
from caregiver_app.support.sentences.helplines import kind_words, nation_words, other_kind_words
from caregiver_app.ui.word_starts import begin_like, words_of

EVERYWHERE = "INT"

_Shown = TypeVar("_Shown", HelpLine, HelpGroup)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """`country` (ISO 3166) and `language` are empty for all of them, `words` for any."""

    country: str = ""
    language: str = ""
    words: str = ""


def lines_for(directory: HelpDirectory, wanted: Wanted) -> tuple[HelpLine, ...]:
    """Return the lines that are wanted, in the order of the directory; of all countries only where words were typed.

    A line for which no language is recorded is never left out.
    """
    return _wanted(directory.lines, wanted, lambda each: _line_words(each, directory.topics))


def groups_for(directory: HelpDirectory, wanted: Wanted) -> tuple[HelpGroup, ...]:
    """Return the groups that are wanted, as `lines_for` does."""
    return _wanted(directory.groups, wanted, lambda each: _group_words(each, directory.topics))


def languages_of(directory: HelpDirectory, country: str) -> tuple[str, ...]:
    """Return the languages that are spoken on lines and in groups of a country, "" for all countries."""
    found = {
        language
        for each in directory.entries
        if country in ("", each.state) or each.state == EVERYWHERE
        for language in _languages(each)
    }
    return tuple(sorted(found, key=language_name))


def _wanted(entries: Sequence[_Shown], wanted: Wanted, said: Callable[[_Shown], str]) -> tuple[_Shown, ...]:
    typed = words_of(wanted.words)
    return tuple(
        each
        for each in entries
        if _is_there(each.state, wanted.country, searched=bool(typed))
        and (not wanted.language or not _languages(each) or wanted.language in _languages(each))
        and (not typed or begin_like(typed, said(each)))
    )


def _is_there(state: str, country: str, *, searched: bool) -> bool:
    return state == EVERYWHERE or (state == country if country else searched)


def _languages(each: HelpLine | HelpGroup) -> tuple[str, ...]:
    """Return languages without their region: somebody who speaks Spanish is at home in all of them."""
    tags = each.line.languages if isinstance(each, HelpLine) else (each.group.language,)
    return tuple(dict.fromkeys(tag.partition("-")[0] for tag in tags))


def _line_words(each: HelpLine, topics: Mapping[str, str]) -> str:
    line = each.line
    kind = HelpKind(line.kind.value)
    said = (line.name, each.organisation, kind_words(kind), other_kind_words(kind), line.serves, line.note, line.phone)
    return " ".join((*said, *_place(line.country), *_titles(line.topics, topics)))


def _group_words(each: HelpGroup, topics: Mapping[str, str]) -> str:
    group = each.group
    said = (group.name, each.organisation, group.summary, group.moderated)
    return " ".join((*said, *_place(group.country), *_titles(group.topics, topics)))


def _titles(ids: Sequence[str], topics: Mapping[str, str]) -> Iterator[str]:
    return (f"{topic_title(topic, topics.get(topic, ''))} {topic_words(topic)}" for topic in ids)


def _place(country: str) -> tuple[str, str]:
    state, _apart, part = country.partition("-")
    return ("" if state == EVERYWHERE else country_name(state), nation_words(part))
