"""The text as detectors read it: every sign in its plain form, and where each stood in the text as it was typed.

Full-width and other digits become 0 to 9, every dash a hyphen, every blank a space, letters their compatibility form
(Unicode NFKC) with the accents behind them; signs that nobody sees vanish, so that they cannot hide a number. Offsets
are code points.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_UNUSUAL = re.compile(r"[^\t\n\r -~]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    """`text` in plain form; `places` holds where each of its characters began and ended, None where nothing moved."""

    text: str
    places: tuple[tuple[int, int], ...] | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a piece of the plain text, at least a character, stood in the text as it was typed."""
        if self.places is None:
            return start, end
        return self.places[start][0], self.places[end - 1][1]


def read_plain(typed: str) -> Plain:
    """Return `typed` in plain form."""
    if not _UNUSUAL.search(typed):
        return Plain(text=typed, places=None)
    plain = {sign: _plain_sign(sign) for sign in set(_UNUSUAL.findall(typed))}
    if all(len(each) == 1 and not unicodedata.combining(each) for each in plain.values()):
        return Plain(text=_UNUSUAL.sub(lambda found: plain[found[0]], typed), places=None)
    signs: list[str] = []
    places: list[tuple[int, int]] = []
    for place, sign in enumerate(typed):
        for each in plain.get(sign, sign):
            _put(each, place, signs, places)
    return Plain(text="".join(signs), places=tuple(places))


def lowered(text: str) -> str:
    """Return a plain text in small letters, each in its place: patterns read that three times as quickly."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)


def _put(sign: str, place: int, signs: list[str], places: list[tuple[int, int]]) -> None:
    """Put a sign at the end; an accent joins the letter before it."""
    if signs and unicodedata.combining(sign):
        joined = unicodedata.normalize("NFC", signs[-1] + sign)
        if len(joined) == 1:
            signs[-1] = joined
            places[-1] = places[-1][0], place + 1
            return
    signs.append(sign)
    places.append((place, place + 1))


@lru_cache(maxsize=4096)
def _plain_sign(sign: str) -> str:
    category = unicodedata.category(sign)
    if category in ("Cf", "Cc", "Cs", "Cn", "Co"):
        return ""
    if category == "Nd":
        return str(unicodedata.digit(sign))
    if category == "Pd" or sign == "\N{MINUS SIGN}":
        return "-"
    if category in ("Zs", "Zl", "Zp"):
        return "\n" if category != "Zs" else " "
    return "'" if sign in "’‘ʼ" else unicodedata.normalize("NFKC", sign)
