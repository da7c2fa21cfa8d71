"""`caregiver pack new|check|build`: from a list or from nothing to a file that can be signed and handed over."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from caregiver_app.cli.console import Console, Json
from caregiver_app.cli.failures import DONE, PARTLY, REFUSED, USAGE
from caregiver_app.cli.files import read_file, write_file
from caregiver_app.cli.options import FolderType, json_option
from caregiver_app.cli.pack_links import looking_at_links
from caregiver_app.cli.pack_told import build_shape, check_shape, tell_new, tell_problems
from caregiver_app.cli.session import Session
from caregiver_app.cli.unlocking import unlock_care
from caregiver_app.model.pack_problem import PackFault
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import ngettext

_LARGEST_LIST = 10_000_000


def making_commands() -> tuple[click.Command, ...]:
    """Return the commands."""
    return (_new_command(), _check_command(), _build_command())


def _new_command() -> click.Command:
    return click.Command(
        "new",
        callback=click.pass_obj(_new),
        params=[
            click.Argument(["folder"], type=FolderType(), metavar="FOLDER"),
            click.Option(["--title"], required=True, metavar="T", help=_("What families see.")),
            click.Option(["--publisher"], required=True, metavar="NAME", help=_("What you call yourselves.")),
            click.Option(["--topic", "topics"], multiple=True, required=True, metavar="T", help=_("Like dementia.")),
            click.Option(["--language"], default="en", show_default=True, metavar="L", help=_("Its first language.")),
            click.Option(["--country"], default="INT", show_default=True, metavar="CC", help=_("Like GB.")),
            click.Option(["--id", "identifier"], default="", metavar="ID", help=_("Its id for ever; from the title.")),
            click.Option(
                ["--from", "file"],
                metavar="FILE",
                help=_("Fill it from a spreadsheet saved as CSV, or from a list of sources (OPML)."),
            ),
            json_option(),
        ],
        help=_("Begin a pack in a new folder. It is empty, or has what a list holds."),
    )


def _check_command() -> click.Command:
    return click.Command(
        "check",
        callback=click.pass_obj(_check),
        params=[_folder(), *_looking(), json_option()],
        help=_(
            "Look at the whole of a pack. What is missing, due, double, hard to read or gives somebody away is told; "
            "each problem names its place. Exit 4 where something must be mended before it is built."
        ),
    )


def _build_command() -> click.Command:
    return click.Command(
        "build",
        callback=click.pass_obj(_build),
        params=[
            _folder(),
            click.Option(["-o", "--output", "file"], required=True, metavar="FILE", help=_("Write the pack there.")),
            *_looking(),
            json_option(),
        ],
        help=_(
            "Check a pack and write it into one file. The same folder makes the same bytes. It is not signed yet: put "
            "it into a channel, which signs it."
        ),
    )


def _folder() -> click.Argument:
    return click.Argument(["folder"], type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER")


def _looking() -> list[click.Parameter]:
    return [
        click.Option(["--links"], is_flag=True, help=_("Also look whether each address is still there.")),
        click.Option(["--country"], metavar="CC", default="", help=_("Whose phone numbers are read first, like GB.")),
    ]


def _new(
    session: Session,
    *,
    folder: Path,
    title: str,
    publisher: str,
    topics: Sequence[str],
    language: str,
    country: str,
    identifier: str,
    file: str | None,
) -> int:
    from caregiver_app.packs.starting import BegunPack, NewPack

    making = session.services.pack_making
    rows = () if file is None else making.read_list(read_file(file, limit_bytes=_LARGEST_LIST), file)
    asked = NewPack(
        title=title,
        publisher=publisher,
        topics=tuple(topics),
        language=language,
        country=country.upper(),
        identifier=identifier,
    )
    begun = making.begin(folder, asked, rows)
    if not isinstance(begun, BegunPack):
        tell_problems(session.console, begun)
        return USAGE
    tell_new(session.console, folder, begun)
    return PARTLY if begun.left_out else DONE


def _check(session: Session, *, folder: Path, links: bool, country: str) -> int:
    unlock_care(session)
    checked = session.services.pack_making.check(
        folder, country=country, look_at_links=looking_at_links(session, "pack check") if links else None
    )
    if session.console.as_json:
        session.console.document(check_shape(checked))
    else:
        tell_problems(session.console, checked.problems)
        _tell_whole(session.console, len(checked.errors), len(checked.problems))
        if any(problem.fault is PackFault.PERSONAL_DETAIL for problem in checked.problems):
            session.console.note(_("To let a detail stay, write it with the reason into settled.json in the folder."))
        if not links:
            session.console.note(_("No address was opened. To do that too: --links"))
    return REFUSED if checked.errors else DONE


def _build(session: Session, *, folder: Path, file: str, links: bool, country: str) -> int:
    unlock_care(session)
    making = session.services.pack_making
    checked = making.check(
        folder, country=country, look_at_links=looking_at_links(session, "pack check") if links else None
    )
    if checked.errors and not session.console.as_json:
        tell_problems(session.console, checked.errors)
    data = making.build(checked)
    write_file(file, data)
    shape: Json = build_shape(file, data, checked)
    if session.console.as_json:
        session.console.document(shape)
    else:
        tell_problems(session.console, checked.problems)
        session.console.line(_("Built: {file}").format(file=file))
        session.console.note(_("It is not signed. Families take it from a channel: caregiver channel add"))
    return DONE


def _tell_whole(console: Console, errors: int, all_of_them: int) -> None:
    if not all_of_them:
        console.line(_("Nothing is wrong with this pack."))
    elif not errors:
        console.line(_("This pack can be built. The rest is for you to judge."))
    else:
        sentence = ngettext("{count} problem to mend first.", "{count} problems to mend first.", errors)
        console.line(sentence.format(count=errors))
