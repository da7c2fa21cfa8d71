"""The ledger of every request that left this computer: line by line for a while, then totals by month.

It is health data: the names of the sites alone tell of an illness. A person may say how long the lines stay, and erase
all of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from caregiver_app.model.time import Millis
from caregiver_app.model.web import LedgerLine, Why
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database
from caregiver_app.storage.snapshot_changes import run_in_snapshots

DAYS_KEPT = 90
MOST_DAYS = 365
LIFE_DAYS = "ledger_days"
"""The name of the person's choice."""

_DAY_MS = 24 * 3600 * 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class HostTotals:
    """What went to one host and came from it; `last_at` is None where only months are known any more."""

    host: str
    requests: int
    sent_bytes: int
    received_bytes: int
    last_at: Millis | None
    whys: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerMonth:
    """The requests of one month (`2026-11`, in UTC) to one host for one reason, whose lines are gone."""

    month: str
    host: str
    why: str
    requests: int
    sent_bytes: int
    received_bytes: int


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
        since_then = "" if since is None else "WHERE at >= :since"
        rows = self._database.rows(
            f"""
            SELECT at, host, why, sent_bytes, received_bytes, result FROM ledger
            {since_then} ORDER BY at DESC, id DESC LIMIT :limit
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

    def by_host(self, *, since: Millis | None = None) -> tuple[HostTotals, ...]:
        """Return each host that was asked, the most recent first; without `since` months count too."""
        months = f"UNION ALL {_OF_MONTHS}" if since is None else ""
        since_then = "" if since is None else "WHERE at >= :since"
        rows = self._database.rows(
            f"""
            SELECT host, sum(requests) AS requests, sum(sent_bytes) AS sent_bytes,
                sum(received_bytes) AS received_bytes, max(last_at) AS last_at, json_group_array(DISTINCT why) AS whys
            FROM (
                SELECT host, why, count(*) AS requests, sum(sent_bytes) AS sent_bytes,
                    sum(received_bytes) AS received_bytes, max(at) AS last_at
                FROM ledger {since_then} GROUP BY host, why
                {months}
            ) GROUP BY host ORDER BY last_at IS NULL, last_at DESC, host
            """,
            {"since": since},
        )
        return tuple(_host_totals(row) for row in rows)

    def months(self) -> tuple[LedgerMonth, ...]:
        """Return the totals of what is older than the lines, the newest month first."""
        rows = self._database.rows(
            """
            SELECT month, host, why, requests, sent_bytes, received_bytes FROM ledger_month
            ORDER BY month DESC, host, why
            """
        )
        return tuple(
            LedgerMonth(
                month=row["month"],
                host=row["host"],
                why=row["why"],
                requests=row["requests"],
                sent_bytes=row["sent_bytes"],
                received_bytes=row["received_bytes"],
            )
            for row in rows
        )

    def first_at(self) -> Millis | None:
        """Return the time of the oldest line, None when there is none."""
        found = self._database.value("SELECT min(at) FROM ledger")
        return None if found is None else Millis(found)

    def life_days(self) -> int:
        """Return for how many days lines are kept, 90 unless the person said otherwise."""
        found = self._database.value("SELECT value FROM choice WHERE name = :name", {"name": LIFE_DAYS})
        days = DAYS_KEPT if found is None else json.loads(found)
        return min(max(days, 0), MOST_DAYS) if type(days) is int else DAYS_KEPT

    def set_life_days(self, days: int, *, now: Millis | None = None) -> None:
        """Keep lines for so many days, 0 to 365; what is older becomes totals at once, without `now` at the next fold.

        Raises:
            ValueError: less or more days.
        """
        if not 0 <= days <= MOST_DAYS:
            raise ValueError(f"lines are kept for 0 to {MOST_DAYS} days")
        with self._database.write("ledger.life") as writer:
            writer.execute(
                "INSERT INTO choice (name, value) VALUES (:name, :value) "
                "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                {"name": LIFE_DAYS, "value": json.dumps(days)},
            )
            if now is not None:
                self.fold(now=now)

    def fold(self, *, now: Millis) -> None:
        """Turn lines that had their time (`life_days`) into totals by month, host and reason."""
        before = {"before": now - self.life_days() * _DAY_MS}
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
        """Forget all lines and totals; nothing of them stays readable in the file. Copies of it are another matter."""
        with self._database.write("ledger.erase") as writer:
            for statement in ERASE:
                writer.execute(statement)
        self._database.settle()

    def erase_in_snapshots(self) -> None:
        """Forget all of it in the snapshots of this library too.

        Raises:
            StorageError: the disk is in the way; a part of the snapshots may know it still.
        """
        run_in_snapshots(self._database.path, ERASE, self._database.key)


ERASE = ("PRAGMA secure_delete = ON", "DELETE FROM ledger", "DELETE FROM ledger_month", "PRAGMA secure_delete = OFF")

_OF_MONTHS = """
    SELECT host, why, requests, sent_bytes, received_bytes, NULL AS last_at FROM ledger_month
"""


def _host_totals(row: Row) -> HostTotals:
    return HostTotals(
        host=row["host"],
        requests=row["requests"],
        sent_bytes=row["sent_bytes"],
        received_bytes=row["received_bytes"],
        last_at=row["last_at"],
        whys=tuple(sorted(json.loads(row["whys"]))),
    )
