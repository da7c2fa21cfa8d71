"""Words of a text in other parts than its blanks make: glued together, broken over a line, or spaced out.

Pure; keeps nothing of a text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from caregiver_app.guard.disguises import SPACED_OUT
from caregiver_app.vault.private_words.forms import Texts, Word

_LINE_END = re.compile(r"-?[ \t]*\r?\n[ \t]*")
_WITHIN_WORD = (
    re.compile(r"\d(?:(?<=[^\W\d_].)|(?=[^\W\d_]))"),
    re.compile(r"[A-Z](?:(?<=[a-z].)|(?<=[A-Z].)(?=[a-z]))"),
)
"""Each begins with a set of signs: such a search goes over a text several times as quickly as one that looks behind."""
_WITHIN_STRANGE_WORD = re.compile(r"[^\W\d_a-z](?:(?<=[^\W\d_A-Za-z].)|(?<![A-Z])(?<=[^\W\d_].))")
_SEEMING = tuple(str.maketrans("0134578", f"o{one}eastb") for one in "li")
_PARTED = re.compile(r"(?<![^\W_])[^\W\d_]{1,24}(?:[.\-_+,'][^\W\d_]{1,24}){1,11}(?![^\W_])")
_MARK = re.compile(r"[.\-_+,']")
_FEWEST_LETTERS, _SHORTEST_SEEMING = 2, 4


def mixed_words(texts: Texts, words: list[Word]) -> list[int]:
    """Return which words hold digits beside letters, or a capital behind small letters."""
    patterns = _WITHIN_WORD if texts.text.isascii() else (*_WITHIN_WORD, _WITHIN_STRANGE_WORD)
    places = {_word_at(words, found.start()) for pattern in patterns for found in pattern.finditer(texts.text)}
    return sorted(places - {-1})


def parted(texts: Texts, words: list[Word], mixed: list[int], reach: int) -> Iterator[list[Word]]:
    """Yield words in which a capital or a digit begins another, taken apart, with `reach` words around them."""
    chosen = set(mixed)
    for first, last in _around(mixed, len(words), reach):
        yield [
            part
            for place in range(first, last)
            for part in (_parts(texts, words[place]) if place in chosen else (words[place],))
        ]


def seeming(texts: Texts, words: list[Word], mixed: list[int], reach: int) -> Iterator[list[Word]]:
    """Yield words with digits in the place of letters, read as those: "Rosal1nd"; with `reach` words around them."""
    places = [place for place in mixed if _has_both(texts.text[words[place].start : words[place].end])]
    chosen = set(places)
    for first, last in _around(places, len(words), reach):
        for table in _SEEMING:
            yield [
                _seeming(texts, words[place], table) if place in chosen else words[place]
                for place in range(first, last)
            ]


def _seeming(texts: Texts, word: Word, table: dict[int, int]) -> Word:
    return texts.word(word.start, word.end, texts.text[word.start : word.end].translate(table))


def _has_both(written: str) -> bool:
    letters = sum(map(str.isalpha, written))
    return _FEWEST_LETTERS <= letters < len(written) and len(written) >= _SHORTEST_SEEMING


def _word_at(words: list[Word], place: int) -> int:
    """Return which word a place lies within, -1 for none."""
    number = bisect_right(words, place, key=_start) - 1
    return number if number >= 0 and place < words[number].end else -1


def _around(numbers: list[int], count: int, reach: int) -> Iterator[tuple[int, int]]:
    """Yield the surroundings of some of `count` words; those that touch are one."""
    near = far = 0
    for number in numbers:
        if number - reach > far:
            if far:
                yield near, far
            near = number - reach
        far = min(count, number + reach + 1)
    if far:
        yield near, far


def _start(word: Word) -> int:
    return word.start


def _parts(texts: Texts, word: Word) -> list[Word]:
    written = texts.text[word.start : word.end]
    cuts = [place for place in range(1, len(written)) if _begins(written, place)]
    if not cuts:
        return [word]
    places = [word.start + place for place in (0, *cuts, len(written))]
    return [texts.word(start, end) for start, end in pairwise(places)]


def _begins(written: str, place: int) -> bool:
    before, here, behind = written[place - 1], written[place], written[place + 1 : place + 2]
    if before.isdigit() != here.isdigit():
        return "'" not in (before, here)
    return here.isupper() and (before.islower() or (before.isupper() and behind.islower()))


def mended(texts: Texts, words: list[Word], reach: int) -> Iterator[list[Word]]:
    """Yield words that a line end stands between, joined, with `reach` words around them."""
    ends = {
        place
        for place in range(1, len(words) if "\n" in texts.text else 0)
        if _LINE_END.fullmatch(texts.text, words[place - 1].end, words[place].start)
    }
    for even in (0, 1):  # of lines of one word each is joined with the one before, then with the one behind
        chosen = {place for place in ends if place % 2 == even}
        for first, last in _around(sorted(chosen), len(words), reach):
            yield _with_joined(texts, words, range(first, last), chosen)


def _with_joined(texts: Texts, words: list[Word], places: range, ends: set[int]) -> list[Word]:
    found: list[Word] = []
    for place in places:
        word = words[place]
        if place in ends and found:
            found[-1] = texts.word(found[-1].start, word.end, _joined(texts.text, found[-1], word))
        else:
            found.append(word)
    return found


def _joined(text: str, one: Word, other: Word) -> str:
    return text[one.start : one.end] + text[other.start : other.end]


def unparted(texts: Texts) -> Iterator[list[Word]]:
    """Yield words that dots, hyphens and the like stand within, each read as one: "Ros-al-ind"."""
    for found in _PARTED.finditer(texts.text):
        letters = _MARK.sub("", found[0])
        if len(letters) >= _SHORTEST_SEEMING:
            yield [texts.word(*found.span(), letters)]


def spaced(texts: Texts) -> Iterator[list[Word]]:
    """Yield words that are spaced out, as the letters that they are made of; a word may be all of them or some."""
    for found in SPACED_OUT.finditer(texts.text):
        places = [place for place in range(*found.span()) if texts.text[place].isalnum()]
        letters = [Word(place, place + 1, (texts.text[place].lower(),)) for place in places]
        if not all(letter.ways[0].isdigit() for letter in letters):
            yield letters
