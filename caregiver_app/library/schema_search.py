"""The first full-text index of `library.db` and what keeps it in step with the texts; it can be made anew from them."""

from __future__ import annotations

# The index holds no text of its own (external content). To take words out of it again FTS5 must be told exactly what
# it was given, so the first change after an indexing keeps the indexed text in `search_pending` until the next one.
# Beginnings of three letters are kept as words of their own: gathering all words that begin so took 300 times longer
# (100 ms in 100,000 articles) each time a letter is typed, and costs half as much again when indexing.
SEARCH = (
    """
    CREATE VIRTUAL TABLE search_index USING fts5 (
        title, text, content = 'item_text', content_rowid = 'item_id', prefix = '3',
        tokenize = 'porter unicode61 remove_diacritics 2'
    )
    """,
    # A whole batch of texts (`library.search.BATCH`) gathers in memory before it becomes a segment: merging many small
    # ones takes a third longer, at the default of 1 MB twice as long.
    "INSERT INTO search_index (search_index, rank) VALUES ('hashsize', 16000000)",
    """
    CREATE TABLE search_pending (
        item_id INTEGER PRIMARY KEY,
        indexed_title TEXT,
        indexed_text TEXT
    ) STRICT
    """,
    """
    CREATE TRIGGER item_text_inserted AFTER INSERT ON item_text BEGIN
        INSERT OR IGNORE INTO search_pending (item_id) VALUES (NEW.item_id);
    END
    """,
    """
    CREATE TRIGGER item_text_updated AFTER UPDATE ON item_text
    WHEN OLD.title IS NOT NEW.title OR OLD.text IS NOT NEW.text BEGIN
        INSERT OR IGNORE INTO search_pending (item_id, indexed_title, indexed_text)
        VALUES (OLD.item_id, OLD.title, OLD.text);
    END
    """,
    """
    CREATE TRIGGER item_text_deleted AFTER DELETE ON item_text BEGIN
        INSERT OR IGNORE INTO search_pending (item_id, indexed_title, indexed_text)
        VALUES (OLD.item_id, OLD.title, OLD.text);
    END
    """,
)
