"""Which guides and checklists say the same in several languages, and how many texts that makes: no row is built."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from caregiver_app.library.brought_facts import word_on
from caregiver_app.model.installed_pack import publisher_of
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database

# Only what tells one text from another: with everything that is said of each, it takes three times as long.
_SAID = """
    SELECT i.id, i.uid, o.author, p.published_on, p.version,
        json_object('id', o.fields ->> '$.id', 'translation_of', o.fields ->> '$.translation_of') AS fields
    FROM origin AS o CROSS JOIN item AS i ON i.id = o.item_id AND i.kind IN ('guide', 'checklist')
    LEFT JOIN pack AS p ON p.uid = o.author ORDER BY i.id
"""


def fields_of(rows: Sequence[Row]) -> dict[str, Any]:
    """Return what counts of all that is said of one item; of one whose packs are gone what they said.

    `rows` are as for `word_on`, with the item's `uid`; at least one.
    """
    said = word_on(rows[0]["uid"], rows)
    return said.fields if said is not None else dict(json.loads(rows[0]["fields"]))


def said_as(uid: str, fields: Mapping[str, Any]) -> tuple[str, str]:
    """Return what is the same for a text and its translations, of whoever publishes it."""
    return publisher_of(uid), fields.get("translation_of") or fields["id"]


def count_texts(database: Database) -> int:
    """Return how many there are, each counted once with its translations."""
    items = (list(group) for _item, group in groupby(database.rows(_SAID), key=lambda row: row["id"]))
    return len({said_as(rows[0]["uid"], fields_of(rows)) for rows in items})
