"""What the reader says of a page whose text is not here: its address, and the way to it. Opens nothing by itself."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caregiver_app.model.article import ArticleRow, ItemKind
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.library.address_label import AddressLabel
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.layouts import Column, Flow
from caregiver_app.ui.widgets.plain import PlainLabel


class UnsavedPage(QWidget):
    """Shown for links alone."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.browser = Button(theme, _("Open in my web browser"), icon=Icon.EXTERNAL)
        self.address = AddressLabel("")
        column = Column(theme, gap=8, parent=self)
        words = _("The text of this page is not on this computer. Nothing is asked of the web until you open it.")
        column.addWidget(PlainLabel(words, ink="text-2", wrap=True))
        column.addWidget(self.address)
        holder = QWidget()
        Flow(theme, gap=8, parent=holder).addWidget(self.browser)
        column.addWidget(holder)
        self.setVisible(False)

    def show_row(self, row: ArticleRow) -> None:
        """Show the address of a link; of anything else that is read nothing."""
        self.address.set_address(row.url or "")
        self.setVisible(row.kind is ItemKind.LINK)
