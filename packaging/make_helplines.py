"""Makes `resources/helplines.json`: emergency numbers and helplines that are shown without a library or a network.
Makes `resources/public_numbers.json` too: all numbers of the table, which may stand in any text that leaves.

    python3 packaging/make_helplines.py            write the files
    python3 packaging/make_helplines.py --check    say whether they are up to date (exit 1 when not)

Reads `packaging/starter/helplines.csv`, its corrections, and the lines for advice that stand in no gathered table
(`advice_lines.csv`); standard library only, no network, the same bytes every time. Which lines ship and why is in
docs/formats/starter.md. A wrong number is worse than none: what is in doubt stays out.
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
PUBLIC = PROJECT / "resources" / "public_numbers.json"

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

IN_SPANISH = "For Spanish press "
NOTES = re.compile(
    rf"(Text [A-Z]+|Text [\d ]+|{IN_SPANISH}\d( or text [A-Z]+)?|Press \d|\d+ also works"
    r"|Choose the mental health option)\."
)
"""Remarks that help who calls; all others are for those who gathered the lines."""

IN_NOTES = re.compile(r"(?:[Tt]ext|[Cc]all|[Dd]ial|or) (?:[A-Z]+ to )?(\+?\d[\d ()-]{2,}\d)")
"""Further numbers that remarks name."""

Row = dict[str, str]
Record = dict[str, Any]


def main(arguments: list[str]) -> int:
    """Write or check the file."""
    made = {OUTPUT: make_helplines(), PUBLIC: make_public_numbers()}
    if arguments == ["--check"]:
        stale = [path.name for path, text in made.items() if not path.exists() or path.read_text("utf-8") != text]
        print(f"out of date: {', '.join(stale)}; run packaging/make_helplines.py" if stale else "up to date")
        return 1 if stale else 0
    if arguments:
        print(__doc__)
        return 2
    for path, text in made.items():
        path.write_text(text, encoding="utf-8", newline="\n")
        print(f"{path.name}: {len(json.loads(text))}")
    return 0


def make_helplines() -> str:
    """Return the text of the file."""
    order = [kind for kind, _words in KINDS]
    records = [_record(row, kind) for row in read_rows() if (kind := kind_of(row)) and _ships(row, kind)]
    records += [_advice_record(row) for row in _table("advice_lines.csv")]
    records.sort(key=lambda one: (one["country"], order.index(one["kind"]), not one["checked_on"], one["id"]))
    return json.dumps(records, ensure_ascii=False, indent=1) + "\n"


def make_public_numbers() -> str:
    """Return the text of the file of numbers: country and number, also of lines that are not shown."""
    said = [(row["country"], row["phone"], row["notes"]) for row in _table("helplines.csv")]
    said += [(row["country"], row["phone"], row["note"]) for row in _table("advice_lines.csv")]
    numbers = {
        (country.partition("-")[0], number.strip())
        for country, phone, remark in said
        for number in (phone, *IN_NOTES.findall(remark))
        if number.strip()
    }
    return (
        json.dumps([list(each) for each in sorted(numbers)], ensure_ascii=False, indent=None).replace("], ", "],\n ")
        + "\n"
    )


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
        "copy_read_on": "",
    }


def _advice_record(row: Row) -> Record:
    """Return a line of our own table: read in a stored copy of a page, which is less than the page itself."""
    return {
        "id": row["id"],
        "organisation": row["organisation"],
        "country": row["country"],
        "language": row["language"],
        "kind": row["kind"],
        "phone": row["phone"],
        "by_text": False,
        "hours": row["hours"],
        "note": row["note"],
        "page": row["page"],
        "checked_on": "",
        "copy_read_on": row["read_on"],
    }


def _table(name: str) -> list[Row]:
    with (TABLES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
