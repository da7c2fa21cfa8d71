"""Recognises a source that is in the library already under an address that is written in another way.

http and https, with and without `www.`, a slash at the end, `feed:` in front: the same feed once.
"""

from __future__ import annotations

from caregiver_app.library.store import Library
from caregiver_app.links.address import address_key
from caregiver_app.links.handles import web_address
from caregiver_app.model.source import SourceId


def feed_key(address: str) -> str:
    """Return what all ways to write a feed's address have in common."""
    return address_key(web_address(address))


class KnownSources:
    """The sources of a library by what their addresses have in common; of two such the older."""

    def __init__(self, library: Library) -> None:
        self._ids: dict[str, SourceId] = {}
        for source_id, url in library.sources.addresses():
            self._ids.setdefault(feed_key(url), source_id)
            self._ids[url] = source_id

    def find(self, address: str) -> SourceId | None:
        """Return the source at an address, however it is written; None when there is none."""
        return self._ids.get(address) or self._ids.get(feed_key(address))
