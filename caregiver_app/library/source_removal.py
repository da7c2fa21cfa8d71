"""Takes sources away in two steps: hidden with their articles, so that it can be undone, then deleted for good.

What a person marked (`retention_rules`) and what another source carries stays in both.
"""

from __future__ import annotations

import json
from collections.abc import Collection

from caregiver_app.library.batches import in_batches
from caregiver_app.library.retention_rules import CARRIED, KEPT_BY_THE_PERSON
from caregiver_app.model.source import SourceId
from caregiver_app.model.time import Millis
from caregiver_app.storage.engine import Database, Writer

DELETED_AT_ONCE = 200

ORPHAN = "no-pack"
"""The note of a source that went with the last pack that brought it: that pack brings it back."""


def hide(writer: Writer, source_id: SourceId, at: Millis) -> None:
    """Hide a source and its articles."""
    writer.execute("UPDATE source SET removed_at = :at WHERE id = :id", {"id": source_id, "at": at})
    writer.execute(
        f"""
        UPDATE article AS a SET hidden = 1
        WHERE a.item_id IN (SELECT item_id FROM article_entry WHERE source_id = :id)
        AND NOT {CARRIED} AND NOT {KEPT_BY_THE_PERSON}
        """,
        {"id": source_id},
    )


def show_again(writer: Writer, source_id: SourceId) -> bool:
    """Undo `hide`; return False when the source is not there any more. What was tidied away stays away."""
    back = writer.execute(
        "UPDATE source SET removed_at = NULL, note = iif(note = :orphan, '', note) WHERE id = :id",
        {"id": source_id, "orphan": ORPHAN},
    )
    writer.execute(
        """
        UPDATE article SET hidden = 0
        WHERE hidden = 1 AND item_id IN (SELECT item_id FROM article_entry WHERE source_id = :id)
        AND item_id NOT IN (SELECT item_id FROM tidied)
        """,
        {"id": source_id},
    )
    return back > 0


def delete_for_good(database: Database, *, removed_before: Millis) -> None:
    """Delete sources hidden before a time, with the articles that only such sources carry, some in each transaction.

    A source that somebody else than the person brought keeps its row, or its author would bring it back; it is asked
    anew should the person want it again.
    """
    rows = database.rows("SELECT id FROM source WHERE removed_at < :before", {"before": removed_before})
    if not rows:
        return
    gone = [SourceId(row[0]) for row in rows]
    ids = {"ids": json.dumps(gone)}
    for some in in_batches(database.rows(_THEIR_ARTICLES, ids), DELETED_AT_ONCE, breath_s=0):
        articles = {"articles": json.dumps([row[0] for row in some])}
        with database.write("sources.purge-articles") as writer:
            writer.execute("DELETE FROM item_text WHERE item_id IN (SELECT value FROM json_each(:articles))", articles)
            writer.execute("DELETE FROM item WHERE id IN (SELECT value FROM json_each(:articles))", articles)
    with database.write("sources.purge") as writer:
        forget_validators(writer, gone)
        writer.execute(
            """
            DELETE FROM source WHERE id IN (SELECT value FROM json_each(:ids))
            AND NOT EXISTS (SELECT 1 FROM article WHERE article.source_id = source.id)
            AND NOT EXISTS (SELECT 1 FROM source_origin AS o WHERE o.source_id = source.id AND o.author <> 'user')
            """,
            ids,
        )


def forget_validators(writer: Writer, ids: Collection[SourceId]) -> None:
    """Let the next sync ask these sources for their whole documents."""
    writer.execute(
        """
        UPDATE source_state SET etag = NULL, last_modified = NULL, body_hash = NULL
        WHERE source_id IN (SELECT value FROM json_each(:ids))
        """,
        {"ids": json.dumps(list(ids))},
    )


_THEIR_ARTICLES = f"""
    SELECT a.item_id FROM article AS a
    WHERE a.hidden = 1 AND NOT {KEPT_BY_THE_PERSON} AND a.source_id IN (SELECT value FROM json_each(:ids))
    AND NOT EXISTS (
        SELECT 1 FROM article_entry AS e
        WHERE e.item_id = a.item_id AND e.source_id NOT IN (SELECT value FROM json_each(:ids))
    )
"""
