"""The words of a message that may say what it is about, so that the library can be asked for them. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from caregiver_app.library.empty_words import EMPTY_WORDS
from caregiver_app.library.letter_pairs import RUN
from caregiver_app.library.word_forms import fold, pieces_of

MOST_WORDS = 60
"""So many different words of a message are asked for."""

_SHORTEST = 3
_LOOKED_THROUGH = 4_000  # words


def subject_words(text: str) -> dict[str, int]:
    """Return the words of a text that may name its subject and how often they stand there, the likeliest first.

    Of scripts without spaces each two neighbouring letters count as a word.
    """
    counted = Counter(islice(_telling(text), _LOOKED_THROUGH))
    return dict(counted.most_common(MOST_WORDS))


def _telling(text: str) -> Iterator[str]:
    for piece in pieces_of(text):
        if RUN.match(piece):
            yield from (piece[place : place + 2] for place in range(max(1, len(piece) - 1)))
            continue
        word = fold(piece)
        if len(word) >= _SHORTEST and not word[0].isdigit() and word not in EMPTY_WORDS:
            yield word
