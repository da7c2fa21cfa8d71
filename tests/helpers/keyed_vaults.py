"""Files of care notes as somebody who knows the key might have changed them."""

from __future__ import annotations

import shutil
from pathlib import Path

from caregiver_app.storage.connecting import connect_file
from caregiver_app.storage.keys import FileKey

ODD_TABLES = (
    "CREATE TRIGGER odd AFTER INSERT ON note BEGIN DELETE FROM question; END",
    "CREATE VIEW odd AS SELECT * FROM note",
    "CREATE TABLE odd (a)",
    "DROP TABLE chase",
    "DELETE FROM setting WHERE name = 'marks'",
    "PRAGMA application_id = 7",
)


def change_vault(path: Path, key: FileKey, statement: str) -> bytes:
    """Return the bytes of a file of notes after a statement was run in a copy of it."""
    copy = path.with_name("changed.db")
    for suffix in ("", "-wal"):
        beside = path.with_name(path.name + suffix)
        if beside.exists():
            shutil.copyfile(beside, copy.with_name(copy.name + suffix))
    connection = connect_file(str(copy), key)
    try:
        connection.execute(statement).fetchall()
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()
    finally:
        connection.close()
    try:
        return copy.read_bytes()
    finally:
        copy.unlink()
