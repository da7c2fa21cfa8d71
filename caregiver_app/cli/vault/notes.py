"""`caregiver note`: the journal. Text comes from standard input, never from the command line."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from caregiver_app.cli.console import Json
from caregiver_app.cli.failures import CommandFailed
from caregiver_app.cli.options import json_option, limit_option
from caregiver_app.cli.session import Session
from caregiver_app.cli.vault.opened import opened
from caregiver_app.cli.vault.passphrases import PassphraseSource, passphrase_options
from caregiver_app.model.errors import UnknownRecord
from caregiver_app.model.time import Millis, to_iso
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import Sentence
from caregiver_app.vault.notes import NewNote, Note
from caregiver_app.vault.people import PersonId
from caregiver_app.vault.store import Vault

LARGEST_NOTE_BYTES = 1_000_000


def note_group() -> click.Group:
    """Return the commands about journal notes."""
    return click.Group("note", (_add(), _list()), help=_("Notes of what happened."))


def _add() -> click.Command:
    return click.Command(
        "add",
        callback=click.pass_obj(_add_note),
        params=[
            click.Argument(["text"], type=click.Choice(["-"])),
            click.Option(["--person"], metavar="NAME", help=_("For whom; made if new.")),
            *passphrase_options(),
            json_option(),
        ],
        help=_("Keep a note, read from standard input."),
    )


def _list() -> click.Command:
    return click.Command(
        "list",
        callback=click.pass_obj(_list_notes),
        params=[
            click.Option(["--person"], metavar="NAME", help=_("Only about this person.")),
            limit_option(50),
            *passphrase_options(),
            json_option(),
        ],
        help=_("List notes, newest first."),
    )


def _add_note(
    session: Session, text: str, person: str | None, passphrase_file: Path | None, passphrase_fd: int | None
) -> None:
    del text  # "-": standard input
    written = sys.stdin.buffer.read(LARGEST_NOTE_BYTES).decode("utf-8", "replace").strip()
    if not written:
        raise CommandFailed("no-text", Sentence(happened=_("There is no text in this.")))
    now = session.services.clock.now()
    with opened(session, PassphraseSource(file=passphrase_file, descriptor=passphrase_fd)) as vault:
        person_id = None if person is None else _person(vault, person, now)
        note = vault.notes.get(vault.notes.add(NewNote(text=written, person_id=person_id), at=now))
    if session.console.as_json:
        session.console.document(_shape(note))
    else:
        session.console.line(_("Kept as note {id}.").format(id=note.id))


def _list_notes(
    session: Session, person: str | None, limit: int, passphrase_file: Path | None, passphrase_fd: int | None
) -> None:
    with opened(session, PassphraseSource(file=passphrase_file, descriptor=passphrase_fd)) as vault:
        person_id = None if person is None else vault.people.named(person).id
        notes = vault.notes.list(person_id, limit=limit)
    if session.console.as_json:
        session.console.document([_shape(note) for note in notes])
        return
    for note in notes:
        session.console.line(f"{note.id}  {to_iso(note.at)}")
        session.console.paragraphs(note.text)


def _person(vault: Vault, name: str, at: Millis) -> PersonId:
    try:
        return vault.people.named(name).id
    except UnknownRecord:
        return vault.people.add(name, at=at)


def _shape(note: Note) -> Json:
    return {
        "id": note.id,
        "person_id": note.person_id,
        "kind": note.kind.value,
        "at": to_iso(note.at),
        "text": note.text,
        "tags": list(note.tags),
        "author": note.author,
    }
