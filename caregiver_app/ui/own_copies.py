"""What was copied or marked in our window, e.g. the address of a page, as far as the desktop tells that it is ours."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QClipboard, QGuiApplication

_COPIED, _MARKED = QClipboard.Mode.Clipboard, QClipboard.Mode.Selection


def clear_own_copies(owns: Callable[[QClipboard.Mode], bool] | None = None) -> None:
    """Take our copies off the clipboard; what others copied stays. `owns` tells which are ours, else the desktop."""
    clipboard = QGuiApplication.clipboard()
    for mode in (_COPIED, _MARKED):
        if (owns or _tells)(mode):
            clipboard.clear(mode)


def _tells(mode: QClipboard.Mode) -> bool:
    clipboard = QGuiApplication.clipboard()
    return clipboard.ownsClipboard() if mode is _COPIED else clipboard.ownsSelection()
