"""Sheets of care notes as somebody wishes for them, and the lists, tables and lines to write on that are on them."""

from __future__ import annotations

from typing import Any, TypeVar

from caregiver_app.model.sheets.blocks import BlankLines, Block, Item, Items, Rows, Table, Words
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.sheet import Sheet, SheetPart
from caregiver_app.model.sheets.wishes import PrivateWish
from caregiver_app.model.time import Millis
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.sheets.composing import compose
from caregiver_app.vault.store import Vault
from tests.helpers.clock import MONDAY
from tests.helpers.made_sheets import HOME

Some = TypeVar("Some", bound=Block)


def wished(
    vault: Vault,
    kind: SheetKind,
    person_id: PersonId | None,
    *,
    now: Millis = MONDAY,
    zone: str = HOME,
    **wishes: Any,
) -> Sheet:
    """Return a sheet with all that may go on it; `wishes` are fields of `PrivateWish`."""
    return compose(vault, PrivateWish(kind=kind, person_id=person_id, **wishes), now=now, zone=zone)


def part_of(sheet: Sheet, code: str) -> SheetPart:
    """Return the part with a code."""
    (part,) = (part for part in sheet.parts if part.code == code)
    return part


def has_part(sheet: Sheet, code: str) -> bool:
    """Tell whether there is a part with this code."""
    return any(part.code == code for part in sheet.parts)


def blocks_of(part: SheetPart, kind: type[Some]) -> tuple[Some, ...]:
    """Return the blocks of one kind in a part."""
    return tuple(block for block in part.blocks if isinstance(block, kind))


def items_of(sheet: Sheet, code: str) -> tuple[Item, ...]:
    """Return the items of all lists in a part."""
    return tuple(item for block in blocks_of(part_of(sheet, code), Items) for item in block.items)


def texts_of(sheet: Sheet, code: str) -> tuple[str, ...]:
    """Return what the items of a part say, without those that are empty."""
    return tuple(item.text for item in items_of(sheet, code) if item.text)


def words_of(sheet: Sheet, code: str) -> str:
    """Return the running text of a part."""
    paragraphs = (each for block in blocks_of(part_of(sheet, code), Words) for each in block.paragraphs)
    return "\n".join("".join(run.text for run in paragraph.runs) for paragraph in paragraphs)


def lines_to_write_on(sheet: Sheet) -> int:
    """Return how many lines and rows there are to be filled in by hand."""
    return sum(_blank(block) for part in sheet.parts for block in part.blocks)


def _blank(block: Block) -> int:
    match block:
        case BlankLines():
            return block.count
        case Rows():
            return sum(row.blank_lines for row in block.rows)
        case Items():
            return sum(item.blank_lines for item in block.items)
        case Table():
            return block.blank_rows
        case _:
            return 0
