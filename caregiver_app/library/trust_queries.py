"""The queries by which the facts of trust are found. Each takes as many items or organisations as are asked about."""

from __future__ import annotations

from caregiver_app.model.trust import OF_LIBRARY

ITEMS = """
    SELECT i.id, i.url, i.organisation_id, s.url AS source_url,
        EXISTS (
            SELECT 1 FROM source_origin AS so
            WHERE so.source_id = a.source_id AND (so.author = 'starter' OR so.author GLOB 'starter/*')
        ) AS listed_source,
        CASE WHEN i.kind = 'link' THEN (
            SELECT coalesce(told.url, '') FROM link AS l JOIN item AS told ON told.id = l.article_id
            WHERE l.item_id = i.id
        ) END AS text_url,
        a.source_id IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM article_entry AS e JOIN source_origin AS so ON so.source_id = e.source_id
            WHERE e.item_id = i.id AND so.author <> 'user'
        ) AND EXISTS (
            SELECT 1 FROM source_origin AS so WHERE so.source_id = a.source_id AND so.author = 'user'
        ) AS own_source
    FROM json_each(:ids) AS wanted CROSS JOIN item AS i ON i.id = wanted.value
    LEFT JOIN article AS a ON a.item_id = i.id LEFT JOIN source AS s ON s.id = a.source_id
"""

_IS_TEXT = "{}.kind IN ('guide', 'checklist')"

# The same page: the item itself, the link that was made when its article was checked or the article of a link, and all
# items with the same address; all but these last ones are `tied`. A pack may name any address for a text of its own:
# what is said of that text is not said of the page there. CROSS JOIN keeps the order (SQLite, the query planner, 7.3):
# from the few to the many.
_SAME_PAGE = f"""
    SELECT id, page, max(tied) AS tied FROM (
        SELECT w.value AS id, w.value AS page, 1 AS tied FROM json_each(:ids) AS w
        UNION ALL SELECT w.value, l.item_id, 1 FROM json_each(:ids) AS w CROSS JOIN link AS l ON l.article_id = w.value
        UNION ALL SELECT w.value, l.article_id, 1 FROM json_each(:ids) AS w CROSS JOIN link AS l ON l.item_id = w.value
            WHERE l.article_id IS NOT NULL
        UNION ALL SELECT w.value, other.id, 0 FROM json_each(:ids) AS w
            CROSS JOIN item AS i ON i.id = w.value CROSS JOIN item AS other ON other.address_key = i.address_key
            WHERE other.id <> i.id AND NOT {_IS_TEXT.format("other")}
    ) GROUP BY id, page
"""

# Where several items of one page were checked by the same author, the later check is in force, but one of an item that
# is not tied may turn out to count for nothing (`trust.pages`): then it is the one before. Of a text of a pack, what
# others say of the page at its address counts as a warning alone. The other columns are those of the row with the
# greatest id (SQLite, "Bare columns in an aggregate query").
OF_ITEMS = f"""
    SELECT p.id AS about, p.tied, max(ap.id) AS last, ap.*,
        iif(ap.title <> '', ap.title, checked.title) AS checked_title
    FROM ({_SAME_PAGE}) AS p
    CROSS JOIN appraisal AS ap ON ap.item_id = p.page CROSS JOIN item AS checked ON checked.id = ap.item_id
    WHERE p.tied OR ap.withdrawn_on IS NOT NULL OR ap.outcome <> 'vetted'
        OR NOT EXISTS (SELECT 1 FROM item AS about WHERE about.id = p.id AND {_IS_TEXT.format("about")})
    GROUP BY p.id, ap.author, p.tied ORDER BY p.id, ap.author <> 'user', ap.author, last DESC
"""

OF_ORGANISATIONS = """
    SELECT ap.organisation_id AS about, 1 AS tied, '' AS checked_title, max(ap.id) AS last, ap.*
    FROM json_each(:ids) AS wanted CROSS JOIN appraisal AS ap ON ap.organisation_id = wanted.value
    GROUP BY ap.organisation_id, ap.author ORDER BY ap.organisation_id, ap.author <> 'user', ap.author
"""

ORGANISATIONS = "SELECT id, name, known FROM organisation WHERE id IN (SELECT value FROM json_each(:ids))"

SITES = """
    SELECT s.* FROM json_each(:ids) AS wanted CROSS JOIN organisation_site AS s ON s.organisation_id = wanted.value
    WHERE s.stated_by IN (SELECT value FROM json_each(:authors)) ORDER BY s.organisation_id, s.host, s.path_prefix
"""

NEIGHBOURS = """
    SELECT DISTINCT s.host, s.organisation_id FROM json_each(:hosts) AS wanted
    CROSS JOIN organisation_site AS s ON s.host = wanted.value
    WHERE s.stated_by IN (SELECT value FROM json_each(:authors))
"""

# What a page says now: the texts of its articles, and what the last look at its address saw.
WORDS = f"""
    WITH p AS MATERIALIZED ({_SAME_PAGE})
    SELECT id, json_group_array(DISTINCT hash) FILTER (WHERE hash IS NOT NULL) AS hashes,
        max(baseline_changed) AS baseline_changed, max(changed_at) AS changed_at
    FROM (
        SELECT p.id, '{OF_LIBRARY}' || i.uid || ':' || a.text_hash AS hash, 0 AS baseline_changed, a.changed_at
        FROM p CROSS JOIN article AS a ON a.item_id = p.page CROSS JOIN item AS i ON i.id = p.page
        UNION ALL
        SELECT p.id, c.seen_hash, c.text_hash IS NOT c.seen_hash, NULL
        FROM p CROSS JOIN item AS i ON i.id = p.page CROSS JOIN link_check AS c ON c.address_key = i.address_key
    ) GROUP BY id
"""

ARTICLES_SPOKEN_OF = """
    SELECT a.item_id FROM article AS a WHERE a.item_id IN (
        SELECT ap.item_id FROM appraisal AS ap WHERE ap.item_id IS NOT NULL
        UNION SELECT l.article_id FROM appraisal AS ap CROSS JOIN link AS l ON l.item_id = ap.item_id
        UNION SELECT other.id FROM appraisal AS ap CROSS JOIN item AS i ON i.id = ap.item_id
            CROSS JOIN item AS other ON other.address_key = i.address_key
    )
"""
