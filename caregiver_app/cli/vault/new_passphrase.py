"""`caregiver vault passphrase`: another passphrase, or all anew where somebody may know the one before."""

from __future__ import annotations

from pathlib import Path

import click

from caregiver_app.cli.failures import USAGE, CommandFailed
from caregiver_app.cli.options import json_option
from caregiver_app.cli.session import Session
from caregiver_app.cli.vault.passphrases import PassphraseSource, passphrase_options
from caregiver_app.cli.vault.sheet_files import SheetTarget, sheet_options, wished_target, write_sheet
from caregiver_app.cli.vault.telling_notices import tell_notices
from caregiver_app.model.errors import CaregiverError, VaultError, VaultTrouble
from caregiver_app.model.sheets.paper import PaperSize
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import Sentence


def passphrase_command() -> click.Command:
    """Return `vault passphrase`."""
    return click.Command(
        "passphrase",
        callback=click.pass_obj(_change),
        params=[
            *passphrase_options(),
            *passphrase_options("new-passphrase"),
            click.Option(
                ["--someone-may-know"],
                is_flag=True,
                help=_("Somebody may know the old one: write all notes anew, so that it opens nothing here any more."),
            ),
            *sheet_options(),
            json_option(),
        ],
        help=_("Choose another passphrase for your care notes. Old backups still open with the old one."),
    )


def _change(
    session: Session,
    *,
    passphrase_file: Path | None,
    passphrase_fd: int | None,
    new_passphrase_file: Path | None,
    new_passphrase_fd: int | None,
    someone_may_know: bool,
    recovery_out: Path | None,
    paper: PaperSize,
    pdf_password_file: Path | None,
) -> None:
    if someone_may_know != (recovery_out is not None):
        raise _wrong_use()
    target = wished_target(session, recovery_out, paper, pdf_password_file)
    care = session.services.care
    if not care.exists():
        raise VaultError(VaultTrouble.ABSENT)
    passphrase = PassphraseSource(file=passphrase_file, descriptor=passphrase_fd).read(_("Passphrase"))
    with session.writing("vault passphrase"):
        tell_notices(session, care.unlock(passphrase))
        try:
            source = PassphraseSource(file=new_passphrase_file, descriptor=new_passphrase_fd)
            new = source.read(_("Choose a new passphrase"), confirm=True)
            if target is None:
                care.change_passphrase(passphrase, new)
            else:
                target.check_against(new)
                _write_anew(session, passphrase, new, target)
            number = care.unlocked.marks.number
        finally:
            care.lock()
    _tell(session, number, recovery_out)


def _write_anew(session: Session, passphrase: str, new: str, target: SheetTarget) -> None:
    """Give the new sheet first: without it a slip of the memory would cost all notes."""
    care = session.services.care
    renewal = care.prepare_new_key(passphrase, new)
    write_sheet(renewal.sheet(session.services.clock), target)
    try:
        tell_notices(session, care.carry_out_new_key(renewal))
    except CaregiverError:
        if care.places.journal.exists():
            session.console.note(_("The new passphrase counts already. The next command with it does what is left."))
        else:
            target.file.unlink(missing_ok=True)
        raise


def _tell(session: Session, number: str, file: Path | None) -> None:
    console = session.console
    if console.as_json:
        console.document({"vault": number, "recovery_file": None if file is None else str(file)})
        return
    console.line(_("The new passphrase opens your care notes from now on."))
    if file is None:
        console.note(_("Old backups still open with the old one."))
        return
    console.line(_("The new recovery sheet is in {file}. Keep it away from this computer.").format(file=file))
    console.note(_("Destroy the old sheet. Backups made before still open with the old passphrase: delete them."))
    console.note(_("Your key for questions and answers stays as it is. To make a new one: {command}").format(
        command="caregiver ask key new"
    ))  # fmt: skip


def _wrong_use() -> CommandFailed:
    return CommandFailed(
        "usage",
        Sentence(
            happened=_("--someone-may-know and --recovery-out belong together: a new key has a new recovery sheet."),
            to_do=_("To see how it is used: {command} --help").format(command="caregiver vault passphrase"),
        ),
        USAGE,
    )
