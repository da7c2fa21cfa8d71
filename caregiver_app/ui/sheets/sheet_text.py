"""The words of a sheet, to be read with the keyboard or aloud; as high as there is room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from caregiver_app.ui.care.private_fields import SENSITIVE


class SheetText(QPlainTextEdit):
    """Only read; Tab leaves it. Copies are looked after by whoever knows whether the sheet is private."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setInputMethodHints(SENSITIVE)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def minimumSizeHint(self) -> QSize:
        """It scrolls, so that it may be as low as one line."""
        return QSize(0, self.fontMetrics().lineSpacing())

    def sizeHint(self) -> QSize:
        """It takes what is left."""
        return self.minimumSizeHint()
