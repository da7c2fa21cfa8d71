"""`caregiver import`: takes an export of care notes, a calendar or contacts into the care notes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Unpack

import click

from caregiver_app.bootstrap.exports import look_at_import, take_in
from caregiver_app.cli.failures import PARTLY
from caregiver_app.cli.session import Session
from caregiver_app.cli.vault.care_files import care_opened
from caregiver_app.cli.vault.care_options import Secret, care_command, person_for, person_options
from caregiver_app.cli.vault.passphrases import PassphraseSource, passphrase_options
from caregiver_app.model.errors import VaultError, VaultTrouble
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.zones import own_zone
from caregiver_app.vault.carrying.incoming_files import needs_passphrase, read_incoming
from caregiver_app.vault.importing.incoming import Incoming, Merged


def import_command() -> click.Command:
    """Return the command."""
    return care_command(
        "import",
        _import,
        [
            click.Argument(["file"], type=click.Path(path_type=Path), metavar="FILE"),
            click.Option(["--preview"], is_flag=True, help=_("Only say what would come.")),
            *person_options(),
            *passphrase_options("file-passphrase"),
        ],
        _(
            "Take in what was exported from care notes (its folder, its JSON or its locked file), a calendar (.ics) or "
            "contacts (.vcf). What is here already is not doubled; what is newer here stays. Calendars and contacts "
            "are about nobody unless you say about whom."
        ),
    )


def _import(
    session: Session,
    *,
    file: Path,
    preview: bool,
    person: str | None,
    person_id: int | None,
    file_passphrase_file: Path | None,
    file_passphrase_fd: int | None,
    **secret: Unpack[Secret],
) -> int | None:
    source = PassphraseSource(file=file_passphrase_file, descriptor=file_passphrase_fd)
    incoming = _read(file, source)
    at = session.services.clock.now()
    with care_opened(session, secret) as care:
        whose = person_for(care.vault, person, person_id)
        act = look_at_import if preview else take_in
        merged = act(care, incoming, person_id=whose, at=at)
    _tell(session, merged, preview)
    return PARTLY if merged.left_out and not preview else None


def _read(file: Path, source: PassphraseSource) -> Incoming:
    passphrase = _passphrase(source) if needs_passphrase(file) else None
    return read_incoming(file, passphrase=passphrase, zone=own_zone())


def _passphrase(source: PassphraseSource) -> str | None:
    """Return the passphrase of the file; None where nobody said one, and there is nobody to ask."""
    try:
        return source.read(_("Passphrase of this file"))
    except VaultError as error:
        if error.kind is not VaultTrouble.LOCKED:
            raise
        return None


def _tell(session: Session, merged: Merged, preview: bool) -> None:
    if session.console.as_json:
        session.console.document(
            {
                "taken_in": not preview,
                "new": {**merged.new},
                "changed": {**merged.changed},
                "same": {**merged.same},
                "deleted_here": {**merged.deleted_here},
                "left_out": {**merged.left_out},
                "people": [*merged.people],
                "repeating": merged.repeating,
                "unknown_zones": merged.unknown_zones,
            }
        )
        return
    counts = (
        (_("New"), merged.new),
        (_("Newer than here"), merged.changed),
        (_("Here already"), merged.same),
        (_("Deleted here, and left so"), merged.deleted_here),
        (_("Left out, not readable as they are"), merged.left_out),
    )
    for words, found in counts:
        if found:
            session.console.line(f"{words}: {_counted(found)}")
    if not merged.brings_something:
        session.console.line(_("Nothing new is in this file."))
    for count, words in (
        (merged.repeating, _("{count} appointments repeat: only the first date of each is taken.")),
        (merged.unknown_zones, _("{count} appointments name an unknown time zone: this computer's is taken.")),
    ):
        if count:
            session.console.note(words.format(count=count))
    if preview:
        session.console.note(_("Nothing was changed. Without --preview it is taken in."))


def _counted(found: Mapping[str, int]) -> str:
    labels = kind_labels()
    return ", ".join(f"{labels.get(kind, kind)} {count}" for kind, count in sorted(found.items()))


def kind_labels() -> Mapping[str, str]:
    """Return what the kinds of records are called in a list with numbers behind them."""
    return {
        "person": _("people"),
        "note": _("notes"),
        "question": _("questions"),
        "answer": _("answers"),
        "appointment": _("appointments"),
        "chase": _("to chase"),
        "medicine": _("medicines"),
        "contact": _("contacts"),
        "measurement": _("measurements"),
        "measure_kind": _("kinds of measurements"),
        "attachment": _("files"),
        "fact": _("fields of forms"),
        "citation": _("pages named"),
        "tag": _("tags"),
    }
