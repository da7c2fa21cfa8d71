"""One field of a form, in its three states: something stands in it, "none known" is on, or nobody was asked yet."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from caregiver_app.model.errors import RecordRefused
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import pgettext
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.drafting import NOTHING, Written
from caregiver_app.ui.care.emergency.answer import NONE_KNOWN, Answer, answer_of, filled
from caregiver_app.ui.care.emergency.controls import control_for, cursor_in, put_cursor
from caregiver_app.ui.theme import Icon, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.chips import CHIP_RADIUS
from caregiver_app.ui.widgets.layouts import Column, Flow
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.forms.facts import Fact, FactState, kept_value
from caregiver_app.vault.forms.fields import FieldKind
from caregiver_app.vault.forms.shown import FormField

_NEVER_NONE = frozenset({"full-name", "known-as", "birth-date", "filled-in-by"})
"""Everybody has these: "none known" is not offered."""

_STAYS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class FactField(QWidget):
    """`touched` comes with everything typed or pressed, `left` when what was done there is whole."""

    touched = Signal()
    left = Signal()

    def __init__(
        self, desk: CareDesk, form_field: FormField, *, fixed: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.name = form_field.name
        self.label = form_field.label
        self._kind = form_field.kind
        self._fixed = fixed
        self._showing = False
        self._is_offered = True
        self._below = QWidget()
        self._control = control_for(desk, form_field, fixed=fixed)
        words = pgettext("field", "None known")
        # Translators: spoken for a button that says that there is none, e.g. "None known: Allergies"
        name = _("{state}: {field}").format(state=words, field=form_field.label)
        self.none = Button(desk.theme, words, kind=ButtonKind.CHIP, icon_on=Icon.CHECK, name=name, checkable=True)
        self.none.setProperty("ringRadius", CHIP_RADIUS)
        self.state = PlainLabel(role=TypeRole.SMALL, ink="text-2")
        self._lay_out(desk)
        self._connect()
        self.show_answer(answer_of(form_field.fact))

    @property
    def control(self) -> QWidget:
        """What takes the keyboard."""
        return self._control.control

    @property
    def typed(self) -> tuple[str, bool]:
        """What stands there letter by letter, and whether "none known" is on: to see whether it was touched."""
        return self._control.typed(), self.none.isChecked()

    def answer(self) -> Answer:
        """Return what stands there as the notes keep it.

        Raises:
            RecordRefused: it is no date, or too long.
        """
        if self.none.isChecked():
            return NONE_KNOWN
        return filled(kept_value(self.name, self._control.read()))

    def show_fact(self, fact: Fact) -> None:
        """Show what is kept; a field in which it stands already keeps its cursor."""
        shown = answer_of(fact)
        try:
            same = self.answer() == shown
        except RecordRefused:
            same = False
        if not same:
            self.show_answer(shown)

    def show_answer(self, answer: Answer) -> None:
        """Show what is kept, without telling that anything was touched."""
        self._showing = True
        self._control.show(answer.value)
        self._showing = False
        self.none.setChecked(answer.state is FactState.NONE_KNOWN)
        self._say_state(answer.state)

    @property
    def is_open(self) -> bool:
        """Whether nobody said anything yet."""
        text, none = self.typed
        return not none and not text.strip()

    def set_offered(self, offered: bool) -> None:
        """Offer "none known", or do not: something is written down elsewhere."""
        self._is_offered = offered
        self._say_state(FactState.NOT_ASKED if self.is_open and offered else FactState.FILLED)

    def capture(self) -> Written:
        """Return what is typed, with its cursor."""
        text, none = self.typed
        return NOTHING if none else Written(text=text, cursor=cursor_in(self.control))

    def restore(self, written: Written) -> None:
        """Put back what was typed, with the keyboard where it was."""
        self._control.retype(written.text)
        put_cursor(self.control, written.cursor)

    def refuse(self, words: str) -> None:
        """Say what needs mending; the keyboard may go on."""
        if self._control.field is not None:
            self._control.field.set_error(words)

    def begin(self) -> None:
        """Put the keyboard here."""
        self.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Tell when the keyboard leaves for another place in the window."""
        gone = event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent)
        if gone and isinstance(event, QFocusEvent) and event.reason() not in _STAYS:
            self.left.emit()
        return False

    def _lay_out(self, desk: CareDesk) -> None:
        column = Column(desk.theme, gap=6, parent=self)
        column.addWidget(self._control.whole)
        flow = Flow(desk.theme, gap=10, parent=self._below)
        flow.addWidget(self.none)
        flow.addWidget(self.state)
        column.addWidget(self._below)
        self._offer_none()

    def _connect(self) -> None:
        self.none.clicked.connect(self._pressed_none)
        changed = self._control.changed
        if changed is not None:
            changed.connect(self._changed)
        if self._control.typing:
            self.control.installEventFilter(self)
        elif changed is not None:
            changed.connect(lambda *_value: self.left.emit())

    def _changed(self, *_value: object) -> None:
        if self._showing:
            return
        text = self._control.typed().strip()
        if text:
            self.none.setChecked(False)
        if self._control.field is not None and self._control.field.error:
            self._control.field.set_error("")
        none = FactState.NONE_KNOWN if self.none.isChecked() else FactState.NOT_ASKED
        self._say_state(FactState.FILLED if text else none)
        self.touched.emit()

    def _pressed_none(self) -> None:
        on = self.none.isChecked()
        self.show_answer(NONE_KNOWN if on else filled(""))
        self.touched.emit()
        self.left.emit()

    def _say_state(self, state: FactState) -> None:
        self.state.setText(_("Not asked yet") if state is FactState.NOT_ASKED else "")
        self._offer_none()

    def _offer_none(self) -> None:
        """Offer "none known" only where it says something: not beside an answer."""
        has_text = bool(self._control.typed().strip())
        offered = self.name not in _NEVER_NONE and not has_text and not self._fixed
        self.none.setVisible(self._is_offered and (self.none.isChecked() or offered))
        self.none.setEnabled(not self._fixed)
        says_something = bool(self.state.text()) or not self.none.isHidden()
        self._below.setVisible(says_something and self._kind is not FieldKind.YES_NO)
