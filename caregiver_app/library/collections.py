"""Collections: shelves that a person made by hand. Any kind of item may stand on one; sync never comes here."""

from __future__ import annotations

import json
import uuid
from collections.abc import Collection as Several
from collections.abc import Iterable, Mapping

from caregiver_app.library.given_names import Table, find_named, next_position, rename, tidy_name
from caregiver_app.model.article import CollectionId, ItemId
from caregiver_app.model.collection import Collection, RemovedCollection
from caregiver_app.model.errors import LibraryError
from caregiver_app.model.time import Millis
from caregiver_app.storage.engine import Database, Writer

_TABLE: Table = "collection"


class Collections:
    """The collections, in the order in which they were made."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def list(self) -> tuple[Collection, ...]:
        """Return all collections; what is hidden with its source is not counted."""
        rows = self._database.rows(
            """
            SELECT c.id, c.name, (
                SELECT count(*) FROM collection_item AS ci LEFT JOIN article AS a ON a.item_id = ci.item_id
                WHERE ci.collection_id = c.id AND coalesce(a.hidden, 0) = 0
            ) AS items
            FROM collection AS c ORDER BY c.position, c.id
            """
        )
        return tuple(Collection(id=CollectionId(row["id"]), name=row["name"], items=row["items"]) for row in rows)

    def make(self, name: str, *, at: Millis) -> CollectionId:
        """Make an empty collection, last in the order; return the one that is called so where there is one.

        Raises:
            LibraryError: the name is empty.
        """
        wanted = tidy_name(name)
        with self._database.write("collections.make") as writer:
            known = find_named(self._database, _TABLE, wanted)
            if known is not None:
                return CollectionId(known)
            uid, position = f"user/{uuid.uuid4()}", next_position(self._database, _TABLE)
            return self._insert(writer, {"id": None, "uid": uid, "name": wanted, "position": position, "at": at})

    def rename(self, collection_id: CollectionId, name: str) -> None:
        """Call a collection otherwise.

        Raises:
            LibraryError: there is none with this id, or the name is empty.
        """
        with self._database.write("collections.rename") as writer:
            if not rename(writer, _TABLE, collection_id, name):
                raise LibraryError("collection")

    def remove(self, collection_id: CollectionId) -> RemovedCollection:
        """Take a collection away; what stood on it stays in the library. Return what `put_back` takes.

        Raises:
            LibraryError: there is none with this id.
        """
        with self._database.write("collections.remove") as writer:
            known = {"id": collection_id}
            row = self._database.one("SELECT uid, name, position FROM collection WHERE id = :id", known)
            if row is None:
                raise LibraryError("collection")
            items = self._database.rows(
                "SELECT item_id, added_at FROM collection_item WHERE collection_id = :id ORDER BY item_id", known
            )
            writer.execute("DELETE FROM collection WHERE id = :id", known)
        return RemovedCollection(
            id=collection_id,
            uid=row["uid"],
            name=row["name"],
            position=row["position"],
            items=tuple((ItemId(each["item_id"]), Millis(each["added_at"])) for each in items),
        )

    def put_back(self, removed: RemovedCollection, *, at: Millis) -> None:
        """Undo `remove`; items that are gone are passed over, and a collection that is there again is filled up."""
        with self._database.write("collections.put-back") as writer:
            there = self._database.value("SELECT id FROM collection WHERE uid = :uid", {"uid": removed.uid})
            taken = self._database.value("SELECT 1 FROM collection WHERE id = :id", {"id": removed.id})
            collection_id = there or self._insert(
                writer,
                {
                    "id": None if taken else removed.id,
                    "uid": removed.uid,
                    "name": removed.name,
                    "position": removed.position,
                    "at": at,
                },
            )
            _put_in(writer, collection_id, removed.items)

    def add(self, collection_id: CollectionId, item_ids: Several[ItemId], *, at: Millis) -> tuple[ItemId, ...]:
        """Put items on a collection; return those that were not there. Items that are gone are passed over.

        Raises:
            LibraryError: there is no such collection.
        """
        with self._database.write("collections.add") as writer:
            if self._database.one("SELECT 1 FROM collection WHERE id = :id", {"id": collection_id}) is None:
                raise LibraryError("collection")
            values = {"collection": collection_id, "ids": json.dumps(list(item_ids)), "at": at}
            rows = self._database.rows(
                """
                SELECT id FROM item WHERE id IN (SELECT value FROM json_each(:ids)) AND NOT EXISTS (
                    SELECT 1 FROM collection_item WHERE collection_id = :collection AND item_id = item.id
                ) ORDER BY id
                """,
                values,
            )
            changed = tuple(ItemId(row[0]) for row in rows)
            writer.execute(
                """
                INSERT INTO collection_item (collection_id, item_id, added_at)
                SELECT :collection, value, :at FROM json_each(:ids)
                """,
                values | {"ids": json.dumps(changed)},
            )
        return changed

    def take_out(self, collection_id: CollectionId, item_ids: Several[ItemId]) -> tuple[ItemId, ...]:
        """Take items off a collection; return those that were there."""
        with self._database.write("collections.take-out") as writer:
            values = {"collection": collection_id, "ids": json.dumps(list(item_ids))}
            among = "collection_id = :collection AND item_id IN (SELECT value FROM json_each(:ids))"
            rows = self._database.rows(f"SELECT item_id FROM collection_item WHERE {among} ORDER BY item_id", values)
            writer.execute(f"DELETE FROM collection_item WHERE {among}", values)
        return tuple(ItemId(row[0]) for row in rows)

    def times(self, collection_id: CollectionId, item_ids: Several[ItemId]) -> Mapping[ItemId, Millis]:
        """Return since when items stand on a collection; those that do not are left out."""
        rows = self._database.rows(
            """
            SELECT item_id, added_at FROM collection_item
            WHERE collection_id = :collection AND item_id IN (SELECT value FROM json_each(:ids))
            ORDER BY item_id
            """,
            {"collection": collection_id, "ids": json.dumps(list(item_ids))},
        )
        return {ItemId(row["item_id"]): Millis(row["added_at"]) for row in rows}

    def put_in(self, collection_id: CollectionId, times: Mapping[ItemId, Millis]) -> None:
        """Undo `take_out` with what `times` said before it; what is gone or there again is passed over."""
        with self._database.write("collections.put-in") as writer:
            _put_in(writer, collection_id, times.items())

    def holding(self, item_id: ItemId) -> tuple[CollectionId, ...]:
        """Return the collections on which an item stands."""
        rows = self._database.rows(
            """
            SELECT c.id FROM collection_item AS ci JOIN collection AS c ON c.id = ci.collection_id
            WHERE ci.item_id = :id ORDER BY c.position, c.id
            """,
            {"id": item_id},
        )
        return tuple(CollectionId(row[0]) for row in rows)

    def _insert(self, writer: Writer, values: Mapping[str, object]) -> CollectionId:
        writer.execute(
            "INSERT INTO collection (id, uid, name, position, created_at) VALUES (:id, :uid, :name, :position, :at)",
            values,
        )
        uid = {"uid": values["uid"]}
        return CollectionId(self._database.value("SELECT id FROM collection WHERE uid = :uid", uid))


def _put_in(writer: Writer, collection_id: CollectionId, items: Iterable[tuple[ItemId, Millis]]) -> None:
    writer.many(
        """
        INSERT OR IGNORE INTO collection_item (collection_id, item_id, added_at)
        SELECT c.id, i.id, :at FROM collection AS c JOIN item AS i ON i.id = :item WHERE c.id = :collection
        """,
        [{"collection": collection_id, "item": item, "at": at} for item, at in items],
    )
