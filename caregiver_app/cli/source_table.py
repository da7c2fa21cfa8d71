"""Sources as a table for people."""

from __future__ import annotations

from collections.abc import Sequence

from caregiver_app.cli.console import Console
from caregiver_app.cli.shapes import reason_of
from caregiver_app.cli.terminal_text import cell_width, fit
from caregiver_app.links.tokens import shown_title
from caregiver_app.model.source import Source, SourceState
from caregiver_app.support.i18n import format_short_day
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import state_word

TROUBLED = frozenset({
    SourceState.FAILING,
    SourceState.ATTENTION,
    SourceState.GONE,
    SourceState.MOVED,
    SourceState.QUIET,
})  # fmt: skip


def print_sources(console: Console, sources: Sequence[Source]) -> None:
    """Print a line for each source, those that are on first, and what there is to say of it."""
    ordered = sorted(sources, key=lambda source: not source.enabled)
    rows = [_cells(source) for source in ordered]
    heads = (_("ID"), _("STATE"), _("ARTICLES"), _("LAST GOOD"))
    widths = [max(cell_width(row[column]) for row in (heads, *rows)) for column in range(len(heads))]
    console.line(_joined(heads, widths) + _("TITLE"))
    for source, cells in zip(ordered, rows, strict=True):
        console.line(_joined(cells, widths) + shown_title(source.title))
        if source.state in TROUBLED or has_note(source):
            console.line("    " + reason_of(source))


def has_note(source: Source) -> bool:
    """Return whether there is something to say of a source that answers as it should."""
    return source.state is SourceState.FINE and bool(source.reason)


def name_of(source: Source) -> str:
    """Return how a source is called in a sentence: its title and its number."""
    # Translators: a source's title with the number that commands take, e.g. "NHS news (source 12)"
    return _("{title} (source {id})").format(title=shown_title(source.title), id=source.id)


def _cells(source: Source) -> tuple[str, ...]:
    day = "" if source.last_good_at is None else format_short_day(source.last_good_at, year=True)
    return str(source.id), state_word(source.state), str(source.entries), day


def _joined(cells: Sequence[str], widths: Sequence[int]) -> str:
    number, state, entries, day = (fit(cell, width) for cell, width in zip(cells, widths, strict=True))
    return f"{_right(number)}  {state}  {_right(entries)}  {day}  "


def _right(cell: str) -> str:
    return cell.rstrip().rjust(len(cell))
