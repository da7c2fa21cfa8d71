"""What was passed on or printed, as the log has it: which thing, in which form, on which day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NewType

from caregiver_app.model.card import Channel
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.trust import Subject

ShareId = NewType("ShareId", int)


@dataclass(frozen=True, slots=True, kw_only=True)
class PastShare:
    """A line of the log: what, on which day, in which form or on which sheet; never to whom, no words, no time of day.

    `title` is today's, "" where the thing is gone from the library. `changed` tells that its words changed since.
    """

    id: ShareId
    subject: Subject
    title: str
    form: Channel | SheetKind
    day: date
    changed: bool = False

    @property
    def channel(self) -> Channel | None:
        """In which form it was shared, None where it was printed."""
        return self.form if isinstance(self.form, Channel) else None

    @property
    def sheet(self) -> SheetKind | None:
        """On which sheet it was printed, None where it was shared."""
        return self.form if isinstance(self.form, SheetKind) else None
