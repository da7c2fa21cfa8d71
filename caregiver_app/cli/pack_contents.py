"""`caregiver pack contents`: what is in a pack, as a list to print."""

from __future__ import annotations

from pathlib import Path

import click

from caregiver_app.bootstrap.pack_contents import contents_of_folder, contents_of_installed, with_signs
from caregiver_app.cli.failures import REFUSED, CommandFailed
from caregiver_app.cli.files import write_file
from caregiver_app.cli.options import FolderType, json_option
from caregiver_app.cli.paper_options import paper_option
from caregiver_app.cli.session import Session
from caregiver_app.model.sheets.pack_contents import PackContents
from caregiver_app.model.sheets.paper import PaperSize
from caregiver_app.support.i18n import current_locale
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import Sentence

_PDF = ".pdf"


def contents_commands() -> tuple[click.Command, ...]:
    """Return the command."""
    return (_contents_command(),)


def _contents_command() -> click.Command:
    return click.Command(
        "contents",
        callback=click.pass_obj(_write),
        params=[
            click.Argument(["what"], metavar="FOLDER|PACK"),
            click.Option(["-o", "--output", "file"], required=True, metavar="FILE", help=_("Write the PDF there.")),
            click.Option(
                ["--channel"], type=FolderType(), metavar="FOLDER", help=_("Print the signs of this channel below.")
            ),
            paper_option(_("On which paper."), default=PaperSize.A4),
            json_option(),
        ],
        help=_("Write what is in a pack as a list to print. Of a folder in which it is made, or of an installed one."),
    )


def _write(session: Session, *, what: str, file: str, channel: Path | None, paper: PaperSize) -> None:
    from caregiver_app.paper.sheets import typeset
    from caregiver_app.paper.typeset import Layout

    if not file.lower().endswith(_PDF):
        sentence = Sentence(happened=_("The name of the list must end in .pdf."), means=_("Nothing was changed."))
        raise CommandFailed("sheet-name", sentence, REFUSED)
    contents = contents_named(session, what)
    if channel is not None:
        contents = with_signs(contents, session.services.own_channels.show(channel).fingerprint)
    sheet = session.services.public_sheets.of_contents(contents, current_locale())
    write_file(file, typeset([sheet], Layout(paper=paper, size=contents.size)).pdf())
    if session.console.as_json:
        session.console.document({"file": file, "title": contents.title})
    else:
        session.console.line(_("Written: {file}").format(file=file))


def contents_named(session: Session, what: str) -> PackContents:
    """Return what is in the pack of a folder, or in an installed one.

    Raises:
        PackError: there is no such pack, or a personal detail in the folder is to be decided on.
        StorageError, VaultError: as `contents_of_folder` does.
    """
    if Path(what).is_dir():
        return contents_of_folder(Path(what), session.services.guarding)
    with session.library() as library:
        return contents_of_installed(library, session.services.packs.find(library, what))
