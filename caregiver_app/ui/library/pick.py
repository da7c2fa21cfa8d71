"""What the list is narrowed to."""

from __future__ import annotations

from dataclasses import dataclass

from caregiver_app.model.source import SourceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """What the list is narrowed to; neither is set for everything. `title` is its name for people."""

    source_id: SourceId | None = None
    topic: str | None = None
    title: str = ""
