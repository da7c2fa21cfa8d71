"""What articles say of dangers: alerts of the Common Alerting Protocol, and recalls of products.

Which alerts are over is worked out when they are asked for, from the messages that refer to them, so it does not
matter in which order messages came. A message ends only alerts of its own source or organisation: nobody calls off what
somebody else warned of. Never says that there is no danger; it only says what is known.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from caregiver_app.library.source_titles import SHOWN_TITLE
from caregiver_app.model.alert import AlertFacts, AlertKind
from caregiver_app.model.article import ItemId
from caregiver_app.model.source import SourceId
from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database, Writer

_DAY_MS = 24 * 3600 * 1000
# "If not provided, each recipient is free to set its own policy" (CAP 1.2, section 3.2.2, expires).
WITHOUT_EXPIRY_MS = 2 * _DAY_MS
RECALL_MS = 30 * _DAY_MS
# Nobody is warned of one thing for longer without being told again: an end in 2099 is an end that nobody set.
LONGEST_MS = 30 * _DAY_MS

LEAD_CHARS = 1_500

_PROFESSIONAL = "professional"  # model.pack_places.AsksFirst.PROFESSIONAL, as sources keep it
_EVERYWHERE = "INT"
_WHOLE_COUNTRY = 2  # "GB-SCT" is a part of GB
_UNION = "EU"
_OF_THE_UNION = frozenset("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split())
_TEXTS = ("identifier", "sender", "status", "message_type", "event", "urgency", "severity", "certainty", "area")
_COLUMNS = ("kind", *_TEXTS, "sent_at", "effective_at", "expires_at")


def _may_warn(alert: str, source: str) -> str:
    return f"""
        ({source}.kind = 'alerts' OR ({alert}.kind = 'cap' AND EXISTS (
            SELECT 1 FROM source_origin AS o WHERE o.source_id = {source}.id AND o.author = 'user')))
    """


# Which alert `al` of source `s` may warn: of those that are there for it, and of what a person added; any other feed
# could claim to be one.
MAY_WARN = _may_warn("al", "s")
# What may not warn, or is not heard any more, calls nothing off.
_HAS_ENDED = f"""
    EXISTS (
        SELECT 1 FROM alert_reference AS r JOIN alert AS later ON later.item_id = r.item_id
        JOIN article AS la ON la.item_id = later.item_id JOIN source AS ls ON ls.id = la.source_id
        WHERE r.identifier = al.identifier AND r.item_id <> al.item_id
        AND later.status = 'Actual' AND later.message_type IN ('Update', 'Cancel')
        AND {_may_warn("later", "ls")}
        AND (ls.id = s.id OR (ls.organisation_id = s.organisation_id AND ls.removed_at IS NULL AND ls.enabled = 1))
        AND coalesce(later.sent_at, al.sent_at, 0) >= coalesce(al.sent_at, later.sent_at, 0)
    )
"""
# When it was sent: nothing is there before that, whatever a message says of its time; clocks differ by a day at most.
_SINCE = f"min(coalesce(al.sent_at, a.published_at, a.first_seen_at), a.first_seen_at + {_DAY_MS})"
# Until when it is in force unless a later message ends it.
_UNTIL = f"""
    CASE al.kind
        WHEN 'recall' THEN {_SINCE} + {RECALL_MS}
        ELSE min({_SINCE} + {LONGEST_MS}, coalesce(al.expires_at, {_SINCE} + {WITHOUT_EXPIRY_MS}))
    END
"""
_FROM = """
    FROM alert AS al JOIN item AS i ON i.id = al.item_id JOIN article AS a ON a.item_id = al.item_id
    JOIN source AS s ON s.id = a.source_id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertSource:
    """Whose notice it is. `country` is as sources have it ("", "INT", "EU", or ISO 3166, also with a part).

    `own` says that the person added it, `for_professionals` that whoever brought it says whom it is written for.
    """

    id: SourceId
    title: str
    organisation: str
    country: str
    own: bool
    for_professionals: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertRow:
    """An article that warns now. `since` is when it was sent, else published, else first seen; `until` when it is over.

    `lead` are the first `LEAD_CHARS` of its text, `said_hash` is the SHA-256 of what it says but for times.
    """

    item_id: ItemId
    title: str
    facts: AlertFacts
    published_at: Millis | None
    since: Millis
    until: Millis
    source: AlertSource
    lead: str
    said_hash: str


class Alerts:
    """The facts beside articles that warn."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, writer: Writer, item_id: ItemId, facts: AlertFacts | None) -> None:
        """Write down what an article says now, in place of what it said before; None: it does not warn any more."""
        writer.execute("DELETE FROM alert WHERE item_id = :id", {"id": item_id})
        if facts is None:
            return
        values = {name: getattr(facts, name) for name in _COLUMNS}
        writer.execute(_INSERT, {**values, "kind": facts.kind.value, "id": item_id})
        writer.many(
            "INSERT OR IGNORE INTO alert_reference (identifier, item_id) VALUES (:identifier, :id)",
            [{"identifier": identifier, "id": item_id} for identifier in facts.refers_to],
        )

    def current(self, *, at: Millis, country: str = "") -> tuple[AlertRow, ...]:
        """Return what warns at a moment, the most severe first, then the newest.

        That is: meant (status Actual), no cancellation, not expired nor older than `LONGEST_MS`, not ended by a later
        message. `country` (ISO 3166, "": any) leaves out what `is_heard_in` leaves out.
        """
        heard = json.dumps(_heard(country)) if country else None
        rows = self._database.rows(_CURRENT, {"now": at, "heard": heard})
        return tuple(_alert_row(row, self._facts(row)) for row in rows)

    def facts_of(self, item_id: ItemId) -> AlertFacts | None:
        """Return what an article says of a danger, None where it says nothing, or where its source may not warn."""
        row = self._database.one(f"SELECT al.* {_FROM} WHERE al.item_id = :id AND {MAY_WARN}", {"id": item_id})
        return None if row is None else self._facts(row)

    def has_ended(self, item_id: ItemId) -> bool:
        """Return whether a later message of the same publisher updated or cancelled what an article warns of."""
        return bool(self._database.value(f"SELECT 1 {_FROM} WHERE al.item_id = :id AND {_HAS_ENDED}", {"id": item_id}))

    def _facts(self, row: Row) -> AlertFacts:
        named = self._database.rows(
            "SELECT identifier FROM alert_reference WHERE item_id = :id ORDER BY identifier", {"id": row["item_id"]}
        )
        texts: Mapping[str, str] = {name: row[name] for name in _TEXTS}
        return AlertFacts(
            kind=AlertKind(row["kind"]),
            **texts,
            sent_at=_time(row["sent_at"]),
            effective_at=_time(row["effective_at"]),
            expires_at=_time(row["expires_at"]),
            refers_to=tuple(each[0] for each in named),
        )


def is_heard_in(said: str, country: str) -> bool:
    """Return whether notices of a source of the country `said` are listed for whoever lives in `country` ("": any).

    Those of other countries are not; those of no country, of all, and of all parts of that one are.
    """
    return not country or said == _EVERYWHERE or said[:_WHOLE_COUNTRY] in _heard(country)


def _heard(country: str) -> tuple[str, ...]:
    whole = country[:_WHOLE_COUNTRY].upper()
    return ("", whole, _UNION) if whole in _OF_THE_UNION else ("", whole)


def _time(value: int | None) -> Millis | None:
    return None if value is None else Millis(value)


def _alert_row(row: Row, facts: AlertFacts) -> AlertRow:
    return AlertRow(
        item_id=ItemId(row["item_id"]),
        title=row["title"],
        facts=facts,
        published_at=_time(row["published_at"]),
        since=Millis(row["since"]),
        until=Millis(row["until"]),
        source=_source(row),
        lead=row["lead"],
        said_hash=_said_hash(row, facts),
    )


def _source(row: Row) -> AlertSource:
    return AlertSource(
        id=SourceId(row["source_id"]),
        title=row["source_title"],
        organisation=row["organisation"],
        country=row["country"],
        own=bool(row["own"]),
        for_professionals=row["note"] == _PROFESSIONAL,
    )


def _said_hash(row: Row, facts: AlertFacts) -> str:
    said = "\0".join((row["text_hash"], facts.event, facts.area, "near" if facts.is_near else ""))
    return hashlib.sha256(said.encode()).hexdigest()


_INSERT = f"""
    INSERT INTO alert (item_id, {", ".join(_COLUMNS)}) VALUES (:id, {", ".join(f":{name}" for name in _COLUMNS)})
"""
_CURRENT = f"""
    SELECT al.*, i.title, a.published_at, a.text_hash, a.source_id, {_SINCE} AS since, {_UNTIL} AS until,
        s.country, s.note, {SHOWN_TITLE} AS source_title, coalesce(o.name, '') AS organisation,
        substr(coalesce(t.text, ''), 1, {LEAD_CHARS}) AS lead,
        EXISTS (SELECT 1 FROM source_origin AS so WHERE so.source_id = s.id AND so.author = 'user') AS own
    {_FROM}
    LEFT JOIN organisation AS o ON o.id = s.organisation_id
    LEFT JOIN source_choice AS c ON c.source_id = s.id LEFT JOIN source_state AS st ON st.source_id = s.id
    LEFT JOIN item_text AS t ON t.item_id = al.item_id
    WHERE a.hidden = 0 AND s.removed_at IS NULL AND s.enabled = 1
    AND {MAY_WARN}
    AND (:heard IS NULL OR s.country = '{_EVERYWHERE}'
        OR substr(s.country, 1, {_WHOLE_COUNTRY}) IN (SELECT value FROM json_each(:heard)))
    AND (al.kind = 'recall' OR (al.status = 'Actual' AND al.message_type <> 'Cancel'))
    AND {_UNTIL} > :now
    AND NOT {_HAS_ENDED}
    ORDER BY CASE al.severity WHEN 'Extreme' THEN 0 WHEN 'Severe' THEN 1 WHEN 'Moderate' THEN 2 ELSE 3 END,
        {_SINCE} DESC, al.item_id DESC
"""
