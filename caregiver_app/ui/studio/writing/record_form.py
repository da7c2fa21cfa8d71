"""A form over one entry of a pack, made of the description of its fields. Errors stand beside the field, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.pack_problem import PackFault, PackProblem
from caregiver_app.packs.fields import Json
from caregiver_app.packs.form_fields import FieldKind, FormField
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.pack_problems import problem_words
from caregiver_app.ui.studio.writing.choice_controls import ChoiceControl, ChoicesControl, TickControl
from caregiver_app.ui.studio.writing.control import FormContext, FormControl
from caregiver_app.ui.studio.writing.field_words import field_words
from caregiver_app.ui.studio.writing.line_controls import (
    DayControl,
    LineControl,
    NumberControl,
    TextControl,
    WordsControl,
)
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.layouts import Column

_NOT_FILLED_IN = (PackFault.MISSING, PackFault.EMPTY, PackFault.TOO_FEW)


class RecordForm(QWidget):
    """`changed` comes with each thing a person types or chooses."""

    changed = Signal()

    def __init__(
        self, context: FormContext, fields: Sequence[FormField], today: date, *, where: str = "", gap: int = 16
    ) -> None:
        """`where` is the place of an inner form in its entry (`hours`)."""
        super().__init__()
        self._touched: set[str] = set()
        self._other: dict[str, Json] = {}  # what stands in the entry and is asked nowhere here
        self.controls: dict[str, FormControl] = {}
        column = Column(context.theme, gap=gap, parent=self)
        for field in fields:
            control = _control(context, field, f"{where}.{field.name}" if where else field.name, today)
            control.changed.connect(lambda name=field.name: self._touch(name))
            column.addWidget(control)
            self.controls[field.name] = control

    def show_record(self, said: Mapping[str, Json]) -> None:
        """Show an entry; what the form does not ask for stays with it."""
        self._touched.clear()
        self._other = {name: value for name, value in said.items() if name not in self.controls}
        for name, control in self.controls.items():
            control.write(said.get(name, control.field.default))

    def keep_beside(self, said: Mapping[str, Json]) -> None:
        """Keep what is not asked for from another state of the entry, such as its new id; what is typed stays."""
        self._other = {name: value for name, value in said.items() if name not in self.controls}

    def read_record(self) -> dict[str, Json]:
        """Return the entry as JSON has it, without what is as it is by default."""
        record = dict(self._other)
        for name, control in self.controls.items():
            value = control.read()
            if control.field.needed or value not in (control.field.default, "", []):
                record[name] = value
        return record

    def show_problems(self, problems: Iterable[PackProblem], *, everywhere: bool = False) -> None:
        """Say beside each field what is wrong; that one is empty only where somebody was, or `everywhere`."""
        said: dict[str, dict[str, str]] = {name: {} for name in self.controls}
        for problem in problems:
            name, inner = split_place(problem.where)
            if name in said and (everywhere or name in self._touched or not self._is_blank(name, problem)):
                said[name][inner] = problem_words(problem)
        for name, control in self.controls.items():
            control.show_problems(said[name])

    def put_keyboard(self, place: str = "") -> bool:
        """Put the keyboard into a field by its place in the entry, the first one for an empty place."""
        name, inner = split_place(place)
        control = self.controls.get(name) if place else next(iter(self.controls.values()))
        if control is None:
            return False
        control.put_keyboard(inner)
        return True

    def _is_blank(self, name: str, problem: PackProblem) -> bool:
        return problem.fault in _NOT_FILLED_IN or self.controls[name].read() in ("", [])

    def _touch(self, name: str) -> None:
        self._touched.add(name)
        self.changed.emit()


class RecordsControl(FormControl):
    """Several things with fields of their own, each in a box."""

    def __init__(self, context: FormContext, field: FormField, place: str, today: date) -> None:
        super().__init__(context, field)
        self._place = place
        self._today = today
        self.forms: list[RecordForm] = []
        self._boxes: list[Card] = []
        label, hint = field_words(context.listed, place)
        holder = QWidget()
        self._inside = Column(context.theme, gap=12, parent=holder)
        self.labelled(label, holder, hint)
        self.add = Button(context.theme, _("Add one"), icon=Icon.PLUS)
        # Translators: spoken for a button, e.g. "Add one, Hours"
        self.add.set_words(_("Add one"), name=_("Add one, {field}").format(field=label))
        self.add.clicked.connect(self._add)
        self.column.addWidget(self.add)

    def read(self) -> Json:
        """Return the things that stand there."""
        return [form.read_record() for form in self.forms]

    def write(self, value: Json) -> None:
        """Show other things, unless they stand there already."""
        entries = [each if isinstance(each, dict) else {} for each in value] if isinstance(value, list) else []
        if entries == self.read():
            return
        for box in self._boxes:
            self._inside.removeWidget(box)
            box.setVisible(False)
            box.deleteLater()
        self.forms, self._boxes = [], []
        for entry in entries:
            self._make().show_record(entry)

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say what is wrong in each box, and below all what is wrong with the whole."""
        self.say("  ".join(words for place, words in problems.items() if not place))
        for number, form in enumerate(self.forms, 1):
            start = f"[{number}]"
            inner: dict[str, dict[str, str]] = {name: {} for name in form.controls}
            for place, words in problems.items():
                if place.startswith(start):
                    name, rest = split_place(place.removeprefix(start).lstrip("."))
                    inner.setdefault(name, {})[rest] = words
            for name, control in form.controls.items():
                control.show_problems(inner[name])

    def put_keyboard(self, place: str = "") -> None:
        """Put the keyboard into one of the boxes."""
        number, _bracket, rest = place.lstrip("[").partition("]")
        at = int(number) - 1 if number.isdigit() else 0
        if at < len(self.forms):
            self.forms[at].put_keyboard(rest.lstrip("."))
        else:
            super().put_keyboard()

    def _add(self) -> None:
        form = self._make()
        form.put_keyboard()
        self.changed.emit()

    def _make(self) -> RecordForm:
        theme = self.context.theme
        number = len(self.forms) + 1
        label, _hint = field_words(self.context.listed, self._place)
        out = Button(theme, _("Take out"), kind=ButtonKind.QUIET, icon=Icon.CLOSE)
        # Translators: one of several things in a form, e.g. "Hours, 2"
        heading = _("{field}, {number}").format(field=label, number=number)
        out.set_words(_("Take out"), name=_("Take out: {what}").format(what=heading))
        box = Card(theme, heading, button=out)
        form = RecordForm(self.context, self.field.fields, self._today, where=self._place, gap=12)
        form.show_record({})
        form.changed.connect(self.changed)
        out.clicked.connect(lambda: self._take_out(form))
        box.body.addWidget(form)
        self._inside.addWidget(box)
        box.setVisible(True)
        self.forms.append(form)
        self._boxes.append(box)
        return form

    def _take_out(self, form: RecordForm) -> None:
        left = [each.read_record() for each in self.forms if each is not form]
        self.write(left)
        self.add.setFocus()
        self.changed.emit()


def split_place(place: str) -> tuple[str, str]:
    """Return the field at the start of a place in an entry, and what is left: `hours[2].opens` is in `hours`."""
    for at, sign in enumerate(place):
        if sign in "[.":
            return place[:at], place[at:].lstrip(".")
    return place, ""


def _control(context: FormContext, field: FormField, place: str, today: date) -> FormControl:
    if field.kind is FieldKind.RECORDS:
        return RecordsControl(context, field, place, today)
    label, hint = field_words(context.listed, place)
    match field.kind:
        case FieldKind.DAY:
            return DayControl(context, field, label, hint, today)
        case FieldKind.TICK:
            return TickControl(context, field, label)
        case FieldKind.CHOICE | FieldKind.REFERENCE:
            return ChoiceControl(context, field, label, hint)
        case FieldKind.CHOICES:
            return ChoicesControl(context, field, label, hint)
        case FieldKind.NUMBER:
            return NumberControl(context, field, label, hint)
        case FieldKind.PROSE:
            return TextControl(context, field, label, hint)
        case FieldKind.WORDS:
            return WordsControl(context, field, label, hint)
        case FieldKind.LINE:
            return LineControl(context, field, label, hint)
