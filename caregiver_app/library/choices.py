"""What a person chose that would tell something about the family: kept in the library, not in the settings file."""

from __future__ import annotations

import json
from typing import TypeVar

from caregiver_app.storage.engine import Database

SETTINGS = "settings"
"""Holds the settings of the window but its look, while the library is protected."""

Choice = TypeVar("Choice", str, int, bool)


class Choices:
    """Named values, e.g. `stay_offline`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, name: str, default: Choice) -> Choice:
        """Return the value of a choice, `default` when it was never made or has another type."""
        found = self._database.value("SELECT value FROM choice WHERE name = :name", {"name": name})
        if found is None:
            return default
        value = json.loads(found)
        return value if type(value) is type(default) else default

    def put(self, name: str, value: str | int | bool) -> None:
        """Keep the value of a choice."""
        with self._database.write("choices.put") as writer:
            writer.execute(
                "INSERT INTO choice (name, value) VALUES (:name, :value) "
                "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                {"name": name, "value": json.dumps(value)},
            )

    def take(self, name: str) -> str:
        """Return the text of a choice and forget it; "" where there is none."""
        found = self.get(name, "")
        with self._database.write("choices.take") as writer:
            writer.execute("DELETE FROM choice WHERE name = :name", {"name": name})
        return found
