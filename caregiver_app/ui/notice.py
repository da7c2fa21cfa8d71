"""A small window that says why the real one cannot be opened, before there is one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from caregiver_app.model.errors import CaregiverError
from caregiver_app.support.helplines import emergency_numbers
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import sentence_for
from caregiver_app.support.sentences.helplines import state_words
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.icon_label import IconLabel
from caregiver_app.ui.widgets.layouts import Column, Flow, Row
from caregiver_app.ui.widgets.look import set_look
from caregiver_app.ui.widgets.plain import PlainLabel

_WIDTH = 520
_APART = 8
_ACTED = 1


class Notice(QWidget):
    """Says what an error means, with one thing to do about it, and whom to call: there is no other window now."""

    def __init__(self, theme: Theme, action: str) -> None:
        super().__init__()
        set_look(self, kind="canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(_("Caregiver"))
        self.setFixedWidth(theme.px(_WIDTH))
        self._heading = PlainLabel(role=TypeRole.HEADING, wrap=True)
        self._text = PlainLabel(wrap=True)
        self.action = Button(theme, action, kind=ButtonKind.MAIN)
        self.close_button = Button(theme, _("Close"))
        row = Row(theme, margins=28, gap=16, parent=self)
        row.addWidget(IconLabel(theme, Icon.INFO, size=28), 0, Qt.AlignmentFlag.AlignTop)
        column = Column(theme, gap=8)
        row.addLayout(column, 1)
        column.addWidget(self._heading)
        column.addWidget(self._text)
        column.addWidget(self._buttons(theme))
        column.addSpacing(theme.px(_APART))
        column.addWidget(PlainLabel(_("In danger right now? Call"), role=TypeRole.STRONG, wrap=True))
        column.addWidget(PlainLabel(_all_numbers(), wrap=True))

    def is_acted_on(self, app: QApplication, error: CaregiverError) -> bool:
        """Show what `error` means until a button is pressed; return whether it was the one that acts.

        The window stays when it was, so that trying again does not make it jump.
        """
        sentence = sentence_for(error)
        self._heading.setText(sentence.happened)
        self._text.setText(" ".join(part for part in (sentence.means, sentence.to_do) if part))
        pressed = self.action.clicked.connect(lambda: app.exit(_ACTED))
        closed = self.close_button.clicked.connect(self.close)
        self._show_whole()
        acted = app.exec() == _ACTED
        self.action.clicked.disconnect(pressed)
        self.close_button.clicked.disconnect(closed)
        return acted

    def tell(self, app: QApplication, heading: str, text: str) -> None:
        """Show words, with nothing to be done about them, until the window is closed."""
        self.action.setVisible(False)
        self._heading.setText(heading)
        self._text.setText(text)
        closed = self.close_button.clicked.connect(lambda: app.exit(0))
        self._show_whole()
        self.close_button.setFocus()
        app.exec()
        self.close_button.clicked.disconnect(closed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _show_whole(self) -> None:
        """Show the window as high as its words are at its width: of those that wrap, no hint for the size knows."""
        self.show()
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), layout.heightForWidth(self.width()))

    def _buttons(self, theme: Theme) -> QWidget:
        holder = QWidget()
        flow = Flow(theme, gap=8, parent=holder)
        flow.addWidget(self.action)
        flow.addWidget(self.close_button)
        return holder


def _all_numbers() -> str:
    """Return the emergency numbers of all countries by name: which one somebody is in is not known here."""
    named = sorted((state_words(line), line.phone) for line in emergency_numbers())
    return "  ·  ".join(f"{country} {number}".replace(" ", "\u00a0") for country, number in named)
