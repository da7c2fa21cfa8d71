"""`caregiver source moves`: addresses that changed because publishers moved, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from caregiver_app.cli.choosing import find_sources
from caregiver_app.cli.console import Console, Json
from caregiver_app.cli.failures import CommandFailed
from caregiver_app.cli.options import IdType, json_option
from caregiver_app.cli.session import Session
from caregiver_app.links.tokens import mask_address, shown_title
from caregiver_app.model.errors import UnknownSource
from caregiver_app.model.time import to_iso
from caregiver_app.support.i18n import format_short_day
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import Sentence

if TYPE_CHECKING:
    from caregiver_app.library.source_moves import SourceMove
    from caregiver_app.library.store import Library


def moves_command() -> click.Command:
    """Return the command that shows moves and takes one back."""
    return click.Command(
        "moves",
        callback=click.pass_obj(_moves),
        params=[
            click.Option(["--undo"], type=IdType("source"), metavar="ID", help=_("Put back the address before.")),
            click.Option(["--undone"], is_flag=True, help=_("Those that were taken back.")),
            json_option(),
        ],
        help=_(
            "Show addresses that changed.\n\nThose of sources whose publisher moved, the newest first. A move that is "
            "taken back is not made again."
        ),
    )


def _moves(session: Session, undo: int | None, undone: bool) -> None:
    if undo is not None and undone:
        raise click.UsageError(_("Take one of --undo and --undone."))
    with session.library() as library:
        moves = library.source_moves.list(undone=undone)
        if undo is not None:
            moves = (_take_back(session, library, undo, moves),)
    if session.console.as_json:
        session.console.document([_shape(move) for move in moves])
    elif undo is not None:
        sentence = _("{name} is asked at its old address again: {address}")
        session.console.line(sentence.format(name=_name(moves[0]), address=mask_address(moves[0].from_url)))
    else:
        _print(session.console, moves)


def _take_back(session: Session, library: Library, number: int, moves: tuple[SourceMove, ...]) -> SourceMove:
    """Take back the last move of a source and return it.

    Raises:
        UnknownSource: the number is nobody's.
        CommandFailed: it has not moved, or another source is at the old address meanwhile.
    """
    (source,) = find_sources(library, [number])
    move = next((each for each in moves if each.source_id == source.id and each.to_url == source.url), None)
    if move is None:
        raise CommandFailed(
            "not-there",
            Sentence(
                happened=_("This source has not moved."),
                to_do=_("To see those that have: caregiver source moves"),
            ),
        )
    try:
        library.source_moves.undo(source.id, at=session.services.clock.now())
    except UnknownSource as error:
        raise CommandFailed(
            "address-taken",
            Sentence(
                happened=_("Another source has the old address now."),
                to_do=_("Remove that one first: caregiver source list"),
            ),
        ) from error
    return move


def _print(console: Console, moves: tuple[SourceMove, ...]) -> None:
    for move in moves:
        console.line(_name(move))
        margin = " " * (len(str(move.source_id)) + 2)
        # Translators: {day} is e.g. "23 November 2026"
        console.line(margin + _("Moved, seen on {day}").format(day=format_short_day(move.at, year=True)))
        console.line(margin + _("From: {address}").format(address=mask_address(move.from_url)))
        console.line(margin + _("To: {address}").format(address=mask_address(move.to_url)))
    if moves:
        console.note(_("To put an address back: caregiver source moves --undo ID"))
    else:
        console.note(_("No address has changed."))


def _name(move: SourceMove) -> str:
    return f"{move.source_id}  {shown_title(move.title)}"


def _shape(move: SourceMove) -> Json:
    return {
        "source_id": move.source_id,
        "title": shown_title(move.title),
        "from_url": mask_address(move.from_url),
        "to_url": mask_address(move.to_url),
        "at": to_iso(move.at),
    }
