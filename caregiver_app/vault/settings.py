"""Settings and facts about the notes as a whole that must not be readable outside: kept in the notes themselves."""

from __future__ import annotations

import json
from typing import Any

from caregiver_app.storage.engine import Database, Writer


class VaultSettings:
    """Values by name, each a JSON value."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, name: str, default: Any = None) -> Any:
        """Return a value, or `default` where there is none."""
        text = self._database.value("SELECT value FROM setting WHERE name = :name", {"name": name})
        return default if text is None else json.loads(text)

    def set(self, name: str, value: object) -> None:
        """Keep a value."""
        with self._database.write("vault.setting.set") as writer:
            put(writer, name, value)


def put(writer: Writer, name: str, value: object) -> None:
    """Keep a value as a part of a larger write."""
    writer.execute(
        "INSERT INTO setting (name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = :value",
        {"name": name, "value": json.dumps(value)},
    )
