"""`caregiver note search` and `timeline`: records of every kind, by words or by time. What is sought is private too."""

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
from caregiver_app.model.time import to_datetime, to_iso
from caregiver_app.support.i18n import gettext as _
from caregiver_app.vault.across.timeline import TimelineEntry
from caregiver_app.vault.finding.searchable import Hit


def note_search_command() -> click.Command:
    """Return the command."""
    return care_command(
        "search",
        _search,
        [click.Argument(["query"], metavar="QUERY|-"), *person_options(), limit_option(50)],
        _("Find notes, questions, visits and all else by words. With - the words come from standard input."),
    )


def timeline_command() -> click.Command:
    """Return the command."""
    return care_command(
        "timeline", _timeline, [*person_options(), limit_option(50)], _("List records of every kind by time.")
    )


def _timeline(
    session: Session, *, person: str | None, person_id: int | None, limit: int, **secret: Unpack[Secret]
) -> None:
    with opened_by(session, secret) as vault:
        entries = vault.timeline.page(person_for(vault, person, person_id), limit=limit)
    tell_list(session, entries, _entry_shape, _entry_line, _("There is nothing yet."))


def _entry_shape(entry: TimelineEntry) -> Shape:
    return {
        "kind": entry.kind,
        "id": entry.id,
        "person_id": entry.person_id,
        "at": to_iso(entry.at),
        "text": entry.text,
    }


def _entry_line(entry: TimelineEntry) -> str:
    moment = to_datetime(entry.at).astimezone().isoformat(sep=" ", timespec="minutes")
    return f"{moment}  {entry.kind} {entry.id}  {entry.text}"


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
