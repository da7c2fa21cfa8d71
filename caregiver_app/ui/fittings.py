"""What the frame of the window is given."""

from __future__ import annotations

from dataclasses import dataclass

from caregiver_app.support.undo import UndoStack
from caregiver_app.ui.messages import SayError
from caregiver_app.ui.remember import Remembered
from caregiver_app.ui.theme import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Fittings:
    """What the frame is given."""

    theme: Theme
    undo: UndoStack
    remembered: Remembered
    sentence: SayError
