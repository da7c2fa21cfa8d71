"""The mark of Caregiver: two people whose arms make a heart. One drawing for the icon on the desktop and in the window.

In the window it takes the colours of the theme, so that it is seen in the dark and in high contrast too.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from caregiver_app.support.resources import resource
from caregiver_app.ui.theme.tokens import Tokens

GROUND, FIRST, SECOND = "#0B524D", "#FFFFFF", "#8FD6CA"
"""The colours in the drawing: the square, and one for each of the two."""

_SECOND_ON_LIGHT: Final = "#0B524D"
_KEPT = 16


def logo(tokens: Tokens, size: int, ratio: float = 1.0) -> QPixmap:
    """Return the mark in the colours of a theme, `size` device-independent pixels wide, sharp at `ratio`.

    Raises:
        FileNotFoundError: the installation lacks the drawing.
    """
    second = _SECOND_ON_LIGHT if tokens.dark else SECOND
    return _drawn(tokens.accent, tokens.on_accent, tokens.on_accent if tokens.high_contrast else second, size, ratio)


@lru_cache(maxsize=_KEPT)
def _drawn(ground: str, first: str, second: str, size: int, ratio: float) -> QPixmap:
    svg = resource("icons", "app.svg").read_text(encoding="utf-8")
    for drawn, number in ((GROUND, 1), (FIRST, 2), (SECOND, 3)):
        svg = svg.replace(drawn, f"colour-{number}")  # in two steps: a colour of one may be that of another
    for colour, number in ((ground, 1), (first, 2), (second, 3)):
        svg = svg.replace(f"colour-{number}", colour)
    side = max(1, round(size * ratio))
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
