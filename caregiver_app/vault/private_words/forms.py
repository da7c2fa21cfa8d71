"""The forms under which private words are compared: without case, accents and simple inflection; numbers by digits.

Pure. A text and a private phrase go through the same road, so that they meet at its end.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from caregiver_app.library.word_forms import SNOWBALL, fold
from caregiver_app.model.private import PrivateKind

if TYPE_CHECKING:
    from Stemmer import Stemmer

Form = tuple[str, ...]
"""One phrase, word by word, as it is hashed."""

SHORTEST_PART = 3
"""Shorter pieces of a name or medicine are not private by themselves: "Di", "St"."""

_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_ALONE = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"  # scripts without spaces
_WORD = re.compile(rf"[{_ALONE}]|[^\W_{_ALONE}](?:[^\W_{_ALONE}]|[{_UNSEEN}]|['’](?=[^\W_]))*")
_POSSESSIVE = re.compile(r"['’](?:s|S)$")
_PHONE = re.compile(r"\+?\(?\d(?:[\s().\-/\u00a0]{0,2}\d){5,18}")
_PHONE_END = 7
"""So many last digits tell a phone: what stands before them is written in many ways (+44, 0, nothing)."""

_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTHS = {
    "en": "january february march april may june july august september october november december",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of a text: where it stands, and each way to write it without inflection, in the order of the languages."""

    start: int
    end: int
    ways: tuple[str, ...]


def words_in(text: str, languages: tuple[str, ...]) -> list[Word]:
    """Return the words of a text with their places in it."""
    ways: dict[str, tuple[str, ...]] = {}  # of this text alone: nothing private is remembered beyond it
    words = []
    for found in _WORD.finditer(text):
        word = found.group()
        if word not in ways:
            ways[word] = _ways(word, languages)
        words.append(Word(start=found.start(), end=found.end(), ways=ways[word]))
    return words


def forms_of(kind: PrivateKind, text: str, *, parts: bool, languages: tuple[str, ...]) -> Iterator[Form]:
    """Yield every form by which something private is recognised."""
    if kind in (PrivateKind.PHONE, PrivateKind.NUMBER):
        yield from ((form,) for _start, _end, forms in phones_in(text) for form in forms)
    if kind is PrivateKind.PHONE:
        return
    for written in _writings(kind, text):
        words = words_in(written, languages)
        for way in range(len(languages) + 1):
            yield tuple(word.ways[way] for word in words)
            if parts:
                yield from ((word.ways[way],) for word in words if word.end - word.start >= SHORTEST_PART)


def phones_in(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield where numbers stand that may be phones, with the forms to compare: all digits, and the last seven."""
    for found in _PHONE.finditer(text):
        digits = "".join(str(unicodedata.digit(sign)) for sign in found.group() if sign.isdigit())
        if len(digits) >= _PHONE_END:
            yield found.start(), found.end(), (f"phone:{digits}", f"phone:…{digits[-_PHONE_END:]}")


def _ways(word: str, languages: tuple[str, ...]) -> tuple[str, ...]:
    """Return a word as it is, folded, and its stem in each language; always as many as there are languages, and one."""
    seen = "".join(sign for sign in word if sign not in _UNSEEN)
    plain = fold(_POSSESSIVE.sub("", seen)).replace("’", "'")
    if plain.isdecimal():
        plain = plain.lstrip("0") or "0"
    return (plain, *(_stemmer(language).stemWord(plain) for language in languages))


@cache
def _stemmer(language: str) -> Stemmer:
    """Return the stemmer of a language, one that remembers no word: what it is given is private."""
    from Stemmer import Stemmer

    return Stemmer(SNOWBALL.get(language.split("-", maxsplit=1)[0].lower(), "english"), 0)


def _writings(kind: PrivateKind, text: str) -> Iterator[str]:
    """Yield a text as it may be written elsewhere: a date in the ways people write dates, all else as it is."""
    parsed = _DATE.fullmatch(text.strip()) if kind is PrivateKind.DATE else None
    if parsed is None:
        yield text
        return
    try:
        day = date(*(int(part) for part in parsed.groups()))
    except ValueError:
        yield text
        return
    year, month, number = day.year, day.month, day.day
    short = year % 100
    yield from (f"{year} {month} {number}", f"{number} {month} {year}", f"{month} {number} {year}")
    yield from (f"{number} {month} {short:02}", f"{month} {number} {short:02}")
    for names in _MONTHS.values():
        name = names.split()[month - 1]
        for written in (name, name[:3]):
            yield from (f"{number} {written} {year}", f"{written} {number} {year}", f"{number} de {written} de {year}")
            yield f"{number}th {written} {year}"
