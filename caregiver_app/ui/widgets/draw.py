"""Painting that several widgets and delegates share: icons, pills, rounded edges. All of it mirrors.

Places are laid out as if lines started at the left; `mirror` turns them round where they start at the right.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen, QRegion
from PySide6.QtWidgets import QStyle

from caregiver_app.ui.theme import Icon, Theme, Tone, TypeRole

_PILL_HEIGHT = 26
_PILL_ICON = 16
_PILL_PADDING = 10
_PILL_GAP = 5
_SHADOW_BLUR = 24
_SHADOW_DOWN = 6
_SHADOW_LAYERS = 18  # from faint to less faint; together about a third of black


@dataclass(frozen=True, slots=True, kw_only=True)
class PillLook:
    """A status in one to three words. The word comes first; tone and icon only repeat it."""

    text: str
    tone: Tone = Tone.NEUTRAL
    icon: Icon | None = None


def mirror(direction: Qt.LayoutDirection, bounds: QRect, rect: QRect) -> QRect:
    """Return where `rect`, laid out from the left, stands in `bounds` for `direction`."""
    return QStyle.visualRect(direction, bounds, rect)


def leading(direction: Qt.LayoutDirection) -> Qt.AlignmentFlag:
    """Return the alignment of painted text at the side where lines start, vertically centred."""
    side = Qt.AlignmentFlag.AlignRight if direction == Qt.LayoutDirection.RightToLeft else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True, kw_only=True)
class IconLook:
    """An icon as it shall appear: `colour` from the tokens, `size` of the design wide."""

    icon: Icon
    colour: str
    size: float


def draw_icon(painter: QPainter, theme: Theme, rect: QRect, look: IconLook, direction: Qt.LayoutDirection) -> None:
    """Draw an icon in the middle of `rect`, sharp on the painter's own device."""
    mirrored = direction == Qt.LayoutDirection.RightToLeft
    ratio = painter.device().devicePixelRatio()
    pixmap = theme.pixmap(look.icon, look.colour, look.size, ratio=ratio, mirrored=mirrored)
    side = theme.px(look.size)
    painter.drawPixmap(rect.x() + (rect.width() - side) // 2, rect.y() + (rect.height() - side) // 2, pixmap)


def draw_box(painter: QPainter, rect: QRect, *, radius: float, fill: str, edge: str, width: int) -> None:
    """Fill a rounded box and draw its edge wholly inside `rect`; an empty colour leaves that part out."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = width / 2
    inside = QRectF(rect).adjusted(half, half, -half, -half)
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(edge), width) if edge else QPen(Qt.PenStyle.NoPen))
    painter.drawRoundedRect(inside, radius - half, radius - half)
    painter.restore()


def rounded(rect: QRect, radius: float) -> QPainterPath:
    """Return the outline of `rect` with rounded corners, e.g. for clipping."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(rect), radius, radius)
    return path


def pill_size(theme: Theme, look: PillLook) -> QSize:
    """Return the size of a pill in device-independent pixels."""
    metrics = QFontMetrics(theme.font(TypeRole.SMALL_STRONG))
    width = 2 * theme.px(_PILL_PADDING) + metrics.horizontalAdvance(look.text)
    if look.icon is not None:
        width += theme.px(_PILL_ICON) + theme.px(_PILL_GAP)
    return QSize(width, theme.px(_PILL_HEIGHT))


def draw_pill(painter: QPainter, theme: Theme, rect: QRect, look: PillLook, direction: Qt.LayoutDirection) -> None:
    """Draw a pill over the whole of `rect`; words that do not fit end in an ellipsis."""
    colours = theme.tokens.tone(look.tone)
    draw_box(painter, rect, radius=rect.height() / 2, fill=colours.ground, edge=colours.line, width=theme.edge)
    left = rect.x() + theme.px(_PILL_PADDING)
    if look.icon is not None:
        side = theme.px(_PILL_ICON)
        place = QRect(left, rect.y(), side, rect.height())
        icon = IconLook(icon=look.icon, colour=colours.ink, size=_PILL_ICON)
        draw_icon(painter, theme, mirror(direction, rect, place), icon, direction)
        left += side + theme.px(_PILL_GAP)
    words = QRect(left, rect.y(), rect.x() + rect.width() - theme.px(_PILL_PADDING) - left, rect.height())
    painter.save()
    painter.setFont(theme.font(TypeRole.SMALL_STRONG))
    painter.setPen(QColor(colours.ink))
    text = painter.fontMetrics().elidedText(look.text, Qt.TextElideMode.ElideRight, words.width() + 1)
    painter.drawText(mirror(direction, rect, words), leading(direction) | Qt.TextFlag.TextSingleLine, text)
    painter.restore()


def draw_shadow(painter: QPainter, theme: Theme, rect: QRect, radius: int, *, dirty: QRegion) -> None:
    """Draw what of `dirty` shows of a soft shadow under a box at `rect`; in high contrast its edge does that work.

    Nothing is drawn below the box itself: whatever changes inside it would draw all of the shadow again.
    """
    inner, corner = rect.adjusted(theme.edge, theme.edge, -theme.edge, -theme.edge), radius
    covered = QRegion(inner.adjusted(0, corner, 0, -corner)) | QRegion(inner.adjusted(corner, 0, -corner, 0))
    seen = dirty - covered
    if theme.tokens.high_contrast or seen.isEmpty():
        return
    painter.save()
    painter.setClipRegion(seen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    spread = theme.px(_SHADOW_BLUR) / 2
    below = QRectF(rect).translated(0, theme.px(_SHADOW_DOWN))
    for layer in range(_SHADOW_LAYERS):
        grow = spread * (1 - 2 * layer / _SHADOW_LAYERS)
        painter.setBrush(QColor(0, 0, 0, 1 + layer // 2))
        painter.drawRoundedRect(below.adjusted(-grow, -grow, grow, grow), radius + grow, radius + grow)
    painter.restore()
