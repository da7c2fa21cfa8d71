"""Updates that come by themselves: at most once a day, when the window opens, and only if the person chose so."""

from __future__ import annotations

from datetime import tzinfo
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from caregiver_app.model.time import Millis, to_datetime
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.library.updates import Updates

if TYPE_CHECKING:
    from caregiver_app.bootstrap import Services
    from caregiver_app.library.store import Library

WHEN = "updates_when"
"""The choice that says when updates come; it lies in the library."""


class When(StrEnum):
    """When updates come."""

    BUTTON = "button"
    DAILY = "daily"

    @staticmethod
    def read(value: str) -> When:
        """Return what was chosen; what nobody knows counts as the button, which asks nobody unasked."""
        return When.DAILY if value == When.DAILY else When.BUTTON


class AutomaticUpdates(QObject):
    """Asked once, after the window was opened."""

    def __init__(self, desk: Desk, updates: Updates, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._updates = updates
        self._services = services

    def begin_if_wanted(self) -> None:
        """Ask the sources whose time has come, if the person chose so and none were asked today."""
        services, now = self._services, self._desk.clock.now()
        self._desk.ask(self, lambda library: is_wanted(library, services, now), self._begin)

    def _begin(self, wanted: bool) -> None:
        if wanted:
            self._updates.begin(due_only=True)


def is_wanted(library: Library, services: Services, now: Millis, zone: tzinfo | None = None) -> bool:
    """Return whether an update shall begin by itself now; runs in the library's thread."""
    services.network.load(library)  # a command may have switched connections off or on meanwhile
    if services.stays_offline() or When.read(library.choices.get(WHEN, "")) is not When.DAILY:
        return False
    last = library.source_states.last_checked_at()
    return last is None or _day(last, zone) != _day(now, zone)


def _day(at: Millis, zone: tzinfo | None) -> str:
    return to_datetime(at).astimezone(zone).date().isoformat()
