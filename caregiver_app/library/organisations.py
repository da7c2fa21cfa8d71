"""Organisations and the sites they call their own."""

from __future__ import annotations

import json

from caregiver_app.library.trust_facts import TRUSTED_AUTHORS
from caregiver_app.model.lookalike import KnownSite
from caregiver_app.model.organisation import NamedOrganisation, Organisation, Site
from caregiver_app.storage.engine import Database


class Organisations:
    """The organisations that sources and items belong to."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, organisation: Organisation, *, author: str) -> int:
        """Add the organisation or bring its facts up to date; return its id. Sites that others stated stay."""
        with self._database.write("organisations.put") as writer:
            writer.execute(
                """
                INSERT INTO organisation (uid, name, country, homepage, known)
                VALUES (:uid, :name, :country, :homepage, :known)
                ON CONFLICT (uid) DO UPDATE SET
                    name = excluded.name, country = excluded.country,
                    homepage = excluded.homepage, known = excluded.known
                """,
                {
                    "uid": organisation.uid,
                    "name": organisation.name,
                    "country": organisation.country,
                    "homepage": organisation.homepage,
                    "known": organisation.known,
                },
            )
            organisation_id = int(
                self._database.value("SELECT id FROM organisation WHERE uid = :uid", {"uid": organisation.uid})
            )
            writer.execute(
                "DELETE FROM organisation_site WHERE organisation_id = :id AND stated_by = :author",
                {"id": organisation_id, "author": author},
            )
            writer.tables.table("organisation_site").insert_all(
                {
                    "organisation_id": organisation_id,
                    "host": site.host,
                    "path_prefix": site.path_prefix,
                    "exceptions": json.dumps(site.exceptions),
                    "stated_by": author,
                }
                for site in organisation.sites
            )
        return organisation_id

    def id_of(self, uid: str) -> int | None:
        """Return the id of the organisation with this uid, None when there is none."""
        found = self._database.value("SELECT id FROM organisation WHERE uid = :uid", {"uid": uid})
        return None if found is None else int(found)

    def named(self) -> tuple[NamedOrganisation, ...]:
        """Return all organisations by their names, in the order of the alphabet."""
        rows = self._database.rows("SELECT id, name, country FROM organisation ORDER BY name COLLATE NOCASE, id")
        return tuple(NamedOrganisation(id=row["id"], name=row["name"], country=row["country"]) for row in rows)

    def known_sites(self) -> tuple[KnownSite, ...]:
        """Return the hosts of all sites that count with the names of their organisations, those in a register first."""
        rows = self._database.rows(
            """
            SELECT s.host, o.name FROM organisation_site AS s JOIN organisation AS o ON o.id = s.organisation_id
            WHERE s.stated_by IN (SELECT value FROM json_each(:authors))
            GROUP BY s.host, o.id ORDER BY s.host, o.known = '', o.id
            """,
            {"authors": json.dumps(TRUSTED_AUTHORS)},
        )
        return tuple(KnownSite(host=row["host"], organisation=row["name"]) for row in rows)

    def get(self, organisation_id: int) -> Organisation | None:
        """Return an organisation with all its sites, None when there is none."""
        row = self._database.one("SELECT * FROM organisation WHERE id = :id", {"id": organisation_id})
        if row is None:
            return None
        sites = self._database.rows(
            "SELECT * FROM organisation_site WHERE organisation_id = :id ORDER BY host, path_prefix, stated_by",
            {"id": organisation_id},
        )
        return Organisation(
            uid=row["uid"],
            name=row["name"],
            country=row["country"],
            homepage=row["homepage"],
            known=row["known"],
            sites=tuple(
                Site(
                    host=site["host"],
                    path_prefix=site["path_prefix"],
                    exceptions=tuple(json.loads(site["exceptions"])),
                    stated_by=site["stated_by"],
                )
                for site in sites
            ),
        )
