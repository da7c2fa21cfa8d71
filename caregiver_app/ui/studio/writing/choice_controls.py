"""Controls that are chosen from: one of a few, several of a few, yes or no, something else of the pack."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from caregiver_app.packs.fields import Json
from caregiver_app.packs.form_fields import FormField
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.studio.writing.choice_words import choice_words
from caregiver_app.ui.studio.writing.control import FormContext, FormControl
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.fold_choice import FoldChoice
from caregiver_app.ui.widgets.layouts import Flow
from caregiver_app.ui.widgets.option_list import Option

_NOTHING = "\0nothing"


class ChoiceControl(FormControl):
    """One of a few, or one of the things in the pack to which a field leads."""

    def __init__(self, context: FormContext, field: FormField, label: str, hint: str) -> None:
        super().__init__(context, field)
        self._value: Json = field.default
        self.choice = FoldChoice(context.theme, label, ring=context.ring)
        self.choice.chosen.connect(self._take)
        self.labelled(label, self.choice, hint)
        self._show()

    def read(self) -> Json:
        """Return what is chosen; nothing ("") where nothing is."""
        return "" if self._value is None else self._value

    def write(self, value: Json) -> None:
        """Show a choice, one that is not offered too: somebody wrote it by hand."""
        self._value = value
        self._show()

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say what is wrong with the choice, or that there is none yet."""
        if problems and not self.read():
            self.say(_("Choose one."))
        else:
            super().show_problems(problems)

    def _take(self, value: str) -> None:
        self._value = "" if value == _NOTHING else value
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        offered = self._offered()
        current = self.read()
        if all(value != (current or _NOTHING) for value, _words in offered):
            offered.insert(0, (current or _NOTHING, str(current) or _("Choose one")))
        self.choice.show_options([Option(value=value, text=words) for value, words in offered], current or _NOTHING)

    def _offered(self) -> list[tuple[str, str]]:
        if not self.field.choices:
            candidates = list(self.context.candidates_of(self.field.lists))
            return [(_NOTHING, _("None")), *candidates]
        return [(choice or _NOTHING, choice_words(self.field.name, choice)) for choice in self.field.choices]


class ChoicesControl(FormControl):
    """Several of a few, each with a box to tick."""

    def __init__(self, context: FormContext, field: FormField, label: str, hint: str) -> None:
        super().__init__(context, field)
        holder = QWidget()
        flow = Flow(context.theme, gap=16, parent=holder)
        self.boxes: dict[str, CheckBox] = {}
        for choice in field.choices:
            box = CheckBox(context.theme, choice_words(field.name, choice))
            box.clicked.connect(lambda _on: self.changed.emit())
            flow.addWidget(box)
            self.boxes[choice] = box
        self.labelled(label, holder, hint)

    def read(self) -> Json:
        """Return what is ticked."""
        return [choice for choice, box in self.boxes.items() if box.isChecked()]

    def write(self, value: Json) -> None:
        """Tick what a list has."""
        for choice, box in self.boxes.items():
            box.setChecked(isinstance(value, list) and choice in value)


class TickControl(FormControl):
    """Yes or no."""

    def __init__(self, context: FormContext, field: FormField, label: str) -> None:
        super().__init__(context, field)
        self.box = CheckBox(context.theme, label)
        self.box.clicked.connect(lambda _on: self.changed.emit())
        self.column.addWidget(self.box)

    def read(self) -> Json:
        """Return whether it is ticked."""
        return self.box.isChecked()

    def write(self, value: Json) -> None:
        """Tick it or not."""
        self.box.setChecked(value is True)
