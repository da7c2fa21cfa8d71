"""docs/formats/vault.md says of the care notes what is true."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from caregiver_app.bootstrap.care import Care
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.vault.forms.fields import FIELDS, FORMS, SENSITIVE, FieldKind, fields_of
from caregiver_app.vault.keys.envelope import FORMAT, LARGEST_BYTES
from caregiver_app.vault.measuring.kinds import KINDS
from caregiver_app.vault.records.note_templates import TEMPLATES
from caregiver_app.vault.schema.migrations import APPLICATION_ID, VAULT_SCHEMA
from tests.helpers.care_notes import CareNotes, Family, open_notes
from tests.helpers.clock import StillClock
from tests.helpers.vaults import new_care

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "formats" / "vault.md").read_text(encoding="utf-8")
TABLES = dict(re.findall(r"^### `(\w+)`\n\n(.*?)(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL))
AUTHORS = re.findall(r"^\| (\w+) \| \w", PAGE.partition("| author | means |")[2].partition("##")[0], re.MULTILINE)


def part(title: str) -> str:
    return PAGE.partition(f"## {title}\n")[2].partition("\n## ")[0]


def rows_of(title: str) -> dict[str, list[str]]:
    """Return the names in each row of the tables of a part, by the name or word in its first cell."""
    rows = re.findall(r"^\| `?([\w-]+)`? \| (`.*) \|$", part(title), re.MULTILINE)
    return {first: re.findall(r"`([^`]+)`", rest) for first, rest in rows}


def test_the_page_names_exactly_the_tables_that_there_are(care_notes: CareNotes) -> None:
    rows = care_notes.database.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")
    shadows = {f"searchable_words_{part}" for part in ("data", "idx", "content", "docsize", "config")}
    assert set(TABLES) == {row["name"] for row in rows} - shadows


@pytest.mark.parametrize("table", sorted(TABLES))
def test_each_tables_columns_are_told_in_their_order_with_their_types(care_notes: CareNotes, table: str) -> None:
    sql = care_notes.database.value("SELECT sql FROM sqlite_schema WHERE name = :table", {"table": table})
    told = re.findall(r"^\| `(\w+)` \| ?(\w*) ?\|", TABLES[table], re.MULTILINE)
    if table == "searchable_words":
        assert told == [("text", "")]
    else:
        assert told == re.findall(r"^\s+(\w+) (TEXT|INTEGER|REAL|BLOB)\b", sql, re.MULTILINE) or told == _in_line(sql)


def _in_line(sql: str) -> list[tuple[str, str]]:
    return re.findall(r"[(,] ?(\w+) (TEXT|INTEGER|REAL|BLOB)\b", sql)


@pytest.mark.parametrize("table", sorted(TABLES))
def test_each_table_says_who_writes_it(table: str) -> None:
    said = re.match(r"Author: (\w+)\. \w", TABLES[table])
    assert said is not None
    assert said.group(1) in AUTHORS


def test_words_that_a_column_may_hold_are_told(care_notes: CareNotes) -> None:
    rows = care_notes.database.rows("SELECT name, sql FROM sqlite_schema WHERE sql LIKE '% IN (''%'")
    assert len(rows) >= 5
    for row in rows:
        for words in re.findall(r"\bIN \(('[^)]+)\)", row["sql"]):
            for word in re.findall(r"'([^']+)'", words):
                assert f"`{word}`" in TABLES[row["name"]], (row["name"], word)


def test_the_marks_of_the_file_are_told(care_notes: CareNotes) -> None:
    assert f"`0x{APPLICATION_ID:X}`" in PAGE
    assert re.search(rf"version of\s+the tables: \*\*{VAULT_SCHEMA.version}\*\*", PAGE)


def test_the_files_of_the_folder_are_told(tmp_path: Path) -> None:
    places = Care(Paths(data_dir=tmp_path), StillClock()).places
    for path in (
        places.database,
        places.envelope.first,
        places.envelope.twin,
        places.saves,
        places.sealed,
        places.renewed,
        places.journal,
        Paths(data_dir=tmp_path).attachments,
    ):
        assert re.search(rf"`{re.escape(path.name)}/?`", part("The folder"))


def test_the_envelope_has_exactly_the_fields_that_are_told(tmp_path: Path) -> None:
    new_care(tmp_path).lock()
    envelope = json.loads((tmp_path / "vault.json").read_bytes())
    said = part("The envelope")
    assert re.findall(r"^\| `(\w+)` \|", said, re.MULTILINE) == list(envelope)
    assert all(f"`{name}`" in said for name in envelope["kdf"])
    assert all(f"`{word}`" in said for word in (FORMAT, envelope["kdf"]["name"], envelope["cipher"]))
    assert f"{LARGEST_BYTES:,} bytes" in said


def test_the_fields_of_forms_are_told() -> None:
    told = rows_of("Fields of forms")
    for kind in FieldKind:
        assert told[kind.value] == [name for name, of in FIELDS.items() if of is kind]
    for form in FORMS:
        assert told[form.value] == list(fields_of(form))
    assert all(f"`{name}`" in part("Fields of forms").partition("| kind |")[0] for name in SENSITIVE)


def test_the_fields_of_templates_are_told() -> None:
    told = rows_of("Fields of templates")
    assert told == {kind.value: list(names) for kind, names in TEMPLATES.items() if names}


def test_the_units_are_told() -> None:
    assert rows_of("Units") == {kind.code: list(kind.units) for kind in KINDS.values()}


def test_the_example_is_true(care_notes: CareNotes, family: Family) -> None:
    (query,) = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)
    (answer,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    rows = [
        {name: row[name] for name in ("name", "text", "visit", "starts", "zone")}
        for row in care_notes.database.rows(query)
    ]
    assert rows == json.loads(answer)


def test_a_fresh_file_has_its_marks(tmp_path: Path) -> None:
    care_notes = open_notes(tmp_path)
    assert care_notes.database.value("PRAGMA application_id") == APPLICATION_ID
    assert care_notes.database.value("PRAGMA user_version") == VAULT_SCHEMA.version
    care_notes.vault.close()
