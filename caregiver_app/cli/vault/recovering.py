"""`caregiver vault recover` and `vault sheet`: the way back in by the recovery sheet, and a sheet made again."""

from __future__ import annotations

from pathlib import Path

import click

from caregiver_app.cli.options import json_option
from caregiver_app.cli.session import Session
from caregiver_app.cli.vault.passphrases import PassphraseSource, passphrase_options, read_secret_file
from caregiver_app.cli.vault.sheet_files import sheet_options, sheet_target, write_sheet
from caregiver_app.cli.vault.telling_notices import tell_notices
from caregiver_app.model.errors import VaultError, VaultTrouble
from caregiver_app.model.sheets.paper import PaperSize
from caregiver_app.support.i18n import gettext as _
from caregiver_app.vault.keys.recovery import LONGEST_TYPED


def recover_command() -> click.Command:
    """Return `vault recover`."""
    return click.Command(
        "recover",
        callback=click.pass_obj(_recover),
        params=[
            click.Option(
                ["--recovery-file"],
                type=click.Path(path_type=Path, dir_okay=False),
                required=True,
                metavar="FILE",
                help=_("The groups of the recovery sheet, as typed; only you may read this file."),
            ),
            *passphrase_options("new-passphrase"),
            json_option(),
        ],
        help=_("Open your care notes with the recovery sheet. They get a new passphrase."),
    )


def sheet_command() -> click.Command:
    """Return `vault sheet`."""
    return click.Command(
        "sheet",
        callback=click.pass_obj(_write_sheet),
        params=[*passphrase_options(), *sheet_options(required=True), json_option()],
        help=_("Write the recovery sheet again. It is the same one until there is a new key."),
    )


def _recover(
    session: Session, recovery_file: Path, new_passphrase_file: Path | None, new_passphrase_fd: int | None
) -> None:
    source = PassphraseSource(file=new_passphrase_file, descriptor=new_passphrase_fd)
    care = session.services.care
    if not care.exists():
        raise VaultError(VaultTrouble.ABSENT)
    typed = read_secret_file(recovery_file, 4 * LONGEST_TYPED).decode("utf-8", "replace")
    with session.writing("vault recover"):
        unlocked = care.recover(typed, source.read(_("Choose a new passphrase"), confirm=True))
        number = unlocked.marks.number
        tell_notices(session, unlocked)
        care.lock()
    if session.console.as_json:
        session.console.document({"vault": number})
    else:
        session.console.line(_("The new passphrase opens your care notes from now on."))
        session.console.note(_("Old backups still open with the old one."))


def _write_sheet(
    session: Session,
    *,
    passphrase_file: Path | None,
    passphrase_fd: int | None,
    recovery_out: Path,
    paper: PaperSize,
    pdf_password_file: Path | None,
) -> None:
    target = sheet_target(session, recovery_out, paper, pdf_password_file)
    source = PassphraseSource(file=passphrase_file, descriptor=passphrase_fd)
    care = session.services.care
    if not care.exists():
        raise VaultError(VaultTrouble.ABSENT)
    passphrase = source.read(_("Passphrase"))
    target.check_against(passphrase)
    tell_notices(session, care.unlock(passphrase))
    try:
        sheet = care.sheet(passphrase)
    finally:
        care.lock()
    write_sheet(sheet, target)
    if session.console.as_json:
        session.console.document({"vault": sheet.number, "recovery_file": str(recovery_out)})
    else:
        words = _("The recovery sheet is in {file}. Keep it away from this computer.")
        session.console.line(words.format(file=recovery_out))
