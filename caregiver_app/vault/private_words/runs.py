"""Words of a text in other parts than its blanks make: glued together, broken over a line, or spaced out.

Pure; keeps nothing of a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from caregiver_app.vault.private_words.forms import Texts, Word

_LINE_END = re.compile(r"-?[ \t]*\r?\n[ \t]*")
_SPACED = re.compile(r"(?<![^\W_])[^\W_](?P<gap>[ .\-_*·•|/~])[^\W_](?:(?P=gap)[^\W_]){2,}(?![^\W_])")
_CASES = (str.islower, str.istitle, str.isupper, str.isdigit)


def parted(texts: Texts, words: list[Word]) -> list[Word]:
    """Return the words with those taken apart in which a capital or a digit begins another, none where none is."""
    found: list[Word] = []
    for word in words:
        found += _parts(texts, word)
    return found if len(found) > len(words) else []


def _parts(texts: Texts, word: Word) -> list[Word]:
    written = texts.text[word.start : word.end]
    if any(is_plain(written) for is_plain in _CASES) and written.isalpha() | written.isdigit():
        return [word]
    cuts = [place for place in range(1, len(written)) if _begins(written, place)]
    places = [word.start + place for place in (0, *cuts, len(written))]
    return [texts.word(start, end) for start, end in pairwise(places)]


def _begins(written: str, place: int) -> bool:
    before, here, behind = written[place - 1], written[place], written[place + 1 : place + 2]
    if before.isdigit() != here.isdigit():
        return "'" not in (before, here)
    return here.isupper() and (before.islower() or (before.isupper() and behind.islower()))


def mended(texts: Texts, words: list[Word]) -> Iterator[list[Word]]:
    """Yield the words with those joined that a line end stands between."""
    ends = {
        place
        for place in range(1, len(words) if "\n" in texts.text else 0)
        if _LINE_END.fullmatch(texts.text, words[place - 1].end, words[place].start)
    }
    for even in (0, 1):  # of lines of one word each word is joined with the one before, then with the one behind
        chosen = {place for place in ends if place % 2 == even}
        if chosen:
            yield _with_joined(texts, words, chosen)


def _with_joined(texts: Texts, words: list[Word], ends: set[int]) -> list[Word]:
    found: list[Word] = []
    for place, word in enumerate(words):
        if place in ends:
            found[-1] = texts.word(found[-1].start, word.end, _joined(texts.text, found[-1], word))
        else:
            found.append(word)
    return found


def _joined(text: str, one: Word, other: Word) -> str:
    return text[one.start : one.end] + text[other.start : other.end]


def spaced(texts: Texts) -> Iterator[list[Word]]:
    """Yield words that are spaced out, as the letters that they are made of; a word may be all of them or some."""
    for found in _SPACED.finditer(texts.text):
        places = [place for place in range(*found.span()) if texts.text[place].isalnum()]
        letters = [Word(start=place, end=place + 1, ways=(texts.text[place].lower(),)) for place in places]
        if not all(letter.ways[0].isdigit() for letter in letters):
            yield letters
