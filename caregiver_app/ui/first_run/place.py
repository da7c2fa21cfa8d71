"""Where a first start stands, as functions that run in the library's own thread: it goes on where it was left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from caregiver_app.library.whereabouts import forget_whereabouts
from caregiver_app.ui import first_tips
from caregiver_app.ui.topics.questions import was_asked
from caregiver_app.ui.widgets.step_row import StepState

if TYPE_CHECKING:
    from caregiver_app.library.store import Library

PLACE: Final = "first_run"
"""The choice that keeps the step that is open; it lies in the library."""

PASSED: Final = "first_run_passed"
"""The choice that keeps how the steps before it were left."""

_OVER: Final = "over"
_LEFT: Final = frozenset({StepState.DONE, StepState.SKIPPED, StepState.NOT_NEEDED})


class StepKey(StrEnum):
    """The steps, in their order."""

    WELCOME = "welcome"
    TOPICS = "topics"
    PACKS = "packs"
    UPDATES = "updates"
    WHEN = "when"
    NOTES = "notes"


FIRST: Final = next(iter(StepKey))


@dataclass(frozen=True, slots=True)
class Stand:
    """Where it stands: the step that is open, and how others were left: done, skipped or not needed, by their keys."""

    key: StepKey
    passed: Mapping[str, StepState] = field(default_factory=dict)


def stand_of(library: Library, *, has_begun: bool) -> Stand | None:
    """Return where a first start goes on, with how the steps before were left; None as `stopped_at` does."""
    key = stopped_at(library, has_begun=has_begun)
    return None if key is None else Stand(key, _passed(library))


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


def keep_place(library: Library, stand: Stand) -> None:
    """Remember where it stands."""
    library.choices.put(PASSED, " ".join(f"{step}={state}" for step, state in stand.passed.items()))
    library.choices.put(PLACE, stand.key.value)


def end(library: Library) -> None:
    """Remember that all was asked; Home begins with its tips, once, also where the window ends by itself just then."""
    first_tips.begin(library)
    forget_whereabouts(library)
    library.choices.put(PLACE, _OVER)


def begin_again(library: Library) -> Stand:
    """Remember that somebody wants to be asked once more, from the first step on, which is returned."""
    first = Stand(FIRST)
    keep_place(library, first)
    return first


def _passed(library: Library) -> dict[str, StepState]:
    kept = dict(step.split("=", 1) for step in library.choices.get(PASSED, "").split() if "=" in step)
    return {key: StepState(kept[key]) for key in StepKey if kept.get(key) in _LEFT}
