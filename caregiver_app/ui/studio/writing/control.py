"""What every control of a form can do: tell its value as JSON has it, show one, and say beside it what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.packs.fields import Json
from caregiver_app.packs.form_fields import FormField
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.focus import first_stop
from caregiver_app.ui.widgets.layouts import Column

Candidates = Sequence[tuple[str, str]]
"""Ids that a reference may lead to, with what they are called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormContext:
    """What all controls of a form work with. `candidates` are by the list that a reference leads to."""

    theme: Theme
    listed: str
    ring: Callable[[], bool]
    candidates: Mapping[str, Candidates]

    def candidates_of(self, lists: Sequence[str]) -> Candidates:
        """Return what a reference into these lists may name, into any list where none is named."""
        return [each for name in lists or tuple(self.candidates) for each in self.candidates.get(name, ())]


class FormControl(QWidget):
    """Base of the controls. `changed` comes with each thing a person types or chooses in it, never from `write`."""

    changed = Signal()

    def __init__(self, context: FormContext, field: FormField, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.field = field
        self.column = Column(context.theme, gap=6, parent=self)
        self.shown: Field | None = None

    def read(self) -> Json:
        """Return what stands there, as JSON has it."""
        raise NotImplementedError

    def write(self, value: Json) -> None:
        """Show a value, whatever it is."""
        raise NotImplementedError

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say what is wrong, by the place within this field: "" for the field itself."""
        self.say("  ".join(dict.fromkeys(problems.values())))

    def say(self, words: str) -> None:
        """Show what needs mending below the field, or nothing."""
        if self.shown is not None and self.shown.error != words:
            self.shown.set_error(words)

    def put_keyboard(self, _place: str = "") -> None:
        """Put the keyboard into it, at a place within where it has several."""
        (first_stop(self) or self).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def labelled(self, label: str, control: QWidget, hint: str) -> None:
        """Put a control below its name and hint."""
        self.shown = Field(self.context.theme, label, control, hint=hint)
        self.column.addWidget(self.shown)
