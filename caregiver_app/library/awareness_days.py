"""The awareness days of installed packs, and what their kits name. Reading only; reminders are marks like any other."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from datetime import date
from itertools import groupby
from typing import Any

from caregiver_app.library.brought_facts import Said, word_on
from caregiver_app.model.article import ItemId, ItemKind
from caregiver_app.model.awareness import DateRule, Days
from caregiver_app.model.awareness_day import AwarenessDay, AwarenessKit
from caregiver_app.model.trust import Subject, SubjectKind
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database


class AwarenessDays:
    """What packs say of days."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def list(self) -> tuple[AwarenessDay, ...]:
        """Return all days of installed packs, in no order that means anything."""
        found = []
        for _item, group in groupby(self._database.rows(_DAYS), key=lambda row: row["id"]):
            rows = list(group)
            said = word_on(rows[0]["uid"], rows)
            if said is not None:
                found.append(_day(rows, said))
        return tuple(found)

    def pages_of(self, author: str, ids: Collection[str]) -> tuple[Subject, ...]:
        """Return the links that a pack means by these ids, and after them those where its guides tell to read on."""
        found = self._entries(author, ids)
        further = [name for each in ids if each in found for name in json.loads(found[each]["read_on"] or "[]")]
        found |= self._entries(author, [name for name in further if name not in found])
        named = [found[name] for name in (*ids, *further) if name in found]
        items = dict.fromkeys(ItemId(row["item_id"]) for row in named if row["kind"] == ItemKind.LINK.value)
        return tuple(Subject(kind=SubjectKind.LINK, id=item) for item in items)

    def titles_of(self, author: str, pages: Collection[Subject]) -> dict[Subject, str]:
        """Return what a pack calls links of its own, whatever others call them."""
        asked = {"author": author, "items": json.dumps([page.id for page in pages])}
        called = {row["item_id"]: row["title"] for row in self._database.rows(_TITLES, asked)}
        return {page: called[page.id] for page in pages if called.get(page.id)}

    def _entries(self, author: str, ids: Collection[str]) -> dict[str, Row]:
        asked = {"author": author, "ids": json.dumps(list(ids))}
        return {row["name"]: row for row in self._database.rows(_ENTRIES, asked)}


def _day(rows: list[Row], said: Said) -> AwarenessDay:
    fields = said.fields
    return AwarenessDay(
        id=ItemId(rows[0]["id"]),
        author=said.author,
        publisher=next(row["publisher_name"] or "" for row in rows if row["author"] == said.author),
        name=fields["name"],
        language=fields["language"],
        country=fields["country"],
        topics=tuple(fields.get("topics", ())),
        rule=DateRule(fields["rule"]),
        when=fields.get("when", ""),
        lasting=fields.get("lasting", 1),
        confirmed=tuple(_days(each) for each in fields.get("confirmed", ())),
        organiser=fields.get("organiser", ""),
        fund_raising=fields.get("fund_raising", False),
        kits=tuple(_kit(each) for each in fields.get("kits", ())),
        reminds=rows[0]["starred_at"] is not None,
        page=fields.get("page", ""),
    )


def _days(said: Mapping[str, Any]) -> Days:
    return Days(first=date.fromisoformat(said["first"]), last=date.fromisoformat(said["last"]))


def _kit(said: Mapping[str, Any]) -> AwarenessKit:
    return AwarenessKit(
        language=said["language"],
        title=said["title"],
        message=said["message"],
        facts=tuple(said.get("facts", ())),
        links=tuple(said.get("links", ())),
    )


# CROSS JOIN keeps the order (SQLite, the query planner, 7.3): only what packs brought has origins.
_DAYS = """
    SELECT i.id, i.uid, o.author, o.fields, p.published_on, p.version, p.publisher_name, m.starred_at
    FROM origin AS o CROSS JOIN item AS i ON i.id = o.item_id AND i.kind = 'date'
    LEFT JOIN pack AS p ON p.uid = o.author LEFT JOIN mark AS m ON m.item_id = i.id
    ORDER BY i.id, o.author
"""
_ENTRIES = """
    SELECT o.fields ->> '$.id' AS name, o.item_id, i.kind, o.fields -> '$.read_on' AS read_on
    FROM origin AS o CROSS JOIN item AS i ON i.id = o.item_id
    WHERE o.author = :author AND o.fields ->> '$.id' IN (SELECT value FROM json_each(:ids))
"""
_TITLES = """
    SELECT item_id, fields ->> '$.title' AS title FROM origin
    WHERE author = :author AND item_id IN (SELECT value FROM json_each(:items))
"""
