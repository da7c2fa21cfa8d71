"""The steps of the studio in their order. A step is made, and its modules are read, when it is first gone to."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.studio.place import WITHDRAWN, Place
from caregiver_app.ui.studio.step import StudioStep, StudioTools
from caregiver_app.ui.widgets.step_row import StepLook

THE_PACK = "the-pack"
CONTENTS = "contents"
WRITE = "write"
LOOK_OVER = "look-over"
PUBLISH = "publish"
ROUND = "round"

MakeStep = Callable[[StudioTools], StudioStep]


def step_looks() -> tuple[StepLook, ...]:
    """Return how the steps stand in the row."""
    return (
        StepLook(key=THE_PACK, text=_("The pack")),
        StepLook(key=CONTENTS, text=_("What is in it")),
        StepLook(key=WRITE, text=_("Write")),
        StepLook(key=LOOK_OVER, text=_("Look it over")),
        StepLook(key=PUBLISH, text=_("Sign and publish")),
        StepLook(key=ROUND, text=_("Monthly round")),
    )


def step_makers() -> Mapping[str, MakeStep]:
    """Return by the key of each step what makes it."""
    return {
        THE_PACK: _the_pack,
        CONTENTS: _contents,
        WRITE: _write,
        LOOK_OVER: _look_over,
        PUBLISH: _publish,
        ROUND: _round,
    }


def steps_for(place: Place) -> tuple[str, ...]:
    """Return the steps that may show a place, the one that most likely does first."""
    if place.first_field == "appraisal" or place.listed == WITHDRAWN:
        return (CONTENTS, WRITE)
    return (WRITE, CONTENTS) if place.listed or place.file else (THE_PACK, WRITE)


def _the_pack(tools: StudioTools) -> StudioStep:
    from caregiver_app.ui.studio.the_pack.head_step import HeadStep

    return HeadStep(tools)


def _write(tools: StudioTools) -> StudioStep:
    from caregiver_app.ui.studio.writing.writing_step import WritingStep

    return WritingStep(tools)


def _contents(tools: StudioTools) -> StudioStep:
    from caregiver_app.ui.studio.contents.content_step import ContentStep

    return ContentStep(tools)


def _look_over(tools: StudioTools) -> StudioStep:
    from caregiver_app.ui.studio.looking.look_step import LookStep

    return LookStep(tools)


def _publish(tools: StudioTools) -> StudioStep:
    from caregiver_app.ui.studio.publishing.publish_step import PublishStep

    return PublishStep(tools)


def _round(tools: StudioTools) -> StudioStep:
    from caregiver_app.ui.studio.round.round_step import RoundStep

    return RoundStep(tools)
