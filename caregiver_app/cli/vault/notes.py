"""`caregiver note`: the journal. Text comes from standard input, never from the command line."""

from __future__ import annotations

from typing import Unpack

import click

from caregiver_app.cli.options import limit_option
from caregiver_app.cli.session import Session
from caregiver_app.cli.vault.attachments import attachment_commands
from caregiver_app.cli.vault.care_options import (
    Secret,
    at_option,
    care_command,
    id_argument,
    opened_by,
    person_for,
    person_options,
    text_argument,
)
from caregiver_app.cli.vault.citing import citing_commands
from caregiver_app.cli.vault.note_search import note_search_command, timeline_command
from caregiver_app.cli.vault.note_versions import version_commands
from caregiver_app.cli.vault.note_words import fields_option, read_note
from caregiver_app.cli.vault.record_commands import removing_commands, show_command
from caregiver_app.cli.vault.record_shapes import note_shape
from caregiver_app.cli.vault.telling import tell_kept, tell_list
from caregiver_app.model.time import Millis, to_datetime
from caregiver_app.support.i18n import gettext as _
from caregiver_app.vault.records.notes import NewNote, Note, NoteId, NoteKind


def note_group() -> click.Group:
    """Return the commands about journal notes."""
    commands = (
        _add(),
        _list(),
        show_command("note", lambda vault: vault.notes, note_shape, _("Show a note.")),
        care_command(
            "change",
            _change_note,
            [id_argument("note"), text_argument(), fields_option()],
            _("Replace the text of a note, or its fields. Standard input says by what."),
        ),
        note_search_command(),
        timeline_command(),
        *version_commands(),
        *attachment_commands(),
        *citing_commands("note", lambda vault, number: vault.notes.get(NoteId(number))),
        *removing_commands("note", lambda vault: vault.notes),
    )
    return click.Group("note", commands)


def _add() -> click.Command:
    return care_command(
        "add",
        _add_note,
        [
            text_argument(),
            *person_options(keeps=True),
            click.Option(
                ["--kind"],
                type=click.Choice([kind.value for kind in NoteKind]),
                default=NoteKind.NOTE.value,
                help=_("By which template it is written."),
            ),
            click.Option(["--tag", "tags"], multiple=True, metavar="WORD", help=_("A word to find it by.")),
            click.Option(
                ["--about-me"], is_flag=True, help=_("A note about yourself: no handover or export takes it unasked.")
            ),
            fields_option(),
            at_option(_("When it happened, like 2026-11-23T14:30; now where you do not say.")),
        ],
        _("Keep a note, read from standard input."),
    )


def _list() -> click.Command:
    return care_command(
        "list",
        _list_notes,
        [
            *person_options(),
            click.Option(["--tag"], metavar="WORD", help=_("Only those with this word.")),
            limit_option(50),
        ],
        _("List notes, newest first."),
    )


def _add_note(
    session: Session,
    *,
    standard_input: str,
    person: str | None,
    person_id: int | None,
    kind: str,
    tags: tuple[str, ...],
    about_me: bool,
    by_fields: bool,
    happened: Millis | None,
    **secret: Unpack[Secret],
) -> None:
    del standard_input
    words, now = read_note(NoteKind(kind), by_fields=by_fields), session.services.clock.now()
    with opened_by(session, secret) as vault:
        new = NewNote(
            text=words.text or "",
            person_id=person_for(vault, person, person_id, make_at=now),
            kind=NoteKind(kind),
            answers=words.answers,
            tags=tags,
            author=words.author or "",
            about_me=about_me,
            at=happened,
        )
        note = vault.notes.get(vault.notes.add(new, at=now))
    tell_kept(session, note_shape(note))


def _list_notes(
    session: Session,
    *,
    person: str | None,
    person_id: int | None,
    tag: str | None,
    limit: int,
    **secret: Unpack[Secret],
) -> None:
    with opened_by(session, secret) as vault:
        notes = vault.notes.list(person_for(vault, person, person_id), tag=tag, limit=limit)
    tell_list(session, notes, note_shape, _line, _("There are no notes yet."))


def _change_note(
    session: Session, record_id: int, standard_input: str, *, by_fields: bool, **secret: Unpack[Secret]
) -> None:
    del standard_input
    words, note_id = read_note(None, by_fields=by_fields), NoteId(record_id)
    with opened_by(session, secret) as vault:
        answers = {**vault.notes.get(note_id).answers, **words.answers} if words.answers else None
        now = session.services.clock.now()
        vault.notes.change(note_id, text=words.text, answers=answers, author=words.author, at=now)
        note = vault.notes.get(note_id)
    tell_kept(session, note_shape(note))


def _line(note: Note) -> str:
    moment = to_datetime(note.at).astimezone().isoformat(sep=" ", timespec="minutes")
    return f"{note.id}  {moment}  {note.text}"
