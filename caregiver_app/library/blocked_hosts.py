"""Hosts that a person asked us never to contact, each with its subdomains. The door to the network keeps to them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from caregiver_app.model.errors import AddressRefused, AddressTrouble, WebTrouble
from caregiver_app.model.time import Millis
from caregiver_app.storage.engine import Database, Writer
from caregiver_app.support.public_suffixes import is_public_suffix
from caregiver_app.web.addresses import parse_address
from caregiver_app.web.blocks import names_above, plain_host


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockedHost:
    """A host that is never contacted, and since when."""

    host: str
    blocked_at: Millis


class BlockedHosts:
    """The list of them. Whoever changes it tells the door (`bootstrap.network`)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def list(self) -> tuple[BlockedHost, ...]:
        """Return them by name."""
        rows = self._database.rows("SELECT host, blocked_at FROM blocked_host ORDER BY host")
        return tuple(BlockedHost(host=row["host"], blocked_at=Millis(row["blocked_at"])) for row in rows)

    def add(self, host: str, *, at: Millis) -> BlockedHost:
        """Block a host and all below it; its sources say so from now on. One that is blocked already stays as it is.

        Raises:
            AddressRefused: no host is called so, or it is a name below which others register theirs, such as `org`.
        """
        plain = blockable_host(host)
        with self._database.write("blocked-hosts.add") as writer:
            writer.execute(
                "INSERT INTO blocked_host (host, blocked_at) VALUES (:host, :at) ON CONFLICT (host) DO NOTHING",
                {"host": plain, "at": at},
            )
            writer.many(
                "UPDATE source_state SET state = 'attention', reason = :reason, reason_detail = '' "
                "WHERE source_id = :id AND state <> 'gone'",
                [{"id": source_id, "reason": WebTrouble.BLOCKED.value} for source_id in self._sources_on(plain)],
            )
        return next(blocked for blocked in self.list() if blocked.host == plain)

    def remove(self, host: str) -> bool:
        """Allow a host again; return whether it was blocked. Raises as `add` does."""
        plain = blockable_host(host)
        with self._database.write("blocked-hosts.remove") as writer:
            was_blocked = any(blocked.host == plain for blocked in self.list())
            writer.execute("DELETE FROM blocked_host WHERE host = :host", {"host": plain})
            self._free_sources(writer, self._sources_on(plain))
        return was_blocked

    def _free_sources(self, writer: Writer, sources: Iterable[int]) -> None:
        """Take back what blocking said of sources, save where another entry still holds."""
        still = {source_id for blocked in self.list() for source_id in self._sources_on(blocked.host)}
        writer.many(
            """
            UPDATE source_state SET state = CASE WHEN last_good_at IS NULL THEN 'never-fetched' ELSE 'fine' END,
                reason = '', reason_detail = ''
            WHERE source_id = :id AND reason = :reason
            """,
            [{"id": source_id, "reason": WebTrouble.BLOCKED.value} for source_id in set(sources) - still],
        )

    def _sources_on(self, host: str) -> tuple[int, ...]:
        rows = self._database.rows("SELECT id, url FROM source WHERE instr(url, :host) > 0", {"host": host})
        return tuple(row["id"] for row in rows if host in names_above(_host_of(row["url"])))


def blockable_host(typed: str) -> str:
    """Return the plain form of a host that may be blocked.

    Raises:
        AddressRefused: no host is called so, or others register names below it.
    """
    try:
        plain = plain_host(typed)
    except ValueError:
        raise AddressRefused(AddressTrouble.NO_HOST, typed) from None
    if is_public_suffix(plain):
        raise AddressRefused(AddressTrouble.NO_HOST, typed)
    return plain


def _host_of(url: str) -> str:
    try:
        return parse_address(url).host
    except AddressRefused:
        return ""
