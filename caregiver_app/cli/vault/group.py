"""`caregiver vault`: makes care notes and tells how they are."""

from __future__ import annotations

from pathlib import Path

import click

from caregiver_app.cli.options import json_option
from caregiver_app.cli.session import Session
from caregiver_app.cli.vault.passphrases import PassphraseSource, passphrase_options
from caregiver_app.support.i18n import gettext as _


def vault_group() -> click.Group:
    """Return the commands about the care notes as a whole."""
    return click.Group(
        "vault", (_create(), _status()), help=_("Your care notes: private, encrypted, on this computer.")
    )


def _create() -> click.Command:
    return click.Command(
        "create",
        callback=click.pass_obj(_create_notes),
        params=[*passphrase_options(), json_option()],
        help=_("Make care notes, locked with a passphrase."),
    )


def _status() -> click.Command:
    return click.Command(
        "status",
        callback=click.pass_obj(_tell_status),
        params=[json_option()],
        help=_("Say whether there are care notes. Needs no passphrase and tells nothing of what is in them."),
    )


def _create_notes(session: Session, passphrase_file: Path | None, passphrase_fd: int | None) -> None:
    source = PassphraseSource(file=passphrase_file, descriptor=passphrase_fd)
    with session.writing("vault create"):
        care = session.services.care
        unlocked = care.create(source.read(_("Choose a passphrase"), confirm=True))
        number = unlocked.marks.number
        care.lock()
    if session.console.as_json:
        session.console.document({"vault": number})
    else:
        session.console.line(_("Your care notes are ready. Their number is {number}.").format(number=number))


def _tell_status(session: Session) -> None:
    care = session.services.care
    exists = care.exists()
    number = care.places.envelope.read().marks.number if exists and care.places.envelope.exist() else None
    if session.console.as_json:
        session.console.document({"exists": exists, "vault": number})
    elif exists:
        session.console.line(_("There are care notes here, locked. Their number is {number}.").format(number=number))
    else:
        session.console.line(_("There are no care notes here yet."))
