"""Which notices a person put away, and what those said then: one that says something else comes back by itself."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from caregiver_app.library.alert_rules import is_of
from caregiver_app.library.alerts import AlertRow
from caregiver_app.model.alert import Dealt
from caregiver_app.model.article import ItemId
from caregiver_app.model.time import Millis
from caregiver_app.storage.engine import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class DealtWith:
    """What was said of one notice: `severity` and `said_hash` are as they were then (`alerts.AlertRow`)."""

    item_id: ItemId
    kind: Dealt
    severity: str
    said_hash: str
    at: Millis


class AlertsDealt:
    """The person's word on notices; sync never touches it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, alert: AlertRow, kind: Dealt, *, country: str, at: Millis) -> None:
        """Put a notice away as it is now, in place of an earlier word on it, for whoever lives in `country`."""
        values = {
            "id": alert.item_id,
            "kind": kind.value,
            "severity": alert.facts.severity,
            "said": alert.said_hash if is_of(country, alert) else _said_to_others(alert),
            "at": at,
        }
        with self._database.write("alerts-dealt.put") as writer:
            writer.execute(
                "INSERT OR REPLACE INTO alert_dealt (item_id, kind, severity, said_hash, dealt_at) "
                "VALUES (:id, :kind, :severity, :said, :at)",
                values,
            )

    def take_back(self, item_ids: Collection[ItemId]) -> None:
        """Let notices be shown again; those that were not put away stay as they are."""
        with self._database.write("alerts-dealt.take-back") as writer:
            writer.many("DELETE FROM alert_dealt WHERE item_id = :id", [{"id": item_id} for item_id in item_ids])

    def among(self, alerts: Collection[AlertRow], *, country: str) -> Mapping[ItemId, DealtWith]:
        """Return those that were put away and say the same still, each with the word that holds for it.

        That is the one on itself, or on a notice of the same source that it takes the place of. What was put away while
        it spoke for others says something else to whoever lives there since: `country` is where they do.
        """
        by_item: dict[ItemId, DealtWith] = {}
        by_name: dict[tuple[int, str], list[DealtWith]] = defaultdict(list)
        for row in self._database.rows(_DEALT):
            word = DealtWith(
                item_id=ItemId(row["item_id"]),
                kind=Dealt(row["kind"]),
                severity=row["severity"],
                said_hash=row["said_hash"],
                at=Millis(row["dealt_at"]),
            )
            by_item[word.item_id] = word
            by_name[row["source_id"], row["identifier"]].append(word)
        found: dict[ItemId, DealtWith] = {}
        for alert in alerts:
            earlier = [word for name in alert.facts.refers_to for word in by_name.get((alert.source.id, name), ())]
            own = by_item.get(alert.item_id)
            words = [word for word in ([own] if own is not None else earlier) if _says_the_same(word, alert, country)]
            if words:
                found[alert.item_id] = words[0]
        return found


def _says_the_same(word: DealtWith, alert: AlertRow, country: str) -> bool:
    said = {alert.said_hash} if is_of(country, alert) else {alert.said_hash, _said_to_others(alert)}
    return word.severity == alert.facts.severity and word.said_hash in said


def _said_to_others(alert: AlertRow) -> str:
    return hashlib.sha256(f"{alert.said_hash}\0others".encode()).hexdigest()


_DEALT = """
    SELECT d.*, al.identifier, a.source_id
    FROM alert_dealt AS d JOIN alert AS al ON al.item_id = d.item_id JOIN article AS a ON a.item_id = d.item_id
"""
