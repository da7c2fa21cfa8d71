"""What the last looks at addresses found, and which addresses are worth a look. Opens nothing itself."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from dataclasses import dataclass
from itertools import islice

from caregiver_app.model.link_check import LinkCheck, LinkState
from caregiver_app.model.source import Validators
from caregiver_app.model.time import Millis
from caregiver_app.model.trust import OWN
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database

_COLUMNS = (
    "address_key, url, state, reason, reason_detail, moved_to, text_hash, seen_hash, etag, last_modified, failures, "
    "first_failed_at, checked_at, next_due_at"
)

# What people keep or pass on: starred and collected items, their own links, and watched pages. For the links of packs
# their makers answer, and a family that looked at all of them would tell hundreds of sites of itself.
_KEPT = """
    SELECT item.address_key, item.url FROM item WHERE item.url IS NOT NULL AND item.address_key IS NOT NULL
    AND item.id IN (
        SELECT item_id FROM link WHERE EXISTS (
            SELECT 1 FROM appraisal WHERE appraisal.item_id = link.item_id AND appraisal.author = :own
        ) OR NOT EXISTS (SELECT 1 FROM origin WHERE origin.item_id = link.item_id AND origin.author <> :own)
        UNION SELECT item_id FROM mark WHERE starred_at IS NOT NULL
        UNION SELECT item_id FROM collection_item
        UNION SELECT article.item_id FROM article JOIN source ON source.id = article.source_id
            WHERE source.format = 'page' AND source.removed_at IS NULL
    )
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkToCheck:
    """An address that is worth a look, and what is known of it."""

    address_key: str
    url: str
    before: LinkCheck | None


class LinkChecks:
    """The results, one for each address."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, address_key: str) -> LinkCheck | None:
        """Return what is known of an address (by `links.address.address_key`), None when nobody looked."""
        row = self._database.one(f"SELECT {_COLUMNS} FROM link_check WHERE address_key = :key", {"key": address_key})
        return None if row is None else _read(row)

    def list(self, *, state: LinkState | None = None) -> tuple[LinkCheck, ...]:
        """Return all results, or those in one state, by address."""
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM link_check WHERE :state IS NULL OR state = :state ORDER BY address_key",
            {"state": None if state is None else state.value},
        )
        return tuple(_read(row) for row in rows)

    def waiting(
        self, *, due_at: Millis | None, limit: int, may_be_asked: Callable[[str], bool]
    ) -> tuple[LinkToCheck, ...]:
        """Return kept addresses that are due at a time, None: all; never checked ones first, then the longest due.

        Those that may not be asked are passed over: they take no place of others.
        """
        rows = self._database.rows(
            f"""
            SELECT kept.address_key AS kept_key, min(kept.url) AS kept_url, c.* FROM ({_KEPT}) AS kept
            LEFT JOIN (SELECT {_COLUMNS} FROM link_check) AS c ON c.address_key = kept.address_key
            WHERE :due_at IS NULL OR c.next_due_at IS NULL OR c.next_due_at <= :due_at
            GROUP BY kept.address_key ORDER BY coalesce(c.next_due_at, 0), kept.address_key
            """,
            {"due_at": due_at, "own": OWN},
        )
        askable = islice((row for row in rows if may_be_asked(row["kept_url"])), limit)
        return tuple(
            LinkToCheck(
                address_key=row["kept_key"],
                url=row["kept_url"],
                before=None if row["checked_at"] is None else _read(row),
            )
            for row in askable
        )

    def put(self, check: LinkCheck) -> None:
        """Keep a result in place of an earlier one."""
        with self._database.write("link-checks.put") as writer:
            writer.tables.table("link_check").upsert(_values(check), pk="address_key")

    def accept(self, address_keys: Collection[str]) -> int:
        """Take changed pages as they are now for unchanged; return how many there were."""
        keys = json.dumps(sorted(address_keys))
        changed = (
            "FROM link_check WHERE state IN ('changed', 'moved') AND text_hash IS NOT seen_hash "
            "AND address_key IN (SELECT value FROM json_each(:keys))"
        )
        with self._database.write("link-checks.accept") as writer:
            count = int(self._database.value(f"SELECT count(*) {changed}", {"keys": keys}) or 0)
            writer.execute(
                "UPDATE link_check SET state = iif(state = 'changed', 'fine', state), text_hash = seen_hash "
                "WHERE address_key IN "
                f"(SELECT address_key {changed})",
                {"keys": keys},
            )
        return count


def _read(row: Row) -> LinkCheck:
    return LinkCheck(
        address_key=row["address_key"],
        url=row["url"],
        state=LinkState(row["state"]),
        reason=row["reason"],
        reason_detail=row["reason_detail"],
        moved_to=row["moved_to"],
        text_hash=row["text_hash"],
        seen_hash=row["seen_hash"],
        validators=Validators(etag=row["etag"], last_modified=row["last_modified"]),
        failures=row["failures"],
        first_failed_at=row["first_failed_at"],
        checked_at=Millis(row["checked_at"]),
        next_due_at=Millis(row["next_due_at"]),
    )


def _values(check: LinkCheck) -> dict[str, str | int | None]:
    return {
        "address_key": check.address_key,
        "url": check.url,
        "state": check.state.value,
        "reason": check.reason,
        "reason_detail": check.reason_detail,
        "moved_to": check.moved_to,
        "text_hash": check.text_hash,
        "seen_hash": check.seen_hash,
        "etag": check.validators.etag,
        "last_modified": check.validators.last_modified,
        "failures": check.failures,
        "first_failed_at": check.first_failed_at,
        "checked_at": check.checked_at,
        "next_due_at": check.next_due_at,
    }
