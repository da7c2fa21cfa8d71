"""Our own icons, drawn in any colour and size. The drawings are SVG files with `currentColor` and one stroke width."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from caregiver_app.support.resources import resource


class Icon(StrEnum):
    """Names of the drawings, each the name of a file in `icons/`."""

    ALERT = "alert"
    ARCHIVE = "archive"
    BACK = "back"
    BOOKMARK = "bookmark"
    CALENDAR = "calendar"
    CHECK = "check"
    CHEV_DOWN = "chev-down"
    CHEV_RIGHT = "chev-right"
    CLOCK = "clock"
    CLOSE = "close"
    COPY = "copy"
    DOWNLOAD = "download"
    EMERGENCY = "emergency"
    EXTERNAL = "external"
    EYE = "eye"
    EYE_OFF = "eye-off"
    FILTER = "filter"
    FLYER = "flyer"
    FOLDER = "folder"
    GLOBE = "globe"
    HEART = "heart"
    HISTORY = "history"
    HOME = "home"
    INFO = "info"
    KEYBOARD = "keyboard"
    LIBRARY = "library"
    LINK = "link"
    LOCK = "lock"
    MAIL = "mail"
    MENU = "menu"
    MINUS = "minus"
    MOON = "moon"
    MORE = "more"
    NOTES = "notes"
    OCTAGON = "octagon"
    OFFLINE = "offline"
    PACKS = "packs"
    PERSON = "person"
    PHONE = "phone"
    PILL = "pill"
    PLUS = "plus"
    PRINT = "print"
    QR = "qr"
    QUESTION = "question"
    REDO = "redo"
    REFRESH = "refresh"
    SEARCH = "search"
    SETTINGS = "settings"
    SHARE = "share"
    SHIELD = "shield"
    SOURCES = "sources"
    SPEAKER = "speaker"
    STAR = "star"
    STAR_ON = "star-on"
    STOP = "stop"
    SUN = "sun"
    TEXT_SIZE = "text-size"
    TOPICS = "topics"
    TRASH = "trash"
    UNDO = "undo"
    UNLOCK = "unlock"
    UPLOAD = "upload"
    USB = "usb"


MIRRORED: Final = frozenset({Icon.BACK, Icon.CHEV_RIGHT, Icon.UNDO, Icon.REDO, Icon.EXTERNAL, Icon.LIBRARY})
"""Drawings that point somewhere and so turn round where lines start at the right."""

_INK = "currentColor"
_STROKE = 'stroke-width="1.75"'
_KEPT = 600  # pixmaps; a busy window shows fewer than a hundred


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """One rendering of an icon: a square of `size` device-independent pixels, sharp at `ratio`."""

    icon: Icon
    colour: str
    size: int
    stroke: float
    ratio: float = 1.0
    mirrored: bool = False


class IconCache:
    """Rendered icons, the least recently used dropped first."""

    def __init__(self) -> None:
        self._pixmaps: OrderedDict[Drawn, QPixmap] = OrderedDict()

    def pixmap(self, drawn: Drawn) -> QPixmap:
        """Return the pixmap for `drawn`, rendered when it is not at hand."""
        found = self._pixmaps.get(drawn)
        if found is None:
            found = self._pixmaps[drawn] = _render(drawn)
            if len(self._pixmaps) > _KEPT:
                self._pixmaps.popitem(last=False)
        else:
            self._pixmaps.move_to_end(drawn)
        return found

    def clear(self) -> None:
        """Forget all pixmaps."""
        self._pixmaps.clear()


@cache
def drawing(icon: Icon) -> str:
    """Return the SVG text of `icon`.

    Raises:
        FileNotFoundError: the installation lacks the drawing.
    """
    return resource("icons", f"{icon.value}.svg").read_text(encoding="utf-8")


def _render(drawn: Drawn) -> QPixmap:
    svg = drawing(drawn.icon).replace(_INK, drawn.colour).replace(_STROKE, f'stroke-width="{drawn.stroke}"')
    side = max(1, round(drawn.size * drawn.ratio))
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    if drawn.mirrored:
        painter.translate(side, 0)
        painter.scale(-1, 1)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    pixmap.setDevicePixelRatio(drawn.ratio)
    return pixmap
