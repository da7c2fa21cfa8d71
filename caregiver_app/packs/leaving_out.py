"""Takes something out of a pack that no family was given yet, without a word on it, and puts it back. Pure.

What was handed over already is withdrawn (`changing.withdraw`), so that families are told.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from caregiver_app.model.pack import Pack
from caregiver_app.packs.changing import without

_LISTS: Final = (
    "organisations",
    "sources",
    "pages",
    "links",
    "guides",
    "checklists",
    "communities",
    "helplines",
    "dates",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A pack before and after something was taken out of it."""

    before: Pack
    after: Pack
    listed: str
    identifier: str


def leave_out(pack: Pack, identifier: str) -> LeftOut | None:
    """Return the pack with and without something; None where it holds nothing of this id in `pack.json`."""
    for name in _LISTS:
        if any(each.id == identifier for each in getattr(pack, name)):
            return LeftOut(before=pack, after=without(pack, identifier), listed=name, identifier=identifier)
    return None


def put_back(pack: Pack, gone: LeftOut) -> Pack:
    """Return a pack with what was taken out of it: as it was, or at its place in the list where more has changed."""
    if pack == gone.after:
        return gone.before
    there = list(getattr(pack, gone.listed))
    if any(each.id == gone.identifier for each in there):
        return pack
    before = getattr(gone.before, gone.listed)
    place = next(number for number, each in enumerate(before) if each.id == gone.identifier)
    there.insert(min(place, len(there)), before[place])
    return replace(pack, **{gone.listed: tuple(there)})
