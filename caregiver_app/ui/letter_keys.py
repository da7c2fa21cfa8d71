"""Single letters as keys, switched on or off in the whole window (WCAG 2.1.4)."""

from __future__ import annotations

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget


def switch_letters(part: QWidget, on: bool) -> None:
    """Let the single letters that are bound inside `part` do something, or nothing."""
    for shortcut in part.findChildren(QShortcut):
        if is_letter(shortcut):
            shortcut.setEnabled(on)


def is_letter(shortcut: QShortcut) -> bool:
    """Return whether a shortcut is a single letter or digit without Ctrl, Alt or the like."""
    words = shortcut.key().toString()
    return len(words) == 1 and words.isalnum()
