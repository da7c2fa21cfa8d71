"""The fields of a template as chips: a press asks for one, ready answers are chips too, and own words may be added.

Made so that the daily log takes two minutes, by mouse or by keyboard: chip, answer, next chip.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import shorten
from caregiver_app.ui.care.private_fields import PrivateLine
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.chips import CHIP_RADIUS
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.focus import is_escape
from caregiver_app.ui.widgets.layouts import Column, Flow
from caregiver_app.ui.widgets.look import set_look
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.ui.widgets.roving import Roving
from caregiver_app.vault.records.note_templates import TemplateField

_SHOWN_CHARS = 28
_BETWEEN = ", "


class QuickAnswers(QWidget):
    """`changed` comes with each answer."""

    changed = Signal()

    def __init__(
        self, theme: Theme, name: str, fields: Sequence[TemplateField], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fields = {field.name: field for field in fields}
        self._answers: dict[str, str] = {}
        self._chips: dict[str, Button] = {}
        self._editor: AnswerEditor | None = None
        self._roving = Roving(self)
        self.setAccessibleName(name)
        self._column = Column(theme, gap=10, parent=self)
        holder = QWidget()
        flow = Flow(theme, gap=6, parent=holder)
        for field in fields:
            flow.addWidget(self._chip(field))
        self._column.addWidget(holder)

    @property
    def answers(self) -> dict[str, str]:
        """What was answered, by the names of the fields."""
        return {name: answer for name, answer in self._answers.items() if answer}

    def show_answers(self, answers: Mapping[str, str]) -> None:
        """Show answers in place of those that stand there."""
        self._close_editor()
        self._answers = {name: answers.get(name, "") for name in self._fields}
        for name in self._fields:
            self._show_chip(name)

    def ask(self, name: str) -> None:
        """Ask for the answer to one field, with the keyboard there; the same one again is closed."""
        was_open = self._editor is not None and self._editor.field.name == name
        self._close_editor()
        if was_open:
            return
        editor = AnswerEditor(self._theme, self._fields[name], self._answers.get(name, ""))
        editor.answered.connect(lambda answer: self._take(name, answer))
        editor.left.connect(lambda: self._leave(name))
        self._editor = editor
        self._column.addWidget(editor)
        editor.show()
        editor.begin()

    def _chip(self, field: TemplateField) -> Button:
        chip = Button(self._theme, field.label, kind=ButtonKind.CHIP, checkable=True)
        chip.setProperty("ringRadius", CHIP_RADIUS)
        chip.clicked.connect(lambda: self._pressed(field.name))
        self._roving.add(chip)
        self._chips[field.name] = chip
        return chip

    def _pressed(self, name: str) -> None:
        self._show_chip(name)  # a press asks; only an answer switches the chip on
        self.ask(name)

    def _show_chip(self, name: str) -> None:
        chip, field, answer = self._chips[name], self._fields[name], self._answers.get(name, "")
        chip.setChecked(bool(answer))
        chip.set_icon(Icon.CHECK if answer else None)
        # Translators: a field of the daily log with its answer, e.g. "Sleep: Well"
        words = _("{field}: {answer}").format(field=field.label, answer=answer) if answer else field.label
        chip.set_words(shorten(words, _SHOWN_CHARS), name=words)

    def _take(self, name: str, answer: str) -> None:
        self._answers[name] = answer
        self._show_chip(name)
        self.changed.emit()

    def _leave(self, name: str) -> None:
        self._close_editor()
        self._chips[name].setFocus(Qt.FocusReason.TabFocusReason)

    def _close_editor(self) -> None:
        editor, self._editor = self._editor, None
        if editor is not None:
            self._column.removeWidget(editor)
            editor.hide()
            editor.deleteLater()


class AnswerEditor(QFrame):
    """Asks for one answer. `answered` carries it with each change; `left` comes when it is given, and on Esc."""

    answered = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, field: TemplateField, answer: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._chips: dict[str, Button] = {}
        set_look(self, kind="inset")
        self.setAccessibleName(field.label)
        column = Column(theme, margins=12, gap=8, parent=self)
        column.addWidget(PlainLabel(field.label, role=TypeRole.STRONG))
        ready, rest = split_answer(answer, field.ready)
        if field.ready:
            column.addWidget(self._ready(theme, ready))
        self.line = PrivateLine(rest)
        # Translators: {field} is what is asked, e.g. "Sleep"
        label = _("{field}, in your own words").format(field=field.label)
        column.addWidget(Field(theme, label, self.line))
        self.line.textEdited.connect(lambda _text: self._tell())
        self.line.returnPressed.connect(self.left)

    def begin(self) -> None:
        """Put the keyboard where one answers."""
        first = next(iter(self._chips.values()), None)
        (first or self.line).setFocus(Qt.FocusReason.TabFocusReason)

    def event(self, event: QEvent) -> bool:
        """Keep Esc for oneself, where the window would else go back."""
        if is_escape(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _ready(self, theme: Theme, chosen: str) -> QWidget:
        holder = QWidget()
        holder.setAccessibleName(self.field.label)
        flow = Flow(theme, gap=6, parent=holder)
        roving = Roving(holder)
        for words in self.field.ready:
            chip = Button(
                theme,
                words,
                kind=ButtonKind.CHIP,
                checkable=True,
                name=_("{answer}, {field}").format(answer=words, field=self.field.label),
            )
            chip.setChecked(words == chosen)
            chip.setProperty("ringRadius", CHIP_RADIUS)
            chip.clicked.connect(lambda _on=False, words=words: self._choose(words))
            roving.add(chip)
            flow.addWidget(chip)
            self._chips[words] = chip
        return holder

    def _choose(self, words: str) -> None:
        """Take a ready answer, or take it away where it was chosen already."""
        given = self._chips[words].isChecked()
        for other, chip in self._chips.items():
            chip.setChecked(given and other == words)
        self._tell()
        if given:
            self.left.emit()

    def _tell(self) -> None:
        ready = next((words for words, chip in self._chips.items() if chip.isChecked()), "")
        self.answered.emit(_BETWEEN.join(filter(None, (ready, self.line.text().strip()))))


def split_answer(answer: str, ready: Sequence[str]) -> tuple[str, str]:
    """Return the ready answer that an answer begins with, empty where none does, and what was added to it."""
    for words in sorted(ready, key=len, reverse=True):
        if answer == words:
            return words, ""
        if answer.startswith(words + _BETWEEN):
            return words, answer.removeprefix(words + _BETWEEN)
    return "", answer
