"""Reads numbers as the person's own place writes them: 71.5, 71,5, 1 250. What could be two numbers is refused.

Pure.
"""

from __future__ import annotations

import re
import unicodedata

from caregiver_app.model.errors import RecordRefused, RecordTrouble

MOST_SIGNS = 24

_SPACES = re.compile("[ \u00a0\u202f\u2009'’]")
_GROUPED = re.compile(r"[+\-\u2212]?[0-9]{1,3}( [0-9]{3})+([.,][0-9]*)?", re.ASCII)
_SHAPE = re.compile(r"[+\-\u2212]?[0-9.,]+", re.ASCII)


def read_number(typed: str, *, decimal: str = ".") -> float:
    """Return the number typed, where `decimal` is the locale's sign between whole and part.

    One sign between digits is that of the part, whichever it is, unless just three digits follow: then the locale says.

    Raises:
        RecordRefused: it is no number, or could be two.
    """
    text = _SPACES.sub(" ", plain_digits(typed.strip()))
    if " " in text and _GROUPED.fullmatch(text):
        text = text.replace(" ", "")
    if len(text) > MOST_SIGNS or not _SHAPE.fullmatch(text) or not any(sign.isdigit() for sign in text):
        raise RecordRefused(RecordTrouble.NUMBER)
    negative, text = text[0] in "-\u2212", text.lstrip("+-\u2212")
    whole, part = _parted(text, decimal)
    value = float(f"{whole or '0'}.{part or '0'}")
    return -value if negative else value


def _parted(text: str, decimal: str) -> tuple[str, str]:
    signs = [sign for sign in text if sign in ".,"]
    if not signs:
        return text, ""
    last = signs[-1]
    if len(set(signs)) == 1:
        return _with_one_kind(text, last, decimal, len(signs))
    whole, _, part = text.rpartition(last)
    return _ungrouped(whole, "," if last == "." else "."), part


def _with_one_kind(text: str, sign: str, decimal: str, count: int) -> tuple[str, str]:
    if count > 1:
        return _ungrouped(text, sign), ""
    whole, _, part = text.partition(sign)
    if len(part) == 3 and sign != decimal and whole.lstrip("0"):
        return _ungrouped(text, sign), ""
    return whole, part


def _ungrouped(text: str, sign: str) -> str:
    first, *rest = text.split(sign)
    if not 1 <= len(first) <= 3 or any(len(group) != 3 or not group.isdigit() for group in rest):
        raise RecordRefused(RecordTrouble.NUMBER)
    return first + "".join(rest)


def plain_digits(text: str) -> str:
    """Return text with the digits of any script as 0-9, and the Arabic signs as ours."""
    text = text.replace("\u066b", ".").replace("\u066c", ",")
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)
