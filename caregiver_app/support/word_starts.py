"""Finding by the beginning of words, as people type names: without case and accents, in any order."""

from __future__ import annotations

import unicodedata


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text without case and accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = (letter if letter.isalnum() else " " for letter in plain if not unicodedata.combining(letter))
    return tuple("".join(letters).split())


def begin_like(wanted: tuple[str, ...], text: str) -> bool:
    """Return whether each of the words `wanted` (see `words_of`) is the beginning of a word of `text`."""
    there = words_of(text)
    return all(any(word.startswith(start) for word in there) for start in wanted)
