"""A row with one of its marks set or taken away."""

from __future__ import annotations

from dataclasses import replace

from caregiver_app.model.article import ArticleRow, MarkKind


def with_mark(row: ArticleRow, kind: MarkKind, value: bool) -> ArticleRow:
    """Return `row` as it is once the mark is set or taken away."""
    match kind:
        case MarkKind.READ:
            return replace(row, read=value)
        case MarkKind.STARRED:
            return replace(row, starred=value)
        case MarkKind.ARCHIVED:
            return replace(row, archived=value)
