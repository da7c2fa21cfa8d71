"""Reads what a person typed into the search box; any text at all has a meaning, none is an error.

words            all of them, in any form of the word
"a phrase"       these words in this order
-word            without it
begin*           words that begin so
source:x topic:x org:x lang:x kind:x is:unread|read|starred|archived|changed before:DAY after:DAY
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import islice

from caregiver_app.model.time import Millis, from_datetime

MAX_LENGTH = 400
MAX_TERMS = 24

_PIECE = re.compile(r'(-?)(?:(\w+):)?(?:"([^"]*)"?|(\S+))')
_FILTERS = frozenset({"source", "topic", "org", "lang", "kind", "is", "before", "after"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """One narrowing: rows for which `name` has `value`, or with `negated` has not."""

    name: str
    value: str
    negated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchQuery:
    """`match` is an FTS5 expression made only of quoted strings, None when there is nothing to look for."""

    match: str | None
    excluded: str | None
    filters: tuple[Filter, ...]


def read_query(typed: str, *, as_prefix: bool = False) -> SearchQuery:
    """Return what `typed` asks for; with `as_prefix` a word that stands last counts as begun."""
    text = _clean(typed)
    wanted: list[str] = []
    unwanted: list[str] = []
    filters: list[Filter] = []
    for piece in islice(_PIECE.finditer(text), MAX_TERMS):
        minus, name, phrase, word = piece.groups()
        said = phrase if phrase is not None else word
        if name and name.lower() in _FILTERS:
            filters.append(Filter(name=name.lower(), value=said, negated=bool(minus)))
            continue
        begun = as_prefix and not minus and piece.end() == len(text) and _ends_in_a_word(text)
        term = _term(f"{name} {said}" if name else said, prefix=begun or (phrase is None and word.endswith("*")))
        if term:
            (unwanted if minus else wanted).append(term)
    return SearchQuery(
        match=" AND ".join(wanted) or None, excluded=" OR ".join(unwanted) or None, filters=tuple(filters)
    )


def read_day(value: str) -> Millis | None:
    """Return the first moment (UTC) of a year, month or day written as 2026, 2026-11 or 2026-11-25, else None."""
    parts = value.split("-")
    if not 1 <= len(parts) <= 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    year, month, day = (*map(int, parts), 1, 1)[:3]
    try:
        when = date(year, month, day)
        return from_datetime(datetime(when.year, when.month, when.day, tzinfo=UTC))
    except (ValueError, OverflowError):
        return None


def _clean(typed: str) -> str:
    """Return what is looked at: bounded, accents joined to their letters, without what SQLite cannot take as text."""
    text = typed[:MAX_LENGTH].encode("utf-8", "replace").decode().replace("\0", " ")
    return unicodedata.normalize("NFC", text)


def _ends_in_a_word(text: str) -> bool:
    return text[-1:].isalnum() or unicodedata.category(text[-1:] or " ").startswith("M")


def _term(text: str, *, prefix: bool) -> str:
    """Quote `text` as one FTS5 string (FTS5, section 3.1), which the index cuts into words as it cut the texts.

    Empty when there is no word in it: FTS5 would find nothing at all for it.
    """
    if not any(character.isalnum() for character in text):
        return ""
    return '"' + text.replace('"', " ") + '"' + ("*" if prefix else "")
