"""The key that hides what is shown, and how it is heard where the window hears no keys. What it does is `hiding`."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

HIDE_KEY = "F12"
"""At the end of its row, so that it is found without looking."""

_KEY = QKeySequence(HIDE_KEY)


def hear_hide_key(menu: QMenu) -> None:
    """Let an open menu hear the key too: it closes, and the window does the rest."""

    def pass_on() -> None:
        under: QWidget | None = menu
        while isinstance(under, QMenu):
            under.close()
            under = under.parentWidget()
        if under is not None:
            for shortcut in under.window().findChildren(QShortcut):
                if shortcut.key() == _KEY and not isinstance(shortcut.parent(), QMenu):
                    shortcut.activated.emit()

    QShortcut(_KEY, menu).activated.connect(pass_on)
