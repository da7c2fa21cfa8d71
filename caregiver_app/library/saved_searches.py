"""Searches that a person keeps by a name; each is asked anew whenever it is opened."""

from __future__ import annotations

import uuid

from caregiver_app.library.given_names import Table, find_named, next_position, rename, tidy_name
from caregiver_app.library.search_query import MAX_LENGTH
from caregiver_app.model.article import SavedSearchId
from caregiver_app.model.collection import RemovedSearch, SavedSearch
from caregiver_app.model.errors import LibraryError
from caregiver_app.model.time import Millis
from caregiver_app.storage.engine import Database, Writer

_TABLE: Table = "saved_search"
_INSERT = """
    INSERT INTO saved_search (id, uid, name, query, position, created_at)
    VALUES (:id, :uid, :name, :query, :position, :at)
"""


class SavedSearches:
    """The saved searches, in the order in which they were saved."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def list(self) -> tuple[SavedSearch, ...]:
        """Return all saved searches."""
        rows = self._database.rows("SELECT id, name, query FROM saved_search ORDER BY position, id")
        return tuple(SavedSearch(id=SavedSearchId(r["id"]), name=r["name"], query=r["query"]) for r in rows)

    def save(self, name: str, query: str, *, at: Millis) -> SavedSearchId:
        """Keep a search, last in the order; one that is called so already gets the new query.

        Raises:
            LibraryError: the name is empty, or the query.
        """
        wanted = tidy_name(name)
        asked = query.encode("utf-8", "replace").decode().replace("\0", " ").strip()[:MAX_LENGTH]
        if not asked:
            raise LibraryError("query")
        with self._database.write("saved-searches.save") as writer:
            known = find_named(self._database, _TABLE, wanted)
            if known is not None:
                writer.execute("UPDATE saved_search SET query = :query WHERE id = :id", {"id": known, "query": asked})
                return SavedSearchId(known)
            position = next_position(self._database, _TABLE)
            values: dict[str, object] = {"id": None, "name": wanted, "query": asked, "position": position, "at": at}
            return self._insert(writer, values | {"uid": f"user/{uuid.uuid4()}"})

    def rename(self, search_id: SavedSearchId, name: str) -> None:
        """Call a saved search otherwise.

        Raises:
            LibraryError: there is none with this id, or the name is empty.
        """
        with self._database.write("saved-searches.rename") as writer:
            if not rename(writer, _TABLE, search_id, name):
                raise LibraryError("saved search")

    def remove(self, search_id: SavedSearchId) -> RemovedSearch:
        """Forget a saved search; return what `put_back` takes.

        Raises:
            LibraryError: there is none with this id.
        """
        with self._database.write("saved-searches.remove") as writer:
            row = self._database.one(
                "SELECT uid, name, query, position, created_at FROM saved_search WHERE id = :id", {"id": search_id}
            )
            if row is None:
                raise LibraryError("saved search")
            writer.execute("DELETE FROM saved_search WHERE id = :id", {"id": search_id})
        return RemovedSearch(
            id=search_id,
            uid=row["uid"],
            name=row["name"],
            query=row["query"],
            position=row["position"],
            created_at=row["created_at"],
        )

    def put_back(self, removed: RemovedSearch) -> None:
        """Undo `remove`; one that is there again stays as it is."""
        with self._database.write("saved-searches.put-back") as writer:
            if self._database.one("SELECT 1 FROM saved_search WHERE uid = :uid", {"uid": removed.uid}) is not None:
                return
            taken = self._database.one("SELECT 1 FROM saved_search WHERE id = :id", {"id": removed.id}) is not None
            self._insert(
                writer,
                {
                    "id": None if taken else removed.id,
                    "uid": removed.uid,
                    "name": removed.name,
                    "query": removed.query,
                    "position": removed.position,
                    "at": removed.created_at,
                },
            )

    def _insert(self, writer: Writer, values: dict[str, object]) -> SavedSearchId:
        writer.execute(_INSERT, values)
        return SavedSearchId(
            self._database.value("SELECT id FROM saved_search WHERE uid = :uid", {"uid": values["uid"]})
        )
