"""The forms under which private words are compared: without case, accents and simple inflection; numbers by digits.

Pure. A text and a private phrase go through the same road, so that they meet at its end: what is read here is plain
already (`guard.plain`), and each word has one form in which letters count as what they look like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from caregiver_app.guard.letters import looks_of
from caregiver_app.guard.plain import read_plain
from caregiver_app.library.word_forms import SNOWBALL, fold
from caregiver_app.model.private import PrivateKind
from caregiver_app.vault.private_words.dates import dates_written

if TYPE_CHECKING:
    from Stemmer import Stemmer

Form = tuple[str, ...]
"""One phrase, word by word, as it is hashed."""

SHORTEST_PART = 3
"""Shorter pieces of a name or medicine are not private by themselves: "Di", "St"."""

SHORTEST_GLUED = 6
"""Shorter phrases are no phrase any more without their spaces: "Ann E" is not "Anne"."""

STEM = "~"
"""Begins a stem, so that stems meet stems only: "hay" is no "Hayes", whose stem it is."""

_ALONE = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"  # scripts without spaces
_WORD = re.compile(rf"[{_ALONE}]|[^\W_{_ALONE}](?:[^\W_{_ALONE}]|'(?=[^\W_]))*")
_ASCII_WORD = re.compile(r"[A-Za-z0-9]+(?:'[A-Za-z0-9]+)*")
"""The same in a text of ASCII alone, in a third of the time."""
_POSSESSIVE = ("'s", "'S")
_PHONE = re.compile(r"\+?\(?\d(?:[\s().\-/]{0,2}\d){5,18}")
_PHONE_END = 7
"""So many last digits tell a phone: what stands before them is written in many ways (+44, 0, nothing)."""

_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


class Word(NamedTuple):
    """A word of a text: where it stands, and each way to read it: as it is, its stem by language, as it looks.

    A tuple, since a text has hundreds and they are made as it is typed.
    """

    start: int
    end: int
    ways: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """Words of one plain text. What was worked out for a word counts in this text alone: nothing private is kept."""

    text: str = field(repr=False)
    languages: tuple[str, ...]
    known: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False)

    def word(self, start: int, end: int, written: str = "") -> Word:
        """Return a word, `written` where it is not what stands there."""
        return Word(start, end, self._read(written or self.text[start:end]))

    def words(self) -> list[Word]:
        """Return the words with their places."""
        pattern = _ASCII_WORD if self.text.isascii() else _WORD
        return [Word(*found.span(), self._read(found[0])) for found in pattern.finditer(self.text)]

    def _read(self, written: str) -> tuple[str, ...]:
        ways = self.known.get(written)
        if ways is None:
            ways = self.known[written] = _ways(written, self.languages)
        return ways


def forms_of(kind: PrivateKind, text: str, *, parts: bool, languages: tuple[str, ...]) -> Iterator[Form]:
    """Yield every form by which something private is recognised."""
    plain = read_plain(text).text
    if kind in (PrivateKind.PHONE, PrivateKind.NUMBER):
        yield from ((form,) for _start, _end, forms in phones_in(plain) for form in forms)
    if kind is PrivateKind.PHONE:
        return
    for written in _writings(kind, plain):
        words = Texts(text=written, languages=languages).words()
        if len(words) > 1:
            yield from _glued("".join(word.ways[0] for word in words))
        for written_forms in zip(*map(_forms_of_word, words), strict=True):
            yield written_forms
            if parts:
                pairs = zip(words, written_forms, strict=True)
                yield from ((form,) for word, form in pairs if word.end - word.start >= SHORTEST_PART)


def _forms_of_word(word: Word) -> tuple[str, ...]:
    """Return the ways to read a word, and the word as a stem: "Jameses" has the stem "james", "James" another."""
    return (*word.ways, f"{STEM}{word.ways[0]}")


def _glued(words: str) -> Iterator[Form]:
    """Yield a phrase written as one word, where that is long enough to be no other word."""
    if len(words) >= SHORTEST_GLUED:
        yield (words,)


def phones_in(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield where numbers stand that may be phones, with the forms to compare: all digits, and the last seven."""
    for found in _PHONE.finditer(text):
        digits = "".join(sign for sign in found.group() if sign.isdigit())
        if len(digits) >= _PHONE_END:
            yield found.start(), found.end(), (f"phone:{digits}", f"phone:…{digits[-_PHONE_END:]}")


def _ways(word: str, languages: tuple[str, ...]) -> tuple[str, ...]:
    """Return a word as it is, folded, its stem in each language, and as it looks: always as many for a language."""
    bare = word[: -len("'s")] if word.endswith(_POSSESSIVE) else word
    plain = fold(bare)
    if plain.isdecimal():
        plain = plain.lstrip("0") or "0"
    looks = plain if bare.isascii() else fold(looks_of(bare))
    return (plain, *[STEM + _stemmer(language).stemWord(plain) for language in languages], looks)


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
    yield from dates_written(day)
