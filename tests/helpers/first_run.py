"""What a person does on a first start, and what a test wants to know of it."""

from __future__ import annotations

from typing import TypeVar

from caregiver_app.ui.first_run.frame import FirstRunScreen
from caregiver_app.ui.first_run.place import StepKey
from caregiver_app.ui.first_run.step import RunStep
from caregiver_app.ui.first_run.topics_step import TopicsStep
from caregiver_app.ui.topics.part import TopicsPart
from caregiver_app.ui.widgets.check_box import CheckBox
from tests.helpers.whole_window import Opened

Step = TypeVar("Step", bound=RunStep)


def frame_of(opened: Opened) -> FirstRunScreen:
    """Return the frame, which must be what the Library shows."""
    shown = opened.whole.library.behind
    assert isinstance(shown, FirstRunScreen)
    return shown


def step_of(opened: Opened, kind: type[Step]) -> Step:
    """Return the step that is open, which must be of this kind."""
    step = frame_of(opened).step
    assert isinstance(step, kind), step
    return step


def topics_of(opened: Opened) -> TopicsPart:
    """Return tiles and countries of the step that asks for topics, after the welcome where that is still open."""
    if frame_of(opened).key == StepKey.WELCOME:
        go_on(opened)
    part = step_of(opened, TopicsStep).part
    assert part is not None
    return part


def tile(opened: Opened, topic: str) -> CheckBox:
    """Return the tile of a topic."""
    return topics_of(opened).tiles.tiles[topic]


def go_on(opened: Opened) -> None:
    """Press the button that goes on, and wait for what follows."""
    frame_of(opened).foot.main.click()
    opened.quiet()


def skip(opened: Opened) -> None:
    """Pass over a step, and wait for what follows; the welcome, which nobody passes over, is answered first."""
    if frame_of(opened).key == StepKey.WELCOME:
        go_on(opened)
    frame_of(opened).foot.skip.click()
    opened.quiet()


def skip_until(opened: Opened, key: StepKey) -> None:
    """Pass over steps until this one is open."""
    while frame_of(opened).key != key:
        skip(opened)


def skip_all(opened: Opened) -> None:
    """Pass over all that is left."""
    skip_until(opened, StepKey.NOTES)
    skip(opened)
