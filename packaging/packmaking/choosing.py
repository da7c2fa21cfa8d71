"""Which sources a choice of topics switches on: at most eight of a pack and country, for the public. Pure.

In each place a few in Spanish and some feeds are seated first, so that neither is crowded out; then pages with a text
of their own, which can be read without a network, then the rest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from make_starter import CONFIDENCE, KINDS
from packmaking.subjects import packs_of, topics_of
from packmaking.tables import Row, table
from starter_pages import GATHERS_LINKS

AT_MOST_ON = 8  # of a pack and country, feeds and pages together
_SPANISH_SEATS = 2
_FEED_SEATS = 5  # with those in Spanish, of feeds that are no alerts
ENOUGH = "enough"

Place = tuple[str, str]


def reasons_to_ask(feeds: Sequence[Row], pages: Sequence[Row], reasons: dict[str, str]) -> dict[str, str]:
    """Return for each source why it stays off until it is asked for by name; empty for those that a topic switches on.

    `reasons` are those that hold whatever else there is; `enough` is decided here anew.
    """
    free = {row["id"] for row in (*feeds, *pages) if reasons[row["id"]] in ("", ENOUGH) and topics_of(row["topics"])}
    on = _seated(
        sorted((row for row in feeds if row["id"] in free), key=_rank_of_feed),
        sorted((row for row in pages if row["id"] in free), key=_rank_of_page),
    )
    return {
        name: reason if reason not in ("", ENOUGH) else "" if name in on else ENOUGH for name, reason in reasons.items()
    }


def _seated(feeds: Sequence[Row], pages: Sequence[Row]) -> set[str]:
    seats: Counter[Place] = Counter()
    on: set[str] = set()
    spanish = sorted((row for row in (*feeds, *pages) if row["language"] == "es"), key=_place)
    own_texts = [row for row in pages if not _gathers(row)]
    _seat(spanish, seats, on, _SPANISH_SEATS)
    _seat([row for row in feeds if row["kind"] == "alerts"], seats, on, AT_MOST_ON)
    _seat(feeds, seats, on, _FEED_SEATS)
    for rows in (own_texts, feeds, pages):
        _seat(rows, seats, on, AT_MOST_ON)
    return on


def _seat(rows: Sequence[Row], seats: Counter[Place], on: set[str], most: int) -> None:
    """Switch on what finds a seat in all of its places; `most` bounds how full a place may become."""
    for row in rows:
        places = places_of(row)
        if row["id"] not in on and all(seats[place] < most for place in places):
            on.add(row["id"])
            seats.update(places)


def places_of(row: Row) -> tuple[Place, ...]:
    """Return the packs and countries that a source counts in; parts of a country count to it."""
    return tuple((pack, row["country"].partition("-")[0]) for pack in packs_of(topics_of(row["topics"])))


def _gathers(row: Row) -> bool:
    return row["description"].lower().startswith(GATHERS_LINKS)


def _rank_of_feed(row: Row) -> tuple[int, int, str]:
    return KINDS.index(row["kind"]), CONFIDENCE.index(row["confidence"]), row["id"]


def _rank_of_page(row: Row) -> tuple[int, bool, bool, str]:
    """Pages that families need first stand in a list of their own; else better evidence comes before weaker."""
    return _place(row), _gathers(row), row["confidence"] != "high", row["id"]


def _place(row: Row) -> int:
    first = [each["id"] for each in table("first_pages.csv")]
    return first.index(row["id"]) if row["id"] in first else len(first)
