"""Looks whether the library is sound, and mends what can be made anew from the rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from caregiver_app.library.assets import Assets
from caregiver_app.library.revisions import Revisions
from caregiver_app.library.schema import LIBRARY_SCHEMA
from caregiver_app.library.search import SearchIndex
from caregiver_app.model.errors import StorageError, StorageTrouble
from caregiver_app.model.time import Millis
from caregiver_app.storage.comparing import differences
from caregiver_app.storage.driver import DriverError
from caregiver_app.storage.engine import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One question asked of the library; `detail` is a count or a short fact, no content."""

    name: str
    ok: bool
    detail: str = ""
    repaired: bool = False


PICTURES_WHOLE = "pictures-whole"
PICTURES_NEEDED = "pictures-needed"

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
        self._revisions = Revisions(database)

    def check(self, *, repair: bool = False) -> tuple[Check, ...]:
        """Ask everything; with `repair` make the search index anew when it is wrong.

        Damage is an answer and no error, and so is a disk in the way: `detail` is then the trouble's word.

        Raises:
            Cancelled: interrupted on request.
        """
        index = self._index(repair=repair)  # first: the check of the pages looks into the index too
        return (
            _counted("library-pages", self._broken_pages),
            _counted("library-schema", lambda: len(differences(self._database, LIBRARY_SCHEMA))),
            _counted("library-references", lambda: len(self._database.rows("PRAGMA foreign_key_check"))),
            *(_counted(name, partial(self._database.value, sql)) for name, sql in _COUNTS_OF_BROKEN.items()),
            _counted("revisions-whole", self._revisions.count_damaged),
            index,
        )

    def check_pictures(self, assets: Assets, *, repair: bool = False, alone: bool = False) -> tuple[Check, ...]:
        """Ask whether pictures and what the library says of them fit; with `repair` make them fit.

        A picture whose file is lost counts as not fetched. Files that no article needs go where the caller is `alone`
        with the folder: another one may be about to name them.
        """
        try:
            return self._lost_pictures(assets, repair=repair), self._spare_pictures(assets, repair=repair and alone)
        except StorageError as error:
            return (Check(name=PICTURES_WHOLE, ok=False, detail=error.kind.value),)

    def last_written(self) -> Millis | None:
        """Return the latest time at which the library was at work, as far as it says."""
        found = self._database.value(
            "SELECT max(at) FROM (SELECT max(last_checked_at) AS at FROM source_state "
            "UNION ALL SELECT max(at) FROM ledger)"
        )
        return None if found is None else Millis(found)

    def _lost_pictures(self, assets: Assets, *, repair: bool) -> Check:
        lost = assets.lost()
        if lost and repair:
            assets.forget(lost)
            return Check(name=PICTURES_WHOLE, ok=not assets.lost(), detail=str(len(lost)), repaired=True)
        return Check(name=PICTURES_WHOLE, ok=not lost, detail=str(len(lost)) if lost else "")

    def _spare_pictures(self, assets: Assets, *, repair: bool) -> Check:
        if repair:
            went = assets.sweep()
            return Check(name=PICTURES_NEEDED, ok=True, detail=str(went) if went else "", repaired=went > 0)
        spare = assets.spare()
        return Check(name=PICTURES_NEEDED, ok=True, detail=str(spare) if spare else "")

    def _broken_pages(self) -> int:
        answers = [str(row[0]) for row in self._database.rows("PRAGMA integrity_check(20)")]
        return 0 if answers == ["ok"] else len(answers)

    def _index(self, *, repair: bool) -> Check:
        asked = self._look_into_index()
        if asked.ok or asked.detail or not repair:
            return asked
        rebuilt = _counted(asked.name, self._search.rebuild)
        return replace(self._look_into_index(), repaired=True) if rebuilt.ok else rebuilt

    def _look_into_index(self) -> Check:
        try:
            return Check(name="search-index", ok=self._search.is_sound())
        except StorageError as error:
            return Check(name="search-index", ok=False, detail=error.kind.value)


def _counted(name: str, count: Callable[[], int | None]) -> Check:
    """Return what a question answers by how many broken things it finds; one that cannot be asked is answered too."""
    try:
        broken = count() or 0
    except StorageError as error:
        return Check(name=name, ok=False, detail=error.kind.value)
    except DriverError:  # a table that the question is about is gone
        return Check(name=name, ok=False, detail=StorageTrouble.CORRUPT.value)
    return Check(name=name, ok=broken == 0, detail=str(broken) if broken else "")
