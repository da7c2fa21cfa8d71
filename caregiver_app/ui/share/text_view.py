"""Words that are only read: letter for letter as they leave."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from caregiver_app.ui.care.private_fields import PrivateText
from caregiver_app.ui.share.copying import CopyGate
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.look import set_look


class TextView(PrivateText):
    """Grows with its words; the keyboard can walk and mark in it, and copy what the gate lets through."""

    padding = 0

    def __init__(self, theme: Theme, name: str, gate: CopyGate, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, name=name, lines=1, parent=parent)
        self._gate = gate
        gate.watch(self)
        self.setReadOnly(True)
        set_look(self, kind="read")

    def show_words(self, words: str) -> None:
        """Show other words, all of them in sight."""
        self.setPlainText(words)
        self._fit()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return what may be taken of what is marked (Qt calls this for copies, drags and the selection)."""
        return self._gate.data_of(self.textCursor())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit to words that wrap otherwise in another width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Count lines only once all paragraphs are laid out: the toolkit does that when it paints them."""
        block = self.document().firstBlock()
        while block.isValid():
            self.document().documentLayout().blockBoundingRect(block)
            block = block.next()
        self._resize()
