"""`caregiver print` for sheets of the library: they know no care notes, and the guard reads what is typed onto them."""

from __future__ import annotations

from dataclasses import replace

import click

from caregiver_app.cli.failures import DONE, REFUSED
from caregiver_app.cli.print_asked import PrintAsked
from caregiver_app.cli.print_findings import kept_of, tell_open, tell_passed
from caregiver_app.cli.print_making import MadePdf, check_parts, made_pdf, said_of, write_public
from caregiver_app.cli.print_told import tell_parts, tell_printed
from caregiver_app.cli.print_wishes import public_wish
from caregiver_app.cli.session import Session
from caregiver_app.cli.unlocking import unlock_care
from caregiver_app.cli.vault.pdf_password import pdf_password
from caregiver_app.model.sheets.sheet import Sheet
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import speaking


def print_public(session: Session, asked: PrintAsked) -> int:
    """Write a sheet of the library as PDF; return the exit code. While a detail is open it is told, nothing is written.

    Raises:
        PrintError: there is nothing to stand on it, or no such part.
        ShareError: something on a flyer may not be passed on.
        CommandFailed: something that was named is not there, or the file cannot be written.
    """
    password = pdf_password(asked.password_file)
    (kind,) = asked.kinds
    sheets = session.services.public_sheets
    with session.library() as library:
        if not session.services.care.is_unlocked:
            unlock_care(session)
        wish = public_wish(library, asked, kind)
        found = sheets.open_findings(library, wish)
        kept = kept_of(found, asked)
        if still_open := sheets.open_findings(library, wish, kept):
            tell_open(session.console, asked, still_open)
            return REFUSED
        tell_passed(session.console, asked, found)
        pdf = _made(session, asked, sheets.make(library, wish, kept), password)
        if pdf is not None:
            write_public(session, asked, pdf.data)
            sheets.printed(library, wish)
    if pdf is not None:
        tell_printed(session.console, asked, pdf.layout, boxes=pdf.boxes)
    return DONE


def print_contents(session: Session, asked: PrintAsked) -> int:
    """Write what is in a pack. Where no size was named it is the one in which its maker would print it.

    Raises:
        click.UsageError: no pack was named.
        PackError: there is no such pack, or a personal detail in the folder is to be decided on.
        CommandFailed: the file cannot be written.
    """
    from caregiver_app.bootstrap.pack_contents import with_signs
    from caregiver_app.cli.pack_contents import contents_named

    if asked.pack is None:
        raise click.UsageError(_("Name a pack with --pack."))
    password, language = pdf_password(asked.password_file), asked.look.language
    with speaking(language):
        contents = contents_named(session, asked.pack)
    if asked.channel is not None:
        contents = with_signs(contents, session.services.own_channels.show(asked.channel).fingerprint)
    sized = replace(asked, look=replace(asked.look, size=asked.look.size or contents.size))
    pdf = _made(session, sized, session.services.public_sheets.of_contents(contents, language), password)
    if pdf is not None:
        write_public(session, asked, pdf.data)
        tell_printed(session.console, asked, pdf.layout, boxes=pdf.boxes)
    return DONE


def _made(session: Session, asked: PrintAsked, sheet: Sheet, password: str) -> MadePdf | None:
    """Return the PDF, None where only the parts were asked for, which are told."""
    check_parts(asked, [sheet])
    made = [(sheet, said_of(asked, sheet, {}))]
    if asked.only_parts:
        tell_parts(session.console, made)
        return None
    return made_pdf(session, asked, made, password)
