"""Makes the topics that ship, and the lists of organisations, feeds and pages that the tables come to.

    python3 packaging/make_starter.py            write the four files
    python3 packaging/make_starter.py --check    say whether they are up to date (exit 1 when not)

Reads the tables in `packaging/starter/` and writes the lists beside them, where tests hold links and names to them; of
the four the topics alone ship. Standard library only, no network, the same bytes every time. What the rules are and why
is in docs/formats/starter.md. Facts only: evidence and descriptions stay in the tables.
"""

from __future__ import annotations

import csv
import json
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from starter_pages import read_pages
from starter_pages import reasons_to_ask as page_reasons

PROJECT = Path(__file__).resolve().parent.parent
TABLES = Path(__file__).resolve().parent / "starter"
SHIPPED = PROJECT / "resources" / "starter"

LANGUAGES = ("en", "es")  # of the window
CONFIDENCE = ("high", "medium")
AT_MOST_ON = 8  # of a topic and country
KINDS = ("alerts", "news", "research", "video", "social")  # the first ones are switched on before the others

PLATFORMS = {
    "youtube.com": "video-platform",
    "youtu.be": "video-platform",
    "bsky.app": "social-platform",
    "reddit.com": "social-platform",
}
SHARED_HOSTS = ("www.gov.uk", "www.canada.ca", "www.youtube.com", "bsky.app", "www.reddit.com")
SUFFIXES = ("nhs.uk",)
"""Names below which anybody of a kind may register their own; only www before them is one body's."""
NOTES = (
    ("robots.txt", "robots"),
    ("written for professionals", "professional"),
    ("written for clinicians", "professional"),
    ("overlaps the", "overlap"),
    ("do not enable both", "overlap"),
    ("needs a keyword filter", "noisy"),
    ("off by default", "noisy"),
)
"""What the notes of the table say, and the reason it stands for."""

Row = dict[str, str]
Record = dict[str, Any]


def main(arguments: list[str]) -> int:
    """Write or check the files."""
    made = make_starter()
    if arguments == ["--check"]:
        stale = [name for name, text in made.items() if not _holds(place_of(name), text)]
        print(f"out of date: {', '.join(stale)}; run packaging/make_starter.py" if stale else "up to date")
        return 1 if stale else 0
    if arguments:
        print(__doc__)
        return 2
    SHIPPED.mkdir(parents=True, exist_ok=True)
    for name, text in made.items():
        place_of(name).write_text(text, encoding="utf-8", newline="\n")
        print(f"{name}: {len(json.loads(text))}")
    return 0


def place_of(name: str) -> Path:
    """Return where a file lies: the application reads the topics alone, so they alone ship."""
    return (SHIPPED if name == "topics.json" else TABLES) / name


def make_starter() -> dict[str, str]:
    """Return the text of each file by its name."""
    topics = read_topics()
    words = {word: topic["id"] for topic in topics for word in topic["words"]}
    rows, pages = (
        _shipped(read_feeds()),
        _shipped(read_pages(_table("vetted_links.csv"), _table("page_corrections.csv"))),
    )
    reasons = reasons_to_ask(rows, words)
    keeps_out = {urlsplit(row["feed_url"]).netloc: "robots" for row in rows if reasons[row["id"]] == "robots"}
    reasons |= page_reasons(pages, lambda row: topics_of(row, words), keeps_out)
    documents = {
        "topics.json": [topic for topic in topics if topic["id"]],
        "organisations.json": make_organisations(rows, pages),
        "sources.json": [make_source(row, words, reasons[row["id"]]) for row in rows],
        "pages.json": [make_source(row, words, reasons[row["id"]]) for row in pages],
    }
    return {name: json.dumps(made, ensure_ascii=False, indent=1) + "\n" for name, made in documents.items()}


def read_topics() -> list[Record]:
    """Return the topics that people see, in their order, and last the words that belong to none."""
    topics: list[Record] = []
    for position, row in enumerate(_table("topics.csv"), start=1):
        topics.append(
            {
                "id": row["id"],
                "title": row["title"],
                "position": position,
                "everyday": row["everyday"] == "yes",
                "words": row["words"].split(";"),
            }
        )
    return topics


def read_feeds() -> list[Row]:
    """Return the table of feeds with the corrections carried out; `asks_first` is a new column.

    Raises:
        ValueError: a correction names a feed or a column that is not there.
    """
    rows = {row["id"]: row for row in _table("trusted_feeds.csv")}
    for correction in _table("corrections.csv"):
        row, field = rows.get(correction["id"]), correction["field"]
        if row is None or (field not in row and field != "asks_first"):
            raise ValueError(f"no such feed or column: {correction['id']}, {field}")
        row[field] = correction["value"]
    return [rows[identifier] for identifier in sorted(rows)]


def reasons_to_ask(rows: list[Row], words: dict[str, str]) -> dict[str, str]:
    """Return for each feed why it stays off until it is asked for by name; empty for those that a topic switches on."""
    reasons: dict[str, str] = {}
    on: Counter[tuple[str, str]] = Counter()
    for row in sorted(rows, key=_rank):
        places = [(topic, row["country"]) for topic in topics_of(row, words)]
        reason = _reason(row)
        if not reason and any(on[place] >= AT_MOST_ON for place in places):
            reason = "enough"
        if not reason:
            on.update(places)
        reasons[row["id"]] = reason
    return reasons


def topics_of(row: Row, words: dict[str, str]) -> list[str]:
    """Return the topics, as people see them, that a feed's words stand for."""
    known = (words[word] for word in row["topics"].split(";"))
    return sorted({topic for topic in known if topic})


def make_source(row: Row, words: dict[str, str], reason: str) -> Record:
    """Return one feed as the file holds it. Nobody of this project opened any: `checked` is always false."""
    return {
        "id": row["id"],
        "organisation": slug(row["organisation"]),
        "title": row["title"],
        "url": row["feed_url"],
        "homepage": row["homepage"],
        "country": row["country"],
        "language": row["language"],
        "kind": row["kind"],
        "topics": topics_of(row, words),
        "words": sorted(row["topics"].split(";")),
        "confidence": row["confidence"],
        "asks_first": reason,
        "checked": False,
    }


def make_organisations(feeds: list[Row], pages: list[Row] | None = None) -> list[Record]:
    """Return the publishers with the sites that are theirs alone; a site that two publishers share is nobody's.

    Where somebody publishes feeds, these say what country and home page are theirs.
    """
    by_name: dict[str, list[Row]] = {}
    for row in (*feeds, *(pages or ())):
        by_name.setdefault(row["organisation"], []).append(row)
    sites = {name: sorted({site for row in own if (site := _site(row["homepage"]))}) for name, own in by_name.items()}
    claims = Counter(site for own in sites.values() for site in own)
    registers = _table("registers.csv")
    organisations: list[Record] = [
        {
            "id": slug(name),
            "name": name,
            "country": own[0]["country"],
            "homepage": _homepage([row["homepage"] for row in own]),
            "known": _register(name, [host for host, _path in sites[name]], registers),
            "sites": [
                {"host": host, "path_prefix": path, "exceptions": _exceptions(host)}
                for host, path in sites[name]
                if claims[host, path] == 1
            ],
        }
        for name, own in by_name.items()
    ]
    return sorted(organisations, key=lambda organisation: organisation["id"])


def _shipped(rows: list[Row]) -> list[Row]:
    chosen = [row for row in rows if row["confidence"] in CONFIDENCE and row["language"] in LANGUAGES]
    return sorted(chosen, key=lambda row: row["id"])


def slug(name: str) -> str:
    """Return a stable id made from a name."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _reason(row: Row) -> str:
    if "asks_first" in row:
        return row["asks_first"]
    host = (urlsplit(row["feed_url"]).hostname or "").removeprefix("www.")
    if host in PLATFORMS:
        return PLATFORMS[host]
    if row["evidence_type"] == "pattern-derived":
        return "pattern-derived"
    notes = row["notes"].lower()
    return next((reason for words, reason in NOTES if words in notes), "")


def _rank(row: Row) -> tuple[int, int, str]:
    return CONFIDENCE.index(row["confidence"]), KINDS.index(row["kind"]), row["id"]


def _site(homepage: str) -> tuple[str, str] | None:
    """Return host and path of the site that a home page stands for: the host, on shared hosts a publisher's path."""
    address = urlsplit(homepage)
    host = address.hostname or ""
    if host not in SHARED_HOSTS:
        return host if host.removeprefix("www.") in SUFFIXES else host.removeprefix("www."), "/"
    path = address.path.rstrip("/")
    names_publisher = bool(path) and not path.startswith(("/search", "/playlist"))
    return (host, path) if names_publisher else None


def _homepage(homepages: list[str]) -> str:
    """Return the home page that says best who somebody is: on GOV.UK the organisation's, a platform's only at need."""

    def rank(page: str) -> tuple[bool, bool, int, str]:
        host = urlsplit(page).hostname or ""
        return "/government/organisations/" not in page, host.removeprefix("www.") in PLATFORMS, len(page), page

    return min(homepages, key=rank)


def _register(name: str, hosts: list[str], registers: list[Row]) -> str:
    """Return the register that shows somebody; empty where nobody looked.

    A name below an ending that is given to public bodies alone is one: all of somebody's own hosts must lie there.
    """
    shown = {row["what"]: row["register"] for row in registers if row["kind"] == "organisation"}
    if name in shown:
        return shown[name]
    endings = {row["what"]: row["register"] for row in registers if row["kind"] == "ending"}
    own = [host for host in hosts if host.removeprefix("www.") not in PLATFORMS]
    found = [next((end for end in endings if host == end or host.endswith(f".{end}")), "") for host in own]
    return endings[found[0]] if found and all(found) else ""


def _exceptions(host: str) -> list[str]:
    """Return what on a site is written by its visitors: communities below the host, or under a path of it."""
    found: set[str] = set()
    for row in _table("communities.csv"):
        address = urlsplit(row["url"])
        own = (address.hostname or "").removeprefix("www.")
        if own.endswith(f".{host}"):
            found.add(own)
        elif own == host and address.path.strip("/"):
            found.add(address.path.rstrip("/"))
    return sorted(found)


def _table(name: str) -> list[Row]:
    with (TABLES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and path.read_bytes() == text.encode("utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
