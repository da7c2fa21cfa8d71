"""Takes signed packs from the library that was in force into the one that comes in its place, as they were installed.

What a publisher no longer stands by must not be forgotten by going back to an older copy, and whoever was forgotten
must not come back with one. So which signed packs are here, and in which version, stays as it was: their words are read
out of the rows of the library before, which were verified when they came.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from caregiver_app.library.appraisals import Appraisals
from caregiver_app.library.assets import Assets, StoredPicture
from caregiver_app.library.brought_items import Pictures
from caregiver_app.library.brought_organisations import BroughtOrganisations
from caregiver_app.library.brought_sources import source_of
from caregiver_app.library.pack_record import read_record
from caregiver_app.library.packs import Packs
from caregiver_app.model.article import ItemKind
from caregiver_app.model.installed_pack import (
    BroughtItem,
    BroughtOrganisation,
    InstalledPack,
    PackContent,
    PackUid,
    Withdrawal,
)
from caregiver_app.model.organisation import Organisation, Site
from caregiver_app.model.source import NewSource
from caregiver_app.model.time import Millis
from caregiver_app.model.trust import Appraisal, Subject, SubjectKind
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedPack:
    """A pack as a library has it; `pictures` by the ids of its items."""

    content: PackContent
    pictures: Mapping[str, Pictures]


def packs_in(database: Database) -> tuple[CarriedPack, ...]:
    """Return the signed packs of a library, the oldest first."""
    rows = database.rows("SELECT * FROM pack WHERE channel_id <> '' AND removed_at IS NULL ORDER BY installed_at, uid")
    return tuple(_Reading(database, read_record(row)).pack() for row in rows)


def put_packs(database: Database, carried: tuple[CarriedPack, ...] | None, *, at: Millis, has_pictures: bool) -> None:
    """Let a library have these signed packs and no others; None: those it has, of channels that are trusted.

    `has_pictures`: the pictures of the library before lie beside this one, too. Raises as `Packs.put` does.
    """
    packs = Packs(database, Assets(database, None))
    wanted = None if carried is None else {each.content.pack.uid for each in carried}
    with database.write("restore.carry-packs"):
        for uid in _signed(database):
            if wanted is not None and uid not in wanted:
                packs.remove(uid, at=at)
        for each in carried or ():
            packs.put_again(each.content, each.pictures if has_pictures else {}, at=at)
        for row in database.rows(_OF_NOBODY):
            packs.remove(PackUid(row["uid"]), at=at)


def _signed(database: Database) -> tuple[PackUid, ...]:
    rows = database.rows("SELECT uid FROM pack WHERE channel_id <> '' AND removed_at IS NULL ORDER BY uid")
    return tuple(PackUid(row["uid"]) for row in rows)


class _Reading:
    """One pack, out of the rows of a library."""

    def __init__(self, database: Database, pack: InstalledPack) -> None:
        self._database = database
        self._pack = pack
        self._checks = Appraisals(database)

    def pack(self) -> CarriedPack:
        items = self._rows(_ITEMS)
        return CarriedPack(
            content=PackContent(
                pack=self._pack,
                archive=bytes(self._database.value(_ARCHIVE, self._author) or b""),
                organisations=tuple(self._organisation(row) for row in self._rows(_ORGANISATIONS)),
                sources=self._sources(),
                items=tuple(self._item(row) for row in items),
                withdrawals=tuple(_withdrawal(row) for row in self._rows(_WITHDRAWALS)),
                accepted=BroughtOrganisations(self._database).accepted(self._pack.uid),
            ),
            pictures={json.loads(row["fields"])["id"]: self._pictures(row["id"]) for row in items if row["pictures"]},
        )

    @property
    def _author(self) -> dict[str, object]:
        return {"uid": self._pack.uid}

    def _rows(self, sql: str) -> list[Row]:
        return list(self._database.rows(sql, self._author))

    def _organisation(self, row: Row) -> BroughtOrganisation:
        said: dict[str, Any] = json.loads(row["fields"])
        sites = tuple(Site(**{**site, "exceptions": tuple(site["exceptions"])}) for site in said["sites"])
        return BroughtOrganisation(
            organisation=Organisation(
                uid=row["uid"],
                name=said["name"],
                country=said["country"],
                homepage=said["homepage"],
                known=said["known"],
                sites=sites,
            ),
            appraisal=self._check(Subject(kind=SubjectKind.ORGANISATION, id=row["id"])),
        )

    def _sources(self) -> tuple[NewSource, ...]:
        said = (source_of(json.loads(row["fields"])) for row in self._rows(_SOURCES))
        return tuple(source for source in said if source is not None)

    def _item(self, row: Row) -> BroughtItem:
        said: dict[str, Any] = json.loads(row["fields"])
        kind = ItemKind(row["kind"])
        has_check = kind in (ItemKind.LINK, ItemKind.GUIDE, ItemKind.CHECKLIST)
        return BroughtItem(
            id=said["id"],
            kind=kind,
            title=said["title"],
            url=said["url"],
            address_key=said["address_key"],
            language=said["language"],
            text=said["text"],
            organisation=said["organisation"],
            fields=said,
            appraisal=self._check(Subject(kind=SubjectKind(kind.value), id=row["id"])) if has_check else None,
        )

    def _check(self, subject: Subject) -> Appraisal | None:
        """Return the pack's check of something; a withdrawal follows from its own rows."""
        said = (each for each in self._checks.history(subject) if each.author == self._pack.uid)
        return next((each for each in said if each.withdrawn_on is None), None)

    def _pictures(self, item_id: int) -> Pictures:
        rows = self._database.rows(_PICTURES, {"id": item_id})
        return {
            row["url"]: StoredPicture(
                hash=row["hash"],
                media_type=row["media_type"],
                size_bytes=row["size_bytes"],
                width=row["width"],
                height=row["height"],
            )
            for row in rows
        }


def _withdrawal(row: Row) -> Withdrawal:
    return Withdrawal(
        what=row["what"],
        address=row["address"],
        address_key=row["key"] or "",
        reason=row["reason"],
        withdrawn_on=date.fromisoformat(row["withdrawn_on"]),
        replacement=row["replacement"],
    )


_ARCHIVE = "SELECT data FROM pack_archive WHERE uid = :uid"
_ORGANISATIONS = """
    SELECT o.id, o.uid, g.fields FROM organisation_origin AS g JOIN organisation AS o ON o.id = g.organisation_id
    WHERE g.author = :uid ORDER BY o.uid
"""
_SOURCES = "SELECT fields FROM source_origin WHERE author = :uid ORDER BY source_id"
_ITEMS = """
    SELECT i.id, i.kind, o.fields, EXISTS (SELECT 1 FROM item_asset AS a WHERE a.item_id = i.id) AS pictures
    FROM origin AS o JOIN item AS i ON i.id = o.item_id WHERE o.author = :uid ORDER BY i.id
"""
_PICTURES = """
    SELECT p.url, a.* FROM item_asset AS p JOIN asset AS a ON a.hash = p.hash WHERE p.item_id = :id
"""
# The key of a page that is warned of stands in what the pack says of it; it may have been brought by the same pack.
_WITHDRAWALS = """
    SELECT w.*, CASE WHEN w.what = '' THEN o.fields ->> '$.address_key' END AS key
    FROM withdrawal AS w LEFT JOIN origin AS o ON o.item_id = w.item_id AND o.author = w.author
    WHERE w.author = :uid ORDER BY w.what, w.address
"""
_OF_NOBODY = """
    SELECT uid FROM pack WHERE channel_id <> '' AND removed_at IS NULL
    AND channel_id NOT IN (SELECT id FROM channel) ORDER BY uid
"""
