"""What version 11 of `library.db` takes out of version 10. docs/formats/library.md explains the tables for people."""

from __future__ import annotations

_CARRIED_TWICE = """
    INSERT OR IGNORE INTO shared_item (item_id) SELECT NEW.item_id WHERE EXISTS (
        SELECT 1 FROM article_entry
        WHERE item_id = NEW.item_id AND (source_id <> NEW.source_id OR entry_key <> NEW.entry_key)
    );
"""

# Nobody was shown how much is new in each source, and each entry that came or was read had it counted again.
VERSION_11 = (
    "DROP TRIGGER new_count_entry",
    "DROP TRIGGER new_count_entry_gone",
    "DROP TRIGGER new_count_entry_moved",
    "DROP TRIGGER new_count_item",
    "DROP TRIGGER new_count_item_gone",
    "DROP TABLE new_count",
    f"CREATE TRIGGER shared_item_entry AFTER INSERT ON article_entry BEGIN {_CARRIED_TWICE} END",
    f"""
    CREATE TRIGGER shared_item_entry_moved AFTER UPDATE OF source_id, item_id ON article_entry
    WHEN OLD.source_id <> NEW.source_id OR OLD.item_id <> NEW.item_id BEGIN {_CARRIED_TWICE} END
    """,
)
