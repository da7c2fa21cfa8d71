"""What goes on the sheets: each sheet of a set, and each of their parts, to tick or to leave out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.sheets.kinds import PRIVATE, SheetKind
from caregiver_app.model.sheets.sheet import Sheet, Tick, chosen, ticks_of
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.sheet_names import sheet_name
from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel

Said = Mapping[str, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A sheet with all that may go on it, and what was put on it or left out the last time.

    `here` is the same sheet in the language of the window: whoever prints for others may not read theirs.
    """

    sheet: Sheet = field(repr=False)
    here: Sheet = field(repr=False)
    kept: Said = field(default_factory=dict, repr=False)


class TicksPart(QWidget):
    """`changed` comes with each tick."""

    changed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._made: tuple[Made, ...] = ()
        self._said: dict[SheetKind, dict[str, bool]] = {}
        self._left_out: set[SheetKind] = set()
        self.boxes: dict[tuple[SheetKind, str], CheckBox] = {}
        self._inside: QWidget | None = None
        self._looks: tuple[object, ...] = ()
        self._column = Column(theme, gap=8, parent=self)
        self._column.addWidget(PlainLabel(_("What goes on it"), role=TypeRole.HEADING, wrap=True))
        self.setVisible(False)

    def begin(self) -> None:
        """Forget what was ticked: the next sheets are others, or for others."""
        self._said.clear()
        self._left_out.clear()

    @property
    def is_private(self) -> bool:
        """Whether sheets of care notes are held."""
        return any(one.sheet.private or one.sheet.kind in PRIVATE for one in self._made)

    def forget(self) -> None:
        """Hold no sheet, no tick and none of their names."""
        self.begin()
        self.let_go()

    def let_go(self) -> None:
        """Hold no sheet; what was ticked is kept for the next ones."""
        self._made = ()
        self._show()

    def show_sheets(self, made: Sequence[Made]) -> None:
        """Show what may be ticked on these, as it was ticked where it is on them still."""
        self._made = tuple(made)
        self._show()

    def chosen(self) -> tuple[Sheet, ...]:
        """Return the sheets with what is ticked alone."""
        return tuple(chosen(one.sheet, self._now(one)) for one in self._made if one.sheet.kind not in self._left_out)

    def choices(self) -> dict[SheetKind, Said]:
        """Return what is ticked on each sheet that goes along, by its codes."""
        going = (one for one in self._made if one.sheet.kind not in self._left_out)
        return {one.sheet.kind: {tick.code: on for tick, on in self._ticks(one)} for one in going}

    def _now(self, one: Made) -> Said:
        return {**one.kept, **self._said.get(one.sheet.kind, {})}

    def _ticks(self, one: Made) -> list[tuple[Tick, bool]]:
        now = self._now(one)
        return [(tick, now.get(tick.code, tick.on)) for tick in ticks_of(one.sheet)]

    def _show(self) -> None:
        """Make the boxes anew where they are others; else only tick them, so that the keyboard stays where it is."""
        looks = tuple((one.sheet.kind, *((tick.code, tick.label) for tick in _named(one))) for one in self._made)
        if looks != self._looks:
            self._looks = looks
            self._fill()
        for one in self._made:
            for tick, on in self._ticks(one):
                self._set(self.boxes[one.sheet.kind, tick.code], on)
        self.setVisible(bool(self.boxes))

    def _fill(self) -> None:
        if self._inside is not None:
            self._column.removeWidget(self._inside)
            self._inside.setVisible(False)
            self._inside.setParent(None)  # its words go with it at once
            self._inside.deleteLater()
        self.boxes = {}
        self._inside = QWidget()
        column = Column(self._theme, gap=2, parent=self._inside)
        several = len(self._made) > 1
        for one in self._made:
            if several:
                column.addWidget(self._sheet_box(one.sheet.kind))
            for tick in _named(one):
                column.addWidget(self._part_box(one.sheet.kind, tick, several))
        self._column.addWidget(self._inside)

    def _sheet_box(self, kind: SheetKind) -> QWidget:
        box = CheckBox(self._theme, sheet_name(kind), strong=True)
        # Translators: spoken for a box by which a whole sheet is left out of a set
        box.setAccessibleName(_("{sheet}, all of it").format(sheet=sheet_name(kind)))
        self._set(box, kind not in self._left_out)
        box.toggled.connect(lambda on: self._leave(kind, not on))
        self.boxes[kind, ""] = box
        return box

    def _part_box(self, kind: SheetKind, tick: Tick, several: bool) -> QWidget:
        holder = QWidget()
        box = CheckBox(self._theme, tick.label)
        if several:  # the same part may stand on several sheets, and each box needs a name of its own
            # Translators: spoken for a part of a sheet, e.g. "Allergies, Emergency sheet"
            box.setAccessibleName(_("{part}, {sheet}").format(part=tick.label, sheet=sheet_name(kind)))
        box.toggled.connect(lambda on: self._tick(kind, tick.code, on))
        self.boxes[kind, tick.code] = box
        Column(self._theme, margins=(28 if several else 0, 0, 0, 0), parent=holder).addWidget(box)
        return holder

    def _tick(self, kind: SheetKind, code: str, on: bool) -> None:
        self._said.setdefault(kind, {})[code] = on
        self.changed.emit()

    def _leave(self, kind: SheetKind, left: bool) -> None:
        (self._left_out.add if left else self._left_out.discard)(kind)
        for (of, code), box in self.boxes.items():
            if of is kind and code:
                box.setEnabled(not left)
        self.changed.emit()

    @staticmethod
    def _set(box: CheckBox, on: bool) -> None:
        box.blockSignals(True)
        box.setChecked(on)
        box.blockSignals(False)


def _named(one: Made) -> tuple[Tick, ...]:
    """Return what may be ticked, called as the language of the window has it."""
    names = {tick.code: tick.label for tick in ticks_of(one.here)}
    return tuple(
        Tick(code=tick.code, label=names.get(tick.code, tick.label), on=tick.on) for tick in ticks_of(one.sheet)
    )
