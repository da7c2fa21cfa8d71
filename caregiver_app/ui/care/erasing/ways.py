"""From a press to what is gone for good: a record, a person, all care notes. Goes with the body of one unlock."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from caregiver_app.bootstrap.erasing import ErasedForGood, delete_for_good, erase_person
from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.erasing.erase_drawer import EraseDrawer
from caregiver_app.ui.care.erasing.told_drawer import ToldDrawer
from caregiver_app.ui.care.erasing.words import erased_lines, record_question, stopped_words
from caregiver_app.ui.care.long_work import HowFar
from caregiver_app.ui.care.menu import Action
from caregiver_app.ui.tasks import TaskControl
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.confirm import Confirm, ask_first
from caregiver_app.ui.widgets.option_list import Option
from caregiver_app.vault.records.people import PersonId

if TYPE_CHECKING:
    from caregiver_app.bootstrap.care_files import OpenCare

Told = Callable[[int, int], None]


class EraseWays(QObject):
    """`erase_all` has all care notes erased, once they are shut."""

    def __init__(self, desk: CareDesk, erase_all: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._erase_all = erase_all

    def options(self) -> tuple[Option[Action], ...]:
        """Return what the menu offers."""
        return (Option(value=self.open, text=_("Erase for good"), icon=Icon.TRASH),)

    def open(self, person: int = 0, name: str = "") -> EraseDrawer:
        """Open the drawer; `person` is whom it is about at first, `name` of somebody who was deleted already."""
        people = {int(one.id): one.name for one in self._desk.whom.people}
        if person and name:
            people.setdefault(person, name)
        drawer = EraseDrawer(self._desk, people, person)
        drawer.wanted.connect(self._go_on)
        panel = self._desk.overlay.open_drawer(drawer)
        panel.closed.connect(drawer.now.clear)
        drawer.begin()
        return drawer

    def _go_on(self, person: int) -> None:
        if not person:
            self._desk.overlay.close_panel()
            self._erase_all()
        elif begin_erasing(self._desk, partial(_erase_person, person=PersonId(person), desk=self._desk)):
            self._desk.overlay.close_panel()


def ask_to_erase(desk: CareDesk, kind: str, record_id: int, *, gone: Callable[[], object] = lambda: None) -> Confirm:
    """Ask, and delete one record for good after a yes; `gone` is called when it is gone."""
    return ask_first(
        desk.overlay, desk.theme, record_question(), lambda: erase_record(desk, kind, record_id, gone=gone)
    )


def erase_record(desk: CareDesk, kind: str, record_id: int, *, gone: Callable[[], object] = lambda: None) -> None:
    """Delete one record for good, here and in every copy; the person was asked."""
    begin_erasing(desk, partial(_erase_record, kind=kind, record_id=record_id, desk=desk), gone=gone)


def begin_erasing(
    desk: CareDesk,
    erase: Callable[[OpenCare, TaskControl[HowFar]], ErasedForGood],
    *,
    gone: Callable[[], object] = lambda: None,
) -> bool:
    """Have something deleted for good, with a bar and Stop, and say what became of it; False where other work runs."""
    backups: list[Millis | None] = []
    if desk.pages is not None:
        desk.pages.last_backup(desk, backups.append)

    def done(erased: ErasedForGood) -> None:
        desk.forget_steps()
        gone()
        desk.changed.emit()
        lines = tuple(erased_lines(erased, next(iter(backups), None)))
        if len(lines) > 2:
            desk.overlay.open_drawer(ToldDrawer(desk.theme, lines))
        else:
            desk.say(" ".join(lines), icon=Icon.TRASH, kind="erased")

    return desk.work.begin(_("Deleting for good"), erase, done, stopped=stopped_words())


def _erase_record(
    care: OpenCare, control: TaskControl[HowFar], *, kind: str, record_id: int, desk: CareDesk
) -> ErasedForGood:
    return delete_for_good(care, kind, record_id, clock=desk.clock, on_copy=_telling(control), cancel=control.cancel)


def _erase_person(care: OpenCare, control: TaskControl[HowFar], *, person: PersonId, desk: CareDesk) -> ErasedForGood:
    return erase_person(care, person, clock=desk.clock, on_copy=_telling(control), cancel=control.cancel)


def _telling(control: TaskControl[HowFar]) -> Told:
    return lambda done, total: control.progress(HowFar(done=done, total=total))
