"""Reads what a person typed into the search box; any text at all has a meaning, none is an error.

words            all of them, in any form of the word
"a phrase"       these words in this order
-word            without it
begin*           words that begin so
one OR other     one of both is enough; it binds closer than the space, and filters may stand beside it too
name:value       only what this filter lets through; -name:value only the rest

An OR joins words and phrases with each other, or filters with each other. Parentheses have no meaning: what they would
add is asked for by hardly anybody and typed by mistake by many.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import islice

from caregiver_app.library.begun_words import beginnings_after, stems_on_the_way
from caregiver_app.model.search import FilterName

MAX_LENGTH = 400
MAX_TERMS = 24

_PIECE = re.compile(r'(-?)(?:(\w+):)?(?:"([^"]*)"?|(\S+))')
_FILTERS = frozenset(FilterName)
_EITHER = "OR"
_ONE_SIGN = str.maketrans({"“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "−": "-", "：": ":", "＊": "*"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word or a phrase to look for; with `begun` its last word stands for all that begin so."""

    text: str
    begun: bool = False

    @property
    def match(self) -> str:
        """FTS5 strings (FTS5, section 3.1), which the index cuts into words as it cut the texts."""
        said = '"' + self.text.replace('"', " ") + '"'
        if not self.begun:
            return said
        word = self.text.rstrip("*")
        after = beginnings_after(word)
        begins = (said, *(f'"{begin}"*' for begin in after)) if after else (f"{said}*",)
        return " OR ".join((*begins, *(f'"{stem}"' for stem in stems_on_the_way(word))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """One narrowing: rows for which `name` has `value`, or with `negated` has not."""

    name: FilterName
    value: str
    negated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchQuery:
    """All of `wanted` and `filters` are asked for, of each group one member; nothing of `unwanted` may be there."""

    wanted: tuple[tuple[Term, ...], ...]
    unwanted: tuple[Term, ...]
    filters: tuple[tuple[Filter, ...], ...]

    @property
    def match(self) -> str | None:
        """An FTS5 expression made only of quoted strings, None when there is nothing to look for."""
        groups = (" OR ".join(term.match for term in group) for group in self.wanted)
        return " AND ".join(f"({group})" for group in groups) or None

    @property
    def excluded(self) -> str | None:
        """The same for what may not be there."""
        return " OR ".join(term.match for term in self.unwanted) or None


_Said = Term | Filter


def read_query(typed: str, *, as_prefix: bool = False) -> SearchQuery:
    """Return what `typed` asks for; with `as_prefix` a word that stands last counts as begun."""
    text = _clean(typed)
    groups: list[list[_Said]] = []
    unwanted: list[Term] = []
    either = False
    for piece in islice(_PIECE.finditer(text), MAX_TERMS):
        if piece.group() == _EITHER and groups:
            either = True
            continue
        said = _said(piece, text, as_prefix=as_prefix)
        if isinstance(said, Term) and piece.group(1):
            unwanted.append(said)
        elif said is not None and either and type(groups[-1][0]) is type(said):
            groups[-1].append(said)
        elif said is not None:
            groups.append([said])
        either = False
    return SearchQuery(
        wanted=tuple(tuple(each for each in group if isinstance(each, Term)) for group in groups if _of_words(group)),
        unwanted=tuple(unwanted),
        filters=tuple(
            tuple(each for each in group if isinstance(each, Filter)) for group in groups if not _of_words(group)
        ),
    )


def _said(piece: re.Match[str], text: str, *, as_prefix: bool) -> _Said | None:
    """Return the word, phrase or filter that a piece is; None when it says nothing."""
    minus, name, phrase, word = piece.groups()
    said = word if phrase is None else phrase
    if name and name.lower() in _FILTERS:
        value = said.strip()
        return Filter(name=FilterName(name.lower()), value=value, negated=bool(minus)) if value else None
    if phrase is None and word.endswith(":") and word[:-1].lower() in _FILTERS:
        return None  # a filter without a value yet
    if not any(character.isalnum() for character in f"{name or ''}{said}"):
        return None  # FTS5 would find nothing at all for it
    begun = as_prefix and not minus and piece.end() == len(text) and _ends_in_a_word(text)
    starred = phrase is None and word.endswith("*")
    return Term(text=f"{name} {said}" if name else said, begun=begun or starred)


def _of_words(group: list[_Said]) -> bool:
    return isinstance(group[0], Term)


def _clean(typed: str) -> str:
    """Return what is looked at: bounded, accents joined to their letters, without what SQLite cannot take as text."""
    text = typed[:MAX_LENGTH].encode("utf-8", "replace").decode().replace("\0", " ")
    return unicodedata.normalize("NFC", text).translate(_ONE_SIGN)


def _ends_in_a_word(text: str) -> bool:
    return text[-1:].isalnum() or unicodedata.category(text[-1:] or " ").startswith("M")
