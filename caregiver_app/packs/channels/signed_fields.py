"""The fields that we add to signed documents, each taken as it is meant or not at all. Pure."""

from __future__ import annotations

import unicodedata
from datetime import date

from caregiver_app.packs.channels.rules import TITLE_CHARS

_MOST_LANGUAGES = 12
_LARGEST_VERSION = 1_000_000
_JOINERS = "\u200c\u200d"  # several scripts are not written without them
_MOST_MARKS = 4  # on one letter, as several scripts have them
_NOT_SHOWN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})


def is_line(said: object, most: int) -> bool:
    """Return whether it is a line that can be read: signs of any script, and nothing that hides or turns them."""
    if not isinstance(said, str) or not 0 < len(said) <= most or said != said.strip():
        return False
    if not all(sign in _JOINERS or unicodedata.category(sign) not in _NOT_SHOWN for sign in said):
        return False
    return any(map(str.isalnum, said)) and not _has_pile(said)


def _has_pile(said: str) -> bool:
    marks = "".join("m" if unicodedata.category(sign) in ("Mn", "Me") else " " for sign in said)
    return "m" * (_MOST_MARKS + 1) in marks


def line_in(said: object) -> str:
    """Return a title; raises `ValueError` where it is none."""
    if not is_line(said, TITLE_CHARS):
        raise ValueError("no title")
    return str(said)


def version_in(said: object) -> int:
    """Return the version of a pack; raises `ValueError` where it is none."""
    if not isinstance(said, int) or isinstance(said, bool) or not 1 <= said <= _LARGEST_VERSION:
        raise ValueError("no version")
    return said


def day_in(said: object) -> date:
    """Return a day; raises `ValueError` where it is none."""
    day = date.fromisoformat(str(said))
    if day.isoformat() != said:
        raise ValueError("no day")
    return day


def languages_in(said: object) -> tuple[str, ...]:
    """Return languages; raises `ValueError` where it is none."""
    if not isinstance(said, list) or not 1 <= len(said) <= _MOST_LANGUAGES:
        raise ValueError("no languages")
    if not all(isinstance(each, str) and 2 <= len(each) <= 6 and each.replace("-", "").isascii() for each in said):
        raise ValueError("no languages")
    if not all(each.replace("-", "").isalpha() for each in said):
        raise ValueError("no languages")
    return tuple(said)


def sha256_in(said: str) -> str:
    """Return a hash; raises `ValueError` where it is none."""
    if len(said) != 64 or not set(said) <= set("0123456789abcdef"):
        raise ValueError("no hash")
    return said
