"""What decides whether an article is kept, set as sync and the stores of other subjects set it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from caregiver_app.library.entry_values import EntryChanges
from caregiver_app.library.store import Library
from caregiver_app.model.article import ItemId
from caregiver_app.model.source import SourceId
from tests.helpers.clock import MONDAY
from tests.helpers.library import raw

Content = dict[str, list[tuple[object, ...]]]


def leave_feed(library: Library, source_id: SourceId, *, keep: Sequence[str] = ()) -> None:
    """Store that the source's last document holds these entries alone."""
    library.entries.store(source_id, EntryChanges(seen=tuple(keep)), at=MONDAY)


def collect(folder: Path, item: ItemId) -> None:
    """Put an article into a collection."""
    with raw(folder) as connection:
        connection.execute("INSERT OR IGNORE INTO collection VALUES (1, 'user/1', 'Night', 1, 1)")
        connection.execute("INSERT INTO collection_item VALUES (1, ?, 1)", (item,))


def link_to(folder: Path, item: ItemId) -> None:
    """Let a link of the person's own keep an article's text."""
    with raw(folder) as connection:
        connection.execute(
            "INSERT INTO item (kind, uid, title, language, created_at) VALUES ('link', ?, 'Mine', '', 1)",
            (f"user/link-{item}",),
        )
        connection.execute("INSERT INTO link SELECT max(id), ? FROM item", (item,))


def keep_revision(folder: Path, item: ItemId) -> None:
    """Keep the first earlier text of an article."""
    with raw(folder) as connection:
        connection.execute("INSERT INTO revision_kept VALUES (?, 1, 1)", (item,))


def whole_content(folder: Path) -> Content:
    """Return every row of every table that is not the search's own."""
    with raw(folder) as connection:
        names = [
            row[0]
            for row in connection.execute("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
        ]
        return {
            name: sorted(map(tuple, connection.execute(f"SELECT * FROM {name}")), key=repr)  # noqa: S608 our names
            for name in names
            if not name.startswith(("search_", "sqlite_"))
        }
