"""Shows a text as HTML that was made harmless, as high as it is. It loads nothing: no address, no file, no picture.

A link says where it leads and opens only by a further press.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QByteArray, Qt, QUrl
from PySide6.QtGui import QImage, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from caregiver_app.links.address import without_tracking
from caregiver_app.model.entry import SafeHtml
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.library.address_label import AddressLabel
from caregiver_app.ui.library.reader.page_style import page_css, settle
from caregiver_app.ui.open_outside import open_outside, outside_address
from caregiver_app.ui.theme import Icon, TypeRole
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.look import set_look
from caregiver_app.ui.widgets.plain import PlainLabel

_POPOVER = 460


class NoteView(QTextBrowser):
    """`name` is what a screen reader calls it."""

    def __init__(self, desk: CareDesk, name: str, html: SafeHtml, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._html = html
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName(name)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.document().setDocumentMargin(0)
        set_look(self, role=TypeRole.READING_BODY.value)
        self.anchorClicked.connect(self._say_where)
        desk.theme.changed.connect(self._render)
        self._render()

    def loadResource(self, kind: int, _name: QUrl | str) -> Any:
        """Return nothing, whatever is asked for; of pictures an empty one, or Qt would open a file of that name."""
        return QImage() if kind == QTextDocument.ResourceType.ImageResource.value else QByteArray()

    def doSetSource(self, _name: QUrl | str, _type: Any = None) -> None:
        """Go nowhere."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the text is at this width."""
        super().resizeEvent(event)
        self._fit()

    def _render(self) -> None:
        self.document().setIndentWidth(self._desk.theme.px(22))
        self.document().setDefaultStyleSheet(page_css(self._desk.theme))
        self.document().setDefaultFont(self._desk.theme.font(TypeRole.READING_BODY))
        self.setHtml(self._html)
        settle(self.document(), self._desk.theme)
        self._fit()

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        self.setFixedHeight(round(self.document().size().height()) + 2 * self._desk.theme.px(2))

    def _say_where(self, url: QUrl) -> None:
        address = outside_address(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        self._desk.overlay.open_popover(LinkWay(self._desk, address or ""), width=_POPOVER)


class LinkWay(QWidget):
    """A popover's content: where a link of a note leads, and the way there."""

    def __init__(self, desk: CareDesk, address: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._address = without_tracking(address) if address else ""
        heading = _("This link leads to")
        self.setAccessibleName(heading)
        column = Column(desk.theme, margins=20, gap=8, parent=self)
        column.addWidget(PlainLabel(heading, role=TypeRole.HEADING, wrap=True))
        if not self._address:
            column.addWidget(PlainLabel(_("Caregiver does not open links of this kind."), wrap=True))
            return
        column.addWidget(AddressLabel(self._address))
        self.open = Button(desk.theme, _("Open it outside Caregiver"), icon=Icon.EXTERNAL)
        self.open.clicked.connect(self._open)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeading)

    def _open(self) -> None:
        self._desk.overlay.close_panel()
        if not open_outside(self._address):
            self._desk.say(_("Nothing on this computer opened it."), icon=Icon.ALERT)
