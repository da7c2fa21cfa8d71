"""The earlier texts of items, compressed; what was different is worked out when somebody reads."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

from caregiver_app.library.entry_values import text_hash
from caregiver_app.model.article import ItemId, Revision
from caregiver_app.model.entry import SafeHtml
from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database, Writer

HASH_RULE = 1
"""Which rule made a text's hash: 1 is SHA-256 over title, NUL, plain text (`library.entry_values.text_hash`)."""

LONGEST_BYTES = 4_000_000

KEPT_AT_MOST = 24
"""Earlier texts of an article beside those that a person keeps; the oldest go first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierText:
    """A text that is replaced, and since when it was known; `of_page`: that of the whole page, not of its feed."""

    seen_at: Millis
    title: str
    html: str
    text: str
    of_page: bool = False


class Revisions:
    """Texts that items had before."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, writer: Writer, item_id: ItemId, *, at: Millis) -> None:
        """Keep an article's present text, which is about to be replaced, with the time since which it was known.

        When there are too many, the oldest that nobody keeps goes, and the article's source is said to churn.
        """
        row = self._database.one(
            """
            SELECT t.title, t.text, coalesce(o.html, h.html) AS html,
                coalesce(a.changed_at, a.first_seen_at) AS seen_at, o.item_id IS NOT NULL AS of_page
            FROM item_text AS t JOIN article_html AS h USING (item_id) JOIN article AS a USING (item_id)
            LEFT JOIN offline_copy AS o ON o.item_id = t.item_id AND o.shown = 1
            WHERE t.item_id = :id
            """,
            {"id": item_id},
        )
        if row is None:
            raise RuntimeError("a change of an article that is not there")
        earlier = EarlierText(
            seen_at=row["seen_at"],
            title=row["title"],
            html=row["html"],
            text=row["text"],
            of_page=bool(row["of_page"]),
        )
        if self.add(writer, item_id, earlier):
            writer.execute(_SAY_IT_CHURNS, {"id": item_id, "at": at})

    def add(self, writer: Writer, item_id: ItemId, earlier: EarlierText) -> bool:
        """Add an earlier text of an item; True when there were too many, and the oldest that nobody keeps went."""
        writer.execute(
            _ADD,
            {
                "id": item_id,
                "seen_at": earlier.seen_at,
                "title": earlier.title,
                "html": zlib.compress(earlier.html.encode()),
                "text": zlib.compress(earlier.text.encode()),
                "hash": text_hash(earlier.title, earlier.text),
                "rule": HASH_RULE,
                "of_page": int(earlier.of_page),
            },
        )
        return bool(writer.execute(_DROP_BEYOND, {"id": item_id, "most": KEPT_AT_MOST}))

    def of(self, item_id: ItemId) -> tuple[Revision, ...]:
        """Return the earlier texts of an item, oldest first; damaged ones are left out, `count_damaged` tells."""
        rows = self._database.rows(
            """
            SELECT r.n, r.seen_at, r.title, r.html, r.text, r.of_page, k.n IS NOT NULL AS kept
            FROM revision AS r LEFT JOIN revision_kept AS k ON k.item_id = r.item_id AND k.n = r.n
            WHERE r.item_id = :id ORDER BY r.n
            """,
            {"id": item_id},
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
    return Revision(
        n=row["n"],
        seen_at=row["seen_at"],
        title=row["title"],
        html=SafeHtml(html),
        text=text,
        kept=bool(row["kept"]),
        of_page=bool(row["of_page"]),
    )


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


_ADD = """
    INSERT INTO revision (item_id, n, seen_at, title, html, text, hash, hash_rule, of_page)
    SELECT :id, coalesce(max(n), 0) + 1, :seen_at, :title, :html, :text, :hash, :rule, :of_page
    FROM revision WHERE item_id = :id
"""
_DROP_BEYOND = """
    DELETE FROM revision WHERE item_id = :id AND n IN (
        SELECT r.n FROM revision AS r WHERE r.item_id = :id
        AND NOT EXISTS (SELECT 1 FROM revision_kept AS k WHERE k.item_id = r.item_id AND k.n = r.n)
        ORDER BY r.n DESC LIMIT -1 OFFSET :most
    )
"""
_SAY_IT_CHURNS = """
    UPDATE source_state SET churning_at = :at
    WHERE source_id = (SELECT source_id FROM article WHERE item_id = :id)
"""
