"""What the print screen stands in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.ui.care.sheets_door import SheetsDoor
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.sheets.doors import PublicSheets
from caregiver_app.ui.tasks import Lane

if TYPE_CHECKING:
    from caregiver_app.bootstrap.packs import Packs
    from caregiver_app.ui.printing import PrintWay


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetSurroundings:
    """What Print stands in: its lane, the door to the care notes, the sheets of the library, the way to printers.

    `elsewhere` leads to sheets that are made at another place.
    """

    desk: Desk
    lane: Lane[None]
    door: SheetsDoor
    public: PublicSheets
    packs: Packs
    print_way: Callable[[], PrintWay]
    elsewhere: Callable[[SheetKind], object]
    makes_packs: Callable[[], bool]
