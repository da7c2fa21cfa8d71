"""Which Spanish words are common and stand in a dictionary as they are: made of how often words are said in subtitles.

The frequencies come from a gzipped JSON table of words and numbers, `spellchecker/resources/es.json.gz` of the package
`pyspellchecker` (docs/formats/words.md). Endings tell which of its words are forms of others: those are left out.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path

_SELDOM = 50
"""What is said no more often was added to the table by hand, without a frequency."""
_INFINITIVES = ("ar", "er", "ir")
_FIRST, _OTHERS, _ALL = ("ar",), ("er", "ir"), _INFINITIVES
_ENDINGS = {
    "aba abas aban ando aron aste amos aras aran ara asen ase ada adas ados": _FIRST,
    "iendo ieron iste imos iera ieras ieran iese ido idas ida idos ia": _OTHERS,
    "as an es en emos a e": _ALL,
}
_VERB_ENDINGS = tuple(
    sorted(
        ((ending, of) for endings, of in _ENDINGS.items() for ending in endings.split()),
        key=lambda pair: -len(pair[0]),
    )
)
_HANGING = ("me", "te", "se", "lo", "la", "le", "los", "las", "les", "nos", "os")
_TO_COME = tuple(infinitive + ending for infinitive in _INFINITIVES for ending in ("emos", "an", "as", "a", "e", "ia"))
_SHORTEST_STEM = 2


def common_words(frequencies: Path) -> dict[str, int]:
    """Return the words that are no form of another, and how often each is said.

    Raises:
        OSError, ValueError: the file is no such table.
    """
    said: Mapping[str, int] = json.loads(gzip.decompress(frequencies.read_bytes()))
    known = said.keys()
    return {word: often for word, often in said.items() if often > _SELDOM and not _is_form(word, known)}


def _is_form(word: str, known: AbstractSet[str]) -> bool:
    return (
        _is_more_of_one(word, known)
        or (word.endswith("a") and not known.isdisjoint((word[:-1], f"{word[:-1]}o")))
        or word.endswith(_TO_COME)
        or _is_of_a_verb(word, known)
    )


def _is_more_of_one(word: str, known: AbstractSet[str]) -> bool:
    return word.endswith("s") and (word[:-1] in known or (word.endswith("es") and word[:-2] in known))


def _is_of_a_verb(word: str, known: AbstractSet[str]) -> bool:
    for hanging in _HANGING:
        stem = word.removesuffix(hanging)
        if stem != word and stem.endswith((*_INFINITIVES, "ando", "iendo")) and stem in known:
            return True
    for ending, of in _VERB_ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST_STEM and any(stem + infinitive in known for infinitive in of):
            return True
    return False
