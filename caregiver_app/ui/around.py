"""What the halves of the window stand in, and what outlives them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from caregiver_app.ui.capture import Capture
from caregiver_app.ui.care.joining import CareParts
from caregiver_app.ui.converting import Wish
from caregiver_app.ui.ended_badly import EndedBadly
from caregiver_app.ui.frame import MainWindow
from caregiver_app.ui.library.reader.reader_pane import READ_AFTER_MS
from caregiver_app.ui.remember import Remembered
from caregiver_app.ui.tasks import TaskRunner
from caregiver_app.ui.theme import Theme

if TYPE_CHECKING:
    from caregiver_app.bootstrap.services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class Timings:
    """Times that tests shorten."""

    read_after_ms: int = READ_AFTER_MS


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What the library's half stands in, and what outlives it."""

    services: Services
    runner: TaskRunner
    window: MainWindow
    theme: Theme
    remembered: Remembered
    care: CareParts
    restore: Callable[[Wish], None]
    hide: Callable[[], object]
    capture: Capture
    help_here: Callable[[], object]  # says what the open screen is for
    open_works: Callable[[], object]  # of others that Caregiver stands on
    ended_badly: EndedBadly
    timings: Timings
