"""`caregiver print`: sheets for paper, as PDF. Which of them need the care notes is told by the name alone."""

from __future__ import annotations

from typing import Any

import click

from caregiver_app.cli.failures import DONE
from caregiver_app.cli.print_asked import PrintAsked, PrintLook, asked_of, named, secret_in
from caregiver_app.cli.print_options import print_options
from caregiver_app.cli.print_public import print_contents, print_public
from caregiver_app.cli.print_told import tell_days, tell_sheets
from caregiver_app.cli.session import Session
from caregiver_app.model.errors import PrintError, PrintTrouble
from caregiver_app.model.sheets.kinds import SheetKind, kinds_of
from caregiver_app.model.sheets.paper import PaperSize, PrintSize
from caregiver_app.support.i18n import current_locale, paper_locale, speaking, speaks_on_paper
from caregiver_app.support.i18n import gettext as _


def print_command() -> click.Command:
    """Return the command."""
    return click.Command(
        "print",
        callback=click.pass_obj(_print),
        params=print_options(),
        help=_(
            "Write a sheet as PDF, or a set of sheets that are needed together. To see them all: caregiver print "
            "--list. Sheets of care notes need their passphrase; each time one leaves is written down in them."
        ),
    )


def _print(
    session: Session,
    *,
    sheet: str | None,
    as_list: bool,
    size: str | None,
    large_print: bool,
    paper: PaperSize | None,
    lang: str | None,
    **given: Any,
) -> int:
    if as_list:
        _list(session, sheet)
        return DONE
    if sheet is None:
        raise click.UsageError(_("Name a sheet. To see them all: caregiver print --list"))
    if (secret := secret_in(kinds_of(named(sheet)))) is not None:
        raise PrintError(PrintTrouble.SECRET, secret.value)
    look = PrintLook(paper=paper, size=_size(size, large_print), language=_language(lang))
    return _write(session, asked_of(sheet, look, as_json=session.console.as_json, **given))


def _list(session: Session, sheet: str | None) -> None:
    if sheet != SheetKind.AWARENESS_FLYER:
        tell_sheets(session.console)
        return
    with session.library() as library:
        tell_days(session.console, library.awareness_days.list())


def _write(session: Session, asked: PrintAsked) -> int:
    if asked.kinds == (SheetKind.PACK_CONTENTS,):
        return print_contents(session, asked)
    if not asked.is_private:
        return print_public(session, asked)
    from caregiver_app.cli.vault.print_private import print_private

    return print_private(session, asked)


def _size(size: str | None, large_print: bool) -> PrintSize | None:
    if large_print and size not in (None, PrintSize.LARGE.value):
        raise click.UsageError(_("Take one of --size and --large-print."))
    wished = PrintSize.LARGE.value if large_print else size
    return None if wished is None else PrintSize(wished)


def _language(tag: str | None) -> str:
    """Return the language of a sheet; one that is named without a country is spoken as it is here."""
    if tag is None:
        return paper_locale()
    for spoken in (paper_locale(), current_locale()):
        if tag.lower() == spoken.partition("-")[0]:
            return spoken
    if not speaks_on_paper(tag):
        raise click.UsageError(_("There are no words for sheets in the language {tag}.").format(tag=repr(tag)))
    with speaking(tag):
        return current_locale()
