"""`caregiver note versions` and `bring-back`: what a note said before, for thirty days."""

from __future__ import annotations

import json
from typing import Unpack

import click

from caregiver_app.cli.options import IdType
from caregiver_app.cli.session import Session
from caregiver_app.cli.vault.care_options import Secret, care_command, id_argument, opened_by
from caregiver_app.cli.vault.record_shapes import Shape, note_shape
from caregiver_app.cli.vault.telling import tell_kept, tell_list
from caregiver_app.model.errors import UnknownRecord
from caregiver_app.model.time import to_datetime, to_iso
from caregiver_app.support.i18n import gettext as _
from caregiver_app.vault.changes.versions import Version, VersionId
from caregiver_app.vault.records.notes import NoteId


def version_commands() -> tuple[click.Command, ...]:
    """Return the commands."""
    version = click.Argument(["version"], type=IdType("version"), metavar="VERSION")
    return (
        care_command("versions", _list, [id_argument("note")], _("List what a note said before, for 30 days.")),
        care_command(
            "bring-back",
            _bring_back,
            [id_argument("note"), version],
            _("Let a note say again what it said. What it says now becomes a version."),
        ),
    )


def _list(session: Session, record_id: int, **secret: Unpack[Secret]) -> None:
    note_id = NoteId(record_id)
    with opened_by(session, secret) as vault:
        vault.notes.get(note_id)
        found = vault.versions.of("note", note_id)
    tell_list(session, found, _shape, _line, _("Nothing was changed in the last 30 days."))


def _bring_back(session: Session, record_id: int, version: int, **secret: Unpack[Secret]) -> None:
    note_id, version_id = NoteId(record_id), VersionId(version)
    with opened_by(session, secret) as vault:
        if version_id not in {each.id for each in vault.versions.of("note", note_id)}:
            raise UnknownRecord("version")
        vault.versions.bring_back(version_id, at=session.services.clock.now())
        note = vault.notes.get(note_id)
    tell_kept(session, note_shape(note))


def _shape(version: Version) -> Shape:
    said = version.values
    return {
        "id": version.id,
        "until": to_iso(version.at),
        "kind": said["kind"],
        "text": said["text"],
        "answers": json.loads(said["answers"]),
        "tags": list(said.get("tags", ())),
        "author": said["author"],
    }


def _line(version: Version) -> str:
    moment = to_datetime(version.at).astimezone().isoformat(sep=" ", timespec="minutes")
    answers = json.loads(version.values["answers"])
    said = [version.values["text"], *(f"{name}: {answer}" for name, answer in answers.items())]
    return f"{version.id}  {moment}  {'; '.join(filter(None, said))}"
