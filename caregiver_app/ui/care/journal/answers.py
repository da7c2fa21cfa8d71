"""The answers to a template: chips for the daily log, labelled fields for what is told at length."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.journal.quick_answers import QuickAnswers
from caregiver_app.ui.care.parts.form import FormPart
from caregiver_app.ui.care.private_fields import PrivateLine, PrivateText
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.tab_order import put_in_order
from caregiver_app.vault.records.note_templates import NoteKind, TemplateField, template_fields


class Answers(QWidget):
    """`changed` comes with each answer. What was answered to another template is kept until the note is."""

    changed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = NoteKind.NOTE
        self._kept: dict[str, str] = {}
        self._quick: QuickAnswers | None = None
        self._reads: dict[str, Callable[[], str]] = {}
        self._column = Column(theme, gap=12, parent=self)
        self.set_kind(NoteKind.DAILY_LOG)

    @property
    def answers(self) -> dict[str, str]:
        """All that was answered, by the names of fields."""
        shown = self._quick.answers if self._quick is not None else {}
        shown |= {name: read().strip() for name, read in self._reads.items()}
        every = {**self._kept, **{field.name: "" for field in template_fields(self._kind)}, **shown}
        return {name: answer for name, answer in every.items() if answer}

    def set_kind(self, kind: NoteKind) -> None:
        """Ask what this template asks."""
        if kind is not self._kind:
            self._kept = self.answers
            self._kind = kind
            self._build()

    def show_answers(self, answers: Mapping[str, str]) -> None:
        """Show answers in place of all that stands there."""
        self._kept = dict(answers)
        if self._quick is None:
            self._build()
        else:
            self._quick.show_answers(self._kept)

    def quick(self) -> QuickAnswers | None:
        """The chips, where this template has them."""
        return self._quick

    def part(self, name: str) -> FormPart:
        """Return this as a part of a form; its value is JSON."""
        return FormPart(
            name=name,
            control=self,
            read=lambda: json.dumps(self.answers, sort_keys=True) if self.answers else "",
            write=lambda value: self.show_answers(read_answers(value)),
            changed=self.changed,
        )

    def _build(self) -> None:
        self._clear()
        fields = template_fields(self._kind)
        if self._kind is NoteKind.DAILY_LOG:
            self._quick = QuickAnswers(self._theme, _("Daily log"), fields)
            self._quick.show_answers(self._kept)
            self._quick.changed.connect(self.changed)
            self._column.addWidget(self._quick)
        else:
            for field in fields:
                self._column.addWidget(self._field(field))
        put_in_order(self)

    def _field(self, field: TemplateField) -> QWidget:
        answer = self._kept.get(field.name, "")
        if field.ready:
            quick = QuickAnswers(self._theme, field.label, (field,))
            quick.show_answers({field.name: answer})
            quick.changed.connect(self.changed)
            self._reads[field.name] = lambda: quick.answers.get(field.name, "")
            return quick
        if field.long:
            text = PrivateText(self._theme, name=field.label, lines=2)
            text.setPlainText(answer)
            text.textChanged.connect(self.changed)
            self._reads[field.name] = text.toPlainText
            return Field(self._theme, field.label, text)
        line = PrivateLine(answer)
        line.textChanged.connect(lambda _text: self.changed.emit())
        self._reads[field.name] = line.text
        return Field(self._theme, field.label, line)

    def _clear(self) -> None:
        self._quick = None
        self._reads.clear()
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def read_answers(value: str) -> dict[str, str]:
    """Return answers from what a form holds of them; anything else counts as none."""
    try:
        read = json.loads(value) if value else {}
    except ValueError:
        return {}
    return {str(name): str(answer) for name, answer in read.items()} if isinstance(read, dict) else {}
