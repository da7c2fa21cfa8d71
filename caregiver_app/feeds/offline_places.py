"""Remembers for one run where the pages of each source may be fetched, so that its organisation is looked up once."""

from __future__ import annotations

from caregiver_app.feeds.own_places import OwnPlaces
from caregiver_app.library.offline_queue import PageToKeep
from caregiver_app.library.store import Library
from caregiver_app.model.source import SourceId


class PlacesOfSources:
    """The places of the sources of one library; belongs to the library's thread."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known: dict[SourceId, OwnPlaces] = {}

    def of(self, page: PageToKeep) -> OwnPlaces:
        """Return where the page and its pictures may be fetched."""
        if page.source_id not in self._known:
            number = page.organisation_id
            organisation = None if number is None else self._library.organisations.get(number)
            self._known[page.source_id] = OwnPlaces(
                url=page.source_url, homepage=page.homepage, organisation=organisation
            )
        return self._known[page.source_id]
