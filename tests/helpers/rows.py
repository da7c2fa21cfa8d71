"""Rows of the list, made without a library."""

from __future__ import annotations

from caregiver_app.model.article import ArticleRow, ItemId, ItemKind, Trust
from caregiver_app.model.source import SourceId
from caregiver_app.model.time import Millis
from tests.helpers.clock import MONDAY


def a_row(
    number: int = 1,
    *,
    title: str = "Evening routines",
    organisation: str = "Harbour Dementia Trust",
    snippet: str = "Close the curtains.",
    trust: Trust = Trust.NOT_CHECKED,
    read: bool = False,
    starred: bool = False,
    archived: bool = False,
    changed: bool = False,
    published_at: Millis | None = MONDAY,
    words: int = 800,
) -> ArticleRow:
    """Return an unread row of today."""
    return ArticleRow(
        id=ItemId(number),
        kind=ItemKind.ARTICLE,
        title=title,
        url=f"https://harbour.example/{number}",
        organisation=organisation,
        source_id=SourceId(1),
        source_title="Harbour news",
        published_at=published_at,
        sort_at=MONDAY,
        trust=trust,
        snippet=snippet,
        language="en",
        words=words,
        read=read,
        starred=starred,
        archived=archived,
        changed=changed,
    )
