"""Single signs in their plain form: digits of every kind as 0 to 9, letters as those that a reader takes them for.

Pure; knows signs only, never what they stand beside.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from caregiver_app.support.look_alikes import look_alikes

ON_TOP = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\U000e0100-\U000e01ef]"
)
"""Strokes, rings, keycaps and the like, and selectors of a form: they stand on the letter before them."""

_UNSEEN_LETTERS = frozenset("\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180e\u180f\u3164\uffa0")
_OF_ITS_OWN = {"\N{BRAILLE PATTERN BLANK}": " ", "。": ".", "∕": "/", "\N{MINUS SIGN}": "-"} | dict.fromkeys("’‘ʼ", "'")
_CAPITALS = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹͿ", "ABEZHIKMNOPTYXCJ", strict=True))
"""Greek capitals look like other letters than their small forms do."""
ALIKE_TO_THE_LETTER = frozenset("аеорсухіјѕԁԛԝһοАВЕКМНОРСТУХЅІЈԌԚԜ") | frozenset(_CAPITALS)
"""Letters that differ from a to z in no font; the others of the table only pass for them beside those."""
_SMALL_CAPITAL = re.compile(r"LATIN LETTER SMALL CAPITAL ([A-Z])")
_BASE = re.compile(r"LATIN (?:SMALL|CAPITAL) LETTER (?:DOTLESS )?([A-Z])(?: WITH .*)?")
_IN_A_DISC = (("\U0001f150", "\U0001f169"), ("\U0001f170", "\U0001f189"))


@lru_cache(maxsize=4096)
def plain_sign(sign: str) -> str:
    """Return a sign in its plain form, "" for one that nobody sees."""
    if sign in _OF_ITS_OWN:
        return _OF_ITS_OWN[sign]
    category = unicodedata.category(sign)
    if category in ("Cf", "Cc", "Cs", "Cn", "Co") or sign in _UNSEEN_LETTERS:
        return ""
    if category[0] == "N":
        return _number(sign)
    if category == "Pd":
        return "-"
    if category[0] == "Z":
        return " " if category == "Zs" else "\n"
    for first, last in _IN_A_DISC:
        if first <= sign <= last:
            return chr(ord("A") + ord(sign) - ord(first))
    small = _SMALL_CAPITAL.fullmatch(unicodedata.name(sign, ""))
    return small[1].lower() if small else unicodedata.normalize("NFKC", sign)


def _number(sign: str) -> str:
    """Return the digits of a number that is one sign."""
    digit = unicodedata.digit(sign, None)
    if digit is not None:
        return str(digit)
    plain = unicodedata.normalize("NFKC", sign)
    number = unicodedata.numeric(sign, None)
    is_in_a_disc = plain == sign and unicodedata.category(sign) == "No"
    return str(int(number)) if is_in_a_disc and number is not None and number.is_integer() else plain


@cache
def latin_look_alikes() -> dict[int, str]:
    """Return the letters of other scripts that look like one of a to z, capitals too, for `str.translate`."""
    table: dict[int, str] = {}
    for sign, plain in look_alikes().items():
        if len(plain) == 1 and plain.isalpha() and not is_latin(sign):
            table[ord(sign)] = plain
            capital = sign.upper()
            if len(capital) == 1 and capital != sign:
                table[ord(capital)] = plain.upper()
    return table | {ord(sign): plain for sign, plain in _CAPITALS.items()}


@lru_cache(maxsize=4096)
def is_latin(sign: str) -> bool:
    """Return whether a sign is a Latin letter, with or without accents, or no letter at all."""
    return sign.isascii() or not sign.isalpha() or unicodedata.name(sign, "").startswith("LATIN ")


def looks_of(word: str) -> str:
    """Return a word as a reader takes its letters: look-alikes as letters of a to z, strokes and tails left out."""
    if word.isascii():
        return word
    return "".join(map(_look_of, word.translate(latin_look_alikes())))


@lru_cache(maxsize=4096)
def _look_of(sign: str) -> str:
    if sign.isascii():
        return sign
    base = _BASE.fullmatch(unicodedata.name(sign, ""))
    if base is None:
        return look_alikes().get(sign, sign)
    return base[1] if sign.isupper() else base[1].lower()
