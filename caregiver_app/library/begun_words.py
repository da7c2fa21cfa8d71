"""What a begun English word may become: an index of stems alone would find nothing for "walkin" until it is whole."""

from __future__ import annotations

from functools import lru_cache
from string import ascii_lowercase

from caregiver_app.library.word_forms import ENGLISH, LONGEST_WORD, stem_of

_ENDINGS = (
    "able ably al ally ance ances ant ate ated ates ating ation ations ed ely ement ence ences ent er ers es est ful "
    "fully ible ic ical ically ied ier ies ing ings ion ions ism ist ists ities ity ive ively ization ize ized izes "
    "izing less ly ment ments ness ous ously s"
).split()
_SHORTEST_STEM = 3
_MUCH_SHORTER = 2


@lru_cache(maxsize=1_000)
def stems_on_the_way(begun: str) -> tuple[str, ...]:
    """Return the stems that are shorter than what was typed so far, of words that it may become by a usual ending."""
    typed = begun.lower()
    if not (typed.isascii() and typed.isalpha() and _SHORTEST_STEM < len(typed) <= LONGEST_WORD):
        return ()
    stems = {
        stem_of(typed + ending[length:], ENGLISH)
        for ending in _ENDINGS
        for length in range(1, len(ending))
        if typed.endswith(ending[:length])
    }
    return tuple(sorted(s for s in stems if len(s) >= _SHORTEST_STEM and len(s) < len(typed) and _same_begin(s, typed)))


def beginnings_after(begun: str) -> tuple[str, ...]:
    """Return how words go on from a word whose stem is much shorter, for all that begins like that stem is too much.

    FTS5 cuts what was typed to its stem before it looks for what begins so: of "died" that is "di". Empty where the
    stem says enough. Nothing of it is remembered.
    """
    typed = begun.lower()
    if not (typed.isascii() and typed.isalpha() and len(typed) <= LONGEST_WORD):
        return ()
    stem = stem_of(typed, ENGLISH)
    if stem == typed or (len(stem) >= _SHORTEST_STEM and len(typed) - len(stem) < _MUCH_SHORTER):
        return ()
    return tuple(typed + letter for letter in ascii_lowercase if stem_of(typed + letter, ENGLISH).startswith(typed))


def _same_begin(stem: str, typed: str) -> bool:
    """Return whether a stem is what was typed without its end; its own last letter may have changed ("happi")."""
    return typed.startswith(stem[:-1])
