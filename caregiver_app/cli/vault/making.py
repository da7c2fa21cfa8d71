"""`caregiver vault create` and `vault suggest`: care notes are made, with a passphrase that is hard to guess."""

from __future__ import annotations

from pathlib import Path

import click

from caregiver_app.cli.failures import CommandFailed
from caregiver_app.cli.options import json_option
from caregiver_app.cli.session import Session
from caregiver_app.cli.vault.passphrases import PassphraseSource, passphrase_options
from caregiver_app.cli.vault.sheet_files import sheet_options, wished_target, write_sheet
from caregiver_app.model.sheets.paper import PaperSize
from caregiver_app.support.folder_places import place_of
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import Audience
from caregiver_app.support.sentences.upkeep import notes_place_words
from caregiver_app.vault.keys.passphrases import suggest
from caregiver_app.vault.keys.recovery import make_sheet


def create_command() -> click.Command:
    """Return `vault create`."""
    return click.Command(
        "create",
        callback=click.pass_obj(_create_notes),
        params=[*passphrase_options(), *sheet_options(), json_option()],
        help=_("Make care notes, locked with a passphrase."),
    )


def suggest_command() -> click.Command:
    """Return `vault suggest`."""
    return click.Command(
        "suggest",
        callback=click.pass_obj(_suggest),
        params=[json_option()],
        help=_("Make a passphrase of five plain words. It is kept nowhere."),
    )


def _create_notes(
    session: Session,
    *,
    passphrase_file: Path | None,
    passphrase_fd: int | None,
    recovery_out: Path | None,
    paper: PaperSize,
    pdf_password_file: Path | None,
) -> None:
    source = PassphraseSource(file=passphrase_file, descriptor=passphrase_fd)
    place = place_of(session.services.paths.data_dir)
    if place:
        session.console.note(notes_place_words(place, Audience.COMMAND).text)
    target = wished_target(session, recovery_out, paper, pdf_password_file)
    with session.writing("vault create"):
        care = session.services.care
        passphrase = source.read(_("Choose a passphrase"), confirm=True)
        if target is not None:
            target.check_against(passphrase)
        unlocked = care.create(passphrase)
        number = unlocked.marks.number
        sheet = make_sheet(unlocked.data_key, number, at=session.services.clock.now())
        care.lock()
    if target is not None:
        try:
            write_sheet(sheet, target)
        except CommandFailed:
            session.console.note(_("Your care notes are ready, but they have no recovery sheet yet:"))
            session.console.note("caregiver vault sheet --recovery-out FILE")
            raise
    _tell(session, number, recovery_out)


def _tell(session: Session, number: str, file: Path | None) -> None:
    console = session.console
    if console.as_json:
        console.document({"vault": number, "recovery_file": None if file is None else str(file)})
        return
    console.line(_("Your care notes are ready. Their number is {number}.").format(number=number))
    if file is None:
        console.note(_("They have no recovery sheet yet: caregiver vault sheet --recovery-out FILE"))
    else:
        console.line(_("The recovery sheet is in {file}. Keep it away from this computer.").format(file=file))
    console.note(_("If you lose both the passphrase and the sheet, nobody can open your notes. Not even us."))


def _suggest(session: Session) -> None:
    passphrase = suggest()
    if session.console.as_json:
        session.console.document({"passphrase": passphrase})
    else:
        session.console.line(passphrase)
