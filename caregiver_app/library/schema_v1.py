"""The tables of version 1 of `library.db`, without the search index. docs/formats/library.md explains them for people.

The kinds of tables stay apart: what sync may replace, and what a person set.
"""

from __future__ import annotations

_ORGANISATIONS = (
    """
    CREATE TABLE organisation (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        country TEXT NOT NULL,
        homepage TEXT NOT NULL,
        known TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE organisation_site (
        organisation_id INTEGER NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
        host TEXT NOT NULL,
        path_prefix TEXT NOT NULL,
        exceptions TEXT NOT NULL CHECK (json_valid(exceptions)),
        stated_by TEXT NOT NULL,
        PRIMARY KEY (organisation_id, host, path_prefix, stated_by)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX organisation_site_by_host ON organisation_site (host)",
)

_TOPICS = (
    """
    CREATE TABLE topic (
        id TEXT PRIMARY KEY,
        title TEXT NOT NULL,
        position INTEGER NOT NULL,
        author TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE topic_choice (
        topic_id TEXT PRIMARY KEY REFERENCES topic (id) ON DELETE CASCADE,
        chosen_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
)

_SOURCES = (
    """
    CREATE TABLE source (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        url TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        organisation_id INTEGER REFERENCES organisation (id),
        format TEXT NOT NULL CHECK (format IN ('feed', 'page')),
        kind TEXT NOT NULL CHECK (kind IN ('news', 'alerts', 'research', 'video', 'social')),
        language TEXT NOT NULL,
        country TEXT NOT NULL,
        homepage TEXT NOT NULL,
        allow_private INTEGER NOT NULL CHECK (allow_private IN (0, 1)),
        asks_first INTEGER NOT NULL CHECK (asks_first IN (0, 1)),
        enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)),
        note TEXT NOT NULL,
        added_at INTEGER NOT NULL,
        removed_at INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE source_origin (
        source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
        author TEXT NOT NULL,
        fields TEXT NOT NULL CHECK (json_valid(fields)),
        PRIMARY KEY (source_id, author)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE source_choice (
        source_id INTEGER PRIMARY KEY REFERENCES source (id) ON DELETE CASCADE,
        enabled INTEGER CHECK (enabled IN (0, 1)),
        title TEXT
    ) STRICT
    """,
    """
    CREATE TABLE source_topic (
        source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
        topic_id TEXT NOT NULL REFERENCES topic (id) ON DELETE CASCADE,
        PRIMARY KEY (source_id, topic_id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX source_topic_by_topic ON source_topic (topic_id)",
    """
    CREATE TABLE source_state (
        source_id INTEGER PRIMARY KEY REFERENCES source (id) ON DELETE CASCADE,
        etag TEXT,
        last_modified TEXT,
        body_hash TEXT,
        last_checked_at INTEGER,
        last_good_at INTEGER,
        newest_at INTEGER,
        next_due_at INTEGER,
        interval_s INTEGER NOT NULL DEFAULT 3600,
        failures INTEGER NOT NULL DEFAULT 0,
        state TEXT NOT NULL DEFAULT 'never-fetched'
            CHECK (state IN ('never-fetched', 'fine', 'quiet', 'failing', 'moved', 'gone', 'attention')),
        reason TEXT NOT NULL DEFAULT '',
        reason_detail TEXT NOT NULL DEFAULT '',
        feed_title TEXT NOT NULL DEFAULT '',
        moved_to TEXT
    ) STRICT
    """,
    """
    CREATE TABLE host_pause (
        host TEXT PRIMARY KEY,
        until INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
)

_ITEMS = (
    """
    CREATE TABLE item (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL
            CHECK (kind IN ('article', 'link', 'guide', 'checklist', 'community', 'helpline', 'date')),
        uid TEXT NOT NULL UNIQUE,
        address_key TEXT,
        title TEXT NOT NULL,
        url TEXT,
        language TEXT NOT NULL,
        organisation_id INTEGER REFERENCES organisation (id),
        created_at INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX item_by_address ON item (address_key) WHERE address_key IS NOT NULL",
    """
    CREATE TABLE origin (
        item_id INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
        author TEXT NOT NULL,
        fields TEXT NOT NULL CHECK (json_valid(fields)),
        PRIMARY KEY (item_id, author)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE item_text (
        item_id INTEGER PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE,
        title TEXT NOT NULL,
        text TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE revision (
        item_id INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
        n INTEGER NOT NULL,
        seen_at INTEGER NOT NULL,
        title TEXT NOT NULL,
        html BLOB NOT NULL,
        text BLOB NOT NULL,
        hash TEXT NOT NULL,
        hash_rule INTEGER NOT NULL,
        PRIMARY KEY (item_id, n)
    ) STRICT
    """,
    """
    CREATE TABLE link (
        item_id INTEGER PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE,
        article_id INTEGER REFERENCES item (id) ON DELETE SET NULL
    ) STRICT
    """,
)

_ARTICLES = (
    """
    CREATE TABLE article (
        item_id INTEGER PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE,
        source_id INTEGER NOT NULL REFERENCES source (id),
        published_at INTEGER,
        updated_at INTEGER,
        first_seen_at INTEGER NOT NULL,
        changed_at INTEGER,
        sort_at INTEGER NOT NULL,
        author TEXT NOT NULL,
        summary TEXT NOT NULL,
        words INTEGER NOT NULL,
        grade REAL,
        text_hash TEXT NOT NULL,
        hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1))
    ) STRICT
    """,
    "CREATE INDEX article_by_time ON article (sort_at DESC, item_id DESC) WHERE hidden = 0",
    "CREATE INDEX article_by_source ON article (source_id, sort_at DESC, item_id DESC)",
    """
    CREATE TABLE article_html (
        item_id INTEGER PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE,
        html TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE article_entry (
        source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
        entry_key TEXT NOT NULL,
        item_id INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
        link_key TEXT,
        raw_hash TEXT NOT NULL,
        in_feed INTEGER NOT NULL CHECK (in_feed IN (0, 1)),
        PRIMARY KEY (source_id, entry_key)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX article_entry_by_item ON article_entry (item_id)",
    "CREATE INDEX article_entry_by_link ON article_entry (source_id, link_key) WHERE link_key IS NOT NULL",
    "CREATE INDEX article_entry_in_feed ON article_entry (source_id) WHERE in_feed = 1",
)

_PERSONS = (
    """
    CREATE TABLE mark (
        item_id INTEGER PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE,
        read_at INTEGER,
        starred_at INTEGER,
        archived_at INTEGER
    ) STRICT
    """,
    "CREATE INDEX mark_starred ON mark (item_id) WHERE starred_at IS NOT NULL",
    """
    CREATE TABLE tombstone (
        source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
        entry_key TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (source_id, entry_key)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE choice (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL CHECK (json_valid(value))
    ) STRICT, WITHOUT ROWID
    """,
)

_LEDGER = (
    """
    CREATE TABLE ledger (
        id INTEGER PRIMARY KEY,
        at INTEGER NOT NULL,
        host TEXT NOT NULL,
        why TEXT NOT NULL,
        sent_bytes INTEGER NOT NULL,
        received_bytes INTEGER NOT NULL,
        result TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX ledger_by_time ON ledger (at)",
    """
    CREATE TABLE ledger_month (
        month TEXT NOT NULL,
        host TEXT NOT NULL,
        why TEXT NOT NULL,
        requests INTEGER NOT NULL,
        sent_bytes INTEGER NOT NULL,
        received_bytes INTEGER NOT NULL,
        PRIMARY KEY (month, host, why)
    ) STRICT, WITHOUT ROWID
    """,
)

VERSION_1 = (*_ORGANISATIONS, *_TOPICS, *_SOURCES, *_ITEMS, *_ARTICLES, *_PERSONS, *_LEDGER)
