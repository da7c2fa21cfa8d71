"""Where a first start stands, as functions that run in the library's own thread: it goes on where it was left."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from caregiver_app.library.whereabouts import forget_whereabouts
from caregiver_app.ui import first_tips
from caregiver_app.ui.topics.questions import was_asked

if TYPE_CHECKING:
    from caregiver_app.library.store import Library

PLACE: Final = "first_run"
"""The choice that keeps the step that is open; it lies in the library."""

_OVER: Final = "over"


class StepKey(StrEnum):
    """The steps, in their order."""

    WELCOME = "welcome"
    TOPICS = "topics"
    PACKS = "packs"
    UPDATES = "updates"
    WHEN = "when"
    NOTES = "notes"


FIRST: Final = next(iter(StepKey))


def stopped_at(library: Library, *, has_begun: bool) -> StepKey | None:
    """Return the step with which a first start goes on, None where there is nothing to ask any more.

    `has_begun`: there is something in the library that a person chose or added. Nobody is asked then who never was.
    """
    place = library.choices.get(PLACE, "")
    if place == _OVER:
        return None
    if place:
        return StepKey(place) if place in list(StepKey) else FIRST
    return None if has_begun or was_asked(library) else FIRST


def keep_place(library: Library, key: StepKey) -> None:
    """Remember that this step is open."""
    library.choices.put(PLACE, key.value)


def end(library: Library) -> None:
    """Remember that all was asked; Home begins with its tips, once, also where the window ends by itself just then."""
    first_tips.begin(library)
    forget_whereabouts(library)
    library.choices.put(PLACE, _OVER)


def begin_again(library: Library) -> StepKey:
    """Remember that somebody wants to be asked once more, from the first step on, which is returned."""
    keep_place(library, FIRST)
    return FIRST
