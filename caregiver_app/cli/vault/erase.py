"""`caregiver erase`: deletes for good: everything, or one person with all that is about them."""

from __future__ import annotations

from pathlib import Path
from typing import Unpack

import click

from caregiver_app.bootstrap.erasing import erase_person
from caregiver_app.bootstrap.erasing_all import Gone, erase_everything
from caregiver_app.cli.session import Session
from caregiver_app.cli.vault.care_files import care_opened
from caregiver_app.cli.vault.care_options import Secret, care_command, person_for, person_options
from caregiver_app.cli.vault.confirming import confirm, yes_option
from caregiver_app.cli.vault.erased_told import last_backup, tell_erased_person
from caregiver_app.cli.vault.opened import opened
from caregiver_app.cli.vault.passphrases import PassphraseSource
from caregiver_app.support.i18n import gettext as _


def erase_command() -> click.Command:
    """Return the command."""
    return care_command(
        "erase",
        _erase,
        [
            click.Option(
                ["--all", "everything"],
                is_flag=True,
                help=_("Library, care notes, copies, keys of channels, settings, log."),
            ),
            *person_options(),
            yes_option(),
            click.Option(
                ["--forgotten"],
                is_flag=True,
                help=_("With --all: the passphrase is lost; erase care notes that nobody can open."),
            ),
        ],
        _(
            "Delete for good: everything of Caregiver in its folder, or one person with notes, contacts, records of "
            "what was sent, files, and in every copy that is kept there. Backups, exports and paper elsewhere stay."
        ),
    )


def _erase(
    session: Session,
    *,
    everything: bool,
    person: str | None,
    person_id: int | None,
    yes: bool,
    forgotten: bool,
    **secret: Unpack[Secret],
) -> None:
    if everything == (person is not None or person_id is not None):
        raise click.UsageError(_("Say whom to erase, or --all."))
    if everything:
        _erase_all(session, yes, forgotten, secret)
        return
    with session.writing("erase"), care_opened(session, secret) as care:
        whose = person_for(care.vault, person, person_id)
        if whose is None:
            raise click.UsageError(_("Say whom to erase, or --all."))
        confirm(_("Delete everything about this person for good?"), yes)
        backup = last_backup(session)
        erased = erase_person(care, whose, clock=session.services.clock)
    tell_erased_person(session, whose, erased, backup)


def _erase_all(session: Session, yes: bool, forgotten: bool, secret: Secret) -> None:
    paths = session.services.paths
    with session.writing("erase"):
        if session.services.care.exists() and not forgotten:
            _prove(session, secret)
        confirm(_("Delete everything of Caregiver on this computer for good?"), yes)
        gone = erase_everything(paths)
    _tell_all(session, paths.data_dir, gone)


def _prove(session: Session, secret: Secret) -> None:
    """Let pass who opens the notes. Raises `VaultError`."""
    with opened(session, PassphraseSource(file=secret["passphrase_file"], descriptor=secret["passphrase_fd"])):
        pass


def _tell_all(session: Session, folder: Path, gone: Gone) -> None:
    if session.console.as_json:
        session.console.document({"folder": str(folder), "removed": gone.removed, "left": [*gone.left]})
        return
    session.console.line(_("Everything of Caregiver in this folder is gone."))
    session.console.line(_("Backups, exports and printed sheets elsewhere are still there."))
    if gone.left:
        session.console.line(_("These are not Caregiver's and were left: {names}").format(names=", ".join(gone.left)))
