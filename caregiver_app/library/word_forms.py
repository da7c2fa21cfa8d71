"""Cuts texts into words for `search_words`: folded, and brought to their stems by the rules of their language.

Pure; the stemmer is imported when the first text or query needs it.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from caregiver_app.library.letter_pairs import RANGES, RUN, has_runs, pairs_of
from caregiver_app.support.mark_piles import without_piles
from caregiver_app.support.patterns import LatePattern

if TYPE_CHECKING:
    from Stemmer import Stemmer

ENGLISH = "porter"
"""What `search_index` does to every text; in mixed texts its words are found here too."""

SNOWBALL = {
    "ar": "arabic",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "eo": "esperanto",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fa": "persian",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "nb": "norwegian",
    "ne": "nepali",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "st": "sesotho",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}
"""The rules of Snowball by language (ISO 639-1), English apart."""

LONGEST_WORD = 64
"""Letters of a word that count; nobody types more, and stemmers need not see what is no word."""

# Python's \w leaves out the vowel signs of Indic scripts, accents that stand apart, and the joiners between letters.
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8"
    "\u06ea-\u06ed\u0711\u0730-\u074a\u07a6-\u07b0\u0816-\u0823\u0900-\u0963\u0971-\u0dff\u0f18-\u0f39\u0f71-\u0f87"
    "\u0f90-\u0fbc\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d\ufe20-\ufe2f"
)
_WORD = LatePattern(rf"[^\W_]+(?:[{_MARKS}{RANGES}]+[^\W_]*)*|[{RANGES}]+")
# What finds nearly the same in a third of the time; each word is cut by the rule above once and then remembered.
_PLAIN = re.compile("[a-z0-9]+")
_MARK = LatePattern(f"[{_MARKS}{RANGES}]")
_ROUGH_WITHOUT_MARKS = re.compile(r"\w+")
_ROUGH = LatePattern(rf"\w+(?:[{_MARKS}{RANGES}]+\w*)*|[{RANGES}]+")
# Accents of Latin, Greek and Cyrillic, the points of Hebrew and the vowel signs of Arabic, which most people leave out.
_LEFT_OUT = LatePattern("[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u200c\u200d]")


_REMEMBERED = 30_000  # words of a language, some 5 MB


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A word of a text and where it stands there, in characters."""

    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Words of the index that follow each other; with `begun` the last stands for all that begin so."""

    words: str
    begun: bool


def fold(text: str) -> str:
    """Return text in lower case without accents, each letter written in one way."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", without_piles(text).casefold())
    return unicodedata.normalize("NFC", _LEFT_OUT.sub("", apart))


@lru_cache(maxsize=256)  # asked of each text, and there are few languages
def algorithm_of(language: str) -> str:
    """Return Snowball's rules for a language (BCP 47), those of English where it has none."""
    return SNOWBALL.get(re.split("[-_]", language.lower(), maxsplit=1)[0], ENGLISH)


def is_of_use(language: str, text: str) -> bool:
    """Return whether `search_index` alone would miss something in a text of this language."""
    return algorithm_of(language) != ENGLISH or has_runs(text)


def places_of(text: str) -> Iterator[Place]:
    """Yield the words of a text as they stand there, in their order; a run without spaces counts as one."""
    for found in _WORD.finditer(text):
        yield Place(word=found.group(), start=found.start(), end=found.end())


def words_for_index(text: str, language: str) -> str:
    """Return a text as `search_words` takes it: words and pairs of letters in their order, spaces between.

    Other forms of the same words follow at the end: a person who leaves out accents may mean another stem.
    """
    known = _indexed(algorithm_of(language))
    rough = _ROUGH.findall if not text.isascii() and _MARK.search(text) else _ROUGH_WITHOUT_MARKS.findall
    found = [known[word] for word in rough(text)]
    others = dict.fromkeys(other for _, more in found for other in more)
    return " ".join((*(words for words, _ in found), *others))


def asked_forms(text: str, algorithms: Iterable[str], *, begun: bool) -> tuple[Form, ...]:
    """Return all that a word or phrase may be in the index, under each of these rules, with accents and without."""
    found: dict[Form, None] = {}
    for algorithm in algorithms:
        for written in (text, fold(text)):
            found.update(dict.fromkeys(_forms_under(algorithm, list(pieces_of(written)), begun=begun)))
    return tuple(found)


def _forms_under(algorithm: str, pieces: list[str], *, begun: bool) -> Iterator[Form]:
    if not pieces:
        return
    *before, last = pieces
    words = [
        word for piece in before for word in (pairs_of(piece) if RUN.match(piece) else forms_of(piece, algorithm)[:1])
    ]
    if RUN.match(last):
        # The last letter stands in the pair before it already; one letter alone is the first of some pair.
        pairs = pairs_of(last)
        yield Form(words=" ".join((*words, *(pairs[:-1] or pairs))), begun=begun or len(pairs) == 1)
        return
    yield Form(words=" ".join((*words, *forms_of(last, algorithm)[:1])), begun=False)
    if begun:
        yield Form(words=" ".join((*words, fold(last))), begun=True)


def plain_words(text: str) -> str:
    """Return the words of a text as they are, folded, spaces between: for comparing and for the order of titles."""
    if text.isascii():
        return " ".join(_PLAIN.findall(text.lower()))
    return " ".join(map(fold, pieces_of(text)))


def pieces_of(text: str) -> Iterator[str]:
    """Yield the words of a text one after the other, and its runs without spaces, also where both touch."""
    for word in _WORD.findall(text):
        yield from (word[:LONGEST_WORD],) if word.isascii() else _parted(word)


def _parted(written: str) -> Iterator[str]:
    word = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", without_piles(written)))
    end = 0
    for run in RUN.finditer(word):
        if end < run.start():
            yield word[end : run.start()][:LONGEST_WORD]
        yield run.group()
        end = run.end()
    if end < len(word):
        yield word[end:][:LONGEST_WORD]


class _Indexed(dict[str, tuple[str, tuple[str, ...]]]):
    """What the index takes for a word as it stands in a text, and its other forms; worked out when first asked."""

    def __init__(self, algorithm: str) -> None:
        super().__init__()
        self._algorithm = algorithm

    def __missing__(self, word: str) -> tuple[str, tuple[str, ...]]:
        words: list[str] = []
        others: list[str] = []
        for piece in pieces_of(word):
            if RUN.match(piece):
                words.extend(pairs_of(piece))
            else:
                stem, *more = forms_of(piece, self._algorithm)
                words.append(stem)
                others.extend(more)
        made = (" ".join(words), tuple(others))
        if len(word) <= LONGEST_WORD:
            if len(self) >= _REMEMBERED:
                self.clear()
            self[word] = made
        return made


@lru_cache(maxsize=8)
def _indexed(algorithm: str) -> _Indexed:
    return _Indexed(algorithm)


def forms_of(word: str, algorithm: str) -> tuple[str, ...]:
    """Return how the index knows a word: its stem, and that of the word without accents where it is another."""
    stem = stem_of(word.lower(), algorithm)
    plain = stem if word.isascii() else stem_of(fold(word), algorithm)
    return (stem,) if stem == plain else (stem, plain)


@lru_cache(maxsize=20_000)
def stem_of(word: str, algorithm: str) -> str:
    """Return the stem of a word in lower case, without accents; what folds into several words is joined."""
    return "".join(fold(_stemmer(algorithm, threading.get_ident()).stemWord(word)).split()) or word


def forget_forms() -> None:
    """Remember no word any more. PyStemmer is made to remember none."""
    stem_of.cache_clear()
    _indexed.cache_clear()


@lru_cache(maxsize=64)
def _stemmer(algorithm: str, _thread: int) -> Stemmer:
    """Return a stemmer of one thread: PyStemmer's may not be shared."""
    from Stemmer import Stemmer

    return Stemmer(algorithm, 0)
