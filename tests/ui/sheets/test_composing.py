"""What Print asks the care notes for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from PySide6.QtCore import QObject

from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.wishes import PrivateWish
from caregiver_app.ui.care.sheets_door import SheetsDoor
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.sheets.composing import Composing
from caregiver_app.ui.sheets.doors import PublicSheets
from caregiver_app.ui.sheets.wanted import Wanted
from tests.helpers.clock import StillClock


@dataclass(kw_only=True)
class OpenDoor:
    """Open notes that keep what they were asked for and answer nothing."""

    is_open: bool = True
    asked: list[PrivateWish] = field(default_factory=list)

    def make(
        self, _owner: QObject, wishes: Callable[[int | None], Sequence[PrivateWish]], person: int | None, *_more: Any
    ) -> None:
        self.asked += wishes(person)


@dataclass(frozen=True, kw_only=True)
class ClockAlone:
    """All of a desk that a question to the notes needs."""

    clock: StillClock = field(default_factory=StillClock)


def test_a_handover_is_for_the_country_in_which_the_household_lives() -> None:
    door = OpenDoor()
    composing = Composing(
        cast("Desk", ClockAlone()), cast("SheetsDoor", door), cast("PublicSheets", None), parent := QObject()
    )
    wanted = Wanted(what=SheetKind.HANDOVER, person_id=1)
    composing.compose(wanted)
    composing.country = "GB"
    composing.compose(wanted)
    assert [wish.country for wish in door.asked] == ["", "GB"]
    assert composing.parent() is parent
