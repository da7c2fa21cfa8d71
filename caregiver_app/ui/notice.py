"""A small window that says why the real one cannot be opened, before there is one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from caregiver_app.model.errors import CaregiverError
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import sentence_for
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.icon_label import IconLabel
from caregiver_app.ui.widgets.layouts import Column, Flow, Row
from caregiver_app.ui.widgets.look import set_look
from caregiver_app.ui.widgets.plain import PlainLabel

_WIDTH = 520
_ACTED = 1


class Notice(QWidget):
    """Says what an error means, with one thing to do about it."""

    def __init__(self, theme: Theme, error: CaregiverError, *, action: str = "") -> None:
        super().__init__()
        sentence = sentence_for(error)
        set_look(self, kind="canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(_("Caregiver"))
        self.setFixedWidth(theme.px(_WIDTH))
        row = Row(theme, margins=28, gap=16, parent=self)
        row.addWidget(IconLabel(theme, Icon.INFO, size=28), 0, Qt.AlignmentFlag.AlignTop)
        column = Column(theme, gap=8)
        row.addLayout(column, 1)
        column.addWidget(PlainLabel(sentence.happened, role=TypeRole.HEADING, wrap=True))
        rest = " ".join(part for part in (sentence.means, sentence.to_do) if part)
        column.addWidget(PlainLabel(rest, wrap=True))
        self.action = Button(theme, action or _("Continue"), kind=ButtonKind.MAIN)
        self.close_button = Button(theme, _("Close"))
        column.addWidget(self._buttons(theme, with_close=bool(action)))

    def is_acted_on(self, app: QApplication) -> bool:
        """Show the notice until a button is pressed; return whether it was the one that acts."""
        self.action.clicked.connect(lambda: app.exit(_ACTED))
        self.close_button.clicked.connect(self.close)
        self.show()
        acted = app.exec() == _ACTED
        self.hide()
        return acted

    def _buttons(self, theme: Theme, *, with_close: bool) -> QWidget:
        holder = QWidget()
        flow = Flow(theme, gap=8, parent=holder)
        flow.addWidget(self.action)
        flow.addWidget(self.close_button)
        self.close_button.setVisible(with_close)
        return holder
