"""From the menu to records that came in: a file is read and looked at in the lane, shown, and taken in after a yes.

A copy of the notes as they were is made before, and the step can be undone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from caregiver_app.bootstrap.care_copies import BEFORE_IMPORT, keep_care_copy
from caregiver_app.bootstrap.exports import look_at_import, take_in
from caregiver_app.model.errors import CareFileError, CareFileTrouble
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import sentence_for
from caregiver_app.support.sentences.record_counts import counted_words
from caregiver_app.support.zones import own_zone
from caregiver_app.ui.care.carrying.open_file_drawer import OpenFileDrawer
from caregiver_app.ui.care.carrying.preview_drawer import PreviewDrawer
from caregiver_app.ui.care.desk import CareDesk, CareDone
from caregiver_app.ui.care.long_work import HowFar
from caregiver_app.ui.tasks import TaskControl
from caregiver_app.ui.theme import Icon
from caregiver_app.vault.carrying.choice import DOCUMENT
from caregiver_app.vault.carrying.incoming_files import needs_passphrase, read_incoming

if TYPE_CHECKING:
    from caregiver_app.bootstrap.care_files import OpenCare
    from caregiver_app.vault.importing.incoming import Incoming, Merged
    from caregiver_app.vault.records.people import PersonId


_WRONG = CareFileTrouble.WRONG_PASSPHRASE


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedAt:
    """What a file holds, and what taking it in would do."""

    incoming: Incoming = field(repr=False)
    merged: Merged


class BringingWays(QObject):
    """Needs open notes; what was read of a file is forgotten when its drawer goes."""

    def __init__(self, desk: CareDesk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = parent

    def ask_which(self) -> QFileDialog:
        """Ask for a file."""
        dialog = QFileDialog(self._window, _("Bring in from a file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        patterns = "*.age *.json *.ics *.vcf"
        dialog.setNameFilters(
            [_("Care notes, calendars, contacts ({pattern})").format(pattern=patterns), _("All files (*)")]
        )
        dialog.fileSelected.connect(lambda name: self.bring_in(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def bring_in(self, path: Path) -> None:
        """Look at a file, after its passphrase where it has one; of a folder its document stands for all of it."""
        whole = path.parent if path.name == DOCUMENT else path
        self._desk.access.apart(
            self, lambda: needs_passphrase(whole), partial(self._open, whole), failed=self._desk.tell
        )

    def _open(self, path: Path, locked: bool) -> None:
        if not locked:
            self._look(path, None, None)
            return
        drawer = OpenFileDrawer(self._desk)
        drawer.wanted.connect(lambda typed: self._look(path, typed, drawer))
        panel = self._desk.overlay.open_drawer(drawer)
        panel.closed.connect(drawer.passphrase.clear)

    def _look(self, path: Path, passphrase: str | None, drawer: OpenFileDrawer | None) -> None:
        at, zone = self._desk.clock.now(), own_zone()
        person = self._desk.whom.person
        whose = None if person is None else person.id

        def work(care: OpenCare, control: TaskControl[HowFar]) -> LookedAt:
            incoming = read_incoming(path, passphrase=passphrase, zone=zone)
            control.check()
            person_id = whose if incoming.loose else None
            return LookedAt(incoming=incoming, merged=look_at_import(care, incoming, person_id=person_id, at=at))

        def failed(error: BaseException) -> None:
            asked = drawer if drawer is not None and isValid(drawer) else None
            if asked is not None:
                asked.go_on.set_working(False)
            if asked is not None and isinstance(error, CareFileError) and error.kind is _WRONG:
                asked.refuse(sentence_for(error).text)
            else:
                self._desk.tell(error)

        if not self._desk.work.begin(_("Reading the file"), work, self._show, failed=failed) and drawer is not None:
            drawer.go_on.set_working(False)

    def _show(self, found: LookedAt) -> None:
        drawer = PreviewDrawer(self._desk, loose=found.incoming.loose)
        drawer.wanted.connect(lambda: self._take_in(found.incoming, drawer.person_id if found.incoming.loose else None))
        drawer.looked.connect(partial(self._look_again, drawer, found.incoming))
        self._desk.overlay.open_drawer(drawer)
        drawer.show_merged(found.merged)

    def _look_again(self, drawer: PreviewDrawer, incoming: Incoming) -> None:
        care, at, whose = self._desk.access.care, self._desk.clock.now(), drawer.person_id
        self._desk.ask(
            drawer,
            lambda vault: look_at_import(care.with_files(vault), incoming, person_id=whose, at=at),
            drawer.show_merged,
        )

    def _take_in(self, incoming: Incoming, whose: PersonId | None) -> None:
        """Make a copy, then take all of it in."""
        care, clock, at = self._desk.access.care, self._desk.clock, self._desk.clock.now()

        def work(notes: OpenCare, control: TaskControl[HowFar]) -> Merged:
            keep_care_copy(care.places, notes.unlocked.data_key, clock, reason=BEFORE_IMPORT, cancel=control.cancel)
            control.check()
            return take_in(notes, incoming, person_id=whose, at=at)

        if self._desk.work.begin(_("Bringing it in"), work, self._say_taken):
            self._desk.overlay.close_panel()

    def _say_taken(self, merged: Merged) -> None:
        counts = {
            kind: merged.new.get(kind, 0) + merged.changed.get(kind, 0) for kind in (*merged.new, *merged.changed)
        }
        # Translators: {counts} is e.g. "3 notes, 1 contact"
        words = _("Brought in: {counts}.").format(counts=counted_words(counts))
        self._desk.offer(CareDone(text=words, undo=merged.undo, icon=Icon.DOWNLOAD), kind="carrying")
        self._desk.changed.emit()
