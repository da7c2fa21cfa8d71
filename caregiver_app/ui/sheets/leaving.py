"""How sheets leave: to a printer, or into a file. What leaves is written down: in the notes, or on the list of shares.

A lock ends what is private and still on its way; nothing of it is written then.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from caregiver_app.bootstrap.care_files import refuse_own_folder
from caregiver_app.model.errors import Cancelled
from caregiver_app.model.sheets.kinds import PRIVATE, SheetKind
from caregiver_app.model.sheets.wishes import PublicWish
from caregiver_app.support.files import translated_os_errors, write_whole
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.sheets_door import LeavingSheets
from caregiver_app.ui.sheets.making_pages import ShownPages, pdf_of
from caregiver_app.ui.sheets.previewing import Shown
from caregiver_app.ui.sheets.surroundings import SheetSurroundings
from caregiver_app.ui.sheets.ticks_part import Said
from caregiver_app.ui.sheets.wanted import Wanted
from caregiver_app.ui.tasks import Task, TaskControl
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.progress import WorkPhase, WorkPhases

if TYPE_CHECKING:
    from caregiver_app.bootstrap.paths import Paths
    from caregiver_app.library.store import Library
    from caregiver_app.ui.care.sheet.save_drawer import SaveSheetDrawer
    from caregiver_app.ui.printing import PrintPanel, PrintWay


@dataclass(frozen=True, slots=True, kw_only=True)
class Going:
    """What is to leave: the sheets, what was wanted and ticked, and how many pages there are."""

    shown: Shown
    wanted: Wanted
    ticked: dict[SheetKind, Said] = field(repr=False)
    pages: int

    @property
    def is_private(self) -> bool:
        """Whether a sheet of care notes is among them."""
        return any(kind in PRIVATE for kind in self.ticked)

    @property
    def leaving(self) -> LeavingSheets:
        """What the notes are told of it."""
        private = {kind: said for kind, said in self.ticked.items() if kind in PRIVATE}
        return LeavingSheets(person_id=self.wanted.person_id, audience=self.wanted.audience, ticked=private)

    @property
    def wishes(self) -> tuple[PublicWish, ...]:
        """Which sheets of the library are among them."""
        return tuple(wish for wish in self.wanted.public_wishes() if wish.kind in self.ticked)


class Leaving(QObject):
    """`working` carries words once making a file takes longer, "" when it is over."""

    working = Signal(str)

    def __init__(self, around: SheetSurroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = around.desk
        self._door = around.door
        self._public = around.public
        self._lane = around.lane
        self._make_way = around.print_way
        self._way: PrintWay | None = None
        self._window = parent
        self._task: Task | None = None
        self._private = False
        self._phases = WorkPhases(self)
        self._phases.entered.connect(self._take_longer)

    def print_with(self, print_way: Callable[[], PrintWay]) -> None:
        """Print by another way from now on."""
        self._make_way, self._way = print_way, None

    def print_it(self, going: Going) -> PrintPanel:
        """Ask for a printer and send the sheets there."""
        way = self._way = self._way or self._make_way()
        return way.ask(
            ShownPages(going.shown),
            private=going.is_private,
            first=lambda go_on, leave: self._write_down_first(going, go_on, leave),
            printed=lambda: self._write_down(going.wishes),
            count=going.pages,
            save_instead=lambda: self.save_it(going) if self._may_leave(going) else None,
        )

    def save_it(self, going: Going) -> SaveSheetDrawer | QFileDialog:
        """Ask where to save the sheets, and how if they are private, and save them there."""
        if not going.is_private:
            return self._ask_where(going)

        def chosen(path: Path, password: str) -> None:
            self._desk.overlay.close_panel()
            self._make(going, password, lambda pdf: self._save_private(going, pdf, path, bool(password)))

        return self._door.ask_how(chosen)

    def save_public(self, going: Going, path: Path) -> None:
        """Save sheets without anything private."""
        paths = self._desk.paths

        def write(pdf: bytes) -> None:
            self._lane.run(
                lambda _none, _control: _write(pdf, path, paths),
                owner=self,
                done=lambda _none: saved(),
                failed=self._desk.tell,
            )

        def saved() -> None:
            words = _("Saved: {name}").format(name=path.name)
            self._desk.messages.say(words, icon=Icon.DOWNLOAD, kind="sheet-saved")
            self._write_down(going.wishes)

        self._make(going, "", write)

    def stop(self) -> None:
        """Stop making a file; nothing is written."""
        if self._task is not None:
            self._task.cancel()

    def stop_private(self) -> None:
        """Stop what is private, as at a lock: on its way to a printer, or on its way into a file."""
        if self._private:
            self.stop()
        if self._way is not None:
            self._way.stop_private()

    def _make(self, going: Going, password: str, done: Callable[[bytes], object]) -> None:
        def work(_none: None, control: TaskControl[None]) -> bytes:
            pdf = pdf_of(going.shown, password)
            control.check()
            return pdf

        def made(pdf: bytes) -> None:
            self._over()
            done(pdf)

        def failed(error: BaseException) -> None:
            self._over()
            if isinstance(error, Cancelled):
                self._say_stopped()
            self._desk.tell(error)

        if self._task is not None:
            self._desk.messages.say(_("Another file is still being made."), icon=Icon.CLOCK, kind="busy")
            return
        self._private = going.is_private
        self._phases.begin()
        self._task = self._lane.run(work, owner=self, done=made, failed=failed)

    def _say_stopped(self) -> None:
        self._desk.messages.say(_("Stopped. No file was written."), icon=Icon.STOP, kind="sheet-saved")

    def _over(self) -> None:
        self._task = None
        self._phases.end()
        self.working.emit("")

    def _take_longer(self, phase: WorkPhase) -> None:
        if phase is WorkPhase.LONG:
            self.working.emit(_("Making the PDF"))

    def _save_private(self, going: Going, pdf: bytes, path: Path, locked: bool) -> None:
        if not self._door.is_open:
            self._say_stopped()
            return
        self._door.save(pdf, path, going.leaving, locked=locked, then=lambda: self._write_down(going.wishes))

    def _ask_where(self, going: Going) -> QFileDialog:
        dialog = QFileDialog(self._window.window(), _("Save as PDF"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile("sheet.pdf")
        dialog.fileSelected.connect(lambda name: self.save_public(going, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _may_leave(self, going: Going) -> bool:
        return self._door.is_open or not going.is_private

    def _write_down_first(self, going: Going, go_on: Callable[[], object], leave: Callable[[], object]) -> None:
        """Have it in the notes that private sheets leave before a printer has them: later it may fail, or be locked."""
        if going.is_private:
            self._door.write_down(going.leaving, go_on, leave)
        else:
            go_on()

    def _write_down(self, wishes: tuple[PublicWish, ...]) -> None:
        public = self._public

        def work(library: Library) -> None:
            for wish in wishes:
                public.printed(library, wish)

        if wishes:
            self._desk.ask(self, work, lambda _none: None)


def _write(pdf: bytes, path: Path, paths: Paths) -> None:
    refuse_own_folder(paths, path)
    with translated_os_errors(path):
        write_whole(path, pdf)
