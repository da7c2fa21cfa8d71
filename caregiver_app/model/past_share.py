"""What was passed on, as the log has it: which thing, in which form, on which day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NewType

from caregiver_app.model.card import Channel
from caregiver_app.model.trust import Subject

ShareId = NewType("ShareId", int)


@dataclass(frozen=True, slots=True, kw_only=True)
class PastShare:
    """A line of the log: what, on which day, in which form; never to whom, no words, no time of day.

    `title` is today's, "" where the thing is gone from the library. `changed` tells that its words changed since.
    """

    id: ShareId
    subject: Subject
    title: str
    channel: Channel
    day: date
    changed: bool = False
