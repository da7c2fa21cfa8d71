"""One article as lists show it, from the tables that each know a part of it."""

from __future__ import annotations

from caregiver_app.library.discreet import DISCREET_ITEMS
from caregiver_app.library.source_titles import SHOWN_TITLE
from caregiver_app.model.article import ArticleRow, ItemId, ItemKind, Trust
from caregiver_app.model.source import SourceId
from caregiver_app.storage.driver import Row

_DISCREET = f"i.id IN ({DISCREET_ITEMS})"

SELECT_ROW = f"""
    SELECT i.id, i.kind, i.title, i.url, i.language, a.source_id, a.published_at, a.sort_at, a.summary, a.words,
        m.read_at IS NOT NULL OR {_DISCREET} AS read, {_DISCREET} AS discreet,
        m.starred_at IS NOT NULL AS starred, m.archived_at IS NOT NULL AS archived,
        coalesce(a.changed_at > coalesce(m.read_at, 0), 0) AS changed,
        coalesce(o.name, '') AS organisation,
        {SHOWN_TITLE} AS source_title
"""
"""What `article_row` reads; more columns may follow."""

FROM_ARTICLES = """
    FROM article AS a
    JOIN item AS i ON i.id = a.item_id
    LEFT JOIN mark AS m ON m.item_id = a.item_id
    JOIN source AS s ON s.id = a.source_id
    LEFT JOIN organisation AS o ON o.id = i.organisation_id
    LEFT JOIN source_choice AS c ON c.source_id = s.id
    LEFT JOIN source_state AS st ON st.source_id = s.id
"""
"""Where it stands; more tables and conditions may follow."""


def article_row(row: Row, trust: Trust) -> ArticleRow:
    """Return the article of one row of `SELECT_ROW`, with the word that `trust` has for it."""
    return ArticleRow(
        id=ItemId(row["id"]),
        kind=ItemKind(row["kind"]),
        title=row["title"],
        url=row["url"],
        organisation=row["organisation"],
        source_id=SourceId(row["source_id"]),
        source_title=row["source_title"],
        published_at=row["published_at"],
        sort_at=row["sort_at"],
        trust=trust,
        snippet=row["summary"],
        language=row["language"],
        words=row["words"],
        read=bool(row["read"]),
        starred=bool(row["starred"]),
        archived=bool(row["archived"]),
        changed=bool(row["changed"]),
        discreet=bool(row["discreet"]),
    )
