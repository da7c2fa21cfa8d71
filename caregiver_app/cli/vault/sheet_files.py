"""Where commands write a recovery sheet: to a file of one's own, never beside the notes, nor where a service copies."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import click

from caregiver_app.cli.failures import REFUSED, CommandFailed
from caregiver_app.cli.files import write_file
from caregiver_app.cli.paper_options import paper_option
from caregiver_app.cli.session import Session
from caregiver_app.cli.vault.pdf_password import pdf_password
from caregiver_app.model.sheets.paper import PaperSize
from caregiver_app.model.sheets.secrets import RecoverySheet
from caregiver_app.support.folder_places import SYNCED, place_of
from caregiver_app.support.i18n import current_locale
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import Sentence
from caregiver_app.vault.keys.recovery_text import sheet_text

TEXT, PDF = ".txt", ".pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetTarget:
    """Where a sheet goes, on which paper, and the password that locks its PDF, "" for none."""

    file: Path
    paper: PaperSize
    password: str = field(default="", repr=False)

    def check_against(self, passphrase: str) -> None:
        """Refuse the passphrase of the notes as the password of a PDF: that one is typed at other computers.

        Raises:
            CommandFailed: it is the same.
        """
        if self.password and self.password == passphrase:
            raise _refused(
                "sheet-password",
                _("This is the passphrase of your notes."),
                _("Take another password for the PDF: it is typed at other computers."),
            )


def sheet_options(*, required: bool = False) -> list[click.Parameter]:
    """`--recovery-out FILE`, `--paper SIZE` and `--pdf-password-file F`."""
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
        paper_option(_("On which paper."), default=PaperSize.A4),
        click.Option(
            ["--pdf-password-file"],
            type=click.Path(path_type=Path, dir_okay=False),
            metavar="F",
            help=_(
                "Lock the PDF with the password in this file, which only you may read. A forgotten one cannot be found "
                "again."
            ),
        ),
    ]


def sheet_target(session: Session, file: Path, paper: PaperSize, password_file: Path | None) -> SheetTarget:
    """Return where a sheet goes, once all is fit for it; asked before anything is made.

    Raises:
        CommandFailed: as `_check_place`, or there is a password for what is no PDF.
        VaultError: the password is easy to guess.
        PrintError: no reader of PDF files takes it.
        StorageError: its file cannot be read.
    """
    _check_place(session, file)
    if password_file is None:
        return SheetTarget(file=file, paper=paper)
    if file.suffix.lower() != PDF:
        raise _refused("sheet-name", _("Only a PDF can be locked with a password."))
    return SheetTarget(file=file, paper=paper, password=pdf_password(password_file))


def wished_target(
    session: Session, file: Path | None, paper: PaperSize, password_file: Path | None
) -> SheetTarget | None:
    """Return where a sheet goes, None where none was asked for. Raises as `sheet_target`."""
    if file is not None:
        return sheet_target(session, file, paper, password_file)
    if password_file is not None:
        raise click.UsageError(_("Name the PDF to lock with --recovery-out."))
    return None


def _check_place(session: Session, file: Path) -> None:
    """Let pass where a sheet may be written.

    Raises:
        CommandFailed: its name says neither text nor PDF, it is there already, or its folder is not a place for it.
    """
    if file.suffix.lower() not in (TEXT, PDF):
        raise _refused("sheet-name", _("The name of the recovery sheet must end in .pdf or .txt."))
    if file.exists() or file.is_symlink():  # a link may lead to where a sheet must not lie
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


def write_sheet(sheet: RecoverySheet, target: SheetTarget) -> None:
    """Write the sheet, for its owner's eyes alone.

    Raises:
        CommandFailed: it cannot be written.
    """
    file = target.file
    if file.suffix.lower() == TEXT:
        write_file(str(file), sheet_text(sheet).encode())
        return
    from caregiver_app.paper.locking import locked_pdf
    from caregiver_app.paper.recovery import recovery_sheet
    from caregiver_app.paper.typeset import Layout

    layout = Layout(paper=target.paper, language=current_locale())
    pdf = recovery_sheet(sheet, layout).pdf()
    write_file(str(file), locked_pdf(pdf, target.password) if target.password else pdf)


def _refused(kind: str, happened: str, to_do: str = "") -> CommandFailed:
    return CommandFailed(kind, Sentence(happened=happened, means=_("Nothing was changed."), to_do=to_do), REFUSED)
