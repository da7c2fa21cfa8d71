"""The tables of version 2 that make articles easier to find. All of them can be made anew from the others."""

from __future__ import annotations

# What the English stems of `search_index` cannot find: texts in other languages by their own stems, and scripts that
# put no spaces between words by pairs of letters. It keeps no text; it is told what to forget by rowid. Words are cut
# and folded before they come here (`library.word_forms`), so its own cutting knows nothing but spaces.
SEARCH_WORDS = (
    """
    CREATE VIRTUAL TABLE search_words USING fts5 (
        title, text, content = '', contentless_delete = 1, tokenize = 'ascii'
    )
    """,
    """
    CREATE TABLE search_language (
        language TEXT PRIMARY KEY
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE title_order (
        item_id INTEGER PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE,
        key TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX title_order_by_key ON title_order (key, item_id)",
    """
    CREATE TABLE words_pending (
        item_id INTEGER PRIMARY KEY
    ) STRICT
    """,
    """
    CREATE TRIGGER words_of_inserted AFTER INSERT ON item_text BEGIN
        INSERT OR IGNORE INTO words_pending (item_id) VALUES (NEW.item_id);
    END
    """,
    """
    CREATE TRIGGER words_of_updated AFTER UPDATE ON item_text
    WHEN OLD.title IS NOT NEW.title OR OLD.text IS NOT NEW.text BEGIN
        INSERT OR IGNORE INTO words_pending (item_id) VALUES (OLD.item_id);
    END
    """,
    """
    CREATE TRIGGER words_of_deleted AFTER DELETE ON item_text BEGIN
        INSERT OR IGNORE INTO words_pending (item_id) VALUES (OLD.item_id);
    END
    """,
    """
    CREATE TRIGGER words_of_language AFTER UPDATE OF language ON item WHEN OLD.language IS NOT NEW.language BEGIN
        INSERT OR IGNORE INTO words_pending (item_id) SELECT item_id FROM item_text WHERE item_id = NEW.id;
    END
    """,
)

EVERYTHING_WAITS = "INSERT OR IGNORE INTO words_pending (item_id) SELECT item_id FROM item_text"

_NOT_NEW = "(m.read_at IS NOT NULL OR m.archived_at IS NOT NULL)"

NEW_ITEM_IS = """
    SELECT a.item_id, a.sort_at FROM article AS a LEFT JOIN mark AS m ON m.item_id = a.item_id
    WHERE a.hidden = 0 AND m.read_at IS NULL AND m.archived_at IS NULL
"""
"""What `new_item` holds."""

FILL_NEW_ITEM = f"INSERT INTO new_item (item_id, sort_at) {NEW_ITEM_IS}"

# Without it a list of what is new looks through everything that was read before.
NEW_ITEM = (
    """
    CREATE TABLE new_item (
        item_id INTEGER PRIMARY KEY,
        sort_at INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX new_item_by_time ON new_item (sort_at DESC, item_id DESC)",
    f"""
    CREATE TRIGGER new_item_stored AFTER INSERT ON article WHEN NEW.hidden = 0 BEGIN
        INSERT OR IGNORE INTO new_item (item_id, sort_at) SELECT NEW.item_id, NEW.sort_at
        WHERE NOT EXISTS (SELECT 1 FROM mark AS m WHERE m.item_id = NEW.item_id AND {_NOT_NEW});
    END
    """,
    """
    CREATE TRIGGER new_item_moved AFTER UPDATE OF sort_at ON article WHEN OLD.sort_at IS NOT NEW.sort_at BEGIN
        UPDATE new_item SET sort_at = NEW.sort_at WHERE item_id = NEW.item_id;
    END
    """,
    """
    CREATE TRIGGER new_item_hidden AFTER UPDATE OF hidden ON article WHEN NEW.hidden = 1 AND OLD.hidden = 0 BEGIN
        DELETE FROM new_item WHERE item_id = NEW.item_id;
    END
    """,
    """
    CREATE TRIGGER new_item_deleted AFTER DELETE ON article BEGIN
        DELETE FROM new_item WHERE item_id = OLD.item_id;
    END
    """,
    f"""
    CREATE TRIGGER new_item_shown AFTER UPDATE OF hidden ON article WHEN NEW.hidden = 0 AND OLD.hidden = 1 BEGIN
        INSERT OR IGNORE INTO new_item (item_id, sort_at) SELECT NEW.item_id, NEW.sort_at
        WHERE NOT EXISTS (SELECT 1 FROM mark AS m WHERE m.item_id = NEW.item_id AND {_NOT_NEW});
    END
    """,
    """
    CREATE TRIGGER new_item_marked AFTER INSERT ON mark WHEN NEW.read_at IS NOT NULL OR NEW.archived_at IS NOT NULL
    BEGIN
        DELETE FROM new_item WHERE item_id = NEW.item_id;
    END
    """,
    """
    CREATE TRIGGER new_item_marked_later AFTER UPDATE OF read_at, archived_at ON mark
    WHEN (NEW.read_at IS NOT NULL OR NEW.archived_at IS NOT NULL) AND OLD.read_at IS NULL AND OLD.archived_at IS NULL
    BEGIN
        DELETE FROM new_item WHERE item_id = NEW.item_id;
    END
    """,
    """
    CREATE TRIGGER new_item_unmarked AFTER UPDATE OF read_at, archived_at ON mark
    WHEN NEW.read_at IS NULL AND NEW.archived_at IS NULL AND (OLD.read_at IS NOT NULL OR OLD.archived_at IS NOT NULL)
    BEGIN
        INSERT OR IGNORE INTO new_item (item_id, sort_at)
        SELECT item_id, sort_at FROM article WHERE item_id = NEW.item_id AND hidden = 0;
    END
    """,
    """
    CREATE TRIGGER new_item_forgotten AFTER DELETE ON mark
    WHEN OLD.read_at IS NOT NULL OR OLD.archived_at IS NOT NULL BEGIN
        INSERT OR IGNORE INTO new_item (item_id, sort_at)
        SELECT item_id, sort_at FROM article WHERE item_id = OLD.item_id AND hidden = 0;
    END
    """,
)

FILL_SHARED = """
    INSERT INTO shared_item (item_id) SELECT item_id FROM article_entry GROUP BY item_id HAVING count(*) > 1
"""

_COUNT_ENTRY = """
    INSERT INTO new_count (source_id, items) SELECT NEW.source_id, 1
    WHERE EXISTS (SELECT 1 FROM new_item WHERE item_id = NEW.item_id)
    ON CONFLICT (source_id) DO UPDATE SET items = items + 1;
    INSERT OR IGNORE INTO shared_item (item_id) SELECT NEW.item_id WHERE EXISTS (
        SELECT 1 FROM article_entry
        WHERE item_id = NEW.item_id AND (source_id <> NEW.source_id OR entry_key <> NEW.entry_key)
    );
"""
_UNCOUNT_ENTRY = """
    UPDATE new_count SET items = items - 1
    WHERE source_id = OLD.source_id AND EXISTS (SELECT 1 FROM new_item WHERE item_id = OLD.item_id);
"""

# How much is new in each source, counted as it comes and goes: counting it when asked took half a second in 300,000
# articles. What several sources carry is remembered, so that a topic can count it once. Version 11 leaves only that.
NEW_COUNT = (
    """
    CREATE TABLE new_count (
        source_id INTEGER PRIMARY KEY,
        items INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE shared_item (
        item_id INTEGER PRIMARY KEY
    ) STRICT
    """,
    f"CREATE TRIGGER new_count_entry AFTER INSERT ON article_entry BEGIN {_COUNT_ENTRY} END",
    f"CREATE TRIGGER new_count_entry_gone AFTER DELETE ON article_entry BEGIN {_UNCOUNT_ENTRY} END",
    f"""
    CREATE TRIGGER new_count_entry_moved AFTER UPDATE OF source_id, item_id ON article_entry
    WHEN OLD.source_id <> NEW.source_id OR OLD.item_id <> NEW.item_id BEGIN {_UNCOUNT_ENTRY} {_COUNT_ENTRY} END
    """,
    """
    CREATE TRIGGER new_count_item AFTER INSERT ON new_item BEGIN
        INSERT INTO new_count (source_id, items)
        SELECT source_id, count(*) FROM article_entry WHERE item_id = NEW.item_id GROUP BY source_id
        ON CONFLICT (source_id) DO UPDATE SET items = items + excluded.items;
    END
    """,
    """
    CREATE TRIGGER new_count_item_gone AFTER DELETE ON new_item BEGIN
        UPDATE new_count SET items = items - (
            SELECT count(*) FROM article_entry AS e
            WHERE e.item_id = OLD.item_id AND e.source_id = new_count.source_id
        ) WHERE source_id IN (SELECT source_id FROM article_entry WHERE item_id = OLD.item_id);
    END
    """,
)

# An article that turns out to be an alert after it was muted comes back at once: nobody mutes a warning.
NEVER_MUTED = (
    """
    CREATE TRIGGER never_muted_alert AFTER INSERT ON alert BEGIN
        DELETE FROM muted_item WHERE item_id = NEW.item_id;
    END
    """,
    """
    CREATE TRIGGER never_muted_entry AFTER INSERT ON article_entry
    WHEN EXISTS (SELECT 1 FROM muted_item WHERE item_id = NEW.item_id) BEGIN
        DELETE FROM muted_item WHERE item_id = NEW.item_id
        AND EXISTS (SELECT 1 FROM source WHERE id = NEW.source_id AND kind = 'alerts');
    END
    """,
    """
    CREATE TRIGGER never_muted_source AFTER UPDATE OF kind ON source WHEN NEW.kind = 'alerts' BEGIN
        DELETE FROM muted_item WHERE item_id IN (SELECT item_id FROM article_entry WHERE source_id = NEW.id);
    END
    """,
)

_SMALL_SETS = (
    "CREATE INDEX mark_archived ON mark (item_id) WHERE archived_at IS NOT NULL",
    "CREATE INDEX item_by_organisation ON item (organisation_id) WHERE organisation_id IS NOT NULL",
)

FINDING = (
    *SEARCH_WORDS,
    EVERYTHING_WAITS,
    *NEW_ITEM,
    *NEW_COUNT,
    *NEVER_MUTED,
    FILL_NEW_ITEM,
    FILL_SHARED,
    *_SMALL_SETS,
)
"""All of it, filled for a library that has articles already."""
