"""Where what is done by a set-up file is shown: at the first step, or above the Library once all was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from caregiver_app.ui.desk import Desk
from caregiver_app.ui.first_run.surroundings import FirstRunSurroundings

if TYPE_CHECKING:
    from caregiver_app.ui.first_run.set_up_above import SetUpAbove
    from caregiver_app.ui.first_run.set_up_part import SetUpPart


class SetUpPlace(QObject):
    """Makes the part when it is first wanted. `changed` comes when what was chosen is other than before."""

    changed = Signal()

    def __init__(self, desk: Desk, around: FirstRunSurroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._around = around
        self._part: SetUpPart | None = None
        self._above: SetUpAbove | None = None

    @property
    def part(self) -> SetUpPart:
        """The part, wherever it is."""
        if self._part is None:
            self._part = self._made()
        return self._part

    def above_library(self) -> SetUpPart:
        """Have the part above the Library, and return it."""
        from caregiver_app.ui.first_run.set_up_above import SetUpAbove

        if self._above is None:
            self._above = SetUpAbove(self._desk.theme, self.part)
            self._around.library.put_above(self._above)
        self._above.take()
        return self.part

    def _made(self) -> SetUpPart:
        from caregiver_app.ui.first_run.set_up_part import SetUpPart, SetUpSurroundings

        around = self._around
        parts = SetUpSurroundings(
            services=around.services, lane=around.lane, remembered=around.remembered, speak=around.between
        )
        part = SetUpPart(self._desk, parts, around.library)
        part.packs_changed.connect(around.library.refresh_all)
        part.changed.connect(self.changed)
        return part
