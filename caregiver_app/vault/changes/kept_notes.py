"""Notes of somebody whose care has ended are for reading: nothing new is written into them, nothing in them is changed.

What came before stays to be deleted, restored and undone; contacts and what is to be chased go on.
"""

from __future__ import annotations

from caregiver_app.model.errors import RecordRefused, RecordTrouble, UnknownRecord
from caregiver_app.storage.engine import Database

CARE_IS_OVER = ("no-longer-caring", "died")
"""The situations in which notes are for reading."""

READ_ONLY_KINDS = ("note", "question", "appointment", "medicine", "measurement")


def check_open(database: Database, person_id: int | None) -> None:
    """Refuse to write about somebody whose care has ended, or who is not there.

    Raises:
        UnknownRecord: there is nobody with this number.
        RecordRefused: caring for them has ended.
    """
    if person_id is None:
        return
    row = database.one("SELECT situation FROM person WHERE id = :id AND deleted_at IS NULL", {"id": person_id})
    if row is None:
        raise UnknownRecord("person")
    if row["situation"] in CARE_IS_OVER:
        raise RecordRefused(RecordTrouble.KEPT, "person")
