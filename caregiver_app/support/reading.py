"""How hard a text is to read, as a school grade, and how long it takes. No dictionary, no network, no verdicts.

English, Spanish, German and French have a published formula each; texts in other languages have no grade.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from itertools import chain, pairwise
from math import ceil

from caregiver_app.support.language import primary
from caregiver_app.support.syllables import ENGLISH, FRENCH, GERMAN, SPANISH

MIN_WORDS = 30
SAMPLE_CHARS = 1_000  # about 160 words; Flesch took samples of 100 (1948)
MAX_GRADE = 20

_CLOSING = "\"'”’»)]"
_ENDS = (".", "!", "?", "…")
_LAST_SIGNS = frozenset((*_ENDS, *_CLOSING))
_SHORT_FORMS = frozenset(
    "mr. mrs. ms. dr. st. prof. sr. sra. dra. no. vs. etc. e.g. i.e. approx. p. ej. m. mme. z. b. z.b. bzw. ca.".split()
)


class Band(StrEnum):
    """How hard a text is for a person with the usual schooling."""

    EASY = "easy"
    MIDDLE = "middle"
    HARD = "hard"


# The highest grade that is easy, and the highest that is not hard. Texts for patients are meant to stay below the
# eighth grade; Spanish goes by the bands of INFLESZ, where "normal" is what secundaria teaches.
_BANDS = {"es": (6.5, 10.5)}
_USUAL_BAND = (8.0, 12.0)

# Words a minute read aloud by grown-ups with good eyes (Trauzettel-Klosinski and Dietz, IReST, 2012): silent reading is
# quicker, tired readers are slower.
_WORDS_A_MINUTE = {"ar": 138, "de": 179, "en": 228, "es": 218, "fr": 195, "it": 188, "nl": 202, "pl": 166, "pt": 181}
_USUAL_WORDS_A_MINUTE = 184


def band(grade: float | None, language: str) -> Band | None:
    """Return how hard a text of this grade is, None where it has none."""
    if grade is None:
        return None
    easy, middle = _BANDS.get(primary(language), _USUAL_BAND)
    return Band.EASY if grade <= easy else Band.MIDDLE if grade <= middle else Band.HARD


def reading_minutes(words: int, language: str) -> int:
    """Return how many minutes a text of so many words takes, at least one."""
    return max(1, ceil(words / _WORDS_A_MINUTE.get(primary(language), _USUAL_WORDS_A_MINUTE)))


def grade(text: str, language: str) -> float | None:
    """Return the school grade at which `text` can be read, None where it is too short or no formula fits.

    English: Flesch-Kincaid (Kincaid et al. 1975). Spanish: Szigriszt-Pazos (1993), its score read as a school year by
    the INFLESZ bands, which were made for texts handed to patients (Barrio-Cantalejo et al. 2008). German: the first
    Wiener Sachtextformel (Bamberger and Vanecek 1984). French: Kandel and Moles (1958), its score read as a school year
    by Flesch's table (1949).
    """
    measure = _MEASURES.get(primary(language))
    if measure is None:
        return None
    lines = [words for words in map(str.split, _sample(text).split("\n")) if words]
    words = list(chain.from_iterable(lines))
    if len(words) < MIN_WORDS:
        return None
    sentences = _count_ends(words) + sum(not _ends_sentence(line[-1]) for line in lines)
    return round(min(max(measure(words, sentences), 0.0), float(MAX_GRADE)), 1)


def _sample(text: str) -> str:
    """Return the beginning of `text` in lower case, up to the last sentence end in it."""
    head = text[:SAMPLE_CHARS].lower()
    if len(text) <= SAMPLE_CHARS:
        return head
    end = max(head.rfind(f"{sign} ") for sign in _ENDS)
    return head[: end + 1] if end > SAMPLE_CHARS // 2 else head


def _count_ends(words: list[str]) -> int:
    return sum(map(_ends_sentence, [word for word in words if word[-1] in _LAST_SIGNS]))


def _ends_sentence(word: str) -> bool:
    """Return True where a word ends a sentence by a sign; the end of a heading or an item counts without one."""
    bare = word.rstrip(_CLOSING)
    return bare.endswith(_ENDS) and len(word) > 2 and word not in _SHORT_FORMS


def _kincaid(words: list[str], sentences: int) -> float:
    return 0.39 * len(words) / sentences + 11.8 * _mean(ENGLISH.in_words(words)) - 15.59


def _szigriszt(words: list[str], sentences: int) -> float:
    score = 206.835 - 62.3 * _mean(SPANISH.in_words(words)) - len(words) / sentences
    return _between(_INFLESZ, score)


def _wiener_sachtext(words: list[str], sentences: int) -> float:
    syllables = GERMAN.in_words(words)
    long_words = sum(count >= 3 for count in syllables) / len(words) * 100
    single = sum(count == 1 for count in syllables) / len(words) * 100
    many_letters = sum(len(word) > 6 for word in words) / len(words) * 100
    return 0.1935 * long_words + 0.1672 * len(words) / sentences + 0.1297 * many_letters - 0.0327 * single - 0.875


def _kandel_moles(words: list[str], sentences: int) -> float:
    score = 207.0 - 1.015 * len(words) / sentences - 73.6 * _mean(FRENCH.in_words(words))
    return _between(_FLESCH, score)


def _mean(counts: list[int]) -> float:
    return sum(counts) / len(counts)


# Where the INFLESZ bands meet, with the school years they name: university below 40, bachillerato (grades 11 and 12) to
# 55, secundaria (7 to 10) to 65, the upper years of primaria to 80, its lower years above.
_INFLESZ = ((0.0, 18.0), (40.0, 12.5), (55.0, 10.5), (65.0, 6.5), (80.0, 4.0), (100.0, 1.0))
# Flesch's table: fifth grade from 90, sixth from 80, seventh from 70, eighth and ninth from 60, high school from 50,
# college from 30.
_FLESCH = ((0.0, 18.0), (30.0, 15.5), (50.0, 12.5), (60.0, 9.5), (70.0, 7.5), (80.0, 6.5), (90.0, 5.5), (100.0, 4.0))


def _between(points: tuple[tuple[float, float], ...], score: float) -> float:
    """Return the value at `score` on the line through `points`, level beyond its ends."""
    for (left, upper), (right, lower) in pairwise(points):
        if score <= right:
            return upper + (max(score, left) - left) / (right - left) * (lower - upper)
    return points[-1][1]


_MEASURES: dict[str, Callable[[list[str], int], float]] = {
    "de": _wiener_sachtext,
    "en": _kincaid,
    "es": _szigriszt,
    "fr": _kandel_moles,
}
