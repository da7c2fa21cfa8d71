"""What was passed on or printed: item, form and day, for "changed since you shared or printed it".

No words, no receiver, no time of day.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import date

from caregiver_app.library.discreet import DISCREET_ITEMS, DISCREET_ORGANISATIONS, DISCREET_TEXTS
from caregiver_app.model.article import ItemId, ItemKind
from caregiver_app.model.card import Channel
from caregiver_app.model.past_share import PastShare, ShareId
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.trust import Subject, SubjectKind, subject_kind_of
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database
from caregiver_app.storage.snapshot_changes import run_in_snapshots

# An item's version is the number of its last earlier text (of a link: of the article that keeps its text): it grows
# when its words change, and with nothing else.
_VERSION = """
    (SELECT coalesce(max(r.n), 0) FROM revision AS r
    WHERE r.item_id IN ({item}, (SELECT l.article_id FROM link AS l WHERE l.item_id = {item})))
"""
_VERSION_NOW = _VERSION.format(item="s.item_id")

# A union leaves out what stands twice. CROSS JOIN keeps the order: from the few to the many.
_OF_THESE = """
    SELECT value AS shown, value AS passed_on FROM json_each(:ids)
    UNION SELECT w.value, l.item_id FROM json_each(:ids) AS w CROSS JOIN link AS l ON l.article_id = w.value
"""
_CHANGED = f"""
    SELECT DISTINCT p.shown FROM ({{among}}) AS p CROSS JOIN share AS s ON s.item_id = p.passed_on
    GROUP BY p.shown, s.item_id HAVING {_VERSION_NOW} > max(s.version)
"""

_PRINT = "print"
"""What the log calls the way of a sheet; `Channel` has what is shared alone."""

_ERASE = ("PRAGMA secure_delete = ON", "DELETE FROM share", "PRAGMA secure_delete = OFF")


class Shares:
    """The log of shares."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(
        self, item_ids: Collection[ItemId], organisation_ids: Collection[int], form: Channel | SheetKind, *, day: date
    ) -> None:
        """Write down that these were passed on, or printed on such a sheet: each once a day and form, none that leaves
        no sign.
        """
        values = {**_said_of(form), "day": day.isoformat()}
        with self._database.write("shares.add") as writer:
            for item_id in item_ids:
                if not self._is_discreet(item_id):
                    writer.execute(_ADD_ITEM, {"id": item_id, **values})
            for organisation_id in organisation_ids:
                if not self.is_discreet_organisation(organisation_id):
                    writer.execute(_ADD_ORGANISATION, {"id": organisation_id, **values})

    def list(self, *, limit: int = 200) -> tuple[PastShare, ...]:
        """Return what was passed on, the last day first."""
        rows = self._database.rows(
            f"""
            SELECT s.id, s.item_id, s.organisation_id, s.channel, s.sheet, s.day, i.kind,
                {_VERSION_NOW} > s.version AS changed,
                coalesce(i.title, o.name) AS title
            FROM share AS s LEFT JOIN item AS i ON i.id = s.item_id
            LEFT JOIN organisation AS o ON o.id = s.organisation_id
            ORDER BY s.day DESC, title, s.channel, s.sheet, s.id LIMIT :limit
            """,
            {"limit": limit},
        )
        return tuple(_past_share(row) for row in rows)

    def changed_since(self, item_ids: Collection[ItemId] | None = None) -> frozenset[ItemId]:
        """Return which items say something else than when they were last passed on; None: of all that were.

        Of these, an article is also named where its link was passed on.
        """
        if item_ids is None:
            rows = self._database.rows(
                _CHANGED.format(among="SELECT item_id AS shown, item_id AS passed_on FROM share")
            )
        else:
            rows = self._database.rows(_CHANGED.format(among=_OF_THESE), {"ids": json.dumps(list(item_ids))})
        return frozenset(ItemId(row[0]) for row in rows)

    def last_day(self, item_id: ItemId) -> date | None:
        """Return on which day an item was last passed on, None where the log does not say that it was."""
        day = self._database.value("SELECT max(day) FROM share WHERE item_id = :id", {"id": item_id})
        return None if day is None else date.fromisoformat(day)

    def is_discreet_organisation(self, organisation_id: int) -> bool:
        """Return whether an organisation publishes on a topic that leaves no sign."""
        found = self._database.value(
            f"SELECT 1 FROM organisation WHERE id = :id AND id IN ({DISCREET_ORGANISATIONS})", {"id": organisation_id}
        )
        return found is not None

    def erase(self) -> None:
        """Forget all of it; what was written over holds no trace of it."""
        with self._database.write("shares.erase") as writer:
            for statement in _ERASE:
                writer.execute(statement)
        self._database.settle()

    def erase_in_snapshots(self) -> None:
        """Forget all of it in the snapshots of this library too.

        Raises:
            StorageError: the disk is in the way; a part of the snapshots may know it still.
        """
        run_in_snapshots(self._database.path, _ERASE, self._database.key)

    def _is_discreet(self, item_id: ItemId) -> bool:
        found = self._database.value(
            f"""
            SELECT 1 FROM item WHERE id IN (:id, (SELECT article_id FROM link WHERE item_id = :id))
            AND (id IN ({DISCREET_ITEMS}) OR id IN ({DISCREET_TEXTS} AND o.item_id = item.id))
            """,
            {"id": item_id},
        )
        return found is not None


_ADD_ITEM = f"""
    INSERT INTO share (item_id, channel, sheet, day, version)
    SELECT i.id, :channel, :sheet, :day, {_VERSION.format(item="i.id")} FROM item AS i WHERE i.id = :id
    ON CONFLICT (item_id, channel, sheet, day) WHERE item_id IS NOT NULL DO UPDATE SET version = excluded.version
"""
_ADD_ORGANISATION = """
    INSERT INTO share (organisation_id, channel, sheet, day, version)
    SELECT o.id, :channel, :sheet, :day, 0 FROM organisation AS o WHERE o.id = :id
    ON CONFLICT (organisation_id, channel, sheet, day) WHERE organisation_id IS NOT NULL DO NOTHING
"""


def _said_of(form: Channel | SheetKind) -> dict[str, str]:
    printed = isinstance(form, SheetKind)
    return {"channel": _PRINT if printed else form.value, "sheet": form.value if printed else ""}


def _past_share(row: Row) -> PastShare:
    if row["item_id"] is None:
        subject = Subject(kind=SubjectKind.ORGANISATION, id=row["organisation_id"])
    else:
        subject = Subject(kind=subject_kind_of(ItemKind(row["kind"])) or SubjectKind.LINK, id=row["item_id"])
    return PastShare(
        id=ShareId(row["id"]),
        subject=subject,
        title=row["title"],
        form=SheetKind(row["sheet"]) if row["channel"] == _PRINT else Channel(row["channel"]),
        day=date.fromisoformat(row["day"]),
        changed=bool(row["changed"]),
    )
