"""Files that belong to notes: added, listed, saved as a copy by name, taken away."""

from __future__ import annotations

from pathlib import Path
from typing import Unpack

import click

from caregiver_app.bootstrap.care_files import attach_file, save_copy
from caregiver_app.cli.options import IdType
from caregiver_app.cli.session import Session
from caregiver_app.cli.vault.care_files import care_opened, consider_place, synced_option, target_option
from caregiver_app.cli.vault.care_options import Secret, care_command, id_argument, opened_by
from caregiver_app.cli.vault.record_shapes import Shape
from caregiver_app.cli.vault.telling import tell_kept, tell_list
from caregiver_app.model.errors import UnknownRecord
from caregiver_app.model.time import to_iso
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sizes import size_words
from caregiver_app.vault.attached.media_types import media_words
from caregiver_app.vault.records.attachments import Attachment, AttachmentId
from caregiver_app.vault.records.notes import NoteId
from caregiver_app.vault.store import Vault


def attachment_commands() -> tuple[click.Command, ...]:
    """Return the commands about the files of notes."""
    note = id_argument("note")
    which = click.Argument(["attachment_id"], type=IdType("attachment"), metavar="N")
    file = click.Argument(["file"], type=click.Path(path_type=Path), metavar="FILE")
    undo = click.Option(["--undo"], is_flag=True, help=_("Bring it back."))
    return (
        care_command(
            "attach",
            _attach,
            [note, file],
            _("Add a file to a note, encrypted. At most 20 MB, no programs; the file itself stays where it is."),
        ),
        care_command("attachments", _list, [note], _("List the files of a note.")),
        care_command(
            "save-copy",
            _save_copy,
            [note, which, target_option("FILE", _("Write this file; it must not be there yet.")), synced_option()],
            _("Save a file of a note as a copy that is not encrypted. That it left is written down."),
        ),
        care_command("detach", _detach, [note, which, undo], _("Take a file away from a note, for 30 days.")),
    )


def attachment_shape(attachment: Attachment) -> Shape:
    """Return a file that belongs to a record."""
    return {
        "id": attachment.id,
        "name": attachment.name,
        "media_type": attachment.media_type,
        "size_bytes": attachment.size_bytes,
        "added_at": to_iso(attachment.added_at),
    }


def _attach(session: Session, record_id: int, file: Path, **secret: Unpack[Secret]) -> None:
    with care_opened(session, secret) as care:
        number = attach_file(care, "note", record_id, file, at=session.services.clock.now())
        attachment = care.vault.attachments.get(number)
    tell_kept(session, attachment_shape(attachment))


def _list(session: Session, record_id: int, **secret: Unpack[Secret]) -> None:
    with opened_by(session, secret) as vault:
        found = vault.attachments.of("note", vault.notes.get(NoteId(record_id)).id)
    tell_list(session, found, attachment_shape, _line, _("This note has no files."))


def _save_copy(
    session: Session,
    *,
    record_id: int,
    attachment_id: int,
    target: Path,
    allow_synced: bool,
    **secret: Unpack[Secret],
) -> None:
    consider_place(session, target, allowed=allow_synced)
    with care_opened(session, secret) as care:
        attachment = _of_note(care.vault, record_id, attachment_id)
        save_copy(care, attachment.id, target, at=session.services.clock.now())
    if session.console.as_json:
        session.console.document({**attachment_shape(attachment), "file": str(target)})
    else:
        session.console.line(_("The copy is saved. It is not encrypted: whoever has it can read it."))


def _detach(session: Session, record_id: int, attachment_id: int, undo: bool, **secret: Unpack[Secret]) -> None:
    at = session.services.clock.now()
    with opened_by(session, secret) as vault:
        attachment = _of_note(vault, record_id, attachment_id, deleted=undo)
        if undo:
            vault.attachments.restore(attachment.id, at=at)
        else:
            vault.attachments.delete(attachment.id, at=at)
    if session.console.as_json:
        session.console.document({"id": attachment.id})
    else:
        session.console.line(_("It is back.") if undo else _("Taken away. For 30 days --undo brings it back."))


def _of_note(vault: Vault, record_id: int, attachment_id: int, *, deleted: bool = False) -> Attachment:
    attachment = vault.attachments.get(AttachmentId(attachment_id), deleted=deleted)
    if (attachment.kind, attachment.item_id) != ("note", record_id):
        raise UnknownRecord("attachment")
    return attachment


def _line(attachment: Attachment) -> str:
    size = size_words(attachment.size_bytes)
    return f"{attachment.id}  {attachment.name}  ({media_words(attachment.media_type)}, {size})"
