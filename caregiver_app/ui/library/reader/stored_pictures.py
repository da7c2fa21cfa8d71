"""Our own stored pictures: decoded within bounds in the library's thread, and kept within the column when shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, QUrl
from PySide6.QtGui import QImage, QImageReader, QTextCursor, QTextDocument, QTextImageFormat

from caregiver_app.ui.library.reader.marks_of_html import LOCAL

MOST_PIXELS = 25_000_000
"""No larger picture is stored (SECURITY.md); one that says so of itself is none of ours."""

LARGEST_BYTES = 5_000_000
MOST_PICTURES = 60
MOST_DRAWN = 8
"""Up to so many on a page are made anew for each width, which is sharper; the window must not wait for more."""

WIDEST = 1_320
"""Twice the column at 100 %, in pixels: wider than this no picture is ever shown."""

_NAME = re.compile(r"[0-9a-f]{64}")
_BEGINNINGS = {b"\xff\xd8\xff": b"jpeg", b"\x89PNG\r\n\x1a\n": b"png"}  # ITU T.81, B.1.1.3; W3C PNG, 5.2
_KIND = QTextDocument.ResourceType.ImageResource.value


def is_picture_name(name: str) -> bool:
    """Return whether `name` is the hash by which a picture is stored, and so neither a path nor an address."""
    return _NAME.fullmatch(name) is not None


def read_pictures(names: Collection[str], read: Callable[[str], bytes | None]) -> Mapping[str, QImage]:
    """Return the pictures among `names` that `read` has and that are sound, by name, at most `MOST_PICTURES`."""
    found: dict[str, QImage] = {}
    for name in dict.fromkeys(names):
        image = read_picture(read(name)) if is_picture_name(name) and len(found) < MOST_PICTURES else None
        if image is not None:
            found[name] = image
    return found


def read_picture(data: bytes | None) -> QImage | None:
    """Return a stored picture, at most `WIDEST`; None for what is no JPEG or PNG, or larger than any that is stored.

    Only the decoder of the two that it begins for is asked: Qt would try all that it has.
    """
    if data is None or len(data) > LARGEST_BYTES:
        return None
    kind = next((kind for begins, kind in _BEGINNINGS.items() if data.startswith(begins)), None)
    if kind is None:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind))
    reader.setAutoDetectImageFormat(False)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MOST_PIXELS:
        return None
    image = reader.read()
    if image.isNull():
        return None
    smooth = Qt.TransformationMode.SmoothTransformation
    return image.scaledToWidth(WIDEST, smooth) if image.width() > WIDEST else image


def no_picture() -> QImage:
    """Return a picture of nothing: given none at all, Qt opens a file of that name itself."""
    image = QImage(1, 1, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    return image


def fit_pictures(document: QTextDocument, pictures: Mapping[str, QImage], room: int, ratio: float) -> None:
    """Give each picture the width it has, at most `room`, sharp at the device pixel `ratio`."""
    whole = QTextCursor(document)
    whole.beginEditBlock()
    for start, length, look in _pictures_in(document):
        image = pictures.get(QUrl(look.name()).path())
        if image is None:
            continue
        cursor = QTextCursor(document)
        cursor.setPosition(start)
        # A table or a list leaves less than the whole column.
        inside = cursor.currentTable() is not None or cursor.currentList() is not None
        size = _size_in(image, max(1, room * 4 // 5 if inside else room))
        if len(pictures) <= MOST_DRAWN:
            document.addResource(_KIND, QUrl(look.name()), _drawn(image, size, ratio))
        look.setWidth(size.width())
        look.setHeight(size.height())
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(look)
    whole.endEditBlock()


def _size_in(image: QImage, most: int) -> QSize:
    if image.width() <= most:
        return image.size()
    return QSize(most, max(1, image.height() * most // image.width()))


def _drawn(image: QImage, size: QSize, ratio: float) -> QImage:
    smooth = Qt.TransformationMode.SmoothTransformation
    shown = image.scaled(size * ratio, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    shown.setDevicePixelRatio(ratio)
    return shown


def _pictures_in(document: QTextDocument) -> list[tuple[int, int, QTextImageFormat]]:
    """Return all at once: a change would end a walk over them."""
    found = []
    block = document.begin()
    while block.isValid():
        walk = block.begin()
        while not walk.atEnd():
            piece = walk.fragment()
            if piece.charFormat().isImageFormat():
                found.append((piece.position(), piece.length(), piece.charFormat().toImageFormat()))
            walk += 1
        block = block.next()
    return [one for one in found if QUrl(one[2].name()).scheme() == LOCAL]
