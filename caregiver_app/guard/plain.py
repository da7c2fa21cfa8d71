"""The text as detectors read it: every sign in its plain form, and where each stood in the text as it was typed.

Full-width and other digits become 0 to 9, every dash a hyphen, every blank a space, letters their compatibility form
(Unicode NFKC); signs that nobody sees vanish, so that they cannot hide a number. Offsets are code points.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_UNUSUAL = re.compile(r"[^\t\n\r -~]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    """`text` in plain form; `places` holds for each of its characters, and for its end, where it stood before."""

    text: str
    places: tuple[int, ...] | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a piece of the plain text stood in the text as it was typed."""
        if self.places is None:
            return start, end
        return self.places[start], self.places[end - 1] + 1 if end > start else self.places[start]


def read_plain(typed: str) -> Plain:
    """Return `typed` in plain form."""
    if not _UNUSUAL.search(typed):
        return Plain(text=typed, places=None)
    plain = {sign: _plain_sign(sign) for sign in set(_UNUSUAL.findall(typed))}
    text = _UNUSUAL.sub(lambda found: plain[found[0]], typed)
    if all(len(each) == 1 for each in plain.values()):
        return Plain(text=text, places=None)
    places = [place for place, sign in enumerate(typed) for _each in plain.get(sign, sign)]
    return Plain(text=text, places=(*places, len(typed)))


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
