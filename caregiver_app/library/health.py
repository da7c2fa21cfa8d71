"""Looks whether the library is sound, and mends what can be made anew from the rest."""

from __future__ import annotations

from dataclasses import dataclass

from caregiver_app.library.search import SearchIndex
from caregiver_app.storage.engine import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One question asked of the library; `detail` is a count or a short fact, no content."""

    name: str
    ok: bool
    detail: str = ""
    repaired: bool = False


_COUNTS_OF_BROKEN = {
    "articles-whole": """
        SELECT count(*) FROM article AS a
        LEFT JOIN item_text AS t USING (item_id) LEFT JOIN article_html AS h USING (item_id)
        WHERE t.item_id IS NULL OR h.item_id IS NULL
    """,
    "articles-with-source": """
        SELECT count(*) FROM article AS a
        WHERE NOT EXISTS (SELECT 1 FROM article_entry AS e WHERE e.item_id = a.item_id)
        AND NOT EXISTS (SELECT 1 FROM mark AS m WHERE m.item_id = a.item_id)
    """,
    "sources-with-state": """
        SELECT count(*) FROM source AS s LEFT JOIN source_state AS st ON st.source_id = s.id WHERE st.source_id IS NULL
    """,
    "items-whole": """
        SELECT count(*) FROM item AS i WHERE i.kind = 'article'
        AND NOT EXISTS (SELECT 1 FROM article AS a WHERE a.item_id = i.id)
    """,
}


class Health:
    """The library's own examination."""

    def __init__(self, database: Database, search: SearchIndex) -> None:
        self._database = database
        self._search = search

    def check(self, *, repair: bool = False) -> tuple[Check, ...]:
        """Ask everything; with `repair` make the search index anew when it is wrong.

        Raises:
            StorageError: the file cannot be read at all.
        """
        return (
            self._pages(),
            self._references(),
            *(self._nothing_broken(name, sql) for name, sql in _COUNTS_OF_BROKEN.items()),
            self._index(repair=repair),
        )

    def _pages(self) -> Check:
        answers = [str(row[0]) for row in self._database.rows("PRAGMA integrity_check(20)")]
        sound = answers == ["ok"]
        return Check(name="library-pages", ok=sound, detail="" if sound else f"{len(answers)}")

    def _references(self) -> Check:
        broken = len(self._database.rows("PRAGMA foreign_key_check"))
        return Check(name="library-references", ok=broken == 0, detail=str(broken) if broken else "")

    def _nothing_broken(self, name: str, sql: str) -> Check:
        broken = int(self._database.value(sql))
        return Check(name=name, ok=broken == 0, detail=str(broken) if broken else "")

    def _index(self, *, repair: bool) -> Check:
        if self._search.is_sound():
            return Check(name="search-index", ok=True)
        if not repair:
            return Check(name="search-index", ok=False)
        self._search.rebuild()
        return Check(name="search-index", ok=self._search.is_sound(), repaired=True)
