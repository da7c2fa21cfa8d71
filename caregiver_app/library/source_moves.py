"""Addresses of sources that were replaced because the publisher moved, and the person's way back.

Whether a move is believed is decided in `feeds.moves`. A move that was taken back is never made again.
"""

from __future__ import annotations

from dataclasses import dataclass

from caregiver_app.library.source_removal import forget_validators
from caregiver_app.library.source_titles import SHOWN_TITLE
from caregiver_app.model.errors import UnknownSource
from caregiver_app.model.source import SourceId
from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database, Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceMove:
    """A replaced address. `at` is when it was replaced."""

    source_id: SourceId
    title: str
    from_url: str
    to_url: str
    at: Millis


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeMove:
    """What came of replacing an address. `taken_by` is the title of another source that has the new one already."""

    made: bool
    taken_by: str = ""


class SourceMoves:
    """The moves of sources."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def list(self, *, undone: bool = False) -> tuple[SourceMove, ...]:
        """Return the moves that hold, or those that were taken back, the newest first."""
        rows = self._database.rows(
            f"""
            SELECT m.source_id, m.from_url, m.to_url, m.at, {SHOWN_TITLE} AS title
            FROM source_move AS m JOIN source AS s ON s.id = m.source_id
            LEFT JOIN source_choice AS c ON c.source_id = s.id LEFT JOIN source_state AS st ON st.source_id = s.id
            WHERE s.removed_at IS NULL AND (m.undone_at IS NOT NULL) = :undone
            ORDER BY m.at DESC, m.source_id, m.from_url
            """,
            {"undone": int(undone)},
        )
        return tuple(_move(row) for row in rows)

    def make(self, source_id: SourceId, to_url: str, *, keeps_permission: bool, at: Millis) -> MadeMove:
        """Give a source its new address, unless a person took that very move back or another source has the address.

        What its server said of the document stays valid: it is the one that was read there.
        """
        with self._database.write("source-moves.make") as writer:
            taken_by = self._holder_of(to_url)
            if taken_by is not None or self._was_taken_back(source_id, to_url):
                return MadeMove(made=False, taken_by=taken_by or "")
            writer.execute(
                """
                INSERT INTO source_move (source_id, from_url, to_url, allow_private, at)
                SELECT id, url, :to, allow_private, :at FROM source WHERE id = :id
                ON CONFLICT (source_id, from_url, to_url) DO UPDATE SET at = excluded.at
                """,
                {"id": source_id, "to": to_url, "at": at},
            )
            writer.execute(
                "UPDATE source SET url = :to, allow_private = allow_private AND :keeps WHERE id = :id",
                {"id": source_id, "to": to_url, "keeps": int(keeps_permission)},
            )
            return MadeMove(made=True)

    def undo(self, source_id: SourceId, *, at: Millis) -> None:
        """Put back the address that the last move replaced; it is asked anew, and not moved there again.

        Raises:
            UnknownSource: there is no such move, or another source has the old address meanwhile.
        """
        with self._database.write("source-moves.undo") as writer:
            row = self._database.one(_LAST_MOVE, {"id": source_id})
            if row is None or self._holder_of(row["from_url"]) is not None:
                raise UnknownSource(str(source_id))
            self._put_back(writer, source_id, row, at)

    def _put_back(self, writer: Writer, source_id: SourceId, row: Row, at: Millis) -> None:
        values = {"id": source_id, "from": row["from_url"], "to": row["to_url"], "at": at}
        writer.execute(
            """
            UPDATE source_move SET undone_at = :at WHERE source_id = :id AND from_url = :from AND to_url = :to
            """,
            values,
        )
        writer.execute(
            "UPDATE source SET url = :from, allow_private = :allowed WHERE id = :id",
            {"id": source_id, "from": row["from_url"], "allowed": row["allow_private"]},
        )
        writer.execute(
            "UPDATE source_state SET moved_to = NULL, moved_first_at = NULL, next_due_at = NULL WHERE source_id = :id",
            {"id": source_id},
        )
        forget_validators(writer, [source_id])

    def _holder_of(self, url: str) -> str | None:
        """Return the title of the source that has an address, "" where a person removed it, None where nobody has."""
        found: str | None = self._database.value(
            f"""
            SELECT CASE WHEN s.removed_at IS NULL THEN {SHOWN_TITLE} ELSE '' END FROM source AS s
            LEFT JOIN source_choice AS c ON c.source_id = s.id LEFT JOIN source_state AS st ON st.source_id = s.id
            WHERE s.url = :url
            """,
            {"url": url},
        )
        return found

    def _was_taken_back(self, source_id: SourceId, to_url: str) -> bool:
        return (
            self._database.value(
                """
                SELECT 1 FROM source_move AS m JOIN source AS s ON s.id = m.source_id
                WHERE m.source_id = :id AND m.from_url = s.url AND m.to_url = :to AND m.undone_at IS NOT NULL
                """,
                {"id": source_id, "to": to_url},
            )
            is not None
        )


_LAST_MOVE = """
    SELECT m.from_url, m.to_url, m.allow_private FROM source_move AS m JOIN source AS s ON s.id = m.source_id
    WHERE m.source_id = :id AND m.to_url = s.url AND m.undone_at IS NULL ORDER BY m.at DESC LIMIT 1
"""


def _move(row: Row) -> SourceMove:
    return SourceMove(
        source_id=SourceId(row["source_id"]),
        title=row["title"],
        from_url=row["from_url"],
        to_url=row["to_url"],
        at=row["at"],
    )
