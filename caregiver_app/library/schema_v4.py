"""What version 4 of `library.db` adds to version 3. docs/formats/library.md explains the tables for people."""

from __future__ import annotations

from caregiver_app.library.schema_days import is_day

_APPRAISALS = (
    f"""
    CREATE TABLE appraisal (
        id INTEGER PRIMARY KEY,
        item_id INTEGER REFERENCES item (id) ON DELETE CASCADE,
        organisation_id INTEGER REFERENCES organisation (id) ON DELETE CASCADE,
        author TEXT NOT NULL,
        author_name TEXT NOT NULL DEFAULT '',
        signed INTEGER NOT NULL DEFAULT 0 CHECK (signed IN (0, 1)),
        outcome TEXT NOT NULL CHECK (outcome IN ('vetted', 'not-vetted')),
        answers TEXT NOT NULL CHECK (json_valid(answers)),
        reasons TEXT NOT NULL CHECK (json_valid(reasons)),
        reviewer_role TEXT NOT NULL,
        reviewer_name TEXT NOT NULL,
        reviewer_organisation TEXT NOT NULL,
        checked_at INTEGER NOT NULL,
        checked_on TEXT NOT NULL CHECK ({is_day("checked_on")}),
        check_by TEXT NOT NULL CHECK ({is_day("check_by")}),
        address TEXT NOT NULL,
        content_hashes TEXT NOT NULL CHECK (json_valid(content_hashes)),
        withdrawn_on TEXT CHECK (withdrawn_on IS NULL OR {is_day("withdrawn_on")}),
        CHECK ((item_id IS NULL) <> (organisation_id IS NULL))
    ) STRICT
    """,
    "CREATE INDEX appraisal_by_item ON appraisal (item_id, author, id) WHERE item_id IS NOT NULL",
    """
    CREATE INDEX appraisal_by_organisation ON appraisal (organisation_id, author, id) WHERE organisation_id IS NOT NULL
    """,
    f"""
    CREATE TABLE appraisal_draft (
        id INTEGER PRIMARY KEY,
        item_id INTEGER UNIQUE REFERENCES item (id) ON DELETE CASCADE,
        organisation_id INTEGER UNIQUE REFERENCES organisation (id) ON DELETE CASCADE,
        answers TEXT NOT NULL CHECK (json_valid(answers)),
        reasons TEXT NOT NULL CHECK (json_valid(reasons)),
        reviewer_role TEXT NOT NULL,
        reviewer_name TEXT NOT NULL,
        reviewer_organisation TEXT NOT NULL,
        check_by TEXT CHECK (check_by IS NULL OR {is_day("check_by")}),
        saved_at INTEGER NOT NULL,
        CHECK ((item_id IS NULL) <> (organisation_id IS NULL))
    ) STRICT
    """,
    "CREATE INDEX link_by_article ON link (article_id) WHERE article_id IS NOT NULL",
)

VERSION_4 = (*_APPRAISALS,)
