"""A form whose fields have names: what is typed is a draft until it is kept, and comes back with its cursor.

How to use it: `form.add(line_part("title", line, field))` for each field in their order, then `form.begin(values)` with
what is kept now, once. `form.values` is what stands there. `form.finish()` when it was kept, `form.leave()` when its
place closes, whatever became of it. `FormDrawer` does the last two by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.drafting import NOTHING, Written
from caregiver_app.ui.care.private_fields import PrivateLine, PrivateText
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.chips import ChipGroup
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.focus import first_stop

_AT = "@at"
"""Under this name a draft says which field had the keyboard."""
_YES = "yes"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPart:
    """One named value. `control` takes the keyboard; `field`, where there is one, shows what needs mending."""

    name: str
    control: QWidget
    read: Callable[[], str]
    write: Callable[[str], object]
    changed: SignalInstance
    field: Field | None = None


def line_part(name: str, line: PrivateLine, field: Field | None = None) -> FormPart:
    """Return a part for one line."""
    return FormPart(name=name, control=line, read=line.text, write=line.setText, changed=line.textChanged, field=field)


def text_part(name: str, edit: PrivateText, field: Field | None = None) -> FormPart:
    """Return a part for several lines."""
    return FormPart(
        name=name,
        control=edit,
        read=edit.toPlainText,
        write=edit.setPlainText,
        changed=edit.textChanged,
        field=field,
    )


def choice_part(name: str, chips: ChipGroup) -> FormPart:
    """Return a part for one of several chips; its value is the key of a chip, and others are passed over."""

    def write(key: str) -> None:
        try:
            chips.set_current(key)
        except KeyError:
            return  # a draft of an older day may name what is no longer offered

    return FormPart(name=name, control=chips, read=lambda: chips.current, write=write, changed=chips.chosen)


def tick_part(name: str, box: CheckBox) -> FormPart:
    """Return a part for a check box: "yes", or nothing."""
    return FormPart(
        name=name,
        control=box,
        read=lambda: _YES if box.isChecked() else "",
        write=lambda value: box.setChecked(value == _YES),
        changed=box.toggled,
    )


class Form(QObject):
    """`changed` comes with each thing typed or chosen once `begin` was called."""

    changed = Signal()

    def __init__(self, desk: CareDesk, place: str, parent: QObject | None = None) -> None:
        """`place` names it among the drafts, e.g. "question/new"."""
        super().__init__(parent)
        self._desk = desk
        self.place = place
        self._parts: dict[str, FormPart] = {}
        self._kept: Mapping[str, str] = {}
        self._at = ""

    @property
    def values(self) -> dict[str, str]:
        """What stands in the form now, by name."""
        return {name: part.read() for name, part in self._parts.items()}

    @property
    def is_changed(self) -> bool:
        """Whether anything is otherwise than it is kept; nothing is before it has begun."""
        return bool(self._kept) and self.values != self._kept

    def add(self, part: FormPart) -> FormPart:
        """Take in a field, after those that are there."""
        self._parts[part.name] = part
        part.control.installEventFilter(self)
        return part

    def begin(self, values: Mapping[str, str]) -> bool:
        """Show what is kept, then what was being written; return whether something came back. Call it once."""
        self.show(values)
        self._kept = self.values
        for part in self._parts.values():
            part.changed.connect(self._say_changed)
        return self._desk.drafts.follow_form(
            self.place, capture=self._capture, restore=self._restore, changed=self.changed
        )

    def focus(self, name: str = "") -> None:
        """Put the keyboard into a field: where it was when the draft was saved, or the first, if none is named."""
        part = self._parts.get(name or self._at) or next(iter(self._parts.values()))
        (first_stop(part.control) or part.control).setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, name: str, words: str) -> None:
        """Say below a field what needs mending, with the keyboard there."""
        field = self._parts[name].field
        if field is not None:
            field.show_error(words)

    def finish(self) -> None:
        """Forget the draft: what stands there now is kept, or not wanted. What is typed next is a draft again."""
        self._kept = self.values
        self._desk.drafts.finish(self.place)

    def take_as_kept(self) -> None:
        """Take what stands there now as what is kept: it was put there, not typed."""
        self._kept = self.values

    def leave(self) -> None:
        """Close without keeping: what is typed waits as a draft."""
        self._desk.drafts.leave(self.place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remember where the keyboard was last."""
        if event.type() == QEvent.Type.FocusIn:
            self._at = next((name for name, part in self._parts.items() if part.control is watched), self._at)
        return False

    def _say_changed(self, *_value: object) -> None:
        self.changed.emit()

    def show(self, values: Mapping[str, str]) -> None:
        """Write values into the fields of these names."""
        for name, part in self._parts.items():
            if name in values:
                part.write(values[name])

    def _capture(self) -> Written:
        values = self.values
        if values == self._kept:
            return NOTHING
        at = self._at if self._at in values else next(iter(values))
        text = values.pop(at)
        return Written(text=text, cursor=_cursor_of(self._parts[at].control), more={**values, _AT: at})

    def _restore(self, written: Written) -> None:
        more = dict(written.more)
        at = more.pop(_AT, "")
        self._at = at if at in self._parts else next(iter(self._parts))  # a text that was written elsewhere
        self.show({**more, self._at: written.text})
        part = self._parts.get(self._at)
        if part is not None:
            _put_cursor(part.control, written.cursor)


def _cursor_of(control: QWidget) -> int:
    if isinstance(control, QLineEdit):
        return control.cursorPosition()
    if isinstance(control, QPlainTextEdit):
        return control.textCursor().position()
    return 0


def _put_cursor(control: QWidget, position: int) -> None:
    if isinstance(control, QLineEdit):
        control.setCursorPosition(position)
    elif isinstance(control, QPlainTextEdit):
        cursor = control.textCursor()
        cursor.setPosition(max(0, min(position, len(control.toPlainText()))))
        control.setTextCursor(cursor)
