"""What a step of the studio is to its frame, and what all steps work with.

A pack is a folder on the disk; steps keep nothing of it but what is typed right now. **Short writes go through
`tools.desk.ask`**, one after the other in the library's thread, so that no step writes over what another has just
written; long work goes through `tools.work`, which shows words and Stop, and only reads the folder.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.ui.breakpoints import FrameLayout
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.settings.long_work import LongWork
from caregiver_app.ui.studio.place import Place
from caregiver_app.ui.tasks import Lane

if TYPE_CHECKING:
    from caregiver_app.bootstrap.services import Services
    from caregiver_app.model.trust import Subject

Check = Callable[["Subject", Callable[[], object]], None]
"""Opens the check drawer over something of the library; the second is called once a check is saved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StudioTools:
    """What every step is given. `work` is the one strip of long work of the whole studio.

    `looks` is a free lane of one thread (`TaskRunner.add_free_lane`) for what is shown while somebody types: a text
    can keep it busy for a while, so nothing that must not wait goes there. `updating` tells whether updates run: then
    no link is looked at, since Stop would cut those off too. `unlock` has the care notes unlocked, saying why, and
    comes back here.
    """

    desk: Desk
    services: Services
    work: LongWork
    check: Check
    looks: Lane[None]
    updating: Callable[[], bool]
    unlock: Callable[[str], None]


class StudioStep(QWidget):
    """Base of the steps. `changed` comes when the folder holds something other than before, also after an undo.

    `wanted` carries a `Place` of the pack that another step is to show; `look_over_wanted` asks for all that is wrong.
    """

    changed = Signal()
    wanted = Signal(object)
    look_over_wanted = Signal()

    def open(self, folder: Path) -> None:
        """Show the pack in `folder` as it is there now. Called whenever the step is shown, also for the same folder."""
        raise NotImplementedError

    def go_to(self, place: Place) -> bool:
        """Show a place of the open pack and put the keyboard there; False where it is no matter of this step.

        Called after `open`, whose answer may still be on its way: what is not read yet is shown when it is.
        """
        raise NotImplementedError

    def finish(self, then: Callable[[], object]) -> None:
        """Have in the folder all that was typed, then call `then`: before a check, a build, another step or the end."""
        then()

    def others_changed(self) -> None:
        """Take in that another step changed the folder; `open` comes before this step is shown again."""

    def go_back(self) -> bool:
        """Leave what is open inside the step; False where nothing is, and the studio is left."""
        return False

    def areas(self) -> Sequence[QWidget]:
        """Return the parts that F6 goes through."""
        return (self,)

    def set_frame_layout(self, layout: FrameLayout) -> None:
        """Arrange for the room there is."""
