"""`caregiver changes`: what publishers changed in articles after they were stored, word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from caregiver_app.cli.console import Console, Json
from caregiver_app.cli.options import IdType, json_option, limit_option
from caregiver_app.cli.session import Session
from caregiver_app.model.article import ItemId
from caregiver_app.model.time import to_iso
from caregiver_app.support.i18n import format_short_day
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import compared_sentence
from caregiver_app.support.word_changes import Fate, Piece, word_changes

if TYPE_CHECKING:
    from caregiver_app.library.changes import TextChange
    from caregiver_app.library.store import Library

_CONTEXT_CHARS = 60
"""How much of what stayed is printed on either side of a change."""

_Found = tuple[ItemId, "TextChange"]


def changes_command() -> click.Command:
    """Return the command that shows what changed."""
    return click.Command(
        "changes",
        callback=click.pass_obj(_changes),
        params=[
            click.Argument(["item_id"], type=IdType("article"), required=False, metavar="[ID]"),
            limit_option(20),
            json_option(),
        ],
        help=_(
            "Show what changed in articles, the last change first. With ID all changes of that article whose earlier "
            "texts are kept, else the last one of each."
        ),
    )


def _changes(session: Session, item_id: int | None, limit: int) -> None:
    with session.library() as library:
        found = _of_all(library, limit) if item_id is None else _of_one(library, ItemId(item_id), limit)
    console = session.console
    if console.as_json:
        console.document([_shape(number, change) for number, change in found])
        return
    for number, change in found:
        _print_change(console, number, change)
    if not found:
        console.note(_("Nothing has changed."))


def _of_all(library: Library, limit: int) -> list[_Found]:
    listed = (change.item_id for change in library.changes.list(limit=limit))
    return [(item_id, change) for item_id in listed for change in library.changes.of(item_id)[:1]]


def _of_one(library: Library, item_id: ItemId, limit: int) -> list[_Found]:
    return [(item_id, change) for change in library.changes.of(item_id)[:limit]]


def _shape(item_id: ItemId, change: TextChange) -> Json:
    return {
        "id": item_id,
        "title": change.title,
        "seen_at": to_iso(change.seen_at),
        "compared": change.compared.value,
        "diff": [[piece.fate.value, piece.text] for piece in word_changes(change.before, change.after)],
    }


def _print_change(console: Console, item_id: ItemId, change: TextChange) -> None:
    console.line(f"{item_id}  {change.title}")
    margin = " " * (len(str(item_id)) + 2)
    day = format_short_day(change.seen_at, year=True)
    # Translators: {day} is e.g. "23 November 2026"
    console.line(margin + _("Changed, seen on {day}").format(day=day))
    words = compared_sentence(change.compared)
    if words:
        console.line(margin + words)
    for line in _lines(word_changes(change.before, change.after)):
        console.line(margin + line)
    console.line()


def _lines(pieces: Sequence[Piece]) -> Iterator[str]:
    """Say each change in lines of its own, with some of the words around it."""
    for place, piece in enumerate(pieces):
        if piece.fate is Fate.SAME:
            yield from _context(piece.text, is_first=place == 0, is_last=place == len(pieces) - 1)
        else:
            word = _("Added: {text}") if piece.fate is Fate.ADDED else _("Removed: {text}")
            yield word.format(text=_folded(piece.text))


def _context(text: str, *, is_first: bool, is_last: bool) -> Iterator[str]:
    folded = _folded(text)
    head = "" if is_first else folded[:_CONTEXT_CHARS]
    tail = "" if is_last else folded[-_CONTEXT_CHARS:]
    if is_first and is_last:
        return
    if folded and len(head) + len(tail) >= len(folded):
        yield folded
    else:
        yield from (line for line in (f"{head}…" if head else "", f"…{tail}" if tail else "") if line)


def _folded(text: str) -> str:
    return " ".join(text.split())
