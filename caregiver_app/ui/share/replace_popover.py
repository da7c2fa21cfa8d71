"""Other words for a detail: a neutral one is offered, and can be changed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.guard import finding_suggestion
from caregiver_app.ui.share.grouping import Detail
from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.name_edit import NameEdit
from caregiver_app.ui.widgets.plain import PlainLabel

WIDTH = 420
_LONGEST = 2_000  # what is offered may be the clean form of a link


class ReplacePopover(QWidget):
    """`named` carries the words; `left` comes on Cancel."""

    named = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, detail: Detail, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heading = _("Write instead")
        self.setAccessibleName(heading)
        column = Column(theme, margins=20, gap=12, parent=self)
        # Translators: {text} are words that somebody is about to replace
        said = _("In the place of “{text}”").format(text=detail.text)
        column.addWidget(PlainLabel(said, role=TypeRole.STRONG, wrap=True))
        self.edit = NameEdit(theme, heading, _("Replace"), main=True)
        self.edit.line.setMaxLength(_LONGEST)
        self.edit.line.setText(finding_suggestion(detail.first))
        self.edit.named.connect(self.named)
        self.edit.left.connect(self.left)
        column.addWidget(self.edit)
        self.setFocusProxy(self.edit.line)
        self.edit.line.selectAll()
