"""The packs of the library: taken in, changed and removed, each in one transaction that is whole or not at all.

What the library holds follows from the packs that it has and from what a person did, in whatever order they came.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from caregiver_app.library.assets import Assets, StoredPicture
from caregiver_app.library.brought_facts import warned_id
from caregiver_app.library.brought_items import BroughtItems, Pictures
from caregiver_app.library.brought_organisations import BroughtOrganisations
from caregiver_app.library.brought_revisions import BroughtRevisions, Words
from caregiver_app.library.brought_sources import BroughtSources
from caregiver_app.library.brought_statements import BroughtStatements
from caregiver_app.library.health import Check
from caregiver_app.library.pack_record import put_record, read_record
from caregiver_app.model.article import ItemId
from caregiver_app.model.channel import ChannelId
from caregiver_app.model.installed_pack import (
    InstalledPack,
    PackContent,
    PackUid,
    StatedSite,
    Withdrawal,
    WithdrawnItem,
    publisher_of,
)
from caregiver_app.model.opened_picture import OpenedPicture
from caregiver_app.model.time import Millis
from caregiver_app.storage.engine import Database, Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class _Touched:
    """What one change concerns, before it is settled what becomes of it."""

    organisations: set[int]
    sources: set[int]
    items: set[int]
    words: Mapping[ItemId, Words]
    """What the texts of the pack say until then."""


class Packs:
    """Trusts what it is given: `packs` and `bootstrap` hand in only what was verified and opened."""

    def __init__(self, database: Database, assets: Assets) -> None:
        self._database = database
        self._assets = assets
        self._organisations = BroughtOrganisations(database)
        self._sources = BroughtSources(database)
        self._items = BroughtItems(database, assets)
        self._earlier = BroughtRevisions(database)
        self._statements = BroughtStatements(database)

    def list(self) -> tuple[InstalledPack, ...]:
        """Return the installed packs by title."""
        rows = self._database.rows("SELECT * FROM pack WHERE removed_at IS NULL ORDER BY title, uid")
        return tuple(read_record(row) for row in rows)

    def get(self, uid: PackUid) -> InstalledPack | None:
        """Return one, None where it is not here. One that ships is also known after it was removed: `removed_at`."""
        row = self._database.one("SELECT * FROM pack WHERE uid = :uid", {"uid": uid})
        return None if row is None else read_record(row)

    def archive(self, uid: PackUid) -> bytes | None:
        """Return the archive of an installed pack, as it was verified."""
        found = self._database.value("SELECT data FROM pack_archive WHERE uid = :uid", {"uid": uid})
        return None if found is None else bytes(found)

    def withdrawn(self) -> tuple[WithdrawnItem, ...]:
        """Return what is here and its publisher no longer stands by, or warns of; what was passed on first."""
        return self._statements.withdrawn()

    def titles(self, publisher: str) -> dict[str, str]:
        """Return what the items are called that a publisher brought, by what their packs call them."""
        return self._items.titles(publisher)

    def accepted_sites(self, uid: PackUid) -> frozenset[StatedSite]:
        """Return the sites that a person took for their owners' own when they installed a pack."""
        return self._organisations.accepted(uid)

    def alerting(self, uid: PackUid) -> frozenset[str]:
        """Return the addresses of those sources of a pack to whose warnings a person said yes."""
        return self._sources.alerting(uid)

    def put(self, content: PackContent, *, at: Millis) -> None:
        """Take in a pack, in place of another version of it. What a person marked, chose and wrote stays.

        Raises:
            PackError: CLASH: it does not fit with another pack of its publisher; nothing was changed.
            StorageError: the disk is in the way; nothing was changed.
        """
        self.put_again(content, self._store_pictures(content), at=at)

    def put_again(self, content: PackContent, pictures: Mapping[str, Pictures], *, at: Millis) -> None:
        """Do so where the pictures lie in `assets/` already: they are given by the ids of items."""
        pack = content.pack
        with self._database.write("packs.put") as writer:
            put_record(writer, content)
            words = self._earlier.of_author(pack.uid)
            organisations = [each.organisation for each in content.organisations]
            items, found = self._items.put(writer, pack.uid, content.items, pictures, at=at)
            touched = _Touched(
                organisations=self._organisations.put(writer, pack.uid, organisations, content.accepted),
                sources=self._sources.put(writer, pack.uid, content.sources, at=at),
                items=items,
                words=words,
            )
            self._settle(writer, touched, at)
            self._statements.put(writer, content, found, self._withdrawn_here(content, found))
            self._organisations.sweep(writer, touched.organisations)

    def remove(self, uid: PackUid, *, at: Millis) -> bool:
        """Take a pack away with what it alone brought; False where it is not here. What a person marked stays."""
        with self._database.write("packs.remove") as writer:
            pack = self.get(uid)
            if pack is None or pack.removed_at is not None:
                return False
            words = self._earlier.of_author(uid)
            touched = _Touched(
                organisations=self._organisations.drop(writer, uid),
                sources=self._sources.drop(writer, uid),
                items=self._items.drop(writer, uid),
                words=words,
            )
            self._statements.drop(writer, uid)
            self._settle(writer, touched, at)
            self._organisations.sweep(writer, touched.organisations)
            writer.execute("DELETE FROM pack_archive WHERE uid = :uid", {"uid": uid})
            writer.execute(
                _REMOVED if pack.is_built_in else "DELETE FROM pack WHERE uid = :uid", {"uid": uid, "at": at}
            )
        return True

    def remove_of_channel(self, channel_id: ChannelId, *, at: Millis) -> tuple[PackUid, ...]:
        """Take away all packs of a channel; return which."""
        gone = tuple(pack.uid for pack in self.list() if pack.channel_id == channel_id)
        with self._database.write("packs.remove-of-channel"):
            for uid in gone:
                self.remove(uid, at=at)
        return gone

    def distrust(self, uid: PackUid, *, at: Millis) -> None:
        """Let a pack vouch for nothing and warn of no danger unasked. What it withdraws and warns of stays."""
        with self._database.write("packs.distrust") as writer:
            self._statements.vouch_no_more(writer, uid)
            self._organisations.accept_none(writer, uid)
            self._sources.settle(writer, self._sources.ask_before_alerts(writer, uid), at=at)
            writer.execute("UPDATE pack SET alerts = 0 WHERE uid = :uid", {"uid": uid})

    def confirm(self, uid: PackUid, *, at: Millis) -> None:
        """Write down that an installed pack was known to be the newest at a time."""
        with self._database.write("packs.confirm") as writer:
            writer.execute("UPDATE pack SET confirmed_at = :at WHERE uid = :uid", {"uid": uid, "at": at})

    def forget_starter(self) -> None:
        """Let the packs that ship take the place of the content that there was before them."""
        with self._database.write("packs.forget-starter") as writer:
            self._sources.forget_starter(writer)

    def check(self) -> Check:
        """Compare each kept archive with the hash by which it was installed."""
        rows = self._database.rows(_ARCHIVES)
        good = sum(row["data"] is not None and hashlib.sha256(row["data"]).hexdigest() == row["sha256"] for row in rows)
        detail = str(good) if good == len(rows) else f"{good} of {len(rows)}"
        return Check(name="packs-whole", ok=good == len(rows), detail=detail)

    def _settle(self, writer: Writer, touched: _Touched, at: Millis) -> None:
        self._organisations.settle(writer, touched.organisations)
        self._sources.settle(writer, touched.sources, at=at)
        words = {**self._earlier.of(touched.items), **touched.words}  # of others the origins stand as they were
        self._items.settle(writer, touched.items)
        self._earlier.keep(writer, words, at=at)

    def _withdrawn_here(self, content: PackContent, found: Mapping[str, int]) -> dict[Withdrawal, int]:
        """Return those withdrawals whose item is here; a page that is only warned of has one of its own."""
        called = self._items.called(publisher_of(content.pack.uid)) if content.withdrawals else {}
        here: dict[Withdrawal, int] = {}
        for each in content.withdrawals:
            own = each.what.rpartition("/")[2]
            number = called.get(own) if own else found.get(warned_id(each.address_key))
            if number is not None:
                here[each] = number
        return here

    def _store_pictures(self, content: PackContent) -> dict[str, Pictures]:
        return {
            item.id: {name: self._store(picture) for name, picture in item.pictures.items()}
            for item in content.items
            if item.pictures
        }

    def _store(self, picture: OpenedPicture) -> StoredPicture:
        return StoredPicture(
            hash=self._assets.files.put(picture.data),
            media_type=picture.media_type,
            size_bytes=len(picture.data),
            width=picture.width,
            height=picture.height,
        )


_REMOVED = "UPDATE pack SET removed_at = :at WHERE uid = :uid"
_ARCHIVES = """
    SELECT p.sha256, a.data FROM pack AS p LEFT JOIN pack_archive AS a ON a.uid = p.uid WHERE p.removed_at IS NULL
"""
