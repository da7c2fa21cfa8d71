"""Packs of a few entries for tests of what the library takes of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from caregiver_app.bootstrap.own_workshop import OwnWorkshop
from caregiver_app.library.store import Library
from caregiver_app.model.installed_pack import PackContent, PackMaker, PackUid
from caregiver_app.model.time import Millis
from caregiver_app.packs.archive_writing import write_archive
from caregiver_app.packs.content import content_of, pack_uid
from caregiver_app.packs.manifest import MANIFEST
from caregiver_app.packs.opening import open_pack
from tests.helpers.clock import MONDAY
from tests.helpers.packs import canonical

NORTHFIELD = PackMaker(publisher="channel1/northfield", name="Northfield Nurses", channel_id="channel1")
HARBOUR = PackMaker(publisher="channel2/harbour", name="Harbour Carers", channel_id="channel2")
SHIPPED = PackMaker(publisher="starter")

VETTED = {
    "answers": [
        {"point": point, "answer": "yes"}
        for point in (
            *("author", "date", "sources", "audience", "balance"),
            *("uncertainty", "selling", "help", "clarity", "care-plan"),
        )
    ],
    "role": "Dementia nurse",
    "checked_on": "2026-10-01",
    "check_by": "2027-10-01",
}

TRUSTED = {
    **VETTED,
    "answers": [{"point": f"org-{point}", "answer": "yes"} for point in ("identity", "people", "selling", "privacy")],
}
"""A check of an organisation."""


def pack_of(
    slug: str,
    *,
    version: int = 1,
    texts: Mapping[str, str] | None = None,
    files: Mapping[str, bytes] | None = None,
    **lists: Any,
) -> bytes:
    """Return the archive of a pack; `texts` are its guides' and checklists' words by file, `files` its pictures.

    `lists` may be other fields too.
    """
    manifest = {
        "schema": 1,
        "id": slug,
        "version": version,
        "title": slug.title(),
        "languages": ["en"],
        "topics": ["dementia"],
        "licence": "CC BY 4.0",
        "publisher": "Whoever",
        "published_on": f"2026-10-{version:02}",
        "review_by": "2028-01-01",
        **{name: each if isinstance(each, str) else list(each) for name, each in lists.items() if each},
    }
    words = {name: text.encode() for name, text in (texts or {}).items()}
    return write_archive({MANIFEST: canonical(manifest).encode(), **words, **(files or {})})


def a_link(identifier: str, address: str = "", **more: Any) -> dict[str, Any]:
    """Return a link of a pack."""
    page = address or f"https://www.nhs.uk/{identifier}"
    return {"id": identifier, "title": identifier, "address": page, "language": "en", "country": "GB", **more}


def a_line(identifier: str, phone: str = "0808 157 0192") -> dict[str, Any]:
    """Return a phone line of a pack."""
    said = {"id": identifier, "name": identifier, "kind": "caring", "country": "GB", "languages": ["en"]}
    return {**said, "phone": phone}


def a_guide(identifier: str) -> dict[str, Any]:
    """Return a guide of a pack; its file is `guides/ID.md`."""
    days = {"written_on": "2026-10-01", "review_by": "2028-01-01"}
    return {"id": identifier, "title": identifier, "language": "en", "file": f"guides/{identifier}.md", **days}


def an_owner(identifier: str, host: str, **more: Any) -> dict[str, Any]:
    """Return an organisation of a pack, with one site."""
    return {"id": identifier, "name": identifier.title(), "country": "GB", "sites": [{"host": host}], **more}


def content(archive: bytes, maker: PackMaker, *, at: Millis = MONDAY, alerts: bool = False) -> PackContent:
    """Return what the library takes of an archive."""
    return content_of(open_pack(archive, OwnWorkshop()), archive, maker, at=at, alerts=alerts)


def install(
    library: Library, archive: bytes, maker: PackMaker, *, at: Millis = MONDAY, alerts: bool = False
) -> PackUid:
    """Put a pack into a library; return its uid."""
    taken = content(archive, maker, at=at, alerts=alerts)
    library.packs.put(taken, at=at)
    return pack_uid(maker, taken.pack.uid.rpartition("/")[2])


_SHOWN: Mapping[str, str] = {
    "pack": "SELECT uid, version, sha256, alerts, removed_at FROM pack ORDER BY uid",
    "source": """
        SELECT s.uid, s.url, s.title, o.uid, s.format, s.kind, s.language, s.country, s.homepage, s.asks_first,
            s.enabled, s.note, s.removed_at
        FROM source AS s LEFT JOIN organisation AS o ON o.id = s.organisation_id ORDER BY s.uid
    """,
    "source_origin": """
        SELECT s.uid, g.author, g.fields FROM source_origin AS g JOIN source AS s ON s.id = g.source_id ORDER BY 1, 2
    """,
    "source_topic": """
        SELECT s.uid, t.topic_id FROM source_topic AS t JOIN source AS s ON s.id = t.source_id ORDER BY 1, 2
    """,
    "item": """
        SELECT i.uid, i.kind, i.title, i.url, i.address_key, i.language, o.uid, t.title, t.text,
            EXISTS (SELECT 1 FROM mark AS m WHERE m.item_id = i.id)
        FROM item AS i LEFT JOIN organisation AS o ON o.id = i.organisation_id
        LEFT JOIN item_text AS t ON t.item_id = i.id ORDER BY 1
    """,
    "origin": "SELECT i.uid, g.author, g.fields FROM origin AS g JOIN item AS i ON i.id = g.item_id ORDER BY 1, 2",
    "organisation": "SELECT uid, name, country, homepage, known FROM organisation ORDER BY uid",
    "site": """
        SELECT o.uid, s.host, s.path_prefix, s.stated_by FROM organisation_site AS s
        JOIN organisation AS o ON o.id = s.organisation_id ORDER BY 1, 2, 3, 4
    """,
    "appraisal": """
        SELECT a.author, i.uid, o.uid, a.outcome, a.answers, a.withdrawn_on FROM appraisal AS a
        LEFT JOIN item AS i ON i.id = a.item_id LEFT JOIN organisation AS o ON o.id = a.organisation_id
        ORDER BY 1, 2, 3, 6
    """,
    "withdrawal": "SELECT author, what, address, item_id IS NULL, reason FROM withdrawal ORDER BY 1, 2, 3",
}


def all_of(library: Library) -> dict[str, Sequence[tuple[Any, ...]]]:
    """Return all that packs could change in a library, without numbers that mean nothing outside it."""
    database = vars(library)["_database"]
    return {name: [tuple(row) for row in database.rows(sql)] for name, sql in _SHOWN.items()}
