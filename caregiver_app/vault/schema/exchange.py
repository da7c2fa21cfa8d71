"""Tables of `vault.db` for what goes out and comes back: keys, requests, answers, and what was disclosed to whom."""

from __future__ import annotations

EXCHANGE = (
    # Our own age identities. `drop` opens what was written while locked, `own` what was sealed to oneself.
    """
    CREATE TABLE identity (
        id INTEGER PRIMARY KEY,
        purpose TEXT NOT NULL CHECK (purpose IN ('drop', 'own')),
        recipient TEXT NOT NULL UNIQUE,
        secret TEXT NOT NULL,
        made_at INTEGER NOT NULL,
        retired_at INTEGER
    ) STRICT
    """,
    # People to whom one may send, or whose questions one answers; usable once their key's words were compared.
    """
    CREATE TABLE correspondent (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        role TEXT NOT NULL DEFAULT '',
        recipient TEXT NOT NULL UNIQUE,
        compared_at INTEGER,
        created_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        deleted_at INTEGER
    ) STRICT
    """,
    # What we asked. `body` is all that went but the texts (`ask_item`); `secret` authenticates what comes back.
    """
    CREATE TABLE ask_request (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        person_id INTEGER REFERENCES person (id) ON DELETE CASCADE,
        correspondent_id INTEGER REFERENCES correspondent (id) ON DELETE SET NULL,
        to_whom TEXT NOT NULL,
        to_key TEXT NOT NULL,
        secret BLOB NOT NULL,
        body TEXT NOT NULL CHECK (json_valid(body)),
        highest_question INTEGER NOT NULL,
        expected_on TEXT NOT NULL,
        made_at INTEGER NOT NULL
    ) STRICT
    """,
    # The texts of a request, as they went: they go for good with the question or note from which they were taken.
    """
    CREATE TABLE ask_item (
        request_id INTEGER NOT NULL REFERENCES ask_request (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        question_id INTEGER REFERENCES question (id) ON DELETE CASCADE,
        note_id INTEGER REFERENCES note (id) ON DELETE CASCADE,
        text TEXT NOT NULL,
        at TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (request_id, number),
        CHECK ((question_id IS NULL) <> (note_id IS NULL))
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX ask_item_of_question ON ask_item (question_id) WHERE question_id IS NOT NULL",
    "CREATE INDEX ask_item_of_note ON ask_item (note_id) WHERE note_id IS NOT NULL",
    # Which answers have come: each number once. What they say stands beside the questions, in `answer`.
    """
    CREATE TABLE ask_answer (
        request_id INTEGER NOT NULL REFERENCES ask_request (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        received_at INTEGER NOT NULL,
        PRIMARY KEY (request_id, number)
    ) STRICT, WITHOUT ROWID
    """,
    # What families asked us, on a nurse's computer; goes thirty days after the answer unless kept with a reason.
    """
    CREATE TABLE received_request (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        family TEXT NOT NULL,
        secret BLOB NOT NULL,
        body TEXT NOT NULL CHECK (json_valid(body)),
        answers TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(answers)),
        received_at INTEGER NOT NULL,
        answered_at INTEGER,
        kept_because TEXT NOT NULL DEFAULT '',
        kept_at INTEGER
    ) STRICT
    """,
    "CREATE INDEX received_request_of ON received_request (family, received_at, id)",
    # Every time something private left: sent, printed, exported. `what` counts by kind: {"question": 2}.
    """
    CREATE TABLE disclosure (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        person_id INTEGER REFERENCES person (id) ON DELETE CASCADE,
        channel TEXT NOT NULL CHECK (channel IN ('ask', 'print', 'export', 'copy')),
        what TEXT NOT NULL CHECK (json_valid(what)),
        to_whom TEXT NOT NULL DEFAULT '',
        to_key TEXT NOT NULL DEFAULT '',
        why TEXT NOT NULL DEFAULT '',
        request_id INTEGER REFERENCES ask_request (id) ON DELETE SET NULL,
        at INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX disclosure_by_time ON disclosure (at, id)",
)
