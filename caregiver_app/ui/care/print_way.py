"""The way from the care notes to paper: printers are looked for only when somebody prints, in a lane of its own."""

from __future__ import annotations

from functools import cached_property

from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.messages import Messages
from caregiver_app.ui.printing import PrintWay, system_printer
from caregiver_app.ui.tasks import Lane, TaskRunner


class Printing:
    """One for a window."""

    def __init__(self, desk: CareDesk, messages: Messages, runner: TaskRunner) -> None:
        self._desk = desk
        self._messages = messages
        self._runner = runner

    def way(self) -> PrintWay:
        """Return what asks for a printer and prints; a lock calls back what is on its way."""
        return self._way

    @cached_property
    def _way(self) -> PrintWay:
        way = PrintWay(
            theme=self._desk.theme,
            overlay=self._desk.overlay,
            messages=self._messages,
            lane=self._lane,
            printer=system_printer(),
            ring=self._desk.ring,
        )
        access = self._desk.access
        access.changed.connect(lambda: None if access.is_open else way.stop_private())
        return way

    @cached_property
    def _lane(self) -> Lane[None]:
        return self._runner.add_free_lane("care-print", workers=1)
