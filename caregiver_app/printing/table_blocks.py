"""A table of sanitised HTML as a block: a table where it is narrow enough, else each row with the names of its cells.

A cell that reaches over several rows stands in each of them: a dose must not slip under another medicine.
"""

from __future__ import annotations

import re

from caregiver_app.model.sheets.blocks import Block, Column, Item, Items, Row, Rows, Table
from caregiver_app.printing.outline import LEAST
from caregiver_app.support.i18n import gettext as _

MOST_COLUMNS = 4
"""In large print more would leave a few letters for each."""
_MOST_CELLS_ACROSS = 30
_MOST_ROWS_DOWN = 200
_SPAN = re.compile(r' (colspan|rowspan)="(\d{1,3})"')


class TableReader:
    """Collects one table, from its first tag to its last; tables within it are text of their cell."""

    def __init__(self) -> None:
        self.depth = 1
        self.size = 0  # letters in all cells
        self._rows: list[list[str]] = []
        self._heads: list[bool] = []
        self._down: dict[int, tuple[int, str]] = {}
        self._cell: tuple[int, int] | None = None
        self._texts: list[str] = []

    @property
    def has_cell(self) -> bool:
        """Whether a cell is open; what stands outside of all is no part of the table."""
        return self._cell is not None

    def row(self) -> None:
        """Begin a row."""
        self.end_cell()
        self._fill_from_above()
        self._rows.append([])
        self._heads.append(True)

    def cell(self, tag: str) -> None:
        """Begin a cell; `tag` is as it is written."""
        self.end_cell()
        if not self._rows:
            self.row()
        spans = {name: int(count) for name, count in _SPAN.findall(tag)}
        self._cell = spans.get("colspan", 1), spans.get("rowspan", 1)
        self._heads[-1] = self._heads[-1] and tag.startswith("<th")

    def add(self, text: str) -> None:
        """Add a paragraph to the cell."""
        self._texts.append(text)
        self.size += len(text)

    def end_cell(self) -> None:
        """End a cell, where one is open."""
        text, self._texts = "\n".join(self._texts), []
        if self._cell is None:
            return
        (across, down), self._cell = self._cell, None
        self._fill_from_above()
        for place in range(min(max(across, 1), _MOST_CELLS_ACROSS)):
            self._put(text if place == 0 else "", min(down, _MOST_ROWS_DOWN))

    def block(self) -> Block | None:
        """Return the table, None where nothing is in it."""
        self.end_cell()
        self._fill_from_above()
        heads = [head for row, head in zip(self._rows, self._heads, strict=True) if any(row)]
        rows = [row for row in self._rows if any(row)]
        if not rows:
            return None
        width = max(map(len, rows))
        even = [(*row, *[""] * (width - len(row))) for row in rows]
        if heads[0] and len(even) > 1:
            return _with_headings(even[0], even[1:])
        return _without_headings(even)

    def _put(self, text: str, down: int) -> None:
        row = self._rows[-1]
        if len(row) >= _MOST_CELLS_ACROSS:
            row[-1] = f"{row[-1]} {text}".strip()
            return
        if down > 1:
            self._down[len(row)] = (down - 1, text)
        row.append(text)
        self.size += LEAST

    def _fill_from_above(self) -> None:
        while self._rows and len(self._rows[-1]) in self._down:
            row = self._rows[-1]
            left, text = self._down.pop(len(row))
            if left > 1:
                self._down[len(row)] = (left - 1, text)
            row.append(text)
            self.size += len(text) + LEAST


def _with_headings(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> Block:
    if len(heads) > MOST_COLUMNS:
        return Items(items=tuple(_named(heads, row) for row in rows))
    columns = tuple(Column(heading=head) for head in heads)
    return Table(name=_table_name(heads), columns=columns, rows=tuple(rows))


def _without_headings(rows: list[tuple[str, ...]]) -> Block:
    if len(rows[0]) == 2:
        return Rows(rows=tuple(Row(label=label, value=value) for label, value in rows))
    return Items(items=tuple(Item(text=" · ".join(filter(None, row))) for row in rows))


def _named(heads: tuple[str, ...], row: tuple[str, ...]) -> Item:
    first, *others = [f"{head}: {cell}" if head else cell for head, cell in zip(heads, row, strict=True) if cell]
    return Item(text=first, lines=tuple(others))


def _table_name(heads: tuple[str, ...]) -> str:
    # Translators: what a table is called for those who cannot see it; {columns} are its headings
    return _("Table with {columns}").format(columns=", ".join(filter(None, heads)))
