"""Which sources of a pack follow its topics: of one country and language a bounded number. Pure.

What is beyond stays off until somebody asks for that very source: no pack makes a computer ask a thousand sites.
Sources that warn are not counted: each waits for a yes of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import urlsplit

from caregiver_app.model.pack import Pack
from caregiver_app.model.pack_places import AsksFirst, PackSource
from caregiver_app.model.source import SourceKind

MOST_ON: Final = 8
"""So many sources of one country and language are switched on by choosing a topic, and so many pages."""


def held_back(pack: Pack) -> frozenset[str]:
    """Return the ids of the sources that are beyond the bound, in the order of the pack."""
    return frozenset(each.id for some in (pack.sources, pack.pages) for each in _beyond(some))


def asked_sites(pack: Pack) -> int:
    """Return how many sites may be asked for news by choosing topics and a country."""
    held = held_back(pack)
    following = (each for each in (*pack.sources, *pack.pages) if _follows(each) and each.id not in held)
    return len({urlsplit(each.address).hostname for each in following})


def _beyond(sources: Iterable[PackSource]) -> Iterator[PackSource]:
    on: Counter[tuple[str, str]] = Counter()
    for each in filter(_follows, sources):
        place = (each.country.partition("-")[0], each.language)
        on[place] += 1
        if on[place] > MOST_ON:
            yield each


def _follows(source: PackSource) -> bool:
    return source.asks_first is AsksFirst.NO and source.kind is not SourceKind.ALERTS
