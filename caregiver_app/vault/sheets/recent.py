"""Fields that are true for a day or two: on a sheet as they are while they are new, else as lines to fill in.

What was written before may be printed too, under a heading that says so, where somebody picks it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from caregiver_app.model.sheets.blocks import BlankLines, Block, Row, Rows
from caregiver_app.model.sheets.sheet import SheetPart
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.stamps import day_words
from caregiver_app.vault.forms.shown import field_labels
from caregiver_app.vault.sheets.dated_rows import dated_rows, looked_at_day, told
from caregiver_app.vault.sheets.ground import Ground
from caregiver_app.vault.sheets.prose import words


def yesterday(ground: Ground) -> date:
    """Return since when what speaks of the last or the next hours is new: what was written the evening before is."""
    return ground.today - timedelta(days=1)


def recent_told(ground: Ground, name: str, *, since: date, lines: int) -> tuple[Block, ...]:
    """Return a field as `told` does; so many lines where nobody looked at it since a day."""
    if _is_old(ground, name, since):
        return (words(_not_since(ground, name), small=True), BlankLines(count=lines))
    return told(ground, name, lines=lines)


def recent_rows(ground: Ground, name: str, *, since: date, lines: int) -> tuple[Block, ...]:
    """Return a field as a row; with so many lines where nobody looked at it since a day."""
    if _is_old(ground, name, since):
        return (Rows(rows=(Row(label=field_labels()[name], value=_not_since(ground, name), blank_lines=lines),)),)
    rows = dated_rows(ground, (name,), most_lines=lines)
    return (rows,) if rows.rows else ()


def earlier_part(ground: Ground, names: Iterable[str], *, since: date) -> SheetPart:
    """Return what was written in fields before a day, each with its own; it goes along where somebody picks it."""
    old = [name for name in names if _is_old(ground, name, since) and ground.said(name)]
    blocks = (dated_rows(ground, old),) if old else ()
    return SheetPart(heading=_("Written down earlier"), code="written-earlier", on=False, blocks=blocks)


def _is_old(ground: Ground, name: str, since: date) -> bool:
    """Tell whether there is something that nobody looked at since. What asks for nothing tells how it was."""
    day = looked_at_day(ground, name)
    return ground.asks and day is not None and day < since


def _not_since(ground: Ground, name: str) -> str:
    day = looked_at_day(ground, name)
    # Translators: of a field such as "The last 24 hours", with lines to fill in by hand beneath
    return _("Not filled in since {day}.").format(day=day_words(day)) if day else ""
