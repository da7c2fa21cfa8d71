"""Looks after the library once updates are in, in a lane of its own: they are told first, and nobody waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from caregiver_app.model.sync import SyncReport
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.sentences.upkeep import snapshot_trouble
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.doer import Doer
from caregiver_app.ui.library.updates import Updates
from caregiver_app.ui.tasks import Lane, TaskControl
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.tidied import tidied_away

if TYPE_CHECKING:
    from caregiver_app.bootstrap.looking_after import LookedAfter
    from caregiver_app.bootstrap.services import Services
    from caregiver_app.library.retention import Tidied
    from caregiver_app.library.store import Library

_MESSAGE = "looking-after"


class LookingAfter(QObject):
    """Begins after each update that was not stopped; what is not due costs a glance.

    `changed` comes when pages were tidied away or came back.
    """

    changed = Signal()

    def __init__(
        self, desk: Desk, lane: Lane[Library], services: Services, updates: Updates, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lane = lane
        self._services = services
        self._doer: Doer[Library] = Doer(desk, self)
        self._doer.changed.connect(self.changed)
        updates.finished.connect(self._begin)

    def _begin(self, report: SyncReport) -> None:
        if report.cancelled:
            return
        services = self._services

        def work(library: Library, control: TaskControl[None]) -> LookedAfter:
            return services.look_after(library, cancel=control.cancel)

        self._lane.run(work, owner=self, done=self._done, failed=self._desk.tell)

    def _done(self, done: LookedAfter) -> None:
        if done.trouble is not None:
            self._desk.messages.say(snapshot_trouble(done.trouble).text, icon=Icon.ALERT, kind=_MESSAGE)
        elif done.tidied is not None and done.tidied.articles:
            self._tell_of(done.tidied)

    def _tell_of(self, tidied: Tidied) -> None:
        text = ngettext("{count} old page tidied away", "{count} old pages tidied away", tidied.articles).format(
            count=format_number(tidied.articles)
        )
        self._doer.offer(tidied_away(self._services, tidied, text), kind=_MESSAGE)
        self.changed.emit()
