"""Writes an export as tables that spreadsheets open (CSV, RFC 4180, UTF-8 with a mark so that they see it is).

Text that a spreadsheet would take for a formula gets an apostrophe before it: a note may say "=1+1", and what somebody
else answered must not run. Where numbers have a comma, spreadsheets begin a cell after a semicolon and after a line end
within a text, whatever is quoted: there it gets one, too. The document in JSON has every text as it is.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from typing import Any

from caregiver_app.vault.carrying.document import Document

TABLES: Mapping[str, str] = {
    "people": "people.csv",
    "notes": "notes.csv",
    "questions": "questions.csv",
    "appointments": "appointments.csv",
    "to_chase": "to-chase.csv",
    "medicines": "medicines.csv",
    "contacts": "contacts.csv",
    "measurements": "measurements.csv",
}
FORMS = "forms.csv"
_BYTE_ORDER_MARK = "\ufeff"
_FORMULA_BEGINS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")  # the wide ones too
_CELL_WITHIN = re.compile(r"([;\r\n][^\S\r\n]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])")
_FORM_COLUMNS = ("person", "field", "state", "value", "changed_at", "checked_at")


def tables_of(document: Document) -> dict[str, bytes]:
    """Return the tables of a document by the names of their files; those without rows are left out."""
    found = {name: _table(document[part]) for part, name in TABLES.items() if document[part]}
    facts = [{"person": person["uid"], **fact} for person in document["people"] for fact in person["facts"]]
    if facts:
        found[FORMS] = _table(facts, _FORM_COLUMNS)
    return found


def _table(rows: Sequence[Mapping[str, Any]], columns: tuple[str, ...] = ()) -> bytes:
    names = columns or tuple(name for name in rows[0] if name != "facts")
    written = io.StringIO(newline="")
    writer = csv.writer(written, quoting=csv.QUOTE_ALL)
    writer.writerow(names)
    writer.writerows([_cell(row[name]) for name in names] for row in rows)
    return (_BYTE_ORDER_MARK + written.getvalue()).encode("utf-8", "replace")


def _cell(value: object) -> object:
    if isinstance(value, str):
        plain = _CELL_WITHIN.sub(r"\1'", value)
        return f"'{plain}" if plain.startswith(_FORMULA_BEGINS) else plain
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | dict):
        return _cell(_words(value))
    return "" if value is None else value


def _words(value: object) -> str:
    """Return lists and mappings as people read them; the numbers and uids in them stay in the document."""
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_words(part)}" for name, part in value.items() if name != "uid" and part)
    return "; ".join(map(_words, value)) if isinstance(value, list) else str(value)
