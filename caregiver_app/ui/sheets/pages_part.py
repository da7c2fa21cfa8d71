"""Which pages a sheet is of: rows with a way to take each off, and a way to add one from the library."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.trust import Subject
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.button import Button, IconButton
from caregiver_app.ui.widgets.layouts import Column, Row
from caregiver_app.ui.widgets.plain import PlainLabel


class PagesPart(QWidget):
    """`add_asked` asks for another page, `removed` carries the `Subject` of one that is taken off."""

    add_asked = Signal()
    removed = Signal(object)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[QWidget] = []
        self.add = Button(theme, _("Add a page"), icon=Icon.PLUS)
        self.add.clicked.connect(self.add_asked)
        self._column = Column(theme, gap=8, parent=self)
        self._column.addWidget(PlainLabel(_("Pages"), role=TypeRole.STRONG, wrap=True))
        self._column.addWidget(self.add)

    def show_pages(self, pages: Sequence[tuple[Subject, str]], *, several: bool) -> None:
        """Show pages with their titles; without `several` one takes the place of another."""
        for old in self._rows:
            self._column.removeWidget(old)
            old.setVisible(False)
            old.deleteLater()
        self._rows = [self._row(subject, title) for subject, title in pages]
        for place, row in enumerate(self._rows):
            self._column.insertWidget(1 + place, row)
        self.add.set_words(_("Add a page") if several or not pages else _("Choose another page"))

    def _row(self, subject: Subject, title: str) -> QWidget:
        holder = QWidget()
        row = Row(self._theme, gap=8, parent=holder)
        row.addWidget(PlainLabel(title, wrap=True), 1)
        # Translators: spoken for a button that takes a page off a sheet
        off = IconButton(self._theme, Icon.CLOSE, _("Take off {title}").format(title=title))
        off.clicked.connect(lambda: self.removed.emit(subject))
        row.addWidget(off, 0, Qt.AlignmentFlag.AlignTop)
        return holder
