"""Makes what was typed fit to be kept: nothing unseen in it, within a bound.

Cuts nothing off: what is too long is refused. Pure.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date

from caregiver_app.model.errors import RecordRefused, RecordTrouble
from caregiver_app.support.plain_text import one_line, visible

LONGEST_LINE = 1_000
LONGEST_FIELD = 20_000
LONGEST_TEXT = 500_000
"""Characters of a note: some 80,000 words."""
MOST_TAGS = 50

_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})
_FILLERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # letters and signs that are drawn as nothing
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def kept_line(typed: str, what: str = "") -> str:
    """Return what was typed as one line; empty stays empty.

    Raises:
        RecordRefused: it is too long.
    """
    return _bounded(one_line(typed), LONGEST_LINE, what)


def kept_name(typed: str, what: str = "name") -> str:
    """Return what was typed as one line that says something.

    Raises:
        RecordRefused: nothing is left of it, or it is too long.
    """
    line = kept_line(typed, what)
    if not says_something(line):
        raise RecordRefused(RecordTrouble.EMPTY, what)
    return line


def kept_field(typed: str, what: str = "") -> str:
    """Return what was typed with its lines, white space at its ends left out.

    Raises:
        RecordRefused: it is too long.
    """
    return _bounded(_with_plain_ends(visible(typed)).strip(), LONGEST_FIELD, what)


def kept_words(typed: str, what: str) -> str:
    """Return what was typed with its lines, as `kept_field` does, where it says something.

    Raises:
        RecordRefused: nothing of it can be seen, or it is too long.
    """
    text = kept_field(typed, what)
    if not says_something(text):
        raise RecordRefused(RecordTrouble.EMPTY, what)
    return text


def says_something(text: str) -> bool:
    """Return whether anything of a text can be seen: joiners and fillers alone are no words."""
    return any(sign not in _FILLERS and unicodedata.category(sign) not in _UNSEEN for sign in text)


def kept_text(typed: str, what: str = "text") -> str:
    """Return a long text as it was typed: white space at its ends is where somebody writes on.

    Raises:
        RecordRefused: it is too long.
    """
    return _bounded(visible(_with_plain_ends(typed)), LONGEST_TEXT, what)


def kept_tags(typed: Iterable[str]) -> tuple[str, ...]:
    """Return tags without those that are empty or there already, whatever their case; a leading # is no part of one.

    Raises:
        RecordRefused: there are too many, or one is too long.
    """
    kept: dict[str, str] = {}
    for tag in typed:
        line = kept_line(tag, "tag").lstrip("#").strip()
        if line:
            kept.setdefault(line.casefold(), line)
    if len(kept) > MOST_TAGS:
        raise RecordRefused(RecordTrouble.TOO_LONG, "tag")
    return tuple(sorted(kept.values(), key=lambda tag: (tag.casefold(), tag)))


def kept_day(written: str | None, what: str = "date") -> str | None:
    """Return a date of life, YYYY-MM-DD; None and empty text are none.

    Raises:
        RecordRefused: there is no such day.
    """
    if not written:
        return None
    try:
        if _DAY.fullmatch(written):
            return date.fromisoformat(written).isoformat()
    except ValueError:
        pass
    raise RecordRefused(RecordTrouble.DATE, what)


def _with_plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _bounded(text: str, most: int, what: str) -> str:
    if len(text) > most:
        raise RecordRefused(RecordTrouble.TOO_LONG, what)
    return text
