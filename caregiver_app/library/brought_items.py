"""Links, guides and other items as packs bring them: one that several bring is there once, and stays until none does.

What a person marked, checked, collected or passed on stays after its last pack, with what that pack said of it.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from caregiver_app.library.assets import Assets, StoredPicture
from caregiver_app.library.brought_facts import KEPT, WARNED, is_of_person, is_warning, word_on
from caregiver_app.model.article import ItemId, ItemKind
from caregiver_app.model.errors import PackError, PackTrouble
from caregiver_app.model.installed_pack import BroughtItem, publisher_of
from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database, Writer

Pictures = Mapping[str, StoredPicture]
"""Pictures that lie in `assets/` already, by their file in the pack."""


class BroughtItems:
    """Writes within a transaction that is open."""

    def __init__(self, database: Database, assets: Assets) -> None:
        self._database = database
        self._assets = assets

    def put(
        self, writer: Writer, author: str, items: Sequence[BroughtItem], pictures: Mapping[str, Pictures], *, at: Millis
    ) -> tuple[set[int], dict[str, int]]:
        """Write down what a pack says, in place of what it said before; return which are concerned, and those by id.

        Raises:
            PackError: CLASH: an id of this publisher means something of another kind already.
        """
        known = self._own(publisher_of(author))
        touched = self.drop(writer, author)
        found: dict[str, int] = {}
        for item in items:
            number = self._place_of(writer, author, item, known, at)
            writer.execute(_ADD_ORIGIN, {"id": number, "author": author, "fields": _written(item)})
            found[item.id] = number
            if item.id in pictures:
                self._assets.put(writer, ItemId(number), pictures[item.id], at=at)
        return touched | set(found.values()), found

    def drop(self, writer: Writer, author: str) -> set[int]:
        """Forget what a pack says; of what a person wants and nobody else brings it is kept what it said."""
        mine = {"author": author, "kept": KEPT}
        touched = {int(row[0]) for row in self._database.rows(_OF_AUTHOR, mine)}
        writer.execute(_KEEP, mine)
        writer.execute("DELETE FROM origin WHERE author = :author", mine)
        return touched

    def settle(self, writer: Writer, ids: Collection[int]) -> None:
        """Let titles, addresses and texts follow from what is said of items now; what nobody wants any more goes."""
        unwanted = {int(row[0]) for row in self._database.rows(_UNWANTED, {"kept": KEPT})}
        listed = {"ids": json.dumps(sorted(unwanted | set(ids))), "kept": KEPT}
        for statement in (_UNKEEP, _FORGET_UNWANTED, _SWEEP_TEXTS, _SWEEP):
            writer.execute(statement, listed)
        said: dict[int, list[Row]] = {}
        for row in self._database.rows(_SAID, listed):
            said.setdefault(row["id"], []).append(row)
        organisations = self._organisations()
        for rows in said.values():
            self._settle_one(writer, rows, organisations)

    def called(self, publisher: str) -> dict[str, int]:
        """Return the items that a publisher's packs speak of, or spoke of first, by what the publisher calls them."""
        first = {row["uid"].rpartition("/")[2]: int(row["id"]) for row in self._own(publisher).values()}
        said = {str(row[0]): int(row[1]) for row in self._database.rows(_CALLED, _range(publisher))}
        return first | said

    def titles(self, publisher: str) -> dict[str, str]:
        """Return the titles of those items, by the same."""
        called = self.called(publisher)
        rows = self._database.rows(_TITLES, {"ids": json.dumps(list(called.values()))})
        titles = {int(row["id"]): str(row["title"]) for row in rows}
        return {own: titles[number] for own, number in called.items()}

    def _own(self, publisher: str) -> dict[str, Row]:
        """Return the items that this publisher brought first, by uid."""
        return {row["uid"]: row for row in self._database.rows(_OWN, _range(publisher))}

    def _place_of(self, writer: Writer, author: str, item: BroughtItem, known: Mapping[str, Row], at: Millis) -> int:
        """Return the item that an entry is: the page at its address, else what its publisher called so before.

        An item that its publisher calls otherwise is not taken, though it be the same page. A warning is about an
        address and nothing else: it has an item of its own, so that no entry takes it along when it moves.
        """
        if is_warning(item):
            return self._place_of_warning(writer, item, at)
        uid = f"{publisher_of(author)}/{item.id}"
        own = known.get(uid)
        if own is not None and own["kind"] != item.kind.value:
            raise PackError(PackTrouble.CLASH, item.id)
        if item.kind is ItemKind.LINK:
            asked = {**_range(publisher_of(author)), "key": item.address_key, "uid": uid, "id": item.id}
            own = self._database.one(_LINK_AT, asked) or own
        if own is not None:
            return int(own["id"])
        return self._insert(writer, uid, item, at)

    def _place_of_warning(self, writer: Writer, item: BroughtItem, at: Millis) -> int:
        uid = f"{WARNED}/{item.id.partition(':')[2]}"
        found = self._database.value("SELECT id FROM item WHERE uid = :uid", {"uid": uid})
        return self._insert(writer, uid, item, at) if found is None else int(found)

    def _insert(self, writer: Writer, uid: str, item: BroughtItem, at: Millis) -> int:
        values = {"uid": uid, "kind": item.kind.value, "title": item.title, "language": item.language, "at": at}
        writer.execute(_ADD, {**values, "url": item.url, "key": item.address_key})
        number = int(self._database.value("SELECT last_insert_rowid()"))
        if item.kind is ItemKind.LINK:
            writer.execute("INSERT INTO link (item_id) VALUES (:id)", {"id": number})
        return number

    def _settle_one(self, writer: Writer, rows: Sequence[Row], organisations: Mapping[str, int]) -> None:
        first = rows[0]
        said = [row for row in rows if row["author"] is not None]
        word = word_on(first["uid"], said)
        if word is None or is_of_person(first["uid"]):
            return
        fields = word.fields
        values = {
            "id": first["id"],
            "title": fields["title"],
            "url": fields["url"],
            "key": fields["address_key"],
            "language": fields["language"],
            "organisation": organisations.get(fields["organisation"]),
            "text": fields["text"],
        }
        writer.execute(_SET, values)
        if "warning" in fields:  # nobody is to find what is only warned of
            writer.execute("DELETE FROM item_text WHERE item_id = :id", {"id": first["id"]})
        else:
            writer.execute(_SET_TEXT, values)
            writer.execute(_ADD_TEXT, values)

    def _organisations(self) -> dict[str, int]:
        return {row["uid"]: row["id"] for row in self._database.rows("SELECT uid, id FROM organisation")}


def _range(publisher: str) -> dict[str, object]:
    """Return between what all uids of a publisher lie."""
    return {"own": f"{publisher}/", "end": f"{publisher}0"}  # 0 comes after /


def _written(item: BroughtItem) -> str:
    said: dict[str, Any] = {
        **item.fields,
        "id": item.id,
        "title": item.title,
        "url": item.url,
        "address_key": item.address_key,
        "language": item.language,
        "organisation": item.organisation,
        "text": item.text,
    }
    return json.dumps(said, ensure_ascii=False, sort_keys=True)


_WANTED = """(
    EXISTS (SELECT 1 FROM mark AS m WHERE m.item_id = i.id)
    OR EXISTS (SELECT 1 FROM collection_item AS c WHERE c.item_id = i.id)
    OR EXISTS (SELECT 1 FROM share AS s WHERE s.item_id = i.id)
    OR EXISTS (SELECT 1 FROM appraisal AS ap WHERE ap.item_id = i.id AND ap.author = 'user')
    OR EXISTS (SELECT 1 FROM appraisal_draft AS d WHERE d.item_id = i.id)
    OR EXISTS (SELECT 1 FROM link AS l WHERE l.item_id = i.id AND l.article_id IS NOT NULL)
)"""
_AMONG = "(SELECT value FROM json_each(:ids))"

_OF_AUTHOR = "SELECT item_id FROM origin WHERE author = :author"
_KEEP = f"""
    INSERT OR REPLACE INTO origin (item_id, author, fields)
    SELECT o.item_id, :kept, o.fields FROM origin AS o JOIN item AS i ON i.id = o.item_id
    WHERE o.author = :author AND {_WANTED}
    AND NOT EXISTS (SELECT 1 FROM origin AS other WHERE other.item_id = i.id AND other.author NOT IN (:author, :kept))
"""
_UNKEEP = f"""
    DELETE FROM origin AS o WHERE o.author = :kept AND o.item_id IN {_AMONG}
    AND EXISTS (SELECT 1 FROM origin AS other WHERE other.item_id = o.item_id AND other.author <> :kept)
"""
_UNWANTED = f"""
    SELECT i.id FROM origin AS o JOIN item AS i ON i.id = o.item_id WHERE o.author = :kept AND NOT {_WANTED}
"""
_FORGET_UNWANTED = f"DELETE FROM origin WHERE author = :kept AND item_id IN ({_UNWANTED})"
_GONE = f"""
    i.id IN {_AMONG} AND i.kind <> 'article' AND NOT EXISTS (SELECT 1 FROM origin AS o WHERE o.item_id = i.id)
    AND NOT {_WANTED}
"""
_SWEEP_TEXTS = f"DELETE FROM item_text WHERE item_id IN (SELECT i.id FROM item AS i WHERE {_GONE})"
_SWEEP = f"DELETE FROM item AS i WHERE {_GONE}"
_TITLES = f"SELECT id, title FROM item WHERE id IN {_AMONG}"
_OWN = "SELECT id, uid, kind FROM item WHERE uid > :own AND uid < :end"
_CALLED = "SELECT fields ->> '$.id', item_id FROM origin WHERE author > :own AND author < :end"
# What a person did hangs on names. So a page is joined under its own name or that of another publisher, never under
# another name of the same one, which may come back or move on by itself.
_LINK_AT = """
    SELECT i.id, i.uid, i.kind FROM item AS i WHERE i.address_key = :key AND i.kind = 'link'
    AND (i.uid = :uid OR NOT (i.uid > :own AND i.uid < :end)) AND i.uid NOT GLOB 'warned/*'
    AND NOT EXISTS (
        SELECT 1 FROM origin AS o WHERE o.item_id = i.id AND o.author > :own AND o.author < :end
        AND o.fields ->> '$.id' <> :id
    )
    ORDER BY i.uid <> :uid, i.id LIMIT 1
"""
_ADD = """
    INSERT INTO item (kind, uid, address_key, title, url, language, organisation_id, created_at)
    VALUES (:kind, :uid, :key, :title, :url, :language, NULL, :at)
"""
_ADD_ORIGIN = """
    INSERT INTO origin (item_id, author, fields) VALUES (:id, :author, :fields)
    ON CONFLICT (item_id, author) DO UPDATE SET fields = excluded.fields
"""
_SAID = f"""
    SELECT i.id, i.uid, o.author, o.fields, p.published_on, p.version
    FROM item AS i
    LEFT JOIN origin AS o ON o.item_id = i.id LEFT JOIN pack AS p ON p.uid = o.author
    WHERE i.id IN {_AMONG} AND i.kind <> 'article' ORDER BY i.id, o.author
"""
_SET = """
    UPDATE item SET title = :title, url = :url, address_key = :key, language = :language,
        organisation_id = :organisation
    WHERE id = :id
"""
# Two statements: in an upsert the triggers of the search would stop at what waits already (SQLite, CREATE TRIGGER, 2).
_SET_TEXT = """
    UPDATE item_text SET title = :title, text = :text
    WHERE item_id = :id AND (title <> :title OR text <> :text)
"""
_ADD_TEXT = """
    INSERT INTO item_text (item_id, title, text) SELECT :id, :title, :text
    WHERE NOT EXISTS (SELECT 1 FROM item_text WHERE item_id = :id)
"""
