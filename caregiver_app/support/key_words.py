"""The 2,048 words by which two people compare a key. The same in every language; the list never changes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from caregiver_app.support.resources import resource

WORD_BITS = 11
_DIGITS = 4
_BETWEEN = re.compile(r"[\s.,-]+")


@cache
def key_words() -> tuple[str, ...]:
    """Return the words; the place of each is the number it stands for."""
    words = tuple(resource("resources", "words", "key-words.txt").read_text(encoding="ascii").split())
    if len(words) != 1 << WORD_BITS:
        raise RuntimeError("the list of words is not whole")
    return words


@cache
def places_of_key_words() -> dict[str, int]:
    """Return the number that each word stands for."""
    return {word: place for place, word in enumerate(key_words())}


def as_key_words(number: int, *, words: int) -> tuple[str, ...]:
    """Return a number of `words` times 11 bits as words, the highest bits first."""
    mask = (1 << WORD_BITS) - 1
    return tuple(key_words()[number >> (WORD_BITS * (words - 1 - at)) & mask] for at in range(words))


def as_key_numbers(words: Iterable[str]) -> str:
    """Return the places of words of the list as people read them out in any language: "0017 1203 0088 1999"."""
    places = places_of_key_words()
    return " ".join(f"{places[word]:0{_DIGITS}}" for word in words)


def read_key_numbers(text: str, *, words: int) -> int | None:
    """Return the number that typed places of `words` words stand for, however they are parted; None where one is no
    place of the list.
    """
    digits = _BETWEEN.sub("", text)
    if not (digits.isascii() and digits.isdigit() and len(digits) == words * _DIGITS):
        return None
    number = 0
    for at in range(0, len(digits), _DIGITS):
        place = int(digits[at : at + _DIGITS])
        if place >> WORD_BITS:
            return None
        number = number << WORD_BITS | place
    return number


def read_key_words(text: str, *, words: int) -> int | None:
    """Return the number that typed words stand for, whatever their case; None where one is not of the list."""
    typed = text.casefold().replace("-", " ").split()
    places = places_of_key_words()
    if len(typed) != words or any(word not in places for word in typed):
        return None
    number = 0
    for word in typed:
        number = number << WORD_BITS | places[word]
    return number
