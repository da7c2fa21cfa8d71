"""What somebody typed to find help: read as kindly as can be, as people in need do not choose their words.

Accents, apostrophes and small words do not count; of the everyday words for a need any form will do.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from caregiver_app.library.word_forms import ENGLISH, SNOWBALL, stem_of
from caregiver_app.support.helplines import HelpKind, Helpline, Remark, helplines, remark_of
from caregiver_app.support.i18n import current_language
from caregiver_app.support.sentences.helplines import kind_words, other_kind_words, small_words
from caregiver_app.support.word_starts import words_of

_APOSTROPHES = str.maketrans(dict.fromkeys("'’‘ʼ`´", ""))
_FEWEST_LETTERS = 3
_REMEMBERED = 1_000  # texts that are public; a directory has some hundred


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """Words in the form of `words_of`; `stems` has their stems, each at the place of its word."""

    words: tuple[str, ...] = ()
    stems: tuple[str, ...] = ()

    def all_in(self, said: str, everyday: str) -> bool:
        """Return whether each word begins one of a text, or is a form of one of some everyday words."""
        there = _said(said) + _everyday(everyday)
        stems = _stems(everyday, current_language())
        return all(
            stem in stems or any(each.startswith(word) for each in there)
            for word, stem in zip(self.words, self.stems, strict=True)
        )

    def any_in(self, everyday: str) -> bool:
        """Return whether one word is a form, or the beginning, of one of some everyday words."""
        stems = _stems(everyday, current_language())
        long = tuple(word for word in self.words if len(word) >= _FEWEST_LETTERS)
        return not stems.isdisjoint(self.stems) or any(
            each.startswith(word) for each in _everyday(everyday) for word in long
        )


def typed_words(text: str) -> Typed:
    """Return the words that count; where all are small ones, those."""
    words = words_of(text.translate(_APOSTROPHES))
    small = words_of(small_words())
    words = tuple(word for word in words if word not in small) or words
    return Typed(words=words, stems=tuple(_stem(word, current_language()) for word in words))


def asks_for_emergency(text: str) -> bool:
    """Return whether words are such as are typed in an emergency: one of its numbers, or what happens."""
    kind = HelpKind.EMERGENCY
    return typed_words(text).any_in(" ".join((kind_words(kind), other_kind_words(kind), *_numbers())))


@cache
def _numbers() -> tuple[str, ...]:
    """Return all emergency numbers that ship: somebody may type that of another country."""
    lines = [line for line in helplines() if line.kind is HelpKind.EMERGENCY]
    return tuple({number for line in lines for number in (line.phone, _also(line)) if number})


def _also(line: Helpline) -> str:
    form, what = remark_of(line.note) or (None, "")
    return what if form is Remark.ALSO else ""


@lru_cache(maxsize=_REMEMBERED)
def _said(text: str) -> tuple[str, ...]:
    return words_of(text) + words_of(text.translate(_APOSTROPHES))


@lru_cache(maxsize=_REMEMBERED)
def _everyday(everyday: str) -> tuple[str, ...]:
    return words_of(everyday.translate(_APOSTROPHES))


@cache
def _stems(everyday: str, language: str) -> frozenset[str]:
    """Return stems of everyday words; there are few such texts, and all are ours."""
    return frozenset(_stem(word, language) for word in _everyday(everyday))


def _stem(word: str, language: str) -> str:
    return stem_of(word, SNOWBALL.get(language, ENGLISH))
