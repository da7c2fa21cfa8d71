"""What version 3 of `library.db` adds to version 2. docs/formats/library.md explains the tables for people."""

from __future__ import annotations

# Texts of a feed are compared with texts of a feed, those of a page with those of a page.
_CHANGES = ("ALTER TABLE revision ADD COLUMN of_page INTEGER NOT NULL DEFAULT 0 CHECK (of_page IN (0, 1))",)

# An article that turns out to be an alert of a source that may warn (`library.alerts.MAY_WARN`) after it was muted
# comes back at once: nobody mutes a warning, and nobody escapes by calling something a recall.
_NEVER_MUTED = (
    "DROP TRIGGER never_muted_alert",
    """
    CREATE TRIGGER never_muted_alert AFTER INSERT ON alert BEGIN
        DELETE FROM muted_item WHERE item_id = NEW.item_id AND EXISTS (
            SELECT 1 FROM article AS a JOIN source AS s ON s.id = a.source_id
            WHERE a.item_id = NEW.item_id AND (s.kind = 'alerts' OR (NEW.kind = 'cap' AND EXISTS (
                SELECT 1 FROM source_origin AS o WHERE o.source_id = s.id AND o.author = 'user'
            )))
        );
    END
    """,
    """
    CREATE TRIGGER never_muted_own AFTER INSERT ON source_origin WHEN NEW.author = 'user' BEGIN
        DELETE FROM muted_item WHERE item_id IN (
            SELECT a.item_id FROM article AS a JOIN alert AS al ON al.item_id = a.item_id
            WHERE a.source_id = NEW.source_id AND al.kind = 'cap'
        );
    END
    """,
)

VERSION_3 = (*_CHANGES, *_NEVER_MUTED)
