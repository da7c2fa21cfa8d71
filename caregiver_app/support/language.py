"""Languages of texts as BCP 47 tags: as said, else as the words show, else as a model tells; empty where nobody knows.

Counting frequent words is enough for most feeds and costs next to nothing. The model is asked only in worker processes
and only where that leaves a doubt (`language_model`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

MAX_TAG_CHARS = 20
SAMPLE_CHARS = 600
LARGER_SAMPLE_CHARS = 2_000
MIN_WORDS = 12
"""Fewer words show nothing."""
MIN_WORDS_AGAINST = 40
"""As many words must speak against what a feed says of itself."""

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\Z")
_WORDS = {
    "en": "the and of to is in that for with are you it on as be have this can your from not or by was at if they will",
    "es": "el los las del una por con para que en la y de es se un al lo como más su sus o no si pero muy usted está",
    "fr": "le les des du une et est en que qui dans pour sur pas plus vous au aux avec ce il la de un à ou sont votre",
    "de": "der die das und ist in den von mit für auf nicht sie ein eine zu im dem sich es auch wird bei oder sind",
    "it": "il gli della che di è per con una non del nel sono la e in un le dei alla anche più come si al da questo",
    "pt": "os das uma não com para que em do da e de um o a é por se mais como ao dos na no ou são você seu sua",
    "nl": "de het een van en in is dat op te voor met zijn niet aan er die bij ook als om uw of naar wordt maar door",
}
_FREQUENT = {tag: frozenset(words.split()) for tag, words in _WORDS.items()}
_FREQUENT_SOMEWHERE = frozenset[str]().union(*_FREQUENT.values())


def language_tag(written: str) -> str:
    """Return a language tag as RFC 5646 writes it, empty for anything else."""
    tag = written.strip().replace("_", "-")
    return tag if len(tag) <= MAX_TAG_CHARS and _TAG.match(tag) else ""


def primary(tag: str) -> str:
    """Return the language of a tag without region and script, in lower case."""
    return tag.partition("-")[0].lower()


def language_of(text: str, said: Sequence[str], detect: Callable[[str], str], *, usual: str = "") -> str:
    """Return the language of `text`: the first tag in `said` that is one, unless the words are clearly of another.

    Blogs often say English because nobody told them otherwise. Where nothing is said the words decide, else what is
    `usual` in the same feed if the words do not deny it, else `detect`.
    """
    declared = next(filter(None, map(language_tag, said)), "")
    words = _first_words(text, SAMPLE_CHARS)
    if declared:
        return _contradicted(words, primary(declared)) or declared
    if told := by_words(words):
        return told
    # A second look costs a thousandth of what a model does, which a process that never needs it does not load.
    is_usual = _may_be(words, usual) or _may_be(_first_words(text, LARGER_SAMPLE_CHARS), usual)
    return usual if is_usual else detect(text)


def by_words(words: Sequence[str]) -> str:
    """Return the language whose frequent words are there, empty where that is not sure.

    A sixth of all words must be frequent ones of that language, and half as many again as of the next.
    """
    counts = _counts(words)
    best, count = max(counts.items(), key=lambda each: each[1])
    others = max(number for tag, number in counts.items() if tag != best)
    return best if len(words) >= MIN_WORDS and count * 6 >= len(words) and count * 2 >= others * 3 else ""


def _contradicted(words: Sequence[str], declared: str) -> str:
    """Return another language than the declared one where the words leave no doubt: a quarter of all words are frequent
    ones of it, and less than a sixth as many of the declared one.
    """
    own = _FREQUENT.get(declared)
    if own is None or len(words) < MIN_WORDS_AGAINST or _count(words, own) * 8 > len(words):
        return ""
    counts = _counts(words)
    best, count = max(counts.items(), key=lambda each: each[1])
    return best if count * 4 >= len(words) and counts[declared] * 6 < count else ""


def _first_words(text: str, chars: int) -> list[str]:
    return text[:chars].lower().split()


def _may_be(words: Sequence[str], language: str) -> bool:
    """Return True where words are too few to tell, or one in twelve is a frequent one of `language`."""
    frequent = _FREQUENT.get(language)
    return frequent is not None and (len(words) < MIN_WORDS or _count(words, frequent) * 12 >= len(words))


def _counts(words: Sequence[str]) -> dict[str, int]:
    telling = [word for word in words if word in _FREQUENT_SOMEWHERE]
    return {tag: _count(telling, frequent) for tag, frequent in _FREQUENT.items()}


def _count(words: Sequence[str], frequent: frozenset[str]) -> int:
    return sum(map(frequent.__contains__, words))
