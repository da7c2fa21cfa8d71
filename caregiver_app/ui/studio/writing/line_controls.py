"""Controls that are typed into: a line, a day, a number, several lines, a list with one entry on a line.

Pasted is plain text alone, without what cannot be seen, and never more of it than the field takes by far.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from caregiver_app.packs.fields import Json
from caregiver_app.packs.form_fields import FieldKind, FormField
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import one_line, visible
from caregiver_app.ui.studio.writing.control import FormContext, FormControl
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.fold_choice import FoldChoice
from caregiver_app.ui.widgets.layouts import Row
from caregiver_app.ui.widgets.option_list import Option

_LONGEST_LINE: Final = 4_000
_LONGEST_TEXT: Final = 20_000
_FEWEST_LINES: Final = {FieldKind.PROSE: 5, FieldKind.WORDS: 2}
_MOST_LINES: Final = 12
_LINE_HEIGHT, _AROUND = 24, 22  # in sizes of the design


class LineControl(FormControl):
    """One line."""

    def __init__(self, context: FormContext, field: FormField, label: str, hint: str) -> None:
        super().__init__(context, field)
        self.line = QLineEdit()
        self.line.setMaxLength(_LONGEST_LINE)
        self.line.textEdited.connect(lambda _text: self.changed.emit())
        self.labelled(label, self.line, hint)

    def read(self) -> Json:
        """Return the line."""
        return one_line(self.line.text())

    def write(self, value: Json) -> None:
        """Show a line, unless it stands there already: the cursor stays then."""
        words = value if isinstance(value, str) else "" if value is None else str(value)
        if words != self.read():
            self.line.setText(words)


class DayControl(LineControl):
    """A day; a button fills in today."""

    def __init__(self, context: FormContext, field: FormField, label: str, hint: str, today: date) -> None:
        super().__init__(context, field, label, hint)
        self._today = today
        self.now = Button(context.theme, _("Today"), kind=ButtonKind.QUIET, icon=Icon.CALENDAR)
        # Translators: spoken for a button that fills in today's date, e.g. "Today, Written on"
        self.now.set_words(_("Today"), name=_("Today, {field}").format(field=label))
        self.now.clicked.connect(self._take_today)
        row = Row(context.theme, gap=8)
        if self.shown is not None:
            row.addWidget(self.shown, 1)
        row.addWidget(self.now, 0, Qt.AlignmentFlag.AlignBottom)
        self.column.addLayout(row)

    def _take_today(self) -> None:
        self.line.setText(self._today.isoformat())
        self.changed.emit()


class NumberControl(LineControl):
    """A whole number."""

    def read(self) -> Json:
        """Return the number; the words that stand there where they are none."""
        words = one_line(self.line.text())
        if not words:
            return self.field.default
        return int(words) if words.isascii() and words.isdigit() and len(words) < 10 else words

    def write(self, value: Json) -> None:
        """Show a number."""
        super().write(str(value) if isinstance(value, int) else value)


class PlainEdit(QPlainTextEdit):
    """Several lines; Tab leaves it."""

    def __init__(self, name: str, longest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._longest = longest
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take words only: a picture or a file that is dropped here is none."""
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text alone, and no more of it than there is room for."""
        words = visible(source.text().replace("\r\n", "\n").replace("\r", "\n"))
        room = self._longest - self.document().characterCount() + len(self.textCursor().selectedText())
        self.insertPlainText(words[: max(0, room)])


class TextControl(FormControl):
    """Several lines of text."""

    def __init__(self, context: FormContext, field: FormField, label: str, hint: str) -> None:
        super().__init__(context, field)
        self._quiet = False
        self.edit = PlainEdit(label, _LONGEST_TEXT)
        self.edit.textChanged.connect(self._say_changed)
        self.edit.document().documentLayout().documentSizeChanged.connect(lambda _size: self._resize())
        context.theme.changed.connect(self._resize)
        self._resize()
        self.labelled(label, self.edit, hint)

    def read(self) -> Json:
        """Return the text."""
        return self.edit.toPlainText().strip()

    def write(self, value: Json) -> None:
        """Show a text, unless it stands there already."""
        if value != self.read():
            self._quiet = True
            self.edit.setPlainText(value if isinstance(value, str) else "")
            self._quiet = False

    def _resize(self) -> None:
        """Grow with what is written."""
        lines = max(_FEWEST_LINES[self.field.kind], round(self.edit.document().size().height()))
        self.edit.setFixedHeight(self.context.theme.px(_LINE_HEIGHT * min(lines, _MOST_LINES) + _AROUND))

    def _say_changed(self) -> None:
        if not self._quiet:
            self.changed.emit()


class WordsControl(TextControl):
    """A list with one entry on a line. Where it names things of the pack they can be chosen from a list."""

    def __init__(self, context: FormContext, field: FormField, label: str, hint: str) -> None:
        super().__init__(context, field, label, hint)
        candidates = context.candidates_of(field.lists) if field.lists else ()
        if candidates:
            # Translators: {field} is the name of a list, such as "Where to read on"
            name = _("Add to the list: {field}").format(field=label)
            self.choose = FoldChoice(context.theme, name, ring=context.ring)
            options = [Option(value=value, text=title, end=value) for value, title in candidates]
            self.choose.show_options([Option(value="", text=_("Add one")), *options], "")
            self.choose.chosen.connect(self._add)
            self.column.addWidget(self.choose)

    def read(self) -> Json:
        """Return the lines that say something."""
        return [line for raw in self.edit.toPlainText().split("\n") if (line := one_line(raw))]

    def write(self, value: Json) -> None:
        """Show a list, unless it stands there already."""
        entries = [str(each) for each in value] if isinstance(value, list) else []
        if entries != self.read():
            super().write("\n".join(entries))

    def _add(self, value: str) -> None:
        there = self.read()
        if value and value not in there:
            self.write([*there, value])
            self.changed.emit()
