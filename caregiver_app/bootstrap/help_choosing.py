"""Which lines and groups are shown: of one country, in one language, for the words that were typed. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from caregiver_app.feeds.starter_topics import topic_title, topic_words
from caregiver_app.library.typed_words import typed_words
from caregiver_app.model.help_lines import HelpDirectory, HelpGroup, HelpLine
from caregiver_app.model.pack_help import HelplineKind
from caregiver_app.support.helplines import HelpKind
from caregiver_app.support.i18n import country_name, language_name, pgettext
from caregiver_app.support.sentences.helplines import kind_words, nation_words, other_kind_words

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

    A line for which no language is recorded is never left out. Where no entry has all the words, those for a need that
    one of the words names: few know what a list calls it.
    """
    return _wanted(directory.lines, wanted, _line_words, lambda each: _line_needs(each, directory.topics))


def groups_for(directory: HelpDirectory, wanted: Wanted) -> tuple[HelpGroup, ...]:
    """Return the groups that are wanted, as `lines_for` does."""
    return _wanted(directory.groups, wanted, _group_words, lambda each: _needs(each.group.topics, directory.topics))


def said_in_lines(directory: HelpDirectory, wanted: Wanted) -> tuple[HelpLine, ...]:
    """Return the lines, of those that are there, that have all the words in what is said of themselves."""
    return _saying(directory.lines, wanted, _line_words)


def said_in_groups(directory: HelpDirectory, wanted: Wanted) -> tuple[HelpGroup, ...]:
    """Return groups, as `said_in_lines` does."""
    return _saying(directory.groups, wanted, _group_words)


def lines_instead(directory: HelpDirectory, wanted: Wanted) -> tuple[HelpLine, ...]:
    """Return lines for somebody whose words found none: in crisis, to which one may say anything; and where they are
    about poison, for advice about health.
    """
    poison = typed_words(wanted.words).any_in(_kind_needs(HelpKind.POISON))
    kinds = (HelplineKind.HEALTH, HelplineKind.CRISIS) if poison else (HelplineKind.CRISIS,)
    lines = lines_for(directory, Wanted(country=wanted.country))
    return tuple(each for kind in kinds for each in lines if each.line.kind is kind)


def words_to_try(directory: HelpDirectory, wanted: Wanted, *, groups: bool) -> tuple[str, ...]:
    """Return words that find a line, or a group, where somebody looks now: none that leads to nothing again."""
    find = groups_for if groups else lines_for
    # Translators: typed to find phone lines, as somebody who wants to talk types it
    words = (pgettext("typed", "talk"), pgettext("typed", "poison"), pgettext("typed", "carers"))
    return tuple(word for word in words if find(directory, replace(wanted, words=word)))


def languages_of(directory: HelpDirectory, country: str) -> tuple[str, ...]:
    """Return the languages that are spoken on lines and in groups of a country, "" for all countries."""
    found = {
        language
        for each in directory.entries
        if country in ("", each.state) or each.state == EVERYWHERE
        for language in _languages(each)
    }
    return tuple(sorted(found, key=language_name))


def _wanted(
    entries: Sequence[_Shown], wanted: Wanted, said: Callable[[_Shown], str], needs: Callable[[_Shown], str]
) -> tuple[_Shown, ...]:
    typed = typed_words(wanted.words)
    there = _there(entries, wanted, searched=bool(typed.words))
    if not typed.words:
        return tuple(there)
    found = tuple(each for each in there if typed.all_in(said(each), needs(each)))
    return found or tuple(each for each in there if typed.any_in(needs(each)))


def _saying(entries: Sequence[_Shown], wanted: Wanted, said: Callable[[_Shown], str]) -> tuple[_Shown, ...]:
    typed = typed_words(wanted.words)
    there = _there(entries, wanted, searched=True) if typed.words else []
    return tuple(each for each in there if typed.all_in(said(each), ""))


def _there(entries: Sequence[_Shown], wanted: Wanted, *, searched: bool) -> list[_Shown]:
    return [
        each
        for each in entries
        if _is_there(each.state, wanted.country, searched=searched)
        and (not wanted.language or not _languages(each) or wanted.language in _languages(each))
    ]


def _is_there(state: str, country: str, *, searched: bool) -> bool:
    return state == EVERYWHERE or (state == country if country else searched)


def _languages(each: HelpLine | HelpGroup) -> tuple[str, ...]:
    """Return languages without their region: somebody who speaks Spanish is at home in all of them."""
    tags = each.line.languages if isinstance(each, HelpLine) else (each.group.language,)
    return tuple(dict.fromkeys(tag.partition("-")[0] for tag in tags))


def _line_words(each: HelpLine) -> str:
    line = each.line
    said = (line.name, each.organisation, line.serves, line.note, line.phone)
    return " ".join((*said, *_place(line.country)))


def _line_needs(each: HelpLine, topics: Mapping[str, str]) -> str:
    return f"{_kind_needs(HelpKind(each.line.kind.value))} {_needs(each.line.topics, topics)}"


def _kind_needs(kind: HelpKind) -> str:
    return f"{kind_words(kind)} {other_kind_words(kind)}"


def _group_words(each: HelpGroup) -> str:
    group = each.group
    said = (group.name, each.organisation, group.summary, group.moderated)
    return " ".join((*said, *_place(group.country)))


def _needs(ids: Sequence[str], topics: Mapping[str, str]) -> str:
    """Return the everyday words of topics."""
    return " ".join(f"{topic_title(topic, topics.get(topic, ''))} {topic_words(topic)}" for topic in ids)


def _place(country: str) -> tuple[str, str]:
    state, _apart, part = country.partition("-")
    return ("" if state == EVERYWHERE else country_name(state), nation_words(part))
