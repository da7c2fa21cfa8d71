"""Where commands write a recovery sheet: to a file of one's own, never beside the notes, nor where a service copies."""

from __future__ import annotations

from pathlib import Path

import click

from caregiver_app.cli.failures import REFUSED, CommandFailed
from caregiver_app.cli.files import write_file
from caregiver_app.cli.session import Session
from caregiver_app.model.sheet import PaperSize, RecoverySheet
from caregiver_app.support.folder_places import SYNCED, place_of
from caregiver_app.support.i18n import current_locale
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import Sentence
from caregiver_app.vault.keys.recovery_text import sheet_text

TEXT, PDF = ".txt", ".pdf"


def sheet_options(*, required: bool = False) -> list[click.Parameter]:
    """`--recovery-out FILE` and `--paper SIZE`."""
    return [
        click.Option(
            ["--recovery-out"],
            type=click.Path(path_type=Path),
            required=required,
            metavar="FILE",
            help=_(
                "Write the recovery sheet there: FILE.pdf to print it, FILE.txt as text. Keep it off this computer."
            ),
        ),
        click.Option(
            ["--paper"],
            type=click.Choice([size.value for size in PaperSize]),
            default=PaperSize.A4.value,
            show_default=True,
            help=_("On which paper."),
        ),
    ]


def check_place(session: Session, file: Path) -> None:
    """Let pass where a sheet may be written; asked before anything is made.

    Raises:
        CommandFailed: its name says neither text nor PDF, it is there already, or its folder is not a place for it.
    """
    if file.suffix.lower() not in (TEXT, PDF):
        raise _refused("sheet-name", _("The name of the recovery sheet must end in .pdf or .txt."))
    if file.exists():
        raise _refused("file", _("There is a file {name} already.").format(name=file.name), _("Name another one."))
    folder = file.absolute().parent.resolve()
    if folder.is_relative_to(session.services.paths.data_dir.resolve()):
        raise _refused(
            "sheet-place",
            _("The recovery sheet must not lie beside the notes that it opens."),
            _("Write it to a stick, or print it and delete the file."),
        )
    if place_of(folder) == SYNCED:
        raise _refused(
            "sheet-place",
            _("A service copies this folder to other computers. The recovery sheet must not lie there."),
            _("Write it to a stick, or print it and delete the file."),
        )


def write_sheet(sheet: RecoverySheet, file: Path, paper: str) -> None:
    """Write the sheet, for its owner's eyes alone.

    Raises:
        CommandFailed: it cannot be written.
    """
    if file.suffix.lower() == TEXT:
        write_file(str(file), sheet_text(sheet).encode())
        return
    from caregiver_app.paper.recovery import recovery_sheet
    from caregiver_app.paper.typeset import Layout

    layout = Layout(paper=PaperSize(paper), language=current_locale())
    write_file(str(file), recovery_sheet(sheet, layout).pdf())


def _refused(kind: str, happened: str, to_do: str = "") -> CommandFailed:
    return CommandFailed(kind, Sentence(happened=happened, means=_("Nothing was changed."), to_do=to_do), REFUSED)
