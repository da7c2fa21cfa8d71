"""Print and Save as they are pressed: the sheet is made once more first, and leaves once it is seen as it is by then.

So it carries the day on which it leaves, and what the notes and the library say on that day; and no sheet leaves in the
place of another one that is still being made.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from caregiver_app.ui.sheets.leaving import Going

Way = Callable[["Going"], object]


class Showing(Protocol):
    """What shows the sheets."""

    @property
    def waits(self) -> bool:
        """True while what is seen is older than what was chosen."""
        ...

    def make_anew(self) -> bool:
        """Have the sheets made once more; return whether there are any to make."""
        ...

    def going(self) -> Going | None:
        """Return what is seen and would leave now; None where there is nothing."""
        ...

    def say_waits(self) -> None:
        """Say that the sheet is still being made, or why there is none."""
        ...

    def may_ask(self) -> bool:
        """Return whether one may still be asked where the sheet is to go: one may have gone on to something else."""
        ...


class WaysOut:
    """Made once for what shows the sheets."""

    def __init__(self, showing: Showing) -> None:
        self._showing = showing
        self._way: Way | None = None

    @property
    def waits(self) -> bool:
        """True while somebody waits for the sheets to go."""
        return self._way is not None

    def begin(self, way: Way) -> None:
        """Let the sheets go one way as soon as they are there; the newest wish counts."""
        if self._showing.waits:
            self._showing.say_waits()
        is_under_way, self._way = self._way is not None, way
        if not is_under_way and not self._showing.make_anew():
            self.drop()
            self._showing.say_waits()

    def go_on(self) -> None:
        """Let them go where somebody wished that and they are seen by now."""
        if self._way is None or self._showing.waits:
            return
        way, going = self._way, self._showing.going()
        self.drop()
        if going is None:
            self._showing.say_waits()
        elif self._showing.may_ask():
            way(going)

    def drop(self) -> None:
        """Let nothing go: other sheets were chosen, or there is none."""
        self._way = None
