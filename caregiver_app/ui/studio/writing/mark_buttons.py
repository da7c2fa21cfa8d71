"""Buttons above a text for those who do not know Markdown: headings, bold, lists, boxes, links, pictures."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.studio.writing import marks
from caregiver_app.ui.studio.writing.markdown_edit import MarkdownEdit
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.layouts import Flow


class MarkButtons(QWidget):
    """`link_asked` and `picture_asked` come where more is to be known first."""

    link_asked = Signal()
    picture_asked = Signal()

    def __init__(self, theme: Theme, edit: MarkdownEdit, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(_("Put into the text"))
        self._flow = Flow(theme, gap=6, parent=self)
        self.heading = self._add(_("Heading"), lambda: edit.change_lines(marks.as_heading))
        self.bold = self._add(_("Bold"), edit.make_bold)
        self.list = self._add(_("List"), lambda: edit.change_lines(marks.as_list))
        self.boxes = self._add(_("Boxes to tick"), lambda: edit.change_lines(marks.as_boxes))
        self.link = self._add(_("Link"), self.link_asked.emit)
        self.picture = self._add(_("Picture"), self.picture_asked.emit)

    def _add(self, words: str, act: Callable[[], object]) -> Button:
        button = Button(self._theme, words)
        button.clicked.connect(lambda _pressed: act())
        self._flow.addWidget(button)
        return button
