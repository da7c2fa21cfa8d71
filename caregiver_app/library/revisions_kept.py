"""Which earlier texts of articles a person keeps for good. What sync keeps by itself is in `library.revisions`."""

from __future__ import annotations

from caregiver_app.model.article import ItemId
from caregiver_app.model.errors import UnknownItem
from caregiver_app.model.time import Millis
from caregiver_app.storage.engine import Database


class RevisionsKept:
    """The person's word on earlier texts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def set(self, item_id: ItemId, n: int, kept: bool, *, at: Millis) -> None:
        """Keep the earlier text `n` of an article for good, or leave it to its age again.

        Raises:
            UnknownItem: there is no such article, or it has no such earlier text any more.
        """
        which = {"id": item_id, "n": n}
        with self._database.write("revisions-kept.set") as writer:
            if self._database.value("SELECT 1 FROM revision WHERE item_id = :id AND n = :n", which) is None:
                raise UnknownItem(str(item_id))
            if kept:
                writer.execute(
                    """
                    INSERT INTO revision_kept (item_id, n, kept_at) VALUES (:id, :n, :at)
                    ON CONFLICT (item_id, n) DO NOTHING
                    """,
                    {**which, "at": at},
                )
            else:
                writer.execute("DELETE FROM revision_kept WHERE item_id = :id AND n = :n", which)
