"""A backup may come from anybody: whatever it is, it is refused by name, and nothing of the library changes."""

from __future__ import annotations

import json
import os
import re
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caregiver_app.library.restored_rows import LEFT_OUT, RestoredRows
from caregiver_app.model.errors import BackupError, BackupTrouble
from caregiver_app.storage.rebuilding import Values
from caregiver_app.support.backup_manifest import read_manifest
from tests.helpers.backups import (
    Parts,
    back_up,
    fill,
    make,
    nothing,
    parts_of,
    retold,
    services_over,
    with_changed_library,
    write,
)
from tests.helpers.clock import MONDAY
from tests.helpers.library import a_library, raw
from tests.helpers.retention import whole_content


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """One good backup for all."""
    folder = tmp_path_factory.mktemp("template")
    return make(folder / "data", folder / "good.caregiver").read_bytes()


@pytest.fixture
def backup(tmp_path: Path, template: bytes) -> Path:
    file = tmp_path / "b.caregiver"
    file.write_bytes(template)
    return file


def refused(file: Path, folder: Path) -> BackupTrouble:
    """Try to verify and to restore; both are refused alike, and the library that is there is as it was."""
    fill(folder)
    before = whole_content(folder)
    services = services_over(folder)
    with pytest.raises(BackupError) as verified:
        services.verify_backup(file, on_progress=nothing)
    with pytest.raises(BackupError) as restored:
        services.restore_backup(file, on_progress=nothing)
    services.close()
    assert restored.value.kind is verified.value.kind
    assert whole_content(folder) == before
    assert sorted(path.name for path in folder.iterdir()) == ["assets", "library.db"]
    return restored.value.kind


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        pytest.param(b"", BackupTrouble.NOT_A_BACKUP, id="empty"),
        pytest.param(b"x" * 100, BackupTrouble.NOT_A_BACKUP, id="text"),
        pytest.param(b"SQLite format 3\x00" * 100, BackupTrouble.NOT_A_BACKUP, id="database"),
        pytest.param(b"PK\x05\x06" + bytes(18), BackupTrouble.NOT_A_BACKUP, id="empty zip"),
        pytest.param(b"PK\x03\x04" + bytes(100), BackupTrouble.DAMAGED, id="cut short"),
        pytest.param(
            b"PK\x05\x06" + struct.pack("<4H2LH", 0, 0, 9, 9, 0xF0000000, 0, 0),
            BackupTrouble.TOO_LARGE,
            id="directory of gigabytes",
        ),
        pytest.param(
            b"PK\x06\x06"
            + struct.pack("<Q2H2L4Q", 44, 45, 45, 0, 0, 1 << 40, 1 << 40, 1 << 50, 0)
            + b"PK\x06\x07"
            + struct.pack("<LQL", 0, 0, 1)
            + b"PK\x05\x06"
            + struct.pack("<4H2LH", 0, 0, 1, 1, 46, 0, 0),
            BackupTrouble.TOO_LARGE,
            id="directory of petabytes in its large end",
        ),
    ],
)
def test_what_is_no_backup_is_refused(tmp_path: Path, content: bytes, kind: BackupTrouble) -> None:
    file = tmp_path / "b.caregiver"
    file.write_bytes(content)
    assert refused(file, tmp_path / "data") is kind


def renamed(name: str) -> Callable[[Parts], Parts]:
    return lambda parts: [*parts[:2], (name, parts[2][1])]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(renamed("../evil"), id="path upwards"),
        pytest.param(renamed("/etc/passwd"), id="path from the root"),
        pytest.param(renamed("assets/../../evil"), id="path through assets"),
        pytest.param(renamed("assets\\" + "a" * 64), id="backslash"),
        pytest.param(renamed("C:evil"), id="drive"),
        pytest.param(renamed("assets/" + "A" * 64), id="capital hash"),
        pytest.param(renamed("assets/" + "a" * 64 + "\0.png"), id="name with an end inside"),
        pytest.param(renamed("settings.json"), id="a file that a backup does not hold"),
        pytest.param(lambda parts: [*parts, ("assets/" + "b" * 64, b"more")], id="one more than announced"),
        pytest.param(lambda parts: parts[:2], id="one less than announced"),
        pytest.param(lambda parts: [*parts, parts[2]], id="one twice"),
        pytest.param(lambda parts: [parts[0], parts[2], parts[1]], id="another order"),
        pytest.param(lambda parts: [*parts[:2], (parts[2][0], parts[2][1] + b"x")], id="longer than announced"),
        pytest.param(lambda parts: [*parts[:2], (parts[2][0], parts[2][1][:-1] + b"x")], id="other bytes"),
        pytest.param(lambda parts: [parts[0], ("library.db", bytes(len(parts[1][1]))), parts[2]], id="other library"),
    ],
)
@pytest.mark.filterwarnings("ignore:Duplicate name:UserWarning")
def test_parts_that_are_not_as_announced_are_refused(
    tmp_path: Path, backup: Path, change: Callable[[Parts], Parts]
) -> None:
    assert refused(write(backup, change(parts_of(backup))), tmp_path / "data") is BackupTrouble.DAMAGED


def test_a_manifest_that_announces_a_path_is_refused(tmp_path: Path, backup: Path) -> None:
    for name in ("../evil", "assets/../evil", "/evil"):
        parts = [*parts_of(backup)[:2], (name, b"evil")]
        held = [("manifest.json", dict(retold(parts))["manifest.json"]), *parts[1:]]
        write(backup, held)
        services = services_over(tmp_path / "data")
        with pytest.raises(BackupError) as caught:
            services.restore_backup(backup, on_progress=nothing)
        services.close()
        assert caught.value.kind is BackupTrouble.DAMAGED
    assert not (tmp_path / "evil").exists()


def link(entry: zipfile.ZipInfo) -> None:
    if entry.filename.startswith("assets/"):
        entry.external_attr = 0o120777 << 16


def packed(entry: zipfile.ZipInfo) -> None:
    if entry.filename == "library.db":
        entry.compress_type = zipfile.ZIP_DEFLATED


@pytest.mark.parametrize("change", [link, packed])
def test_links_and_compressed_parts_are_refused(
    tmp_path: Path, backup: Path, change: Callable[[zipfile.ZipInfo], None]
) -> None:
    assert refused(write(backup, parts_of(backup), change), tmp_path / "data") is BackupTrouble.DAMAGED


def test_what_stands_before_the_archive_is_refused(tmp_path: Path, backup: Path) -> None:
    backup.write_bytes(b"#!/bin/sh\n" + backup.read_bytes())
    assert refused(backup, tmp_path / "data") is BackupTrouble.NOT_A_BACKUP


@pytest.mark.parametrize("said", [{"version": 2}, {"encryption": "age"}], ids=str)
def test_a_newer_backup_is_refused_by_that_name(tmp_path: Path, backup: Path, said: dict[str, Any]) -> None:
    write(backup, retold(parts_of(backup), **said))
    assert refused(backup, tmp_path / "data") is BackupTrouble.NEWER


def test_a_newer_library_inside_is_refused_by_that_name(tmp_path: Path, backup: Path) -> None:
    with_changed_library(backup, tmp_path, "PRAGMA user_version = 99")
    assert refused(backup, tmp_path / "data") is BackupTrouble.NEWER


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER evil AFTER INSERT ON mark BEGIN DELETE FROM item; END",
        "CREATE VIEW evil AS SELECT * FROM item",
        "CREATE TABLE evil (a)",
        "DROP TABLE mute_word",
        "ALTER TABLE collection ADD COLUMN evil TEXT",
        "DROP INDEX ledger_by_time",
        "PRAGMA application_id = 7",
        "PRAGMA user_version = 0",
        "PRAGMA user_version = 1",
    ],
)
def test_a_library_with_other_tables_than_ours_is_refused(tmp_path: Path, backup: Path, statement: str) -> None:
    with_changed_library(backup, tmp_path, statement)
    assert refused(backup, tmp_path / "data") is BackupTrouble.DAMAGED


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM item_text",
        "UPDATE source SET url = 'file:///etc/passwd' WHERE uid LIKE 'user/%'",
        "UPDATE revision SET html = x'00'",
        "UPDATE article_html SET html = printf('%.*c', 33000000, 'x')",
        "UPDATE item SET title = printf('%.*c', 200000, 'x')",
        "UPDATE source SET title = printf('%.*c', 200000, 'x')",
        "UPDATE article SET sort_at = 9000000000000000000",
        "UPDATE article SET published_at = -9000000000000000000",
        "UPDATE mark SET starred_at = 253402300800000",
        "INSERT OR REPLACE INTO source_choice (source_id, topics) SELECT id, '7' FROM source LIMIT 1",
        "INSERT OR REPLACE INTO source_state (source_id, measured) SELECT id, '[[1]]' FROM source LIMIT 1",
        "INSERT OR REPLACE INTO source_state (source_id, measured) SELECT id, '[[1, {}]]' FROM source LIMIT 1",
    ],
)
def test_rows_that_no_program_of_ours_wrote_are_refused_when_they_are_restored(
    tmp_path: Path, backup: Path, statement: str
) -> None:
    with_changed_library(backup, tmp_path, statement)
    services = services_over(tmp_path / "data")
    with pytest.raises(BackupError) as caught:
        services.restore_backup(backup, on_progress=nothing)
    services.close()
    assert caught.value.kind is BackupTrouble.DAMAGED
    assert not (tmp_path / "data" / "library.db").exists()


def test_an_alert_source_that_says_it_is_off_is_not_switched_on_by_a_choice(tmp_path: Path, backup: Path) -> None:
    with_changed_library(
        backup,
        tmp_path,
        "UPDATE source SET kind = 'alerts', enabled = 0",
        "INSERT OR REPLACE INTO source_choice (source_id, enabled) SELECT id, 1 FROM source",
    )
    services = services_over(tmp_path / "data")
    asked = services.restore_backup(backup, on_progress=nothing).asked.alerts
    services.close()
    library = a_library(tmp_path / "data")
    assert library.sources.list(enabled=True) == ()
    assert [source_id for source_id, _ in asked] == [source.id for source in library.sources.list()]
    library.close()


def test_a_move_that_is_taken_back_brings_no_permission_along(tmp_path: Path, backup: Path) -> None:
    with_changed_library(
        backup,
        tmp_path,
        "INSERT INTO source_move (source_id, from_url, to_url, allow_private, at) "
        "SELECT id, 'http://192.168.0.1/feed', url, 1, 1 FROM source",
    )
    services = services_over(tmp_path / "data")
    services.restore_backup(backup, on_progress=nothing)
    services.close()
    library = a_library(tmp_path / "data")
    (source,) = library.sources.list()
    library.source_moves.undo(source.id, at=MONDAY)
    moved = library.sources.get(source.id)
    assert (moved.url, moved.allow_private) == ("http://192.168.0.1/feed", False)
    library.close()


def test_what_ships_with_the_application_comes_from_it_and_not_from_a_backup(tmp_path: Path) -> None:
    services = services_over(tmp_path / "there")
    there = services.open_library()
    there.close()
    back_up(tmp_path / "there", tmp_path / "b.caregiver")
    services.close()
    with_changed_library(
        tmp_path / "b.caregiver",
        tmp_path,
        "UPDATE organisation SET name = 'Evil'",
        "UPDATE organisation_site SET host = 'evil-' || host",
    )
    services = services_over(tmp_path / "data")
    services.restore_backup(tmp_path / "b.caregiver", on_progress=nothing)
    services.open_library().close()
    services.close()
    with raw(tmp_path / "data") as connection:
        assert connection.execute("SELECT 1 FROM organisation WHERE name = 'Evil'").fetchone() is None
        assert connection.execute("SELECT 1 FROM organisation_site WHERE host LIKE 'evil-%'").fetchone() is None


def test_a_backup_does_not_say_how_long_this_computer_keeps_its_ledger(tmp_path: Path, backup: Path) -> None:
    with_changed_library(backup, tmp_path, "INSERT INTO choice (name, value) VALUES ('ledger_days', '0')")
    here = a_library(tmp_path / "data")
    here.ledger.set_life_days(30)
    here.close()
    services = services_over(tmp_path / "data")
    services.restore_backup(backup, on_progress=nothing)
    services.close()
    library = a_library(tmp_path / "data")
    assert library.ledger.life_days() == 30
    library.close()


def test_a_backup_names_no_file_and_no_folder_and_lets_nothing_begin_by_itself(tmp_path: Path, backup: Path) -> None:
    """What waits for a start is read at that start unasked: on Windows a path of two strokes asks another computer."""
    evil = json.dumps(r"\\evil.example\share\caregiver-set-up.json")
    brought = {"country": '"GB"', "reviewer": '"{}"', "tidy": "false", "backed_up_at": "7"}
    left = dict.fromkeys(
        (
            *("set_up_waiting", "first_run", "starter_packs_named", "updates_when", "notices_often", "notices_tell"),
            *("studio_channels", "stood_at", "of_another_version"),
        ),
        evil,
    )
    rows = ", ".join(f"('{name}', '{value}')" for name, value in {**brought, **left}.items())
    added = f"INSERT OR REPLACE INTO choice (name, value) VALUES {rows}"  # noqa: S608  names and values of this test
    with_changed_library(backup, tmp_path, added)
    here = a_library(tmp_path / "data")
    here.choices.put("updates_when", "daily")
    here.choices.put("set_up_waiting", "/of/the/library/that/went")
    here.close()
    services = services_over(tmp_path / "data")
    services.restore_backup(backup, on_progress=nothing)
    services.close()
    with raw(tmp_path / "data") as connection:
        found = dict(connection.execute("SELECT name, value FROM choice").fetchall())
    assert {name: found.get(name) for name in brought} == brought
    assert {name: found[name] for name in left if name in found} == {"updates_when": '"daily"'}


@pytest.mark.parametrize("place", [0.05, 0.2, 0.4, 0.6, 0.8, 0.97, 0.999])
def test_one_changed_byte_anywhere_is_noticed(tmp_path: Path, backup: Path, place: float) -> None:
    data = bytearray(backup.read_bytes())
    data[int(len(data) * place)] ^= 0xFF
    backup.write_bytes(data)
    assert refused(backup, tmp_path / "data") in (BackupTrouble.DAMAGED, BackupTrouble.NOT_A_BACKUP)


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9, 0.9999])
def test_a_backup_that_was_cut_short_is_noticed(tmp_path: Path, backup: Path, kept: float) -> None:
    data = backup.read_bytes()
    backup.write_bytes(data[: int(len(data) * kept)])
    assert refused(backup, tmp_path / "data") is BackupTrouble.DAMAGED


def test_a_pipe_under_the_name_of_a_backup_is_refused_at_once(tmp_path: Path) -> None:
    """Opened as a file, it would keep us until somebody writes into it: nobody does here."""
    pipe = tmp_path / "b.caregiver"
    os.mkfifo(pipe)
    assert refused(pipe, tmp_path / "data") is BackupTrouble.NOT_A_BACKUP


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=10,
)
KEYS = st.sampled_from(["format", "version", "created_at", "program", "encryption", "library", "parts"])


@given(said=st.dictionaries(KEYS, JSON, max_size=3), cut=st.integers(0, 400))
@settings(deadline=None)
def test_any_manifest_is_read_or_refused_by_name(said: dict[str, object], cut: int) -> None:
    document = {
        "format": "caregiver-backup",
        "version": 1,
        "created_at": "2026-11-23T08:05:00+00:00",
        "program": "0.1.0",
        "encryption": "none",
        "library": dict.fromkeys(("version", "sources", "articles", "starred", "collections", "pictures"), 1),
        "parts": [{"name": "library.db", "size_bytes": 1, "sha256": "0" * 64}],
    } | said
    data = json.dumps(document).encode()
    for each in (data, data[:cut]):
        try:
            manifest = read_manifest(each)
        except BackupError:
            continue
        assert manifest.parts[0].name == "library.db"


def test_a_kept_page_belongs_to_the_web_or_nowhere() -> None:
    rows = RestoredRows({})
    written = ("https://clinic.org/a", "javascript:alert(1)", "file:///etc/passwd", "\0http://clinic.org/b", "")
    told = [rows("offline_copy", {"html": "", "canonical": each}) for each in written]
    assert [each and each["canonical"] for each in told] == ["https://clinic.org/a", "", "", "http://clinic.org/b", ""]


def test_no_column_of_a_list_or_record_comes_in_unread(tmp_path: Path) -> None:
    """A new one fails here until `restored_rows` says what it may hold: a backup may come from anybody."""
    a_library(tmp_path).close()
    with raw(tmp_path) as connection:
        tables = connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql LIKE '%json_valid(%'").fetchall()
        for table, sql in tables:
            names = [column[1] for column in connection.execute(f"PRAGMA table_info({table})")]
            anything = {name: None if re.search(r"_at$|^at$|_on$|_by$|^day$", name) else OF_THE_WEB for name in names}
            for listed in () if table in LEFT_OUT else re.findall(r"json_valid\((\w+)\)", sql):
                assert not comes_in(table, {**anything, listed: "7"}), (table, listed)


OF_THE_WEB = "https://clinic.org/"


def comes_in(table: str, values: Values) -> bool:
    try:
        return RestoredRows({})(table, values) is not None
    except ValueError:
        return False
