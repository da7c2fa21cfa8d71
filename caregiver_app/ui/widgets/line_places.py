"""Where the parts of a line stand. A narrow one is higher: first its pill goes down, then its title takes two lines."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize

from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.broken_words import broken, width_of
from caregiver_app.ui.widgets.draw import PillLook, pill_size

_PADDING, _TOP, _GAP = 16, 9, 2
_BEFORE_PILL = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class LinePlaces:
    """All places are relative to the upper left corner; `title` is that of the first of its lines."""

    height: int
    title: QRect
    title_lines: tuple[str, ...]
    facts: QRect
    pill: QRect


def plain_height(theme: Theme) -> int:
    """Return how high a line is whose title fits beside its pill, at the scale in force."""
    texts = theme.line_height(TypeRole.BODY) + theme.line_height(TypeRole.SMALL)
    return texts + theme.px(2 * _TOP + _GAP)


def place_line(theme: Theme, title: str, facts: str, pill: PillLook | None, width: int) -> LinePlaces:
    """Return where the parts stand in a row of this width, in device-independent pixels."""
    px, size = theme.px, pill_size(theme, pill) if pill is not None else QSize(0, 0)
    inner = width - 2 * px(_PADDING)
    beside = inner - size.width() - px(_BEFORE_PILL) if pill is not None else inner
    if width_of(title, theme.font(TypeRole.STRONG)) <= beside:
        return place_alike(theme, title, pill, width)
    lines = broken(title, theme.font(TypeRole.STRONG), inner)
    high, low = theme.line_height(TypeRole.BODY), theme.line_height(TypeRole.SMALL)
    top = px(_TOP) + len(lines) * high + px(_GAP)
    has_own_line = pill is not None and width_of(facts, theme.font(TypeRole.SMALL)) > beside
    foot = top + low + px(_GAP) if has_own_line else top
    x = px(_PADDING) if has_own_line else px(_PADDING) + inner - size.width()
    bottom = max(top + low, foot + size.height())
    return LinePlaces(
        height=bottom + px(_TOP),
        title=QRect(px(_PADDING), px(_TOP), inner, high),
        title_lines=lines,
        facts=QRect(
            px(_PADDING), top, inner if has_own_line else beside, max(low, 0 if has_own_line else size.height())
        ),
        pill=QRect(x, foot, min(size.width(), inner), size.height()),
    )


def place_alike(theme: Theme, title: str, pill: PillLook | None, width: int) -> LinePlaces:
    """Return where they stand in rows that are all equally high: what does not fit is cut."""
    px, height = theme.px, plain_height(theme)
    inner, x = width - 2 * px(_PADDING), px(_PADDING)
    place = QRect()
    if pill is not None:
        size = pill_size(theme, pill)
        taken = min(size.width(), width // 2)
        place = QRect(width - px(_PADDING) - taken, (height - size.height()) // 2, taken, size.height())
        inner -= taken + px(_BEFORE_PILL)
    high, low = theme.line_height(TypeRole.BODY), theme.line_height(TypeRole.SMALL)
    return LinePlaces(
        height=height,
        title=QRect(x, px(_TOP), inner, high),
        title_lines=(title,),
        facts=QRect(x, px(_TOP + _GAP) + high, inner, low),
        pill=place,
    )
