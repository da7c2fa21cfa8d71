"""Updates that come by themselves, and only if the person chose so: once a day when the window opens, and for sources
of safety notices alone every few hours while it is open.
"""

from __future__ import annotations

from datetime import tzinfo
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from caregiver_app.model.source import SourceId
from caregiver_app.model.time import Millis, to_datetime
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.library.updates import Updates

if TYPE_CHECKING:
    from caregiver_app.bootstrap.services import Services
    from caregiver_app.library.store import Library

WHEN = "updates_when"
"""The choice that says when updates come; it lies in the library."""

NOTICES_OFTEN = "notices_often"
"""The choice that says whether sources of notices are asked between two days; it counts only beside `When.DAILY`."""

NOTICES_EVERY_MS = 3 * 3600 * 1000
_LOOK_MS = 10 * 60 * 1000
_TRY_AGAIN_MS = 3600 * 1000
"""Without a network nothing is written down of a try, so that the next one would follow at once."""


class When(StrEnum):
    """When updates come."""

    BUTTON = "button"
    DAILY = "daily"

    @staticmethod
    def read(value: str) -> When:
        """Return what was chosen; what nobody knows counts as the button, which asks nobody unasked."""
        return When.DAILY if value == When.DAILY else When.BUTTON


class AutomaticUpdates(QObject):
    """Asked once, after the window was opened; from then on it looks at the clock while somebody wants that."""

    def __init__(self, desk: Desk, updates: Updates, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._updates = updates
        self._services = services
        self._tried_at = Millis(0)
        self.every_while = QTimer(self)
        self.every_while.setInterval(_LOOK_MS)
        self.every_while.timeout.connect(self.look_for_notices)
        updates.refreshed.connect(self._look_whether)

    def begin_if_wanted(self) -> None:
        """Ask the sources whose time has come, if the person chose so and none were asked today."""
        services, now = self._services, self._desk.clock.now()
        self._desk.ask(self, lambda library: is_wanted(library, services, now), self._begin)
        self._look_whether()

    def look_for_notices(self) -> None:
        """Ask the sources of notices that nobody asked for a while, if the person chose so."""
        services, now = self._services, self._desk.clock.now()
        if not 0 <= now - self._tried_at < _TRY_AGAIN_MS:
            self._desk.ask(self, lambda library: notices_wanted(library, services, now), self._ask_for_notices)

    def _look_whether(self) -> None:
        services = self._services
        self._desk.glance(self, lambda library: looks_for_notices(library, services), self._look_or_not)

    def _look_or_not(self, looks: bool) -> None:
        if not looks:
            self.every_while.stop()
        elif not self.every_while.isActive():
            self.every_while.start()

    def _begin(self, wanted: bool) -> None:
        if wanted:
            self._updates.begin(due_only=True)

    def _ask_for_notices(self, wanted: tuple[SourceId, ...] | None) -> None:
        if wanted is None:
            self.every_while.stop()
        elif wanted and self._updates.begin(wanted, due_only=True, quietly=True):
            self._tried_at = self._desk.clock.now()


def is_wanted(library: Library, services: Services, now: Millis, zone: tzinfo | None = None) -> bool:
    """Return whether an update shall begin by itself now; runs in the library's thread."""
    if not _is_daily(library, services):
        return False
    last = library.source_states.all_asked_at()
    return last is None or _day(last, zone) != _day(now, zone)


def looks_for_notices(library: Library, services: Services) -> bool:
    """Return whether sources of notices are asked between two days; runs in the library's thread."""
    return _is_daily(library, services) and library.choices.get(NOTICES_OFTEN, True)


def notices_wanted(library: Library, services: Services, now: Millis) -> tuple[SourceId, ...] | None:
    """Return the sources of notices to be asked by itself now, None while that is not wanted.

    Runs in the library's thread. Sync then leaves out those that are not due: their pace, and the rest that a host
    asked for, hold here too.
    """
    if not looks_for_notices(library, services):
        return None
    return library.source_states.alerts_to_ask(asked_before=Millis(now - NOTICES_EVERY_MS))


def _is_daily(library: Library, services: Services) -> bool:
    services.network.load(library)  # a command may have switched connections off or on meanwhile
    return not services.stays_offline() and When.read(library.choices.get(WHEN, "")) is When.DAILY


def _day(at: Millis, zone: tzinfo | None) -> str:
    return to_datetime(at).astimezone(zone).date().isoformat()
