"""What a begun English word may become: an index of stems alone would find nothing for "walkin" until it is whole."""

from __future__ import annotations

from functools import lru_cache

from caregiver_app.library.word_forms import ENGLISH, LONGEST_WORD, stem_of

_ENDINGS = (
    "able ably al ally ance ances ant ate ated ates ating ation ations ed ely ement ence ences ent er ers es est ful "
    "fully ible ic ical ically ied ier ies ing ings ion ions ism ist ists ities ity ive ively ization ize ized izes "
    "izing less ly ment ments ness ous ously s"
).split()
_SHORTEST_STEM = 3


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


def _same_begin(stem: str, typed: str) -> bool:
    """Return whether a stem is what was typed without its end; its own last letter may have changed ("happi")."""
    return typed.startswith(stem[:-1])
