"""Which tips new care notes bring to Home. Their words stand there; here is what is kept of them, in the notes."""

from __future__ import annotations

from enum import StrEnum

TIPS = "home-tips"
"""The setting with the tips that nobody has put away yet."""


class Tip(StrEnum):
    """In the order in which they stand."""

    TWO_LINES = "two-lines"
    EMERGENCY = "emergency"
    LOCK = "lock"


def kept_tips(value: object) -> tuple[Tip, ...]:
    """Return the tips that a setting names; anything else in it counts for nothing."""
    return tuple(tip for tip in Tip if isinstance(value, list) and tip.value in value)
