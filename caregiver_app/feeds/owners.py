"""Whose a source is that a person added: known where its own address lies on an organisation's own site.

What a feed says of itself proves nothing, so its home page is not asked.
"""

from __future__ import annotations

from dataclasses import replace

from caregiver_app.library.store import Library
from caregiver_app.model.source import NewSource
from caregiver_app.trust.owners import owner_of


def with_owner(library: Library, new: NewSource) -> NewSource:
    """Return the source with the organisation on whose own site it lies, as it is where that is nobody's."""
    owner = owner_of(library, new.url)
    organisation = None if owner is None else library.organisations.get(owner[0])
    return new if organisation is None else replace(new, organisation_uid=organisation.uid)
