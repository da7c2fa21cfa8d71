"""What the print screen is given of the care notes: sheets as values, for as long as the notes are open.

The screen never sees the notes themselves. After a lock nothing is delivered, and `changed` has come before that. What
leaves is written down in the notes, and how it was ticked is kept for the next time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakMethod

from PySide6.QtCore import QObject, Signal

from caregiver_app.model.private import PrivateSheets, SheetChoices
from caregiver_app.model.sheets.kinds import Audience, SheetKind
from caregiver_app.model.sheets.sheet import Sheet, first_choices
from caregiver_app.model.sheets.wishes import PrivateWish
from caregiver_app.support.i18n import current_locale
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.access import LockState
from caregiver_app.ui.care.joining import CareParts
from caregiver_app.ui.theme import Icon

if TYPE_CHECKING:
    from caregiver_app.model.time import Millis
    from caregiver_app.ui.care.sheet.save_drawer import SaveSheetDrawer
    from caregiver_app.vault.store import Vault

Said = Mapping[str, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesSheets:
    """What there is to choose from, whom the sheets are about, and the sheets, each with what was ticked the last time
    and with the same sheet in the language of the window, for what its parts are called there.

    `asks_whom`: there are several people, and nobody said who is meant. No sheet is made then: a guess may be wrong.
    """

    choices: SheetChoices = field(repr=False)
    person_id: int | None
    made: tuple[tuple[Sheet, Said, Sheet], ...] = field(repr=False)
    asks_whom: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LeavingSheets:
    """What leaves: about whom, for whom, and what was ticked on each sheet."""

    person_id: int | None
    audience: Audience | None
    ticked: Mapping[SheetKind, Said] = field(repr=False)


class SheetsDoor(QObject):
    """`changed` comes with each lock and unlock, `stepped` when open notes may say something else than before."""

    changed = Signal()
    stepped = Signal()

    def __init__(
        self, parts: CareParts, parent: QObject, *, sheets_of: Callable[[Vault], PrivateSheets] | None = None
    ) -> None:
        """`sheets_of` makes sheets of open notes."""
        super().__init__(parent)
        self._parts = parts
        self._desk = parts.desk
        self._sheets_of = sheets_of or _sheets_of_notes
        self._first: dict[SheetKind, Said] = {}
        parts.access.changed.connect(self._let_go)
        parts.access.changed.connect(self.changed)
        parts.desk.changed.connect(self.stepped)

    @property
    def is_open(self) -> bool:
        """Whether the notes can be asked."""
        return self._parts.access.is_open

    @property
    def is_absent(self) -> bool:
        """Whether there are no notes yet."""
        return self._parts.access.state is LockState.ABSENT

    @property
    def person_id(self) -> int | None:
        """Whom the notes show now; None for everybody."""
        return self._desk.whom.written_for

    def unlock(self, then: Callable[[], object], line: str) -> None:
        """Ask for the passphrase; `then` is called once the notes are open."""
        self._parts.open_then(then, line)

    def make(
        self,
        owner: QObject,
        wishes: Callable[[int | None], Sequence[PrivateWish]],
        person_id: int | None,
        done: Callable[[NotesSheets], object],
        failed: Callable[[BaseException], None],
        *,
        key: str = "sheets",
    ) -> None:
        """Have sheets made: `wishes` is asked with the person they are about. Not after a lock.

        Where `person_id` is None it is whose visit is wished for. Of several people nobody else is taken: `done` is
        told that it must be said whom. Of the questions with one `key` only the newest is answered.
        """
        now, sheets_of = self._desk.clock.now(), self._sheets_of

        def work(vault: Vault) -> NotesSheets:
            sheets = sheets_of(vault)
            whose = _whose_visit(vault, wishes(None)) if person_id is None else person_id
            choices = sheets.choices(whose, now=now)
            if len(choices.people) > 1 and whose not in [each.id for each in choices.people]:
                return NotesSheets(choices=choices, person_id=None, made=(), asks_whom=True)
            made = tuple(_made(sheets, wish, whose, now) for wish in wishes(whose))
            return NotesSheets(choices=choices, person_id=whose, made=made)

        def made_known(found: NotesSheets) -> None:
            self._first |= {sheet.kind: first_choices(sheet) for sheet, _kept, _here in found.made}
            done(found)

        self._parts.access.ask(owner, work, made_known, key=key, failed=failed)

    def _let_go(self) -> None:
        """Hold nothing of how sheets were at first, once the notes are locked."""
        if not self.is_open:
            self._first = {}

    def write_down(
        self, leaving: LeavingSheets, then: Callable[[], object], failed: Callable[[], object] = lambda: None
    ) -> None:
        """Write down that sheets leave, and keep how they were ticked; only `then` may they leave. Not after a lock."""
        at, sheets_of, first = self._desk.clock.now(), self._sheets_of, dict(self._first)
        self._desk.ask(
            self,
            lambda vault: _record(sheets_of(vault), leaving, first, at),
            lambda _none: _do(then),
            failed=lambda _error: _do(failed),
        )

    def ask_how(self, then: Callable[[Path, str], object]) -> SaveSheetDrawer:
        """Ask how a sheet is to be saved and where; `then` is given the place and the password, "" for none."""
        from caregiver_app.ui.care.sheet.save_drawer import SaveSheetDrawer

        drawer = SaveSheetDrawer(self._desk)
        drawer.wanted.connect(lambda path, password: then(Path(path), password))
        panel = self._desk.overlay.open_drawer(drawer)
        panel.closed.connect(drawer.clear)
        return drawer

    def save(self, pdf: bytes, path: Path, leaving: LeavingSheets, *, locked: bool, then: Callable[[], object]) -> None:
        """Write a file, whole or not at all, and write down that it leaves; `then` it has left. Not after a lock."""
        at, sheets_of, care = self._desk.clock.now(), self._sheets_of, self._parts.access.care
        first = dict(self._first)

        def work(vault: Vault) -> None:
            from caregiver_app.bootstrap.sheet_files import save_private_sheet

            paths = care.with_files(vault).paths
            save_private_sheet(paths, pdf, path, before=lambda: _record(sheets_of(vault), leaving, first, at))

        def saved(_none: None) -> None:
            if locked:
                words = _("Saved. Only the password that you chose opens this file: keep it.")
            else:
                words = _("Saved. It is not locked: keep it somewhere safe.")
            self._desk.say_openly(words, icon=Icon.LOCK if locked else Icon.UNLOCK, kind="sheet-saved")
            then()

        self._desk.ask(self, work, saved)

    def open_recovery_sheet(self) -> None:
        """Go to the recovery sheet, which asks for the passphrase once more."""
        self._parts.open_then(self._parts.sheets.open, _("Unlock to print your recovery sheet."))

    def guard_copies(self, is_private: Callable[[], bool]) -> None:
        """Treat copies as copies from the notes while `is_private`, a method, says so and its owner is there."""
        asked = WeakMethod(is_private)

        def says_so() -> bool:
            ask = asked()
            return ask is not None and ask()

        self._parts.copies.also_private = says_so


def _made(sheets: PrivateSheets, wish: PrivateWish, person_id: int | None, now: Millis) -> tuple[Sheet, Said, Sheet]:
    sheet, spoken = sheets.make(wish, now=now), current_locale()
    here = sheet if wish.language == spoken else sheets.make(replace(wish, language=spoken), now=now)
    return sheet, sheets.remembered(wish.kind, person_id, wish.audience), here


def _whose_visit(vault: Vault, wishes: Sequence[PrivateWish]) -> int | None:
    """Return whose the visit is that a sheet is wished for, None where none is, or it is not written down whose."""
    from caregiver_app.vault.records.appointments import AppointmentId

    visits = (wish.appointment_id for wish in wishes if wish.appointment_id is not None)
    return next((vault.appointments.get(AppointmentId(visit)).person_id for visit in visits), None)


def _do(act: Callable[[], object]) -> None:
    act()


def _record(sheets: PrivateSheets, leaving: LeavingSheets, first: Mapping[SheetKind, Said], at: Millis) -> None:
    sheets.printed(tuple(leaving.ticked), leaving.person_id, leaving.audience, at=at)
    for kind, ticked in leaving.ticked.items():
        if ticked:
            as_at_first = first.get(kind, {})
            sheets.remember(kind, leaving.person_id, leaving.audience, ticked, first=as_at_first)


def _sheets_of_notes(vault: Vault) -> PrivateSheets:
    from caregiver_app.bootstrap.private_sheets import SheetsOfNotes

    return SheetsOfNotes(vault)
