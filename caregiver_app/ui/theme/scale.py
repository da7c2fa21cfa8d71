"""The steps of text size and the rule that picks the first one. One scale moves every font, row, icon and gap."""

from __future__ import annotations

from typing import Final

STEPS: Final = (100, 115, 130, 150, 175, 200)
"""Per cent of the design's sizes."""


def nearest_step(percent: float) -> int:
    """Return the step closest to `percent`, the larger of two equally close ones."""
    return min(STEPS, key=lambda step: (abs(step - percent), -step))


def next_step(percent: int, by: int) -> int:
    """Return the step `by` places up (or down, when negative) from `percent`, stopping at either end."""
    here = STEPS.index(nearest_step(percent))
    return STEPS[max(0, min(len(STEPS) - 1, here + by))]


def first_step(*, system_pt: float, platform_pt: float, text_factor_percent: float = 100.0) -> int:
    """Return the step for a first start.

    It is the larger of what the system's own font says (against the platform's usual size, both in points) and the
    system's accessibility text size in per cent. A font given in pixels says nothing (`system_pt` <= 0).
    """
    by_font = 100.0 * system_pt / platform_pt if system_pt > 0 and platform_pt > 0 else 100.0
    return nearest_step(max(by_font, text_factor_percent, 100.0))
