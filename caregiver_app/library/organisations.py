"""Organisations and the sites they call their own."""

from __future__ import annotations

import json

from caregiver_app.library.trust_facts import TRUSTED_AUTHORS
from caregiver_app.model.lookalike import KnownSite
from caregiver_app.model.organisation import NamedOrganisation, Organisation, Site
from caregiver_app.storage.engine import Database


class Organisations:
    """The organisations that sources and items belong to. What is said of them `brought_organisations` keeps."""

    def __init__(self, database: Database) -> None:
        self._database = database

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
