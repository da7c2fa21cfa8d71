"""What the palette shows of open care notes, and whom it asks for that. It knows nothing of the notes themselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtCore import QObject

from caregiver_app.ui.theme import Icon


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateHit:
    """One record: how it is shown and spoken, and what opens it."""

    text: str = field(repr=False)
    day: str
    spoken: str = field(repr=False)
    icon: Icon
    open: Callable[[], object] = field(repr=False)


class FindPrivate(Protocol):
    """Looks into care notes while they are open; `done` is not called where they are locked, or after they were."""

    def __call__(self, owner: QObject, typed: str, done: Callable[[tuple[PrivateHit, ...]], None]) -> None:
        """Have `done` given what was found for some words."""
        ...
