"""`caregiver note search`: finds any record of the care notes by its words. What is asked for is private too."""

from __future__ import annotations

from typing import Unpack

import click

from caregiver_app.cli.options import limit_option
from caregiver_app.cli.session import Session
from caregiver_app.cli.shapes import HIT_MARKS
from caregiver_app.cli.vault.care_options import Secret, care_command, opened_by, person_for, person_options
from caregiver_app.cli.vault.fields import read_text
from caregiver_app.cli.vault.record_shapes import Shape
from caregiver_app.cli.vault.telling import tell_list
from caregiver_app.model.time import to_iso
from caregiver_app.support.i18n import gettext as _
from caregiver_app.vault.finding.searchable import Hit


def note_search_command() -> click.Command:
    """Return the command."""
    return care_command(
        "search",
        _search,
        [click.Argument(["query"], metavar="QUERY|-"), *person_options(), limit_option(50)],
        _("Find notes, questions, visits and all else by words. With - the words come from standard input."),
    )


def _search(
    session: Session, *, query: str, person: str | None, person_id: int | None, limit: int, **secret: Unpack[Secret]
) -> None:
    typed = read_text() if query == "-" else query
    with opened_by(session, secret) as vault:
        whose = person_for(vault, person, person_id)
        hits = vault.searchable.find(typed, person_id=whose, limit=limit)
    tell_list(session, hits, _shape, lambda hit: f"{hit.kind} {hit.id}  {hit.text}", _("Nothing was found."))


def _shape(hit: Hit) -> Shape:
    return {
        "kind": hit.kind,
        "id": hit.id,
        "person_id": hit.person_id,
        "at": to_iso(hit.at),
        "snippet": hit.text.translate(HIT_MARKS),
    }
