"""`caregiver vault`: the care notes as a whole: made, opened, their passphrase changed; tells how they are."""

from __future__ import annotations

import click

from caregiver_app.cli.options import json_option
from caregiver_app.cli.session import Session
from caregiver_app.cli.vault.copies import copies_command, go_back_command
from caregiver_app.cli.vault.making import create_command, suggest_command
from caregiver_app.cli.vault.new_passphrase import passphrase_command
from caregiver_app.cli.vault.protect import protect_group
from caregiver_app.cli.vault.recovering import recover_command, sheet_command
from caregiver_app.model.errors import VaultError
from caregiver_app.support.i18n import gettext as _
from caregiver_app.vault.folder.sealed import waiting


def vault_group() -> click.Group:
    """Return the commands about the care notes as a whole."""
    commands = (
        create_command(),
        _status(),
        passphrase_command(),
        recover_command(),
        sheet_command(),
        suggest_command(),
        copies_command(),
        go_back_command(),
        protect_group(),
    )
    return click.Group("vault", commands, help=_("Your care notes: private, encrypted, on this computer."))


def _status() -> click.Command:
    return click.Command(
        "status",
        callback=click.pass_obj(_tell_status),
        params=[json_option()],
        help=_("Say whether there are care notes. Needs no passphrase and tells nothing of what is in them."),
    )


def _tell_status(session: Session) -> None:
    care = session.services.care
    exists = care.exists()
    number = _number(session) if exists else None
    if session.console.as_json:
        sealed = len(waiting(care.places.sealed))
        session.console.document({"exists": exists, "vault": number, "sealed": sealed})
    elif not exists:
        session.console.line(_("There are no care notes here yet."))
    elif number is None:
        session.console.line(_("There are care notes here, locked. Only the recovery sheet opens them now."))
    else:
        session.console.line(_("There are care notes here, locked. Their number is {number}.").format(number=number))


def _number(session: Session) -> str | None:
    """Return the number that the envelope says, None where there is no envelope to read."""
    try:
        return session.services.care.places.envelope.read().marks.number
    except VaultError:
        return None
