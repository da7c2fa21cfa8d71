"""`caregiver print` for sheets of care notes, by themselves or in a set.

They are made in memory from open notes. That they leave is written down before the file is put in place.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from caregiver_app.bootstrap.private_sheets import SheetsOfNotes
from caregiver_app.bootstrap.sheet_files import save_private_sheet
from caregiver_app.cli.failures import DONE, PARTLY, REFUSED, CommandFailed
from caregiver_app.cli.print_asked import STANDARD, PrintAsked
from caregiver_app.cli.print_making import MadePdf, Said, check_parts, home_country, made_pdf, said_of
from caregiver_app.cli.print_told import tell_left_out, tell_parts, tell_printed
from caregiver_app.cli.print_wishes import public_sheet
from caregiver_app.cli.session import Session
from caregiver_app.cli.vault.care_files import consider_place
from caregiver_app.cli.vault.care_options import person_for
from caregiver_app.cli.vault.fields import read_text
from caregiver_app.cli.vault.opened import opened
from caregiver_app.cli.vault.passphrases import PassphraseSource
from caregiver_app.cli.vault.pdf_password import read_password
from caregiver_app.model.errors import (
    CaregiverError,
    LibraryError,
    PackError,
    PrintError,
    ShareError,
    StorageError,
    VaultError,
    VaultTrouble,
)
from caregiver_app.model.private import PrivateSheets
from caregiver_app.model.sheets.kinds import PRIVATE, SheetKind
from caregiver_app.model.sheets.sheet import Sheet, first_choices
from caregiver_app.model.sheets.wishes import PrivateWish
from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import Sentence
from caregiver_app.vault.store import Vault

Made = Sequence[tuple[Sheet, Said]]
_LEFT_OUT = (PrintError, ShareError, LibraryError, PackError, StorageError)
"""What keeps a sheet of the library out of a set; those of the care notes are needed all the same."""


def print_private(session: Session, asked: PrintAsked) -> int:
    """Make sheets with something of the care notes on them, and write them as one PDF; return the exit code.

    A sheet of the library that cannot be made is left out of a set, and that is said.

    Raises:
        VaultError: the notes are locked or damaged, or the password is easy to guess.
        PrintError: it is not clear about whom, or there is no such visit, part or period.
        UnknownRecord: there is nobody of this name or number.
        CareFileError: a file is there already, or that is our own folder.
        CommandFailed: it would be copied elsewhere, or a secret may not be used so.
        StorageError: no room or no right.
    """
    password = read_password(asked.password_file)
    if asked.file not in ("", STANDARD):
        consider_place(session, Path(asked.file), allowed=asked.allow_synced)
    name = read_text() if asked.person == STANDARD else asked.person
    source = PassphraseSource(file=session.passphrase_file, descriptor=session.passphrase_fd)
    with opened(session, source) as vault:
        _check_password(session, vault, password)
        whose, now = person_for(vault, name, asked.person_id), session.services.clock.now()
        sheets = SheetsOfNotes(vault)
        every = {kind: _sheet(session, asked, kind, sheets, whose, now) for kind in asked.kinds}
        left_out = {kind: each for kind, each in every.items() if isinstance(each, CaregiverError)}
        made = _made(asked, [each for each in every.values() if isinstance(each, Sheet)], sheets, whose)
        tell_left_out(session.console, left_out)
        if asked.only_parts:
            tell_parts(session.console, made)
            return PARTLY if left_out else DONE
        pdf = made_pdf(session, asked, made, password)
        _let_out(session, asked, pdf, lambda: _record(sheets, asked, made, whose, now))
    tell_printed(session.console, asked, pdf.layout, boxes=pdf.boxes, left_out=left_out)
    return PARTLY if left_out else DONE


def _made(asked: PrintAsked, made: Sequence[Sheet], sheets: PrivateSheets, whose: int | None) -> Made:
    """Return the sheets with what is put on each and left out; for somebody, as it was the last time for them."""
    check_parts(asked, made)

    def kept(kind: SheetKind) -> Said:
        return {} if asked.audience is None else sheets.remembered(kind, whose, asked.audience)

    return [(sheet, said_of(asked, sheet, kept(sheet.kind))) for sheet in made]


def _sheet(  # noqa: PLR0917  whose it is, and what is asked, stand apart
    session: Session, asked: PrintAsked, kind: SheetKind, sheets: PrivateSheets, whose: int | None, now: Millis
) -> Sheet | CaregiverError:
    """Return a sheet, or of one of the library why there is none."""
    if kind in PRIVATE:
        return sheets.make(_wish(session, asked, kind, whose), now=now)
    try:
        with session.library() as library:
            return public_sheet(session, library, asked, kind)
    except _LEFT_OUT as error:
        return error


def _wish(session: Session, asked: PrintAsked, kind: SheetKind, whose: int | None) -> PrivateWish:
    return PrivateWish(
        kind=kind,
        language=asked.look.language,
        person_id=whose,
        audience=asked.audience,
        since=asked.since,
        until=asked.until,
        appointment_id=asked.visit,
        hours=asked.hours,
        measures=asked.measures,
        country=(asked.country or home_country(session)) if kind is SheetKind.HANDOVER else "",
    )


def _record(sheets: PrivateSheets, asked: PrintAsked, made: Made, whose: int | None, now: Millis) -> None:
    """Write down that they leave; where they are for somebody, keep what was put on now and left out."""
    sheets.printed(asked.kinds, whose, asked.audience, at=now)
    if asked.audience is None or not (asked.put_on or asked.left_out):
        return
    for sheet, said in made:
        if said and sheet.kind in PRIVATE:
            before = sheets.remembered(sheet.kind, whose, asked.audience)
            sheets.remember(sheet.kind, whose, asked.audience, {**before, **said}, first=first_choices(sheet))


def _let_out(session: Session, asked: PrintAsked, pdf: MadePdf, before: Callable[[], None]) -> None:
    if asked.file == STANDARD:
        before()
        session.console.data(pdf.data)
    else:
        save_private_sheet(session.services.paths, pdf.data, Path(asked.file), before=before)


def _check_password(session: Session, vault: Vault, password: str) -> None:
    """Let pass a password that others may type on their computers: hard to guess, and not that of the notes.

    Raises:
        VaultError: it is easy to guess.
        CommandFailed: it is the passphrase.
    """
    from caregiver_app.vault.folder.rewrapping import family_names
    from caregiver_app.vault.keys.passphrases import refuse_weak

    if not password:
        return
    refuse_weak(password, family_names(vault))
    try:
        session.services.care.check_passphrase(password)
    except VaultError as error:
        if error.kind is VaultTrouble.WRONG_PASSPHRASE:
            return
        raise
    sentence = Sentence(
        happened=_("This is the passphrase of your notes."),
        means=_("Nothing was changed."),
        to_do=_("Take another password for the PDF: it is typed at other computers."),
    )
    raise CommandFailed("sheet-password", sentence, REFUSED)
