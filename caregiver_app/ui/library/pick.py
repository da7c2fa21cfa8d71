"""What the list is narrowed to."""

from __future__ import annotations

from dataclasses import dataclass

from caregiver_app.links.tokens import shown_title
from caregiver_app.model.article import CollectionId, SavedSearchId
from caregiver_app.model.source import SourceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """What the list is narrowed to: one of these, or none for everything. `title` is its name for people.

    `guides` are the guides and checklists of packs.
    A saved search (`search`) brings its `query`, which goes into the search field.
    """

    source_id: SourceId | None = None
    topic: str | None = None
    collection: CollectionId | None = None
    search: SavedSearchId | None = None
    query: str = ""
    guides: bool = False
    title: str = ""

    @staticmethod
    def of_source(source_id: SourceId, title: str) -> Pick:
        """Return a source; what is private in a title that is an address is left out."""
        return Pick(source_id=source_id, title=shown_title(title))
