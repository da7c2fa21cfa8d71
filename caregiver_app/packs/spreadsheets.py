"""Reads a list that somebody kept in a spreadsheet and saved as CSV, however their program writes it. Pure.

Columns are found by the names in the first row. Nothing is run and nothing opened: a cell is its text.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from caregiver_app.model.errors import PackError, PackTrouble
from caregiver_app.support.plain_text import one_line

MOST_BYTES: Final = 5_000_000
MOST_ROWS: Final = 5_000
MOST_COLUMNS: Final = 60
LONGEST_CELL: Final = 4_000

_COLUMNS: Final = {
    "kind": ("kind", "type", "tipo"),
    "id": ("id",),
    "title": ("title", "name", "titulo", "título", "nombre"),
    "address": ("address", "url", "link", "web", "website", "enlace", "direccion", "dirección"),
    "summary": ("summary", "description", "notes", "resumen", "descripcion", "descripción"),
    "organisation": ("organisation", "organization", "publisher", "organizacion", "organización"),
    "language": ("language", "lang", "idioma"),
    "country": ("country", "pais", "país"),
    "topics": ("topics", "topic", "tema", "temas"),
    "phone": ("phone", "number", "telephone", "telefono", "teléfono"),
    "hours": ("hours", "horario"),
}
"""What a column may be called, small or capital."""

_NAMES = {said: name for name, some in _COLUMNS.items() for said in some}
_MARKS = ",;\t|"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: its number in the list (the first row below the names is 2), and its cells by the column's own name."""

    number: int
    cells: dict[str, str] = field(repr=False)

    def get(self, name: str) -> str:
        """Return a cell, empty where there is none."""
        return self.cells.get(name, "")


def read_spreadsheet(data: bytes) -> tuple[Row, ...]:
    """Return the rows of a list.

    Raises:
        PackError: NOT_A_LIST: it is no text, too long, or no column holds titles or addresses.
    """
    if len(data) > MOST_BYTES:
        raise PackError(PackTrouble.NOT_A_LIST, detail="bytes")
    text = _decoded(data)
    try:
        return tuple(_rows(text))
    except csv.Error as error:
        raise PackError(PackTrouble.NOT_A_LIST, detail="cells") from error


def _decoded(data: bytes) -> str:
    """Return the text of a CSV file, which says nowhere how its letters are written."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if b"\0" in data:
        raise PackError(PackTrouble.NOT_A_LIST, detail="signs")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _rows(text: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_mark_of(text))
    columns = _columns(next(reader, []))
    for number, cells in enumerate(reader, 2):
        if number > MOST_ROWS + 1:
            raise PackError(PackTrouble.NOT_A_LIST, detail="rows")
        found = {name: one_line(cells[at][:LONGEST_CELL]) for name, at in columns.items() if at < len(cells)}
        if any(found.values()):
            yield Row(number=number, cells=found)


def _mark_of(text: str) -> str:
    """Return what stands between the cells: what the first row has most of."""
    first = text.lstrip("\r\n").split("\n", 1)[0]
    return max(_MARKS, key=first.count)


def _columns(head: list[str]) -> dict[str, int]:
    columns: dict[str, int] = {}
    for at, said in enumerate(head[:MOST_COLUMNS]):
        name = _NAMES.get(said.strip().casefold())
        if name is not None:
            columns.setdefault(name, at)
    if not columns.keys() & {"title", "address"}:
        raise PackError(PackTrouble.NOT_A_LIST, detail="columns")
    return columns
