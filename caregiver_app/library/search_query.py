"""Reads what a person typed into the search box; any text at all has a meaning, none is an error.

words            all of them, in any form of the word
"a phrase"       these words in this order
-word            without it
begin*           words that begin so
source:x topic:x org:x lang:x kind:x is:unread|read|starred|archived|changed before:DAY after:DAY
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

from caregiver_app.model.time import Millis, from_datetime

MAX_LENGTH = 400
MAX_TERMS = 24

_PIECE = re.compile(r'(-?)(?:(\w+):)?(?:"([^"]*)"?|(\S+))')
_FILTERS = frozenset({"source", "topic", "org", "lang", "kind", "is", "before", "after"})
_STATES = frozenset({"unread", "read", "starred", "archived", "changed", "vetted"})
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """One narrowing: rows for which `name` has `value`, or with `negated` has not."""

    name: str
    value: str
    negated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchQuery:
    """`match` is an FTS5 expression made only of quoted words, None when there is nothing to look for."""

    match: str | None
    excluded: str | None
    filters: tuple[Filter, ...]


def read_query(typed: str, *, as_prefix: bool = False) -> SearchQuery:
    """Return what `typed` asks for; with `as_prefix` the last word counts as begun."""
    wanted: list[str] = []
    unwanted: list[str] = []
    filters: list[Filter] = []
    for piece in list(_PIECE.finditer(typed[:MAX_LENGTH]))[:MAX_TERMS]:
        minus, name, phrase, word = piece.groups()
        if name and name.lower() in _FILTERS:
            filters.append(Filter(name=name.lower(), value=phrase if phrase is not None else word, negated=bool(minus)))
            continue
        text = (f"{name} " if name else "") + (phrase if phrase is not None else word)
        term = _term(text, prefix=phrase is None and text.endswith("*"))
        if term:
            (unwanted if minus else wanted).append(term)
    if as_prefix and wanted and typed[-1:].isalnum() and not _ends_in_filter(typed):
        wanted[-1] = wanted[-1].removesuffix("*") + "*"
    return SearchQuery(
        match=" AND ".join(wanted) or None, excluded=" OR ".join(unwanted) or None, filters=tuple(filters)
    )


def _ends_in_filter(typed: str) -> bool:
    """Return True when the last thing typed is a filter, e.g. `is:unread`, or a word taken away, e.g. `-pill`."""
    last = typed.rsplit(None, 1)[-1] if typed.strip() else ""
    return last.startswith("-") or (last.partition(":")[0].lower() in _FILTERS and ":" in last)


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


def _term(text: str, *, prefix: bool) -> str:
    """Quote the words of `text` as one FTS5 phrase; empty when it holds none (FTS5, section 3.1: strings)."""
    words = _WORD.findall(text.replace("\0", " "))
    if not words:
        return ""
    return '"' + " ".join(words) + '"' + ("*" if prefix else "")
