"""The names of items that hold beyond this library: what care notes remember of an item they speak of."""

from __future__ import annotations

from caregiver_app.model.article import ItemId
from caregiver_app.storage.engine import Database


class ItemUids:
    """From numbers to uids and back. Tells nobody who asked."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def uid_of(self, item_id: ItemId) -> str | None:
        """Return the uid of an item, None where there is none."""
        found = self._database.value("SELECT uid FROM item WHERE id = :id", {"id": item_id})
        return None if found is None else str(found)

    def item_of(self, uid: str) -> ItemId | None:
        """Return the item with this uid, None where it is gone."""
        found = self._database.value("SELECT id FROM item WHERE uid = :uid", {"uid": uid})
        return None if found is None else ItemId(found)
