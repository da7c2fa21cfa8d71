"""A web page of our own making, as a browser would show it. It loads nothing: neither files nor addresses."""

from __future__ import annotations

from math import ceil
from typing import Any

from PySide6.QtCore import QByteArray, QMimeData, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from caregiver_app.ui.share.copying import CopyGate
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.theme.colours import LIGHT
from caregiver_app.ui.theme.palette import palette_of


class HtmlView(QTextBrowser):
    """As high as its page; links in it lead nowhere. Copies go through the gate."""

    def __init__(self, theme: Theme, name: str, gate: CopyGate, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._gate = gate
        gate.watch(self)
        self.setAccessibleName(name)
        self.setPalette(palette_of(LIGHT))  # the page is black on white in every theme, and so are its links
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._resize())

    def loadResource(self, kind: int, _name: QUrl | str) -> Any:  # Qt hands on whatever it is
        """Return nothing for anything a page names; in the place of a picture an empty one, else Qt opens a file."""
        return QImage() if kind == QTextDocument.ResourceType.ImageResource.value else QByteArray()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return what may be taken of what is marked (Qt calls this for copies, drags and the selection)."""
        return self._gate.data_of(self.textCursor())

    def show_page(self, html: str) -> None:
        """Show another page, from its top."""
        self.setHtml(html)
        self._resize()

    def _resize(self) -> None:
        self.setFixedHeight(ceil(self.document().size().height()) + 2 * self._theme.edge + 1)
