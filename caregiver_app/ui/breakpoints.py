"""Which layout a window has: its size divided by the text scale decides, so large text reflows like a small window."""

from __future__ import annotations

from enum import IntEnum


class FrameLayout(IntEnum):
    """From the least room to the most; `layout >= FrameLayout.MID` reads as "there is room for two panes"."""

    COMPACT = 0
    NARROW = 1
    MID = 2
    WIDE = 3


_WIDE = 1100
_MID = 900
_NARROW = 600
_LOW = 560


def layout_for(width: int, height: int, scale: float) -> FrameLayout:
    """Return the layout for a window of `width` x `height` device-independent pixels with text at `scale`."""
    across, down = width / scale, height / scale
    if across < _NARROW or down < _LOW:
        return FrameLayout.COMPACT
    if across < _MID:
        return FrameLayout.NARROW
    return FrameLayout.MID if across < _WIDE else FrameLayout.WIDE
