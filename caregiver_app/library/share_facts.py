"""What stands on a card of something, as the library knows it: title, address, organisation. Reading only."""

from __future__ import annotations

from dataclasses import dataclass

from caregiver_app.model.article import ItemId
from caregiver_app.model.trust import Subject, SubjectKind
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingToShare:
    """An item or an organisation. `address` is "" where there is none; `own_title`: a person here called it so."""

    subject: Subject
    item_id: ItemId | None
    organisation_id: int | None
    title: str
    address: str
    organisation: str
    own_title: bool


class ShareFactsReader:
    """Looks up what somebody wants to pass on."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, subject: Subject) -> ThingToShare | None:
        """Return what is known of something, None where the library does not hold it, or not as this kind."""
        if subject.kind is SubjectKind.ORGANISATION:
            row = self._database.one(_ORGANISATION, {"id": subject.id})
        elif subject.kind is SubjectKind.PAGE:
            row = self._database.one(_PAGE, {"id": subject.id})
        else:
            row = self._database.one(_ITEM, {"id": subject.id, "kind": subject.kind.value})
        return None if row is None else _read(row, subject)


_COLUMNS = """
    SELECT i.id AS item_id, i.organisation_id, i.title, coalesce(i.url, '') AS url,
        coalesce(o.name, '') AS organisation,
        i.kind = 'link' AND NOT EXISTS (SELECT 1 FROM link AS l WHERE l.item_id = i.id AND l.article_id IS NOT NULL)
            AND NOT EXISTS (SELECT 1 FROM origin AS g WHERE g.item_id = i.id AND g.author <> 'user') AS own_title
    FROM item AS i LEFT JOIN organisation AS o ON o.id = i.organisation_id
"""
_ITEM = f"{_COLUMNS} WHERE i.id = :id AND i.kind = :kind"

# A watched page is a source with exactly one article.
_PAGE = f"""
    {_COLUMNS} JOIN article AS a ON a.item_id = i.id JOIN source AS s ON s.id = a.source_id
    WHERE s.id = :id AND s.format = 'page' ORDER BY a.hidden, i.id LIMIT 1
"""
_ORGANISATION = """
    SELECT NULL AS item_id, id AS organisation_id, name AS title, homepage AS url, name AS organisation, 0 AS own_title
    FROM organisation WHERE id = :id
"""


def _read(row: Row, subject: Subject) -> ThingToShare:
    return ThingToShare(
        subject=subject,
        item_id=None if row["item_id"] is None else ItemId(row["item_id"]),
        organisation_id=row["organisation_id"],
        title=row["title"],
        address=row["url"],
        organisation=row["organisation"],
        own_title=bool(row["own_title"]),
    )
