"""A name to be given or changed: a field, the button that takes it, and the way out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.focus import is_escape
from caregiver_app.ui.widgets.layouts import Column, Flow
from caregiver_app.ui.widgets.plain import PlainLabel

_LONGEST = 120


class NameEdit(QWidget):
    """`named` carries the name, never an empty one; `left` comes on Esc or Cancel."""

    named = Signal(str)
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        label: str,
        verb: str,
        *,
        name: str = "",
        hint: str = "",
        main: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`label` stands over the field, `verb` on the button; with `main` it is the loud one of its view."""
        super().__init__(parent)
        self._working = False
        self.line = QLineEdit(name)
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self.line.setMaxLength(_LONGEST)
        self.field = Field(theme, label, self.line, hint=hint)
        self.take = Button(theme, verb, kind=ButtonKind.MAIN if main else ButtonKind.NORMAL)
        self.cancel = Button(theme, _("Cancel"), kind=ButtonKind.QUIET)
        self.take.clicked.connect(self._take)
        self.cancel.clicked.connect(self.left)
        self.line.textEdited.connect(lambda _text: self._clear_error())
        column = Column(theme, gap=8, parent=self)
        column.addWidget(self.field)
        holder = QWidget()
        flow = Flow(theme, gap=8, parent=holder)
        flow.addWidget(self.take)
        flow.addWidget(self.cancel)
        column.addWidget(holder)

    def begin(self) -> None:
        """Put the keyboard into the field, over the whole name."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.selectAll()

    def clear(self) -> None:
        """Empty the field for another name."""
        self.line.clear()

    def set_working(self, working: bool) -> None:
        """Keep the keyboard while the name is being put to use: what is typed meanwhile goes nowhere."""
        self._working = working
        self.line.setReadOnly(working)
        self.take.set_working(working)
        self.cancel.setEnabled(not working)

    def event(self, event: QEvent) -> bool:
        """Keep Esc for oneself, where the whole window would else close what lies on top."""
        if is_escape(event) and self.cancel.isVisible():
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the name on Enter, leave on Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif event.key() == Qt.Key.Key_Escape and self.cancel.isVisible():
            self._leave()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        if not self._working:
            self.left.emit()

    def _clear_error(self) -> None:
        if self.field.error:
            self.field.set_error("")

    def _take(self) -> None:
        name = " ".join(self.line.text().split())
        if self._working:
            return
        if name:
            self.named.emit(name)
        else:
            self.field.show_error(_("Type a name."))


class NamePopover(QWidget):
    """A popover's content that asks for one name. Signals as `NameEdit` has them."""

    named = Signal(str)
    left = Signal()

    def __init__(
        self, theme: Theme, heading: str, verb: str, *, name: str = "", hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(heading)
        column = Column(theme, margins=20, gap=12, parent=self)
        column.addWidget(PlainLabel(heading, role=TypeRole.HEADING, wrap=True))
        self.edit = NameEdit(theme, _("Name"), verb, name=name, hint=hint, main=True)
        self.edit.named.connect(self.named)
        self.edit.left.connect(self.left)
        column.addWidget(self.edit)
        self.edit.line.selectAll()
