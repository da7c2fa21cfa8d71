"""What guides and checklists of packs said before: kept when their words change, as earlier texts of pages are.

Whoever passed one on can so be told that it says something else now. Knows no packs: it compares what is shown before
and after a change.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from caregiver_app.library.entry_values import text_hash
from caregiver_app.library.revisions import EarlierText, Revisions
from caregiver_app.model.article import ItemId
from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database, Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a text says, and since when."""

    title: str
    text: str
    html: str
    since: Millis

    @property
    def hash(self) -> str:
        """By what the same words are recognised."""
        return text_hash(self.title, self.text)


class BroughtRevisions:
    """Writes within a transaction that is open."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._revisions = Revisions(database)

    def of_author(self, author: str) -> Mapping[ItemId, Words]:
        """Return what the texts say now that an author brings."""
        rows = self._database.rows("SELECT item_id FROM origin WHERE author = :author", {"author": author})
        return self.of({ItemId(row[0]) for row in rows})

    def of(self, ids: Collection[int]) -> Mapping[ItemId, Words]:
        """Return what those of these items say now that are texts."""
        rows = self._database.rows(_SAID_NOW, {"ids": json.dumps(sorted(ids))})
        return {ItemId(row["id"]): _words(row) for row in rows}

    def keep(self, writer: Writer, before: Mapping[ItemId, Words], *, at: Millis) -> None:
        """Keep what each text said that says something else now; one that is gone leaves nothing."""
        now = self.of(before)
        for item_id, words in before.items():
            if item_id in now and now[item_id].hash != words.hash:
                since = self._go_back(writer, item_id, now[item_id].hash)
                if since is None:
                    self._keep_one(writer, item_id, words)
                    since = at
                writer.execute("UPDATE item SET reworded_at = :since WHERE id = :id", {"id": item_id, "since": since})

    def _go_back(self, writer: Writer, item_id: ItemId, said: str) -> Millis | None:
        """Forget what came after the words that stand there again, and return since when they are known.

        A step that is taken back is no news. None, and nothing happens, where they are new, or where a person keeps one
        of the texts since or passed one on.
        """
        which = {"id": item_id, "hash": said}
        found = self._database.one(_SAID_BEFORE, which)
        if found is None:
            return None
        writer.execute("DELETE FROM revision WHERE item_id = :id AND n >= :n", {"id": item_id, "n": found["n"]})
        return Millis(found["seen_at"])

    def _keep_one(self, writer: Writer, item_id: ItemId, words: Words) -> None:
        earlier = EarlierText(seen_at=words.since, title=words.title, html=words.html, text=words.text)
        self._revisions.add(writer, item_id, earlier)


def _words(row: Row) -> Words:
    return Words(title=row["title"], text=row["text"], html=row["html"] or "", since=Millis(row["since"]))


# The words that are shown are those of one of the origins, whichever it is: equal words have equal HTML for a reader.
_SAID_NOW = """
    SELECT i.id, t.title, t.text, coalesce(i.reworded_at, i.created_at) AS since,
        (SELECT o.fields ->> '$.html' FROM origin AS o WHERE o.item_id = i.id
            AND o.fields ->> '$.title' = t.title AND o.fields ->> '$.text' = t.text ORDER BY o.author LIMIT 1) AS html
    FROM json_each(:ids) AS wanted CROSS JOIN item AS i ON i.id = wanted.value JOIN item_text AS t ON t.item_id = i.id
    WHERE i.kind IN ('guide', 'checklist')
"""
# A share keeps how many earlier texts there were (`library.shares`).
_SAID_BEFORE = """
    SELECT r.n, r.seen_at FROM revision AS r WHERE r.item_id = :id AND r.hash = :hash
    AND NOT EXISTS (SELECT 1 FROM share AS s WHERE s.item_id = r.item_id AND s.version >= r.n)
    AND NOT EXISTS (SELECT 1 FROM revision_kept AS k WHERE k.item_id = r.item_id AND k.n >= r.n)
    ORDER BY r.n DESC LIMIT 1
"""
