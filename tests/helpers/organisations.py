"""Organisations put into a library by themselves, as if packs had brought them with their sites."""

from __future__ import annotations

import json

from caregiver_app.library.store import Library
from caregiver_app.model.organisation import Organisation
from caregiver_app.storage.engine import Writer


def put_organisation(library: Library, organisation: Organisation, *, author: str) -> int:
    """Add the organisation or bring its facts up to date; return its id. Sites that others stated stay."""
    facts = {
        "uid": organisation.uid,
        "name": organisation.name,
        "country": organisation.country,
        "homepage": organisation.homepage,
        "known": organisation.known,
    }
    with library.write("test.organisation") as writer:
        writer.tables.table("organisation").upsert(facts, pk="uid")
        number = _number(writer, organisation.uid)
        assert number is not None
        writer.execute(
            "DELETE FROM organisation_site WHERE organisation_id = :id AND stated_by = :author",
            {"id": number, "author": author},
        )
        writer.tables.table("organisation_site").insert_all(
            {
                "organisation_id": number,
                "host": site.host,
                "path_prefix": site.path_prefix,
                "exceptions": json.dumps(site.exceptions),
                "stated_by": author,
            }
            for site in organisation.sites
        )
    return number


def id_of_organisation(library: Library, uid: str) -> int | None:
    """Return the id of the organisation with this uid, None when there is none."""
    with library.write("test.organisation") as writer:
        return _number(writer, uid)


def _number(writer: Writer, uid: str) -> int | None:
    return next((int(row["id"]) for row in writer.tables.table("organisation").rows_where("uid = ?", [uid])), None)
