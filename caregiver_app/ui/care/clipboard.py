"""Copies from the care notes: marked so that histories and clouds leave them out, and cleared after a while and at the
lock, if they are still ours. What others make of the marks is theirs; nothing is promised.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.clipboard_data import toolkit_data

CLEARED_AFTER_MS = 120_000

_OURS = "application/x-caregiver-private"
_NO = bytes(4)  # a DWORD of 0
OPT_OUTS = {
    # Microsoft: "Cloud Clipboard and Clipboard History Formats"; the names are how Qt hands formats to Windows
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': _NO,
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': _NO,
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': _NO,
    # KDE's clipboard tool, and others after its example
    "x-kde-passwordManagerHint": b"secret",
}


class ClipboardGuard(QObject):
    """`is_private` tells whether the keyboard is among words of the notes; `told` gets a word when a copy went."""

    def __init__(
        self,
        is_private: Callable[[], bool],
        told: Callable[[str], object],
        parent: QObject,
        *,
        after_ms: int = CLEARED_AFTER_MS,
        owns: Callable[[], bool] | None = None,
    ) -> None:
        """`owns` tells whether the clipboard holds what this application put there; not every platform knows."""
        super().__init__(parent)
        self._is_private = is_private
        self._told = told
        self._marking = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(after_ms)
        self._timer.timeout.connect(self.time_is_up)
        self._clipboard = QGuiApplication.clipboard()
        self._owns = owns or self._clipboard.ownsClipboard
        self._clipboard.dataChanged.connect(self._changed)
        self._clipboard.selectionChanged.connect(self._marked_by_mouse)

    def clear(self) -> None:
        """Take away what was copied from the notes, and what is marked in them with the mouse."""
        self._timer.stop()
        if self._is_ours():
            self._clipboard.clear()
        if self._clipboard.supportsSelection() and self._clipboard.ownsSelection():
            self._clipboard.clear(QClipboard.Mode.Selection)

    def time_is_up(self) -> None:
        """Take a copy away that has lain there long enough, and say so."""
        if self._is_ours():
            self._clipboard.clear()
            self._told(_("What you copied from your care notes is gone from the clipboard."))

    def _changed(self) -> None:
        if self._marking or not self._owns() or not self._is_private():
            return
        text = self._clipboard.text()
        if text:
            self._marking = True
            self._clipboard.setMimeData(marked(text))
            self._marking = False
            self._timer.start()

    def _marked_by_mouse(self) -> None:
        """Put the marks also on what X gives to others while it is only selected: some histories keep that, too."""
        if self._marking or not self._clipboard.ownsSelection() or not self._is_private():
            return
        text = self._clipboard.text(QClipboard.Mode.Selection)
        if text:
            self._marking = True
            self._clipboard.setMimeData(marked(text), QClipboard.Mode.Selection)
            self._marking = False

    def _is_ours(self) -> bool:
        held: Any = self._clipboard.mimeData()  # None where there is nothing, whatever the stubs say
        return held is not None and bool(held.hasFormat(_OURS))


def marked(text: str) -> QMimeData:
    """Return a private text for the clipboard: plain, with the marks by which others leave it out."""
    return toolkit_data(text, {_OURS: b"1", **OPT_OUTS})


def has_keyboard(*parts: QWidget | None) -> bool:
    """Return whether the keyboard is in one of some parts of the window."""
    focused = QApplication.focusWidget()
    return focused is not None and any(
        part is not None and (part is focused or part.isAncestorOf(focused)) for part in parts
    )
