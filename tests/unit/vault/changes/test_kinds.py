"""A new table of records is known to all that looks after records: none is forgotten in an export or told to others."""

from __future__ import annotations

from pathlib import Path

from caregiver_app.vault.carrying.choice import ExportChoice
from caregiver_app.vault.carrying.document import COUNTED, gather
from caregiver_app.vault.carrying.tables import TABLES
from caregiver_app.vault.changes.kinds import OF_A_PERSON, TITLES
from caregiver_app.vault.finding.record_words import FOUND_KINDS
from caregiver_app.vault.importing.taking_in import PARTS
from caregiver_app.vault.importing.values import COLUMNS
from caregiver_app.vault.private_words import texts
from tests.helpers.care_notes import CareNotes
from tests.helpers.clock import MONDAY

SAYS_WHO = frozenset("name who by_whom with_whom for_whom to_whom author email address place".split())


def columns_of(care_notes: CareNotes) -> dict[str, frozenset[str]]:
    rows = care_notes.database.rows(
        "SELECT t.name AS kind, c.name AS name FROM sqlite_schema AS t, pragma_table_info(t.name) AS c "
        "WHERE t.type = 'table'"
    )
    return {row["kind"]: frozenset(each["name"] for each in rows if each["kind"] == row["kind"]) for row in rows}


def test_every_table_of_records_is_known_to_what_looks_after_all_kinds(care_notes: CareNotes) -> None:
    columns = columns_of(care_notes)
    records = {kind for kind, names in columns.items() if {"uid", "deleted_at"} <= names}
    assert records == set(TITLES)
    assert {kind for kind in records if "person_id" in columns[kind]} == set(OF_A_PERSON)
    assert set(FOUND_KINDS) == {"person", *OF_A_PERSON}
    assert {"person", *OF_A_PERSON} <= set(COUNTED.values())
    assert {"person", *OF_A_PERSON} <= set(PARTS.values()) & set(COLUMNS)


def test_an_export_has_a_list_and_a_table_of_every_kind(care_notes: CareNotes) -> None:
    lists = gather(care_notes.vault, ExportChoice(), at=MONDAY).document
    assert set(COUNTED) <= set(lists)
    assert set(PARTS) <= set(lists)
    assert set(TABLES) == set(COUNTED) - {"attachments"}


def test_whoever_is_named_in_a_record_is_private(care_notes: CareNotes) -> None:
    read = Path(texts.__file__).read_text(encoding="utf-8")
    columns = columns_of(care_notes)
    for kind in ("person", *OF_A_PERSON):
        for name in columns[kind] & SAYS_WHO:
            assert f"{name} AS text FROM {kind}" in read, (kind, name)
