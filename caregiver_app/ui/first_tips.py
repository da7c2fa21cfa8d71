"""Tips with which Home begins once, after the first steps. Which of them are left lies in the library."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.doer import Done, Step
from caregiver_app.ui.theme import Icon

if TYPE_CHECKING:
    from caregiver_app.library.store import Library

TIPS: Final = "first_tips"
"""The choice with the tips that nobody has put away yet, in words with spaces between them."""

_NEVER: Final = "never"


class FirstTip(StrEnum):
    """In the order in which they stand."""

    EMERGENCY = "emergency"
    FIND = "find"
    LARGER = "larger"


ABOUT_KEYS: Final = (FirstTip.FIND, FirstTip.LARGER)
"""Tips about keys to press together, which help nobody in a window with little room."""


def begin(library: Library) -> None:
    """Have the tips shown, unless they were once: who put one away never sees it again."""
    if library.choices.get(TIPS, _NEVER) == _NEVER:
        library.choices.put(TIPS, " ".join(FirstTip))


def left(library: Library) -> tuple[FirstTip, ...]:
    """Return the tips that are still shown."""
    return _read(library.choices.get(TIPS, ""))


def ending(tip: FirstTip) -> Step[Library]:
    """Return the step that puts a tip away."""

    def step(library: Library) -> Done[Library]:
        before = left(library)
        after = tuple(one for one in before if one is not tip)
        _put(library, after)
        return Done(
            text=_("Tip put away."),
            undo=lambda later: _put(later, before),
            redo=lambda later: _put(later, after),
            icon=Icon.CHECK,
        )

    return step


def _read(kept: str) -> tuple[FirstTip, ...]:
    return tuple(tip for tip in FirstTip if tip.value in kept.split())


def _put(library: Library, tips: tuple[FirstTip, ...]) -> None:
    library.choices.put(TIPS, " ".join(tips))
