"""The pages of vetted_links.csv that ship as watched pages: which, of whom, and which wait to be asked for.

Standard library only, no network; `make_starter` writes what is made here. What the rules are and why is in
docs/formats/starter.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from urllib.parse import urlsplit

AT_MOST_ON = 8  # of a topic, country and language, beside the feeds
PREFIX = "page-"
"""Before the ids of pages, which would else be those of feeds."""

GATHERS_LINKS = ("topic page gathering", "página temática con enlaces")
NAMED_OTHERWISE = {
    "CDC": "Centers for Disease Control and Prevention",
    "NIH MedlinePlus Magazine": "MedlinePlus (National Library of Medicine)",
}
"""Organisations that the table of feeds calls by another name."""

Row = dict[str, str]


def read_pages(table: Sequence[Row], corrections: Sequence[Row]) -> list[Row]:
    """Return the pages with the corrections carried out, in the columns of the table of feeds as far as they have them.

    Raises:
        ValueError: a correction names a page or a column that is not there.
    """
    rows = {PREFIX + row["id"]: _as_a_feed(row) for row in table if urlsplit(row["url"]).scheme == "https"}
    for correction in corrections:
        row, field = rows.get(correction["id"]), correction["field"]
        if row is None or (field not in row and field != "asks_first"):
            raise ValueError(f"no such page or column: {correction['id']}, {field}")
        row[field] = correction["value"]
    return [rows[identifier] for identifier in sorted(rows)]


def reasons_to_ask(
    rows: Sequence[Row], topics_of: Callable[[Row], Sequence[str]], keeps_out: Mapping[str, str]
) -> dict[str, str]:
    """Return for each page why it stays off until it is asked for by name; empty for those that a topic switches on.

    `keeps_out` are reasons that hold for all of a host, such as a robots.txt that asks programs to keep out.
    """
    reasons: dict[str, str] = {}
    on: Counter[tuple[str, str, str]] = Counter()
    for row in sorted(rows, key=_rank):
        places = [(topic, row["country"], row["language"]) for topic in topics_of(row)]
        reason = _reason(row, keeps_out)
        if not reason and any(on[place] >= AT_MOST_ON for place in places):
            reason = "enough"
        if not reason:
            on.update(places)
        reasons[row["id"]] = reason
    return reasons


def _as_a_feed(row: Row) -> Row:
    address = urlsplit(row["url"])
    return {
        "id": PREFIX + row["id"],
        "organisation": NAMED_OTHERWISE.get(row["organisation"], row["organisation"]),
        "title": row["title"],
        "homepage": f"https://{address.netloc}/",
        "country": row["country"],
        "language": row["language"],
        "topics": row["topic"],
        "kind": "news",
        "feed_url": row["url"] if address.path else f"{row['url']}/",
        "confidence": row["confidence"],
        "description": row["description"],
    }


def _reason(row: Row, keeps_out: Mapping[str, str]) -> str:
    if "asks_first" in row:
        return row["asks_first"]
    address = urlsplit(row["feed_url"])
    if address.netloc in keeps_out:
        return keeps_out[address.netloc]
    return "entry-page" if address.path in ("", "/") else ""


def _rank(row: Row) -> tuple[bool, bool, str]:
    """Pages with a text of their own stand before those that gather links, better evidence before weaker."""
    gathers = row["description"].lower().startswith(GATHERS_LINKS)
    return gathers, row["confidence"] != "high", row["id"]
