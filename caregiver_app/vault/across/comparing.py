"""What one state of the notes has and another has not, told by names and times of records alone. It only reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from caregiver_app.storage.engine import Database
from caregiver_app.vault.changes.kinds import OF_A_PERSON

Known = Mapping[tuple[str, str], int]
"""The records of one state by kind and uid, each with the time at which it was changed last."""

_CHANGED = {**dict.fromkeys(("person", *OF_A_PERSON), "changed_at"), "attachment": "added_at"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacking:
    """How many records of each kind an earlier state has not, has as they were before a change, or has again."""

    missing: Mapping[str, int]
    older: Mapping[str, int]
    back: Mapping[str, int]

    @property
    def is_same(self) -> bool:
        """Whether it lacks nothing and brings nothing back."""
        return not (self.missing or self.older or self.back)


class Comparing:
    """Tells what is there."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def known(self) -> Known:
        """Return every record that is not deleted."""
        parts = " UNION ALL ".join(
            f"SELECT '{kind}' AS kind, uid, {changed} AS changed FROM {kind} WHERE deleted_at IS NULL"
            for kind, changed in _CHANGED.items()
        )
        return {(row["kind"], row["uid"]): row["changed"] for row in self._database.rows(parts)}


def lacking(now: Known, then: Known) -> Lacking:
    """Return what an earlier state lacks of what there is now."""
    return Lacking(
        missing=_counted(name for name in now if name not in then),
        older=_counted(name for name, changed in now.items() if name in then and then[name] != changed),
        back=_counted(name for name in then if name not in now),
    )


def _counted(names: Iterable[tuple[str, str]]) -> Mapping[str, int]:
    return dict(Counter(kind for kind, _uid in names))
