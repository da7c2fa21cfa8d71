"""Phone lines and groups that packs brought, as their publishers say them. Reads only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Any

from caregiver_app.library.brought_facts import word_on
from caregiver_app.model.article import ItemId, ItemKind
from caregiver_app.model.help_lines import TakenBack
from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtHelp:
    """One item of kind `HELPLINE` or `COMMUNITY`; `fields` is the entry of the pack whose word counts.

    `publisher` made that pack, empty of what ships. `came_at` is when this version of it came into the library.
    """

    item_id: ItemId
    kind: ItemKind
    fields: Mapping[str, Any] = field(repr=False)
    organisation: str
    publisher: str
    came_at: Millis
    taken_back: TakenBack | None


class HelpLines:
    """What packs that are here say; nothing of what only ships beside them, and no emergency number."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def list(self) -> tuple[BroughtHelp, ...]:
        """Return all of them by title."""
        taken_back = {row["item_id"]: _taken_back(row) for row in self._database.rows(_TAKEN_BACK)}
        by_item = groupby(self._database.rows(_SAID), key=lambda row: int(row["id"]))
        return tuple(_found(list(rows), taken_back) for _item, rows in by_item)

    def shipped_pages(self) -> tuple[tuple[str, str], ...]:
        """Return what ships here as name and web address, phone lines before groups, each by title."""
        return tuple((row["name"], row["page"]) for row in self._database.rows(_SHIPPED_PAGES) if row["page"])

    def newest(self) -> date | None:
        """Return the last day on which a pack that ships and is here was published, None without any."""
        found = self._database.value("SELECT max(published_on) FROM pack WHERE removed_at IS NULL AND channel_id = ''")
        return None if found is None else date.fromisoformat(found)


def _found(rows: Iterable[Row], taken_back: Mapping[int, TakenBack]) -> BroughtHelp:
    said = list(rows)
    first = said[0]
    word = word_on(first["uid"], said)
    assert word is not None  # the query asks for packs alone
    pack = next(row for row in said if row["author"] == word.author)
    return BroughtHelp(
        item_id=ItemId(first["id"]),
        kind=ItemKind(first["kind"]),
        fields=word.fields,
        organisation=first["organisation"] or "",
        publisher=pack["publisher_name"] if pack["channel_id"] else "",
        came_at=Millis(pack["changed_at"]),
        taken_back=taken_back.get(first["id"]),
    )


def _taken_back(row: Row) -> TakenBack:
    return TakenBack(by=row["publisher_name"], reason=row["reason"], on=date.fromisoformat(row["withdrawn_on"]))


# CROSS JOIN: only what packs brought has an origin, which is little beside all articles.
_SAID = """
    SELECT i.id, i.uid, i.kind, o.author, o.fields, p.published_on, p.version, p.publisher_name, p.channel_id,
        p.changed_at, own.name AS organisation
    FROM pack AS p CROSS JOIN origin AS o ON o.author = p.uid CROSS JOIN item AS i ON i.id = o.item_id
    LEFT JOIN organisation AS own ON own.id = i.organisation_id
    WHERE i.kind IN ('helpline', 'community') AND p.removed_at IS NULL
    ORDER BY i.title, i.id, o.author
"""
_SHIPPED_PAGES = """
    SELECT o.fields ->> '$.name' AS name, o.fields ->> iif(i.kind = 'helpline', '$.page', '$.address') AS page
    FROM pack AS p CROSS JOIN origin AS o ON o.author = p.uid CROSS JOIN item AS i ON i.id = o.item_id
    WHERE i.kind IN ('helpline', 'community') AND p.removed_at IS NULL AND p.channel_id = ''
    ORDER BY i.kind = 'community', i.title, i.id
"""
_TAKEN_BACK = """
    SELECT w.item_id, w.reason, w.withdrawn_on, p.publisher_name
    FROM withdrawal AS w JOIN pack AS p ON p.uid = w.author WHERE w.item_id IS NOT NULL ORDER BY w.withdrawn_on
"""
