"""The text as detectors read it: every sign in its plain form, and where each stood in the text as it was typed.

Full-width, circled, keycap and other digits become 0 to 9, every dash a hyphen, every blank a space, letters their
compatibility form (Unicode NFKC) with the accents behind them; a word that mixes scripts is read in the Latin one.
Signs that nobody sees vanish, and strokes go with the letter they stand on, so that they cannot hide a number. Offsets
are code points.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from caregiver_app.guard.letters import ALIKE_TO_THE_LETTER, ON_TOP, is_latin, latin_look_alikes, plain_sign

Place = tuple[int, int]

_UNUSUAL = re.compile(r"[^\t\n\r -~]")
_WORD = re.compile(r"[^\W_]+")
_LATIN = re.compile(r"[A-Za-z]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    """`text` in plain form; `places` holds where each of its characters began and ended, None where nothing moved."""

    text: str
    places: tuple[Place, ...] | None

    def span(self, start: int, end: int) -> Place:
        """Return where a piece of the plain text, at least a character, stood in the text as it was typed."""
        if self.places is None:
            return start, end
        return self.places[start][0], self.places[end - 1][1]

    def places_of(self, start: int, end: int) -> Iterable[Place]:
        """Return where each character of a piece of the plain text stood in the text as it was typed."""
        if self.places is None:
            return zip(range(start, end), range(start + 1, end + 1), strict=True)
        return self.places[start:end]


def read_plain(typed: str) -> Plain:
    """Return `typed` in plain form."""
    if not _UNUSUAL.search(typed):
        return Plain(text=typed, places=None)
    plain = {sign: plain_sign(sign) for sign in set(_UNUSUAL.findall(typed))}
    if all(len(each) == 1 and not _is_on_top(each) for each in plain.values()):
        return Plain(text=_in_one_script(_UNUSUAL.sub(lambda found: plain[found[0]], typed)), places=None)
    signs: list[str] = []
    places: list[Place] = []
    for place, sign in enumerate(typed):
        for each in plain.get(sign, sign):
            _put(each, place, signs, places)
    return Plain(text=_in_one_script("".join(signs)), places=tuple(places))


def lowered(text: str) -> str:
    """Return a plain text in small letters, each in its place: patterns read that three times as quickly."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)


def _is_on_top(sign: str) -> bool:
    return bool(unicodedata.combining(sign) or ON_TOP.match(sign))


def _put(sign: str, place: int, signs: list[str], places: list[Place]) -> None:
    """Put a sign at the end; what stands on the letter before it joins that letter."""
    if signs and _is_on_top(sign):
        joined = unicodedata.normalize("NFC", signs[-1] + sign)
        if len(joined) == 1 or ON_TOP.match(sign):
            signs[-1] = joined if len(joined) == 1 else signs[-1]
            places[-1] = places[-1][0], place + 1
            return
    if not ON_TOP.match(sign):
        signs.append(sign)
        places.append((place, place + 1))


def _in_one_script(text: str) -> str:
    """Return a plain text of the same length in which look-alikes within Latin words are Latin letters.

    A word of other letters alone is one of another language, unless each of them is a Latin one to the eye and most
    letters of the text are.
    """
    table = latin_look_alikes() if not text.isascii() else {}
    strange = sum(text.count(sign) for sign in set(text) if ord(sign) in table)
    if not strange:
        return text
    is_latin_text = len(_LATIN.findall(text)) > strange

    def read(found: re.Match[str]) -> str:
        word = found[0]
        mapped = word.translate(table)
        is_mixed = any(map(is_latin, word))
        is_one = is_mixed or (is_latin_text and ALIKE_TO_THE_LETTER.issuperset(word))
        return mapped if is_one and all(map(is_latin, mapped)) else word

    return _WORD.sub(read, text)
