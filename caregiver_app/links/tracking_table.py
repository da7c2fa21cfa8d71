"""Which parameters of a link only tell who follows it, by the table that ships (`resources/links/tracking.json`).

Wider than `links.tracking`, which the keys of stored pages hang on: a name here may mean something only on some sites,
and a link that is passed on may well lose more than one that is compared. Never asks the network.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from functools import cache

from caregiver_app.links.places import is_at
from caregiver_app.support.resources import resource

_EVERYWHERE = ""

# Salesforce names its parameters by single letters; they are its own only beside its mark.
_MARK = "sfmc_sub"
_COMPANIONS = frozenset({"e", "j", "jb", "l", "mid", "u"})


class TrackingTable:
    """The table, asked by names and place."""

    def __init__(self, names: dict[str, list[str]], untouched: list[str]) -> None:
        self._known = {place: frozenset(held) for place, held in names.items()}
        self._families = tuple(each[:-1] for each in names[_EVERYWHERE] if each.endswith("*"))
        self._untouched = tuple(untouched)

    def of(self, names: Collection[str], *, host: str, path: str) -> frozenset[str]:
        """Return those of `names` (lower case) that never change what is shown on that page."""
        if any(is_at(place, host, path) for place in self._untouched):
            return frozenset()
        known = self._at(host, path)
        found = {name for name in names if name in known or name.startswith(self._families)}
        return frozenset(found | _COMPANIONS.intersection(names) if _MARK in names else found)

    def _at(self, host: str, path: str) -> frozenset[str]:
        places = (place for place in self._known if place and is_at(place, host, path))
        return self._known[_EVERYWHERE].union(*(self._known[place] for place in places))


@cache
def tracking_table() -> TrackingTable:
    """Return the table that ships."""
    shipped = json.loads(resource("resources", "links", "tracking.json").read_text(encoding="utf-8"))
    return TrackingTable(shipped["names"], shipped["untouched"])
