"""Files that are let fall onto a part of the care notes: taken note of and asked about, never written as text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

_TYPES = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class FileDrop(QObject):
    """`dropped` carries the paths. Whatever else is dragged there goes its usual way."""

    dropped = Signal(object)

    def __init__(self, *parts: QWidget) -> None:
        super().__init__(parts[0])
        for part in parts:
            place = part.viewport() if isinstance(part, QAbstractScrollArea) else part
            place.setAcceptDrops(True)
            place.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take files, before a field would write their addresses down."""
        if event.type() not in _TYPES:
            return False
        drop = cast(QDropEvent, event)
        paths = files_in(drop.mimeData())
        if not paths:
            return False
        drop.acceptProposedAction()
        if event.type() is QEvent.Type.Drop:
            self.dropped.emit(paths)
        return True


def files_in(data: QMimeData) -> Sequence[Path]:
    """Return the files of this computer that are dragged; addresses elsewhere are none."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile() and url.toLocalFile()]
