"""What the sources page asks of the library, as functions that run in the library's own thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from caregiver_app.model.organisation import Topic
from caregiver_app.model.source import Source
from caregiver_app.ui.sources.source_words import fit_for_showing

if TYPE_CHECKING:
    from caregiver_app.bootstrap.services import Services
    from caregiver_app.library.source_moves import SourceMove
    from caregiver_app.library.store import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class AllSources:
    """Everything that the sources page shows."""

    sources: tuple[Source, ...]
    topics: tuple[Topic, ...]
    moves: tuple[SourceMove, ...]
    stays_offline: bool


def all_sources(library: Library, services: Services) -> AllSources:
    """Return all sources, the topics they are grouped by, and the person's own switch."""
    return AllSources(
        sources=tuple(fit_for_showing(source) for source in library.sources.list()),
        topics=library.topics.list(),
        moves=library.source_moves.list(),
        stays_offline=services.stays_offline(),
    )
