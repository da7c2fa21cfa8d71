"""From the menu to saved files: what leaves the care notes, asked, written in the lane, told. Goes with one unlock."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from caregiver_app.bootstrap.exports import Exported, Leaving, export_calendar, export_contacts, export_notes
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.carrying.choosable import (
    calendar_words,
    cards_words,
    read_appointments,
    read_contacts,
)
from caregiver_app.ui.care.carrying.choose_drawer import ChooseDrawer, Chosen
from caregiver_app.ui.care.carrying.export_drawer import ExportDrawer, ExportWish
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.long_work import HowFar
from caregiver_app.ui.tasks import TaskControl
from caregiver_app.ui.theme import Icon
from caregiver_app.vault.records.appointments import AppointmentId
from caregiver_app.vault.records.contacts import ContactId

if TYPE_CHECKING:
    from caregiver_app.bootstrap.care_files import OpenCare


class LeavingWays(QObject):
    """Needs open notes."""

    def __init__(self, desk: CareDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def everything(self) -> ExportDrawer:
        """Open the drawer in which an export of all is chosen."""
        drawer = ExportDrawer(self._desk)
        drawer.wanted.connect(self.save_everything)
        panel = self._desk.overlay.open_drawer(drawer)
        panel.closed.connect(drawer.clear)
        return drawer

    def appointments(self) -> ChooseDrawer:
        """Open the drawer in which appointments for a calendar are chosen."""
        whose, now = self._desk.whom.shown, self._desk.clock.now()
        drawer = ChooseDrawer(self._desk, calendar_words(), lambda vault: read_appointments(vault, whose, now=now))
        drawer.wanted.connect(self.save_calendar)
        self._desk.overlay.open_drawer(drawer)
        return drawer

    def contacts(self) -> ChooseDrawer:
        """Open the drawer in which contacts for an address book are chosen."""
        whose = self._desk.whom.shown
        drawer = ChooseDrawer(self._desk, cards_words(), lambda vault: read_contacts(vault, whose))
        drawer.wanted.connect(self.save_contacts)
        self._desk.overlay.open_drawer(drawer)
        return drawer

    def save_everything(self, wish: ExportWish) -> None:
        """Write an export, with a bar and Stop; a lock ends it and leaves nothing behind."""
        at = self._desk.clock.now()
        leaving = Leaving(target=wish.target, to_whom=wish.to_whom, why=wish.why)

        def work(care: OpenCare, control: TaskControl[HowFar]) -> Exported:
            return export_notes(
                care,
                wish.choice,
                leaving,
                passphrase=wish.passphrase,
                at=at,
                on_part=lambda done, total: control.progress(HowFar(done=done, total=total)),
                cancel=control.cancel,
            )

        locked = wish.passphrase is not None
        if self._desk.work.begin(_("Saving your care notes as files"), work, partial(self._say_saved, locked)):
            self._desk.overlay.close_panel()

    def save_calendar(self, chosen: Chosen) -> None:
        """Write chosen appointments."""
        at, ids = self._desk.clock.now(), [AppointmentId(each) for each in chosen.ids]
        leaving = Leaving(target=chosen.target)
        self._save_one(lambda care: export_calendar(care, ids, leaving, neutral=chosen.option, at=at))

    def save_contacts(self, chosen: Chosen) -> None:
        """Write chosen contacts."""
        at, ids = self._desk.clock.now(), [ContactId(each) for each in chosen.ids]
        leaving = Leaving(target=chosen.target)
        self._save_one(lambda care: export_contacts(care, ids, leaving, notes=chosen.option, at=at))

    def _save_one(self, save: Callable[[OpenCare], Exported]) -> None:
        care = self._desk.access.care

        def saved(exported: Exported) -> None:
            self._desk.overlay.close_panel()
            self._say_saved(False, exported)

        self._desk.ask(self, lambda vault: save(care.with_files(vault)), saved)

    def _say_saved(self, locked: bool, exported: Exported) -> None:
        if locked:
            words = [_("Saved. Only the passphrase that you chose opens this file: keep it.")]
        else:
            words = [_("Saved. It is not locked: keep it somewhere safe.")]
        if exported.missing:
            missing = ngettext(
                "{count} file was gone or damaged and is left out.",
                "{count} files were gone or damaged and are left out.",
                exported.missing,
            )
            words.append(missing.format(count=format_number(exported.missing)))
        self._desk.say(" ".join(words), icon=Icon.LOCK if locked else Icon.UNLOCK, kind="carrying")
