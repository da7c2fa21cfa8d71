"""Marking much as read at once, as a step that runs in the library's thread and can be taken back exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from caregiver_app.model.article import ItemId, MarkKind
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.ui.doer import Done, Step
from caregiver_app.ui.theme import Icon

if TYPE_CHECKING:
    from caregiver_app.library.store import Library

MOST_FOUND = 1_000
"""So many found pages are marked where words are searched for."""


def mark_read(query: ArticleQuery, *, at: Millis, older_than: Millis | None = None) -> Step[Library]:
    """Mark as read what a list shows, all of it or only what is older than a time."""

    def step(library: Library) -> Done[Library] | None:
        ids = _mark(library, query, at, older_than)
        if not ids:
            return None
        pattern = ngettext("Marked {count} page as read", "Marked {count} pages as read", len(ids))
        return Done(
            text=pattern.format(count=format_number(len(ids))),
            undo=lambda library: library.marks.put_back(MarkKind.READ, dict.fromkeys(ids)),
            redo=lambda library: library.marks.set(ids, MarkKind.READ, True, at=at),
            icon=Icon.CHECK,
        )

    return step


def _mark(library: Library, query: ArticleQuery, at: Millis, older_than: Millis | None) -> tuple[ItemId, ...]:
    if not query.text.strip():
        return library.marks.mark_read_where(query, at=at, older_than=older_than)
    rows = library.articles.page(query, limit=MOST_FOUND).rows
    ids = [row.id for row in rows if older_than is None or row.sort_at < older_than]
    return library.marks.set(ids, MarkKind.READ, True, at=at)
