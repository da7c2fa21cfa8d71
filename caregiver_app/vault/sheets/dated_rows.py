"""Fields that speak of a moment, such as the last 24 hours: on paper with the day they were written, unless today."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from caregiver_app.model.sheets.blocks import BlankLines, Block, Known, Row, Rows
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.stamps import day_words
from caregiver_app.vault.forms.facts import FactState
from caregiver_app.vault.forms.shown import state_labels
from caregiver_app.vault.sheets.fact_rows import fact_rows
from caregiver_app.vault.sheets.ground import Ground
from caregiver_app.vault.sheets.prose import words


def dated_rows(ground: Ground, names: Iterable[str], *, strong: Iterable[str] = (), most_lines: int = 2) -> Rows:
    """Return fields as rows, as `fact_rows`; what was last looked at on another day than this one says on which."""
    names = tuple(name for name in names if not (ground.is_keepsake and name not in ground.facts))
    rows = fact_rows(ground, names, strong=strong, most_lines=most_lines).rows
    return Rows(rows=tuple(_dated(ground, name, row) for name, row in zip(names, rows, strict=True)))


def told(ground: Ground, name: str, *, lines: int) -> tuple[Block, ...]:
    """Return a field in full width, for under a heading that names it; so many lines where nobody was asked."""
    fact, written = ground.fact(name), written_words(ground, name)
    if fact.value:
        return (words(fact.value), words(written, small=True)) if written else (words(fact.value),)
    if fact.state is FactState.NOT_ASKED and ground.asks:
        return (BlankLines(count=lines),)
    if fact.state is FactState.NOT_ASKED and ground.is_keepsake:
        return ()
    return (words(state_labels()[fact.state]),)


def written_words(ground: Ground, name: str) -> str:
    """Return on which day a field was last looked at, "" where that is today or nobody filled it in."""
    day = looked_at_day(ground, name)
    return "" if day is None or day == ground.today else _("Written on {day}").format(day=day_words(day))


def looked_at_day(ground: Ground, name: str) -> date | None:
    """Return on which day somebody last looked at a field, None where nobody filled it in."""
    fact = ground.fact(name)
    at = fact.checked_at or fact.changed_at
    return None if at is None else ground.day_of(at)


def _dated(ground: Ground, name: str, row: Row) -> Row:
    written = written_words(ground, name)
    return replace(row, value=f"{row.value}\n{written}") if written and row.known is Known.FILLED else row
