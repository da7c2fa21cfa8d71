"""The ledger of every request that left this computer: 90 days line by line, then totals by month."""

from __future__ import annotations

from collections.abc import Iterable

from caregiver_app.model.time import Millis
from caregiver_app.model.web import LedgerLine, Why
from caregiver_app.storage.engine import Database

KEPT_MS = 90 * 24 * 3600 * 1000


class LedgerStore:
    """Where the lines lie."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, lines: Iterable[LedgerLine]) -> None:
        """Write lines down, all or none."""
        rows = [
            {
                "at": line.at,
                "host": line.host,
                "why": line.why.value,
                "sent": line.sent_bytes,
                "received": line.received_bytes,
                "result": line.result,
            }
            for line in lines
        ]
        if not rows:
            return
        with self._database.write("ledger.add") as writer:
            writer.many(
                """
                INSERT INTO ledger (at, host, why, sent_bytes, received_bytes, result)
                VALUES (:at, :host, :why, :sent, :received, :result)
                """,
                rows,
            )

    def list(self, *, since: Millis | None = None, limit: int = 10_000) -> tuple[LedgerLine, ...]:
        """Return the newest lines first."""
        rows = self._database.rows(
            """
            SELECT at, host, why, sent_bytes, received_bytes, result FROM ledger
            WHERE :since IS NULL OR at >= :since ORDER BY at DESC, id DESC LIMIT :limit
            """,
            {"since": since, "limit": limit},
        )
        return tuple(
            LedgerLine(
                at=Millis(row["at"]),
                host=row["host"],
                why=Why(row["why"]),
                sent_bytes=row["sent_bytes"],
                received_bytes=row["received_bytes"],
                result=row["result"],
            )
            for row in rows
        )

    def fold(self, *, now: Millis) -> None:
        """Turn lines older than 90 days into totals by month, host and reason."""
        before = {"before": now - KEPT_MS}
        if self._database.value("SELECT 1 FROM ledger WHERE at < :before LIMIT 1", before) is None:
            return
        with self._database.write("ledger.fold") as writer:
            writer.execute(
                """
                INSERT INTO ledger_month (month, host, why, requests, sent_bytes, received_bytes)
                SELECT strftime('%Y-%m', at / 1000, 'unixepoch'), host, why, count(*), sum(sent_bytes),
                    sum(received_bytes)
                FROM ledger WHERE at < :before GROUP BY 1, 2, 3
                ON CONFLICT (month, host, why) DO UPDATE SET
                    requests = requests + excluded.requests, sent_bytes = sent_bytes + excluded.sent_bytes,
                    received_bytes = received_bytes + excluded.received_bytes
                """,
                before,
            )
            writer.execute("DELETE FROM ledger WHERE at < :before", before)

    def erase(self) -> None:
        """Forget all lines and totals."""
        with self._database.write("ledger.erase") as writer:
            writer.execute("DELETE FROM ledger")
            writer.execute("DELETE FROM ledger_month")
