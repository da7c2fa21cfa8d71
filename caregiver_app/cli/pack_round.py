"""`caregiver pack round`: what changed, is gone or is due in a pack, and the word that something is still right."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from caregiver_app.bootstrap.pack_round import known_links
from caregiver_app.cli.console import Console, Json
from caregiver_app.cli.failures import DONE
from caregiver_app.cli.options import json_option
from caregiver_app.cli.pack_links import looking_at_links
from caregiver_app.cli.pack_told import problem_shape
from caregiver_app.cli.session import Session
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.pack_problems import problem_words

if TYPE_CHECKING:
    from caregiver_app.bootstrap.pack_round import Round
    from caregiver_app.packs.round import RoundRow


def round_commands() -> tuple[click.Command, ...]:
    """Return the command."""
    return (_round_command(),)


def _round_command() -> click.Command:
    return click.Command(
        "round",
        callback=click.pass_obj(_round),
        params=[
            click.Argument(["folder"], type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER"),
            click.Option(
                ["--links"], is_flag=True, help=_("Open each address first; else what is known of them counts.")
            ),
            click.Option(
                ["--still-right", "still_right"],
                multiple=True,
                metavar="ID",
                help=_("This is still right, by your own look today. May be given several times."),
            ),
            json_option(),
        ],
        help=_(
            "Show what changed, is gone or is due in a pack. For each: --still-right ID, change it in the folder, or "
            "caregiver pack withdraw FOLDER ID. Then build and publish."
        ),
    )


def _round(session: Session, *, folder: Path, links: bool, still_right: Sequence[str]) -> int:
    service = session.services.pack_round
    look = looking_at_links(session, "pack round") if links else None
    with session.library() as library:
        found = service.look(folder, look or known_links(library))
        rows = {row.id: row for row in found.rows}
        unknown = [each for each in still_right if each not in rows]
        if unknown:
            raise click.UsageError(_("Nothing is due of this name: {id}").format(id=unknown[0]))
        for each in dict.fromkeys(still_right):
            service.still_right(library, folder, rows[each])
        left = service.look(folder, known_links(library)) if still_right else found
    if session.console.as_json:
        renewed: list[Json] = list(dict.fromkeys(still_right))
        session.console.document({"renewed": renewed, "rows": [_row_shape(row) for row in left.rows]})
    else:
        _tell(session.console, left, links=links)
    return DONE


def _row_shape(row: RoundRow) -> Json:
    problems: list[Json] = [problem_shape(problem) for problem in row.problems]
    return {"list": row.listed, "id": row.id, "title": row.title, "address": row.address or None, "problems": problems}


def _tell(console: Console, found: Round, *, links: bool) -> None:
    for row in found.rows:
        console.line(f"{row.id}: {row.title}")
        for words in dict.fromkeys(problem_words(problem) for problem in row.problems):
            console.line(f"  {words}")
    if not found.rows:
        console.line(_("Nothing is due in this pack."))
    if not links:
        console.note(_("No address was opened. To do that too: --links"))
