"""The earlier texts of items, compressed; what was different is worked out when somebody reads."""

from __future__ import annotations

import zlib

from caregiver_app.model.article import ItemId, Revision
from caregiver_app.model.entry import SafeHtml
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database, Writer

HASH_RULE = 1
"""Which rule made a text's hash: 1 is SHA-256 over title, NUL, plain text (`library.entries.text_hash`)."""

LONGEST_BYTES = 4_000_000


class Revisions:
    """Texts that items had before."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, writer: Writer, item_id: ItemId) -> None:
        """Keep an article's present text, which is about to be replaced, with the time since which it was known."""
        row = self._database.one(
            """
            SELECT t.title, t.text, h.html, a.text_hash, coalesce(a.changed_at, a.first_seen_at) AS seen_at,
                (SELECT coalesce(max(n), 0) + 1 FROM revision WHERE item_id = :id) AS n
            FROM item_text AS t JOIN article_html AS h USING (item_id) JOIN article AS a USING (item_id)
            WHERE t.item_id = :id
            """,
            {"id": item_id},
        )
        if row is None:
            raise RuntimeError("a change of an article that is not there")
        writer.execute(
            """
            INSERT INTO revision (item_id, n, seen_at, title, html, text, hash, hash_rule)
            VALUES (:id, :n, :seen_at, :title, :html, :text, :hash, :rule)
            """,
            {
                "id": item_id,
                "n": row["n"],
                "seen_at": row["seen_at"],
                "title": row["title"],
                "html": zlib.compress(row["html"].encode()),
                "text": zlib.compress(row["text"].encode()),
                "hash": row["text_hash"],
                "rule": HASH_RULE,
            },
        )

    def of(self, item_id: ItemId) -> tuple[Revision, ...]:
        """Return the earlier texts of an item, oldest first; damaged ones are left out, `count_damaged` tells."""
        rows = self._database.rows(
            "SELECT n, seen_at, title, html, text FROM revision WHERE item_id = :id ORDER BY n", {"id": item_id}
        )
        found = (_revision(row) for row in rows)
        return tuple(revision for revision in found if revision is not None)

    def count_damaged(self) -> int:
        """Return how many earlier texts cannot be read any more."""
        ids = self._database.rows("SELECT DISTINCT item_id FROM revision")
        kept = int(self._database.value("SELECT count(*) FROM revision"))
        return kept - sum(len(self.of(ItemId(row[0]))) for row in ids)


def _revision(row: Row) -> Revision | None:
    try:
        html, text = _unpack(row["html"]), _unpack(row["text"])
    except (zlib.error, UnicodeDecodeError):
        return None
    return Revision(n=row["n"], seen_at=row["seen_at"], title=row["title"], html=SafeHtml(html), text=text)


def _unpack(blob: bytes) -> str:
    """Return a compressed text; bounded, because the file may have come from elsewhere.

    Raises:
        zlib.error: it is damaged, cut short, or longer than any text that is kept.
        UnicodeDecodeError: it is no text.
    """
    unfolding = zlib.decompressobj()
    text = unfolding.decompress(blob, LONGEST_BYTES)
    if not unfolding.eof:
        raise zlib.error("incomplete")
    return text.decode()
