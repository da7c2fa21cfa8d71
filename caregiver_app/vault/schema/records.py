"""Tables of `vault.db` for what is written down: notes, questions, visits, medicines, contacts, measurements.

Each record has a number of its own in this file, a uid for ever, and goes for good thirty days after `deleted_at`.
"""

from __future__ import annotations

NOTES = (
    """
    CREATE TABLE note (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        person_id INTEGER REFERENCES person (id) ON DELETE CASCADE,
        kind TEXT NOT NULL DEFAULT 'note' CHECK (kind IN ('note', 'daily-log', 'symptom', 'visit', 'incident')),
        text TEXT NOT NULL,
        answers TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(answers)),
        author TEXT NOT NULL DEFAULT '',
        about_me INTEGER NOT NULL DEFAULT 0 CHECK (about_me IN (0, 1)),
        at INTEGER NOT NULL,
        created_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        deleted_at INTEGER
    ) STRICT
    """,
    "CREATE INDEX note_by_time ON note (person_id, at, id) WHERE deleted_at IS NULL",
    "CREATE INDEX note_of_all_by_time ON note (at, id) WHERE deleted_at IS NULL",
    """
    CREATE TABLE note_tag (
        note_id INTEGER NOT NULL REFERENCES note (id) ON DELETE CASCADE,
        tag TEXT NOT NULL,
        PRIMARY KEY (note_id, tag)
    ) STRICT, WITHOUT ROWID
    """,
)

VISITS = (
    """
    CREATE TABLE appointment (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        person_id INTEGER REFERENCES person (id) ON DELETE CASCADE,
        title TEXT NOT NULL,
        with_whom TEXT NOT NULL DEFAULT '',
        place TEXT NOT NULL DEFAULT '',
        starts TEXT NOT NULL,
        ends TEXT,
        zone TEXT NOT NULL,
        reason TEXT NOT NULL DEFAULT '',
        state TEXT NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'done', 'cancelled')),
        outcome TEXT NOT NULL DEFAULT '',
        decisions TEXT NOT NULL DEFAULT '',
        created_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        deleted_at INTEGER
    ) STRICT
    """,
    "CREATE INDEX appointment_by_start ON appointment (starts, id) WHERE deleted_at IS NULL",
    """
    CREATE TABLE chase (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        person_id INTEGER REFERENCES person (id) ON DELETE CASCADE,
        appointment_id INTEGER REFERENCES appointment (id) ON DELETE SET NULL,
        what TEXT NOT NULL,
        who TEXT NOT NULL DEFAULT '',
        by_date TEXT,
        done_at INTEGER,
        created_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        deleted_at INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE question (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        person_id INTEGER REFERENCES person (id) ON DELETE CASCADE,
        text TEXT NOT NULL,
        for_whom TEXT NOT NULL DEFAULT '',
        position INTEGER NOT NULL,
        state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'asked', 'answered', 'set-aside')),
        appointment_id INTEGER REFERENCES appointment (id) ON DELETE SET NULL,
        note_id INTEGER REFERENCES note (id) ON DELETE SET NULL,
        created_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        deleted_at INTEGER
    ) STRICT
    """,
    "CREATE INDEX question_in_order ON question (person_id, position, id) WHERE deleted_at IS NULL",
    """
    CREATE TABLE answer (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        question_id INTEGER NOT NULL REFERENCES question (id) ON DELETE CASCADE,
        text TEXT NOT NULL,
        by_whom TEXT NOT NULL DEFAULT '',
        request_id INTEGER REFERENCES ask_request (id) ON DELETE SET NULL,
        at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX answer_to ON answer (question_id, at, id)",
)

RECORDS = (
    """
    CREATE TABLE medicine (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        person_id INTEGER REFERENCES person (id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        strength TEXT NOT NULL DEFAULT '',
        form TEXT NOT NULL DEFAULT '',
        dose TEXT NOT NULL DEFAULT '',
        how TEXT NOT NULL DEFAULT '',
        times TEXT NOT NULL DEFAULT '',
        as_needed INTEGER NOT NULL DEFAULT 0 CHECK (as_needed IN (0, 1)),
        as_needed_rule TEXT NOT NULL DEFAULT '',
        maximum TEXT NOT NULL DEFAULT '',
        over_the_counter INTEGER NOT NULL DEFAULT 0 CHECK (over_the_counter IN (0, 1)),
        high_risk INTEGER NOT NULL DEFAULT 0 CHECK (high_risk IN (0, 1)),
        why TEXT NOT NULL DEFAULT '',
        by_whom TEXT NOT NULL DEFAULT '',
        started TEXT,
        stopped TEXT,
        stop_reason TEXT NOT NULL DEFAULT '',
        copied_from TEXT NOT NULL DEFAULT '',
        copied_on TEXT,
        position INTEGER NOT NULL,
        created_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        deleted_at INTEGER
    ) STRICT
    """,
    # Without a person: somebody for all of them.
    """
    CREATE TABLE contact (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        person_id INTEGER REFERENCES person (id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        role TEXT NOT NULL DEFAULT '',
        phones TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(phones)),
        email TEXT NOT NULL DEFAULT '',
        address TEXT NOT NULL DEFAULT '',
        hours TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT '',
        call_order INTEGER,
        position INTEGER NOT NULL,
        created_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        deleted_at INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE measure_kind (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        unit TEXT NOT NULL DEFAULT '',
        created_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        deleted_at INTEGER
    ) STRICT
    """,
    # `kind` is a word of ours ("weight") or `own:` and the uid of a measure_kind; the value stands in `unit`, as read.
    """
    CREATE TABLE measurement (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        person_id INTEGER REFERENCES person (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        value REAL NOT NULL,
        second_value REAL,
        unit TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT '',
        at INTEGER NOT NULL,
        created_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        deleted_at INTEGER
    ) STRICT
    """,
    "CREATE INDEX measurement_by_time ON measurement (person_id, kind, at, id) WHERE deleted_at IS NULL",
)
