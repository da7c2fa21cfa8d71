"""`caregiver pack take|withdraw|next`: what keeps a pack current, in its folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from caregiver_app.cli.console import Json
from caregiver_app.cli.failures import DONE, PARTLY, USAGE
from caregiver_app.cli.options import IdType, json_option
from caregiver_app.cli.pack_told import problem_shape, tell_problems
from caregiver_app.cli.session import Session
from caregiver_app.cli.subjects import SubjectType
from caregiver_app.model.source import SourceId
from caregiver_app.model.trust import Subject
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import ngettext


def changing_commands() -> tuple[click.Command, ...]:
    """Return the commands."""
    return (_take_command(), _withdraw_command(), _next_command())


def _take_command() -> click.Command:
    return click.Command(
        "take",
        callback=click.pass_obj(_take),
        params=[
            _folder(),
            click.Argument(["items"], type=SubjectType(), nargs=-1, metavar="[ITEM ...]"),
            click.Option(
                ["--source", "sources"],
                type=IdType("source"),
                multiple=True,
                metavar="ID",
                help=_("A source of your library; may be given several times."),
            ),
            json_option(),
        ],
        help=_(
            "Take what is in your library into a pack. Your own check of it goes along. Each ITEM is like article:12, "
            "link:3, page:5 or org:7. What is in the pack already gets your newest check."
        ),
    )


def _withdraw_command() -> click.Command:
    return click.Command(
        "withdraw",
        callback=click.pass_obj(_withdraw),
        params=[
            _folder(),
            click.Argument(["identifier"], metavar="ID"),
            click.Option(["--reason"], required=True, metavar="TEXT", help=_("What families are told.")),
            click.Option(["--replacement"], default="", metavar="ID", help=_("What to use in its place.")),
            json_option(),
        ],
        help=_("Take something out of a pack and tell families why. ID is that of pack.json."),
    )


def _next_command() -> click.Command:
    return click.Command(
        "next",
        callback=click.pass_obj(_next),
        params=[_folder(), json_option()],
        help=_("Begin the next version of a pack, dated today. A channel takes higher versions only."),
    )


def _folder() -> click.Argument:
    return click.Argument(["folder"], type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER")


def _take(session: Session, *, folder: Path, items: Sequence[Subject], sources: Sequence[int]) -> int:
    if not items and not sources:
        raise click.UsageError(_("Name what to take."))
    with session.library() as library:
        done = session.services.pack_making.take(
            library, folder, tuple(dict.fromkeys(items)), [SourceId(each) for each in dict.fromkeys(sources)]
        )
    if session.console.as_json:
        left_out: list[Json] = [problem_shape(problem) for problem in done.left_out]
        session.console.document({"added": done.added, "left_out": left_out})
    else:
        sentence = ngettext("{count} entry is new in the pack.", "{count} entries are new in the pack.", done.added)
        session.console.line(sentence.format(count=done.added))
        tell_problems(session.console, done.left_out)
    return PARTLY if done.left_out else DONE


def _withdraw(session: Session, *, folder: Path, identifier: str, reason: str, replacement: str) -> int:
    wrong = session.services.pack_making.withdraw(folder, identifier, reason=reason, replacement=replacement)
    if session.console.as_json:
        problems: list[Json] = [problem_shape(problem) for problem in wrong]
        session.console.document({"withdrawn": "" if wrong else identifier, "problems": problems})
    elif wrong:
        tell_problems(session.console, wrong)
    else:
        session.console.line(_("Withdrawn: {id}").format(id=identifier))
        session.console.note(_("Of a guide or checklist remove the file too. Then: caregiver pack next FOLDER"))
    return USAGE if wrong else DONE


def _next(session: Session, *, folder: Path) -> int:
    pack = session.services.pack_making.begin_next(folder)
    if session.console.as_json:
        session.console.document({"id": pack.id, "version": pack.version, "review_by": pack.review_by.isoformat()})
    else:
        session.console.line(_("This is now version {version}.").format(version=pack.version))
    return DONE
