"""What is never tidied away, as conditions in SQL on `article AS a`. Later tables that keep an article join here."""

from __future__ import annotations

OLD_MS = 400 * 24 * 3600 * 1000
NEWEST_KEPT = 1_000

BY_THE_PERSON = (
    "a.item_id IN (SELECT item_id FROM mark WHERE starred_at IS NOT NULL)",
    "a.item_id IN (SELECT item_id FROM mark WHERE archived_at IS NOT NULL)",
    "a.item_id IN (SELECT item_id FROM collection_item)",
    "a.item_id IN (SELECT item_id FROM revision_kept)",
    "a.item_id IN (SELECT article_id FROM link WHERE article_id IS NOT NULL)",
    "a.item_id IN (SELECT item_id FROM share WHERE item_id IS NOT NULL)",
    "a.item_id IN (SELECT item_id FROM appraisal WHERE item_id IS NOT NULL)",
    "a.item_id IN (SELECT item_id FROM appraisal_draft WHERE item_id IS NOT NULL)",
)
"""Each of these keeps an article for ever. None may answer NULL."""

IN_A_FEED = "EXISTS (SELECT 1 FROM article_entry AS e WHERE e.item_id = a.item_id AND e.in_feed = 1)"

KEPT_BY_THE_PERSON = f"({' OR '.join(BY_THE_PERSON)})"
KEPT = f"({KEPT_BY_THE_PERSON} OR {IN_A_FEED})"

# By both times: what a feed brought late with an old date was not here for 400 days, and would otherwise go on the day
# it leaves the feed.
TIDIED_OF_A_SOURCE = f"""
    FROM article AS a WHERE a.source_id = :source AND a.hidden = 0 AND (
        (a.sort_at < :old AND a.first_seen_at < :old)
        OR (a.sort_at, a.item_id) < (
            SELECT b.sort_at, b.item_id FROM article AS b WHERE b.source_id = :source AND b.hidden = 0
            ORDER BY b.sort_at DESC, b.item_id DESC LIMIT 1 OFFSET :newest - 1
        )
    ) AND NOT {KEPT}
"""

CARRIED = """
    EXISTS (
        SELECT 1 FROM article_entry AS e JOIN source AS s ON s.id = e.source_id
        WHERE e.item_id = a.item_id AND s.removed_at IS NULL
    )
"""
"""A source that was not removed brings the article."""

SIZE = """
    octet_length(t.title) + octet_length(t.text) + octet_length(h.html)
    + coalesce((SELECT sum(octet_length(r.html) + octet_length(r.text)) FROM revision AS r
        WHERE r.item_id = t.item_id), 0)
    + coalesce((SELECT o.size_bytes FROM offline_copy AS o WHERE o.item_id = t.item_id), 0)
"""
"""Bytes that an article takes: of `item_text AS t JOIN article_html AS h`, with its earlier texts and its copy."""
