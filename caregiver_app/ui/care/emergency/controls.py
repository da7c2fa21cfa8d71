"""What one types or chooses with in a field, by its kind: a line, a text, a list, a date, yes or no."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from caregiver_app.model.errors import RecordRefused
from caregiver_app.model.time import day_of
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import pgettext
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.parts.day_field import DayField, typed_day
from caregiver_app.ui.care.private_fields import PrivateLine, PrivateText
from caregiver_app.ui.theme import TypeRole
from caregiver_app.ui.widgets.chips import ChipChoice, ChipGroup
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.forms.fields import FieldKind
from caregiver_app.vault.forms.shown import FormField

_UNSAID = "unsaid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """`read` gives what stands there as the notes keep it, or raises RecordRefused; `typed` as it was typed.

    `field` shows what needs mending, where there is one. `typing` tells of controls in which one types.
    """

    whole: QWidget
    control: QWidget
    field: Field | None
    read: Callable[[], str]
    typed: Callable[[], str]
    show: Callable[[str], object]
    retype: Callable[[str], object]
    changed: SignalInstance | None
    typing: bool = True


def control_for(desk: CareDesk, form_field: FormField, *, fixed: bool) -> Control:
    """Return what a field is filled with; with `fixed` nothing in it can be changed."""
    match form_field.kind:
        case FieldKind.DATE:
            return _date(desk, form_field, fixed)
        case FieldKind.YES_NO:
            return _yes_no(desk, form_field, fixed)
        case FieldKind.TEXT | FieldKind.LIST:
            return _text(desk, form_field, fixed)
        case FieldKind.RECORDS:
            return _records(desk, form_field)
        case FieldKind.LINE:
            return _line(desk, form_field, fixed)


def cursor_in(control: QWidget) -> int:
    """Return where the cursor stands."""
    if isinstance(control, QLineEdit):
        return control.cursorPosition()
    return control.textCursor().position() if isinstance(control, QPlainTextEdit) else 0


def put_cursor(control: QWidget, position: int) -> None:
    """Put the cursor somewhere."""
    if isinstance(control, QLineEdit):
        control.setCursorPosition(position)
    elif isinstance(control, QPlainTextEdit):
        cursor = control.textCursor()
        cursor.setPosition(max(0, min(position, len(control.toPlainText()))))
        control.setTextCursor(cursor)


def _line(desk: CareDesk, form_field: FormField, fixed: bool) -> Control:
    line = PrivateLine()
    line.setReadOnly(fixed)
    field = Field(desk.theme, form_field.label, line)
    return Control(
        whole=field,
        control=line,
        field=field,
        read=lambda: line.text().strip(),
        typed=line.text,
        show=line.setText,
        retype=line.setText,
        changed=line.textChanged,
    )


def _text(desk: CareDesk, form_field: FormField, fixed: bool) -> Control:
    is_list = form_field.kind is FieldKind.LIST
    edit = PrivateText(desk.theme, name=form_field.label, lines=2)
    edit.setReadOnly(fixed)
    field = Field(desk.theme, form_field.label, edit, hint=_("Each on a line of its own.") if is_list else "")
    return Control(
        whole=field,
        control=edit,
        field=field,
        read=lambda: edit.toPlainText().strip(),
        typed=edit.toPlainText,
        show=edit.setPlainText,
        retype=edit.setPlainText,
        changed=edit.textChanged,
    )


def _date(desk: CareDesk, form_field: FormField, fixed: bool) -> Control:
    day = DayField(desk.theme, form_field.label, today=day_of(desk.clock.now()))
    day.line.setReadOnly(fixed)

    def read() -> str:
        found = day.day()
        return "" if found is None else found.isoformat()

    def show(value: str) -> None:
        if _day_or_none(day) != value:
            day.line.setText(typed_day(date.fromisoformat(value)) if value else "")

    return Control(
        whole=day,
        control=day.line,
        field=day.field,
        read=read,
        typed=day.line.text,
        show=show,
        retype=day.line.setText,
        changed=day.line.textChanged,
    )


def _day_or_none(day: DayField) -> str | None:
    try:
        found = day.day()
    except RecordRefused:
        return None
    return "" if found is None else found.isoformat()


def _records(desk: CareDesk, form_field: FormField) -> Control:
    """Return words in place of a field: what stands there is written down in a tab of its own."""
    whole = QWidget()
    column = Column(desk.theme, gap=4, parent=whole)
    column.addWidget(PlainLabel(form_field.label, role=TypeRole.STRONG, wrap=True))
    column.addWidget(PlainLabel(_("They come from the tab of that name."), ink="text-2", wrap=True))
    return Control(
        whole=whole,
        control=whole,
        field=None,
        read=str,
        typed=str,
        show=lambda _value: None,
        retype=lambda _value: None,
        changed=None,
        typing=False,
    )


def _yes_no(desk: CareDesk, form_field: FormField, fixed: bool) -> Control:
    words = {"yes": _("Yes"), "no": _("No"), _UNSAID: pgettext("field", "Not asked")}
    # Translators: spoken for an answer to a field, e.g. "No, Lives alone"
    spoken = _("{answer}, {field}")
    choices = [
        ChipChoice(key=key, text=text, name=spoken.format(answer=text, field=form_field.label))
        for key, text in words.items()
    ]
    chips = ChipGroup(desk.theme, form_field.label, choices)
    chips.set_current(_UNSAID)
    chips.setEnabled(not fixed)
    whole = QWidget()
    column = Column(desk.theme, gap=6, parent=whole)
    column.addWidget(PlainLabel(form_field.label, role=TypeRole.STRONG, wrap=True))
    column.addWidget(chips)

    def read() -> str:
        return "" if chips.current == _UNSAID else chips.current

    def show(value: str) -> None:
        chips.set_current(value or _UNSAID)

    return Control(
        whole=whole,
        control=chips,
        field=None,
        read=read,
        typed=read,
        show=show,
        retype=show,
        changed=chips.chosen,
        typing=False,
    )
