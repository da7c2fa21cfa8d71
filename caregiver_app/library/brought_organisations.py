"""Organisations as packs bring them: each author's word is kept, and facts follow from all of them.

What sites are an organisation's own is a statement of each author; only those of packs that ship count unasked, those
of others once a person took them for that.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from typing import Any

from caregiver_app.library.brought_facts import ACCEPTED, word_on
from caregiver_app.model.installed_pack import BUILT_IN, StatedSite, publisher_of
from caregiver_app.model.organisation import Organisation
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database, Writer


class BroughtOrganisations:
    """Writes within a transaction that is open."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(
        self,
        writer: Writer,
        author: str,
        organisations: Sequence[Organisation],
        accepted: Collection[StatedSite] = frozenset(),
    ) -> set[int]:
        """Write down what a pack says, in place of what it said before; return which are concerned.

        A site that is `accepted` is so for the very organisation for which a person took it.
        """
        taken = {(each.owner, each.site) for each in accepted}
        touched = self.drop(writer, author)
        writer.many(_ADD, [{"uid": each.uid, "name": each.name} for each in organisations])
        writer.many(
            "INSERT INTO organisation_origin (organisation_id, author, fields) "
            "SELECT id, :author, :fields FROM organisation WHERE uid = :uid",
            [{"uid": each.uid, "author": author, "fields": _fields(each, taken)} for each in organisations],
        )
        return touched | self._of(author)

    def drop(self, writer: Writer, author: str) -> set[int]:
        """Forget what a pack says; return which were concerned."""
        touched = self._of(author)
        writer.execute("DELETE FROM organisation_origin WHERE author = :author", {"author": author})
        return touched

    def accepted(self, author: str) -> frozenset[StatedSite]:
        """Return the sites of a pack that a person took for their owners' own."""
        rows = self._database.rows(_ACCEPTED, {"author": author})
        return frozenset(StatedSite(owner=row["uid"], name=row["name"], site=row["site"]) for row in rows)

    def accept_none(self, writer: Writer, author: str) -> None:
        """Take no site of a pack for anybody's own any more."""
        writer.execute(_ACCEPT_NONE, {"author": author})
        self.settle(writer, self._of(author))

    def settle(self, writer: Writer, ids: Collection[int]) -> None:
        """Let facts and sites of organisations follow from what is said of them now."""
        said: dict[tuple[int, str], list[Row]] = {}
        for row in self._database.rows(_SAID, {"ids": json.dumps(sorted(ids))}):
            said.setdefault((row["id"], row["uid"]), []).append(row)
        for (number, uid), rows in said.items():
            self._settle_one(writer, number, uid, rows)

    def sweep(self, writer: Writer, ids: Collection[int]) -> None:
        """Delete those of these organisations that nobody brings and nothing names."""
        writer.execute(_SWEEP, {"ids": json.dumps(sorted(ids))})

    def _of(self, author: str) -> set[int]:
        rows = self._database.rows(
            "SELECT organisation_id FROM organisation_origin WHERE author = :author", {"author": author}
        )
        return {int(row[0]) for row in rows}

    def _settle_one(self, writer: Writer, number: int, uid: str, rows: Sequence[Row]) -> None:
        said = [row for row in rows if row["author"] is not None]
        writer.execute(
            "DELETE FROM organisation_site WHERE organisation_id = :id AND stated_by <> 'user'", {"id": number}
        )
        writer.many(_ADD_SITE, [site for row in said for site in _sites(number, row)])
        word = word_on(uid, said)
        if word is not None:
            writer.execute(_SET, {"id": number, **_facts(word.fields, word.author)})


def _sites(number: int, row: Row) -> list[dict[str, object]]:
    """Return rows of what one author calls the organisation's own. Packs that ship speak with one voice."""
    author = row["author"]
    stated_by = BUILT_IN if publisher_of(author) == BUILT_IN else author
    said = json.loads(row["fields"])
    accepted = frozenset(said.get("accepted", ()))
    return [
        {
            "id": number,
            "host": site["host"],
            "path_prefix": site["path_prefix"],
            "exceptions": json.dumps(site["exceptions"]),
            "stated_by": ACCEPTED if f"{site['host']}{site['path_prefix']}" in accepted else stated_by,
        }
        for site in said["sites"]
    ]


def _facts(fields: dict[str, Any], author: str) -> dict[str, object]:
    """Return the facts; that a register shows somebody counts from what ships alone, others only say so."""
    known = fields["known"] if publisher_of(author) == BUILT_IN else ""
    return {**{name: fields[name] for name in ("name", "country", "homepage")}, "known": known}


def _fields(organisation: Organisation, taken: Collection[tuple[str, str]]) -> str:
    said: dict[str, Any] = {
        "name": organisation.name,
        "country": organisation.country,
        "homepage": organisation.homepage,
        "known": organisation.known,
        "sites": [
            {"host": site.host, "path_prefix": site.path_prefix, "exceptions": list(site.exceptions)}
            for site in organisation.sites
        ],
    }
    named = [f"{site.host}{site.path_prefix}" for site in organisation.sites]
    if accepted := sorted(site for site in named if (organisation.uid, site) in taken):
        said["accepted"] = accepted
    return json.dumps(said, ensure_ascii=False, sort_keys=True)


_ACCEPTED = """
    SELECT o.uid, g.fields ->> '$.name' AS name, site.value AS site
    FROM organisation_origin AS g JOIN organisation AS o ON o.id = g.organisation_id,
        json_each(g.fields, '$.accepted') AS site
    WHERE g.author = :author
"""
_ACCEPT_NONE = "UPDATE organisation_origin SET fields = json_remove(fields, '$.accepted') WHERE author = :author"
_ADD = """
    INSERT INTO organisation (uid, name, country, homepage, known) VALUES (:uid, :name, '', '', '')
    ON CONFLICT (uid) DO NOTHING
"""
_SET = """
    UPDATE organisation SET name = :name, country = :country, homepage = :homepage, known = :known WHERE id = :id
"""
_ADD_SITE = """
    INSERT OR IGNORE INTO organisation_site (organisation_id, host, path_prefix, exceptions, stated_by)
    VALUES (:id, :host, :path_prefix, :exceptions, :stated_by)
"""
_SAID = """
    SELECT o.id, o.uid, g.author, g.fields, p.published_on, p.version FROM organisation AS o
    LEFT JOIN organisation_origin AS g ON g.organisation_id = o.id LEFT JOIN pack AS p ON p.uid = g.author
    WHERE o.id IN (SELECT value FROM json_each(:ids)) ORDER BY o.id, g.author
"""
_SWEEP = """
    DELETE FROM organisation AS o WHERE o.id IN (SELECT value FROM json_each(:ids))
    AND NOT EXISTS (SELECT 1 FROM organisation_origin AS g WHERE g.organisation_id = o.id)
    AND NOT EXISTS (SELECT 1 FROM source AS s WHERE s.organisation_id = o.id)
    AND NOT EXISTS (SELECT 1 FROM item AS i WHERE i.organisation_id = o.id)
    AND NOT EXISTS (SELECT 1 FROM appraisal AS ap WHERE ap.organisation_id = o.id)
    AND NOT EXISTS (SELECT 1 FROM appraisal_draft AS d WHERE d.organisation_id = o.id)
    AND NOT EXISTS (SELECT 1 FROM share AS sh WHERE sh.organisation_id = o.id)
    AND NOT EXISTS (SELECT 1 FROM organisation_site AS os WHERE os.organisation_id = o.id AND os.stated_by = 'user')
"""
