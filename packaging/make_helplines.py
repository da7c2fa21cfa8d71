"""Makes `resources/helplines.json`: emergency numbers and helplines that are shown without a library or a network.

    python3 packaging/make_helplines.py            write the file
    python3 packaging/make_helplines.py --check    say whether it is up to date (exit 1 when not)

Reads `packaging/starter/helplines.csv` and its corrections; standard library only, no network, the same bytes every
time. Which lines ship and why is in docs/formats/starter.md. A wrong number is worse than none: what is in doubt stays
out.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent
TABLES = Path(__file__).resolve().parent / "starter"
OUTPUT = PROJECT / "resources" / "helplines.json"

LANGUAGES = ("en", "es")  # of the window
KINDS = (
    ("emergency", ("emergency",)),
    ("crisis", ("crisis",)),
    ("abuse", ("abuse",)),
    ("poison", ("poison",)),
    ("health", ("general",)),
    ("caring", ("carer-wellbeing", "dementia", "older-people", "stroke", "heart", "diabetes", "cancer")),
    ("grief", ("bereavement", "end-of-life")),
)
"""What a line is for, and the words of the table that mean it: the first that fits counts, poison before all."""

ONLY_CHECKED = frozenset({"crisis", "abuse"})
"""Kinds of which only lines that somebody read on the organisation's own site ship."""

NOTES = re.compile(r"(Text [A-Z]+|Text [\d ]+|Press \d|\d+ also works|Choose the mental health option)\.")
"""Remarks that help who calls; all others are for those who gathered the lines."""

Row = dict[str, str]
Record = dict[str, Any]


def main(arguments: list[str]) -> int:
    """Write or check the file."""
    text = make_helplines()
    if arguments == ["--check"]:
        fresh = OUTPUT.exists() and OUTPUT.read_text(encoding="utf-8") == text
        print("up to date" if fresh else f"out of date: {OUTPUT.name}")
        return 0 if fresh else 1
    if arguments:
        print(__doc__)
        return 2
    OUTPUT.write_text(text, encoding="utf-8", newline="\n")
    print(f"{OUTPUT.name}: {len(json.loads(text))}")
    return 0


def make_helplines() -> str:
    """Return the text of the file."""
    order = [kind for kind, _words in KINDS]
    records = [_record(row, kind) for row in read_rows() if (kind := kind_of(row)) and _ships(row, kind)]
    records.sort(key=lambda one: (one["country"], order.index(one["kind"]), not one["checked_on"], one["id"]))
    return json.dumps(records, ensure_ascii=False, indent=1) + "\n"


def read_rows() -> list[Row]:
    """Return the table with the corrections carried out.

    Raises:
        ValueError: a correction names a line or a column that is not there.
    """
    rows = {row["id"]: row for row in _table("helplines.csv")}
    for correction in _table("helpline_corrections.csv"):
        row, field = rows.get(correction["id"]), correction["field"]
        if row is None or field not in row:
            raise ValueError(f"no such helpline or column: {correction['id']}, {field}")
        row[field] = correction["value"]
    return [rows[identifier] for identifier in sorted(rows)]


def kind_of(row: Row) -> str:
    """Return what a line is for, empty for what is not shown."""
    words = set(row["topic"].split(";"))
    if "poison" in words:
        return "poison"
    return next((kind for kind, meant in KINDS if words.intersection(meant)), "")


def _ships(row: Row, kind: str) -> bool:
    enough = ("high",) if kind in ONLY_CHECKED else ("high", "medium")
    return row["language"] in LANGUAGES and row["confidence"] in enough and bool(row["phone"])


def _record(row: Row, kind: str) -> Record:
    return {
        "id": row["id"],
        "organisation": row["organisation"],
        "country": row["country"],
        "language": row["language"],
        "kind": kind,
        "phone": row["phone"],
        "by_text": row["channel"] == "text",
        "hours": row["hours"],
        "note": row["notes"] if NOTES.fullmatch(row["notes"]) else "",
        "page": row["page"],
        "checked_on": row["evidence_date"] if row["confidence"] == "high" else "",
    }


def _table(name: str) -> list[Row]:
    with (TABLES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
