"""Where the parts of a row to choose stand. What is narrow gets higher: words take two lines before any is cut."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect

from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.broken_words import broken, width_of

OPTION_ROW = 44
OPTION_PADDING = 12
OPTION_ICON = 20
_AFTER_ICON = 10
_BEFORE_END = 8
_SHORT = 4  # what takes a fourth of the row or less stays at its end, such as a time of day


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionPlaces:
    """All places are relative to the upper left corner; `text` is that of the first of its `lines`."""

    height: int
    icon: QRect
    text: QRect
    lines: tuple[str, ...]
    end: QRect


def place_option(theme: Theme, text: str, end: str, width: int, *, role: TypeRole) -> OptionPlaces:
    """Return where the parts stand in a row of this width, in device-independent pixels; `role` is that of `text`."""
    px, font = theme.px, theme.font(role)
    start = px(OPTION_PADDING + OPTION_ICON + _AFTER_ICON)
    inner = width - start - px(OPTION_PADDING)
    taken = width_of(end, theme.font(TypeRole.SMALL)) if end else 0
    beside = inner - taken - px(_BEFORE_END) if end else inner
    goes_down = bool(end) and taken * _SHORT > inner and width_of(text, font) > beside
    room = inner if goes_down else beside
    lines = broken(text, font, room)
    high, low = theme.line_height(TypeRole.BODY), theme.line_height(TypeRole.SMALL)
    texts = len(lines) * high + (low if goes_down else 0)
    height = texts + px(OPTION_ROW) - high
    top = (height - texts) // 2
    side = QRect(start + inner - taken, 0, taken, height)
    return OptionPlaces(
        height=height,
        icon=QRect(px(OPTION_PADDING), 0, px(OPTION_ICON), height),
        text=QRect(start, top, room, high),
        lines=lines,
        end=QRect(start, top + len(lines) * high, inner, low) if goes_down else side,
    )
