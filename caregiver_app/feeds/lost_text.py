"""Tells a page that lost its text from one that was rewritten: of eight hundred words five are left. Pure."""

from __future__ import annotations

ENOUGH_WORDS = 150
"""So many words are a text of their own, whatever stood there before."""

_LEAST_SHARE = 0.2


def has_lost_its_text(*, before: int | None, now: int) -> bool:
    """Return True where so few words are left that the page is not what it was; None: nothing is known of before."""
    return before is not None and now < ENOUGH_WORDS and now < _LEAST_SHARE * before
