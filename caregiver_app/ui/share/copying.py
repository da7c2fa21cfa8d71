"""A shared text on the clipboard: left out of histories and clouds where those heed the marks, and never cleared by us.

People paste it where they like, also hours later. What is only seen before all is settled cannot be copied.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QAbstractScrollArea

from caregiver_app.ui.care.clipboard import OPT_OUTS
from caregiver_app.ui.clipboard_data import toolkit_data


def copy_shared(text: str) -> None:
    """Put a text on the clipboard, plain."""
    QGuiApplication.clipboard().setMimeData(shared_data(text))


def shared_data(text: str) -> QMimeData:
    """Return a text as it goes to the clipboard."""
    return toolkit_data(text, OPT_OUTS)


class CopyGate(QObject):
    """Lets what is marked in a preview be copied or dragged away only while all of the share is settled.

    `refused` comes when somebody wanted a copy too early.
    """

    refused = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._is_open = False

    def set_open(self, is_open: bool) -> None:
        """Let copies through from now on, or none."""
        self._is_open = is_open

    def watch(self, view: QAbstractScrollArea) -> None:
        """Stand before a view that shows what may leave; it asks `data_of` for what it hands out."""
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)

    def data_of(self, cursor: QTextCursor) -> QMimeData:
        """Return what may be taken of a selection: its words, or nothing."""
        return shared_data(cursor.selection().toPlainText() if self._is_open else "")

    def eventFilter(self, _view: QObject, event: QEvent) -> bool:
        """Stop the keys that copy and the menu that offers it, before they empty the clipboard in vain."""
        if self._is_open or not _wants_copy(event):
            return False
        self.refused.emit()
        return True


def _wants_copy(event: QEvent) -> bool:
    if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
        return event.matches(QKeySequence.StandardKey.Copy) or event.matches(QKeySequence.StandardKey.Cut)
    return event.type() is QEvent.Type.ContextMenu
