"""When the notes began: since when there is something to lose."""

from __future__ import annotations

from caregiver_app.model.time import Millis
from caregiver_app.storage.engine import Database
from caregiver_app.vault.changes.kinds import OF_A_PERSON

_KINDS = ("person", *OF_A_PERSON)


class Beginnings:
    """Asks all kinds of records for their first."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def first_kept_at(self) -> Millis | None:
        """Return when the first record was written, None while there is none."""
        found = self._database.value(f"SELECT min(created_at) FROM ({_FIRST_OF_EACH})")
        return None if found is None else Millis(int(found))


# By number and not by time: no index has the time, and walking thousands of long notes would take a moment.
_FIRST_OF_EACH = " UNION ALL ".join(
    f"SELECT created_at FROM {kind} WHERE id = (SELECT min(id) FROM {kind})" for kind in _KINDS
)
