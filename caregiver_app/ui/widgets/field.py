"""Fields with their label above, a hint, and an error that says what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from caregiver_app.ui.announce import announce
from caregiver_app.ui.theme import Icon, Theme, Tone, TypeRole
from caregiver_app.ui.widgets.icon_label import IconLabel
from caregiver_app.ui.widgets.layouts import Column, Row
from caregiver_app.ui.widgets.look import set_look
from caregiver_app.ui.widgets.plain import PlainLabel, without_mnemonic


class Field(QWidget):
    """One labelled control. The placeholder of the control is an example, never its label."""

    def __init__(
        self, theme: Theme, label: str, control: QWidget, *, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.control = control
        self._hint = hint
        column = Column(theme, gap=4, parent=self)
        heading = PlainLabel(without_mnemonic(label), role=TypeRole.STRONG, wrap=True)
        heading.setBuddy(control)
        column.addWidget(heading)
        if hint:
            column.addWidget(PlainLabel(hint, ink="text-2", wrap=True))
        column.addWidget(control)
        self._error = PlainLabel(ink="urgent", wrap=True)
        self._error_row = QWidget()
        self._lay_out_error(theme)
        column.addWidget(self._error_row)
        control.setAccessibleName(label)
        control.setAccessibleDescription(hint)
        if isinstance(control, QPlainTextEdit):
            control.setTabChangesFocus(True)

    @property
    def error(self) -> str:
        """The error shown now, empty when there is none."""
        return self._error.text()

    def set_error(self, text: str) -> None:
        """Show what needs mending and speak it; an empty text takes it away."""
        self._error.setText(text)
        self._error_row.setVisible(bool(text))
        set_look(self.control, error=bool(text))
        self.control.setAccessibleDescription(text or self._hint)
        announce(text, urgent=True)

    def show_error(self, text: str) -> None:
        """Show what needs mending and move the focus there."""
        self.set_error(text)
        self.control.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay_out_error(self, theme: Theme) -> None:
        row = Row(theme, gap=6, parent=self._error_row)
        row.addWidget(IconLabel(theme, Icon.ALERT, size=20, tone=Tone.URGENT), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._error, 1)
        self._error_row.setVisible(False)
