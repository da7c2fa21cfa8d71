"""What people check, as the library knows it: an organisation, or an item with its page. Makes links of articles."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from caregiver_app.model.article import ItemId, ItemKind
from caregiver_app.model.installed_pack import BUILT_IN
from caregiver_app.model.source import SourceFormat
from caregiver_app.model.time import Millis
from caregiver_app.model.trust import OWN, Subject, SubjectKind, subject_kind_of
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database, Writer
from caregiver_app.support.page_hosts import hosts_in


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectFacts:
    """What stands for something that is checked.

    `subject` is what checks of it hang on: of an article with a link that link. `shown` is what people see of it: of a
    link its article, where one keeps its text. `item_id` is None for an organisation, `kind` too. `canonical` is the
    address that the page at `address` calls its own, as far as it was kept.
    """

    subject: Subject
    shown: Subject
    item_id: ItemId | None
    article_id: ItemId | None
    organisation_id: int | None
    kind: ItemKind | None
    title: str
    address: str
    address_key: str | None
    language: str
    is_alert: bool = False
    canonical: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLink:
    """An address that gets an item of its own; `for_check`: nobody asked for it, a check of its article needs it."""

    title: str
    address: str
    address_key: str
    language: str = ""
    organisation_id: int | None = None
    article_id: ItemId | None = None
    for_check: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PageText:
    """The words of an item that are kept here. `loads` are the hosts that its page would load from, as far as known."""

    text: str
    html: str
    author: str
    published_at: Millis | None
    loads: tuple[str, ...] = ()


class Subjects:
    """Looks up what people name, and makes links."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, subject: Subject) -> SubjectFacts | None:
        """Return what is named so, None where the library does not hold it, or not as this kind."""
        if subject.kind is SubjectKind.ORGANISATION:
            row = self._database.one("SELECT * FROM organisation WHERE id = :id", {"id": subject.id})
            return None if row is None else _organisation(row, subject)
        if subject.kind is SubjectKind.PAGE:
            row = self._database.one(_OF_PAGE, {"id": subject.id, "format": SourceFormat.PAGE.value})
        else:
            row = self._database.one(_OF_ITEM, {"id": subject.id})
        found = None if row is None else _item(row)
        return found if found is None or _is_named_so(found, subject) else None

    def of_item(self, item_id: ItemId) -> SubjectFacts | None:
        """Return what stands for an item, None where there is none."""
        row = self._database.one(_OF_ITEM, {"id": item_id})
        return None if row is None else _item(row)

    def text_of(self, item_id: ItemId) -> PageText | None:
        """Return the words of an article or another item, None where none are kept; a link has none of its page."""
        row = self._database.one(_TEXT, {"id": item_id})
        if row is None:
            return None
        return PageText(
            text=row["text"],
            html=row["html"] or "",
            author=row["author"] or "",
            published_at=row["published_at"],
            loads=hosts_in(row["loads"]),
        )

    def shipped_title_of(self, item_id: ItemId, address_key: str | None) -> str:
        """Return what a pack that ships with the application calls a link of this address, "" where none names it."""
        asked = {"id": item_id, "ships": f"{BUILT_IN}/*", "key": address_key}
        return self._database.value(_SHIPPED_TITLE, asked) or ""

    def make_link(self, link: NewLink, *, at: Millis) -> Subject:
        """Make a link; return it, or the one of this address that is there already."""
        with self._database.write("subjects.make-link") as writer:
            there = self._database.value(_LINK_AT, {"key": link.address_key})
            number = ItemId(self._insert(writer, link, at) if there is None else there)
            writer.execute(_TIE, {"id": number, "article": link.article_id})
        return Subject(kind=SubjectKind.LINK, id=number)

    def tie(self, link_id: ItemId, article_id: ItemId | None, *, title: str = "") -> None:
        """Let a link keep the words of an article (None: of none), unless it keeps those of another one of its page.

        No other link keeps those of this article from then on. A link that was made for a check takes the title that
        was looked at, where one is given.
        """
        values = {"id": link_id, "article": article_id, "title": title, "for_check": _FOR_CHECK}
        with self._database.write("subjects.tie") as writer:
            for statement in (_TIE, *_TIE_ALONE):
                writer.execute(statement, values)

    def drop_link(self, subject: Subject) -> bool:
        """Take away a link that was made for a check and is of no other use; False where it stays."""
        with self._database.write("subjects.drop-link") as writer:
            return writer.execute(_DROP_LINK, {"id": subject.id, "for_check": _FOR_CHECK}) > 0

    def _insert(self, writer: Writer, link: NewLink, at: Millis) -> int:
        values = {
            "uid": f"user/{uuid.uuid4()}",
            "key": link.address_key,
            "title": link.title,
            "url": link.address,
            "language": link.language,
            "organisation": link.organisation_id,
            "at": at,
        }
        writer.execute(_MAKE_LINK, values)
        number = int(self._database.value("SELECT last_insert_rowid()"))
        writer.execute(_MAKE_TEXT, {"id": number, "title": link.title})
        fields = _FOR_CHECK if link.for_check else "{}"
        writer.execute(_MAKE_ORIGIN, {"id": number, "author": OWN, "fields": fields})
        return number


# What is there only because packs warn of a page is no link that anybody keeps: its word reaches all items of the page.
_LINK_AT = """
    SELECT id FROM item WHERE address_key = :key AND kind = 'link' AND uid NOT GLOB 'warned/*' ORDER BY id LIMIT 1
"""
_MAKE_LINK = """
    INSERT INTO item (kind, uid, address_key, title, url, language, organisation_id, created_at)
    VALUES ('link', :uid, :key, :title, :url, :language, :organisation, :at)
"""
_MAKE_TEXT = "INSERT INTO item_text (item_id, title, text) VALUES (:id, :title, '')"
_MAKE_ORIGIN = "INSERT INTO origin (item_id, author, fields) VALUES (:id, :author, :fields)"
_FOR_CHECK = '{"made_for": "check"}'

_TIE = """
    INSERT INTO link (item_id, article_id) VALUES (:id, :article)
    ON CONFLICT (item_id) DO UPDATE SET article_id = excluded.article_id WHERE NOT EXISTS (
        SELECT 1 FROM item AS own JOIN item AS told ON told.address_key = own.address_key
        WHERE own.id = link.item_id AND told.id = link.article_id
    )
"""
_TIE_ALONE = (
    "UPDATE link SET article_id = NULL WHERE article_id = :article AND item_id <> :id",
    """
    UPDATE item SET title = :title WHERE id = :id AND :title <> '' AND title <> :title
    AND EXISTS (SELECT 1 FROM origin AS o WHERE o.item_id = item.id AND o.fields = :for_check)
    """,
    """
    UPDATE item_text SET title = i.title FROM item AS i
    WHERE item_text.item_id = :id AND i.id = :id AND i.uid GLOB 'user/*' AND item_text.title <> i.title
    """,
)

_DROP_LINK = """
    DELETE FROM item AS i WHERE i.id = :id AND i.kind = 'link'
    AND EXISTS (SELECT 1 FROM origin AS o WHERE o.item_id = i.id AND o.fields = :for_check)
    AND NOT EXISTS (SELECT 1 FROM appraisal AS ap WHERE ap.item_id = i.id)
    AND NOT EXISTS (SELECT 1 FROM appraisal_draft AS d WHERE d.item_id = i.id)
    AND NOT EXISTS (SELECT 1 FROM mark AS m WHERE m.item_id = i.id)
    AND NOT EXISTS (SELECT 1 FROM collection_item AS c WHERE c.item_id = i.id)
    AND NOT EXISTS (SELECT 1 FROM share AS s WHERE s.item_id = i.id)
    AND NOT EXISTS (SELECT 1 FROM origin AS o WHERE o.item_id = i.id AND o.author <> 'user')
"""

_COLUMNS = """
    SELECT i.*, coalesce(l.article_id, a.item_id) AS article,
        CASE WHEN i.kind = 'link' THEN i.id ELSE coalesce(
            (SELECT own.item_id FROM link AS own WHERE own.article_id = i.id ORDER BY own.item_id LIMIT 1),
            (
                SELECT same.id FROM item AS same
                WHERE i.kind NOT IN ('guide', 'checklist') AND same.address_key = i.address_key
                AND same.kind = 'link' AND same.uid NOT GLOB 'warned/*' LIMIT 1
            )
        ) END AS link,
        EXISTS (
            SELECT 1 FROM alert AS al JOIN article AS aa ON aa.item_id = al.item_id
            JOIN source AS als ON als.id = aa.source_id
            WHERE al.item_id = coalesce(l.article_id, a.item_id) AND als.kind = 'alerts'
        ) AS is_alert,
        coalesce((
            SELECT oc.canonical FROM offline_copy AS oc JOIN item AS page ON page.id = oc.item_id
            WHERE oc.item_id = coalesce(l.article_id, a.item_id) AND page.address_key IS i.address_key
        ), '') AS canonical
    FROM item AS i LEFT JOIN article AS a ON a.item_id = i.id LEFT JOIN link AS l ON l.item_id = i.id
"""
_OF_ITEM = f"{_COLUMNS} WHERE i.id = :id"

# A watched page is a source with exactly one article.
_OF_PAGE = f"""
    {_COLUMNS} JOIN source AS s ON s.id = a.source_id WHERE s.id = :id AND s.format = :format
    ORDER BY a.hidden, i.id LIMIT 1
"""

_SHIPPED_TITLE = """
    SELECT fields ->> '$.title' FROM origin
    WHERE item_id = :id AND author GLOB :ships AND fields ->> '$.address_key' = :key ORDER BY author LIMIT 1
"""

_TEXT = """
    SELECT t.text, coalesce(oc.html, h.html) AS html, a.author, coalesce(a.updated_at, a.published_at) AS published_at,
        coalesce(h.loads, '') || ' ' || coalesce(
            (SELECT page.loads FROM offline_copy AS page WHERE page.item_id = t.item_id), ''
        ) AS loads
    FROM item_text AS t JOIN item AS i ON i.id = t.item_id AND i.kind <> 'link'
    LEFT JOIN article AS a ON a.item_id = t.item_id
    LEFT JOIN article_html AS h ON h.item_id = t.item_id
    LEFT JOIN offline_copy AS oc ON oc.item_id = t.item_id AND oc.shown = 1
    WHERE t.item_id = :id
"""


def _item(row: Row) -> SubjectFacts:
    kind, item_id = ItemKind(row["kind"]), ItemId(row["id"])
    shown = Subject(kind=subject_kind_of(kind) or SubjectKind.LINK, id=item_id)
    if kind is ItemKind.LINK and row["article"] is not None:
        shown = Subject(kind=SubjectKind.ARTICLE, id=row["article"])
    link = row["link"]
    return SubjectFacts(
        subject=shown if link is None else Subject(kind=SubjectKind.LINK, id=link),
        shown=shown,
        item_id=item_id,
        article_id=None if row["article"] is None else ItemId(row["article"]),
        organisation_id=row["organisation_id"],
        kind=kind,
        title=row["title"],
        address=row["url"] or "",
        address_key=row["address_key"],
        language=row["language"],
        is_alert=bool(row["is_alert"]),
        canonical=row["canonical"],
    )


def _organisation(row: Row, subject: Subject) -> SubjectFacts:
    return SubjectFacts(
        subject=subject,
        shown=subject,
        item_id=None,
        article_id=None,
        organisation_id=row["id"],
        kind=None,
        title=row["name"],
        address=row["homepage"],
        address_key=None,
        language="",
    )


def _is_named_so(facts: SubjectFacts, subject: Subject) -> bool:
    if subject.kind is SubjectKind.PAGE:
        return True
    return facts.kind is not None and (subject_kind_of(facts.kind) or SubjectKind.LINK) is subject.kind
