"""A small picture of one sheet of the care notes, as it would come out now, made apart from the window.

Nothing is kept: a lock takes away what is on its way, and whoever shows the picture lets go of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from caregiver_app.model.sheets.sheet import Sheet, chosen
from caregiver_app.model.sheets.wishes import PrivateWish
from caregiver_app.model.time import day_of
from caregiver_app.support.i18n import paper_locale
from caregiver_app.support.regional import paper_here
from caregiver_app.ui.care.sheets_door import NotesSheets, SheetsDoor
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.sheets.previewing import layout_of
from caregiver_app.ui.sheets.wanted import Look, Wanted, begun
from caregiver_app.ui.tasks import Lane, Task

if TYPE_CHECKING:
    from caregiver_app.model.sheets.kinds import SheetKind

_KEY = "small-picture"

_DOTS_PER_INCH = 48.0
"""Twice what a picture of that size needs at 100 %: it stays sharp with large text."""


class SmallPicture(QObject):
    """`made` carries the first page as PNG, once for each time that it looks otherwise than before."""

    made = Signal(bytes)

    def __init__(self, desk: Desk, door: SheetsDoor, lane: Lane[None], parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._door = door
        self._lane = lane
        self._sheet: Sheet | None = None
        self._task: Task | None = None
        door.changed.connect(self.forget)

    def show(self, kind: SheetKind, visit: int = 0, *, again: bool = False) -> None:
        """Have the picture made of a sheet, for a visit where there is one. Not after a lock.

        A sheet that says the same as before is not made anew, unless `again` says that its picture is there no more.
        """
        if not self._door.is_open:
            return
        look = Look(paper=paper_here(), language=paper_locale())
        person_id = None if visit else self._door.person_id
        wanted = replace(begun(kind, Wanted(look=look, person_id=person_id)), visit=visit or None)
        today = day_of(self._desk.clock.now())

        def wishes(whose: int | None) -> Sequence[PrivateWish]:
            return replace(wanted, person_id=whose).private_wishes(today)

        self._door.make(
            self,
            wishes,
            person_id,
            lambda notes: self._typeset(notes, look, again=again),
            lambda _error: None,
            key=_KEY,
        )

    def forget(self) -> None:
        """Hold nothing, and deliver nothing that is on its way."""
        self._sheet = None
        task, self._task = self._task, None
        if task is not None:
            task.drop()

    def _typeset(self, notes: NotesSheets, look: Look, *, again: bool) -> None:
        """Make the picture; of several people nobody is guessed, so that there is none then."""
        if not notes.made or self._lane.runner.closed:
            return
        made, kept, _here = notes.made[0]
        sheet = chosen(made, kept)
        if sheet == self._sheet and (self._task is not None or not again):
            return
        self.forget()
        self._sheet = sheet
        self._task = self._lane.run(
            lambda _none, _control: _first_page(sheet, look),
            owner=self,
            done=self._tell,
            failed=lambda _error: self.forget(),
            key=f"{_KEY}.page",
        )

    def _tell(self, png: bytes) -> None:
        self._task = None
        self.made.emit(png)


def _first_page(sheet: Sheet, look: Look) -> bytes:
    from caregiver_app.paper.sheets import typeset

    return typeset([sheet], layout_of(look)).pages(dots_per_inch=_DOTS_PER_INCH)[0]
