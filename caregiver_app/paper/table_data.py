"""A table as data for the templates, with what they need to give each column the room that its words take."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from caregiver_app.model.sheets.blocks import Column, Table
from caregiver_app.paper.breaking import lines_of, widest

_SMALLEST_SHARE, _LARGEST_SHARE = 0.1, 100.0
_SHORT_LINE = 24  # letters: a day with its month


def table_data(table: Table) -> dict[str, Any]:
    """Return a table whose rows have as many cells as there are columns: what lacks is empty, nothing is left out.

    `longest` says of each column of how many letters its longest word is, `lines` the same of its lines as far as they
    are short, so that no word is broken without need, and no line of few words.
    """
    columns = table.columns
    rows = [_fitted(row, len(columns)) for row in table.rows] if columns else []
    headings = [lines_of(column.heading) for column in columns]
    cells = [[lines_of(cell) for cell in row] for row in rows]
    return {
        "headings": headings,
        "shares": [_share(column) for column in columns],
        "longest": [max(map(widest, each)) for each in zip(headings, *cells, strict=True)],
        "lines": [max(map(_longest_line, each)) for each in zip(headings, *cells, strict=True)],
        "rows": cells,
        "heading_lengths": [_length(column.heading) for column in columns],
        "lengths": [[_length(cell) for cell in row] for row in rows],
        "blank": table.blank_rows,
        "tall": table.tall,
        "row_mm": table.row_mm,
    }


def _fitted(row: Sequence[str], width: int) -> list[str]:
    """Return a row with its last cell holding what has no column."""
    if len(row) > width:
        return [*row[: width - 1], " ".join(row[width - 1 :])]
    return [*row, *[""] * (width - len(row))]


def _share(column: Column) -> float:
    share = column.share if math.isfinite(column.share) else 1.0
    return min(max(share, _SMALLEST_SHARE), _LARGEST_SHARE)


def _longest_line(cell: list[list[str]]) -> int:
    return min(max((sum(map(len, line)) for line in cell), default=0), _SHORT_LINE)


def _length(cell: str) -> int:
    return max(map(len, cell.split("\n")), default=0) * (cell.count("\n") + 1)
