"""Sheets made of care notes, and what stands on them as text."""

from __future__ import annotations

from collections.abc import Mapping

from caregiver_app.model.sheets.blocks import Entries, Entry, Row, Rows
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.sheet import Sheet, chosen, ticks_of
from caregiver_app.model.sheets.wishes import PrivateWish
from caregiver_app.model.time import Millis
from caregiver_app.paper.as_text import as_text
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.sheets.composing import compose
from caregiver_app.vault.store import Vault
from tests.helpers.clock import MONDAY

HOME = "Europe/London"


def made(
    vault: Vault,
    kind: SheetKind,
    person_id: PersonId | None = None,
    *,
    now: Millis = MONDAY,
    zone: str = HOME,
    language: str = "en-GB",
) -> Sheet:
    """Return a sheet with all that may go on it."""
    return compose(vault, PrivateWish(kind=kind, person_id=person_id, language=language), now=now, zone=zone)


def printed(sheet: Sheet, choices: Mapping[str, bool] | None = None) -> str:
    """Return what stands on it as it is chosen."""
    return as_text([chosen(sheet, choices)])


def printed_whole(sheet: Sheet) -> str:
    """Return what stands on it with everything put on."""
    return printed(sheet, {tick.code: True for tick in ticks_of(sheet)})


def rows_of(sheet: Sheet) -> Mapping[str, Row]:
    """Return all rows by their names."""
    blocks = (block for part in sheet.parts for block in part.blocks)
    return {row.label: row for block in blocks if isinstance(block, Rows) for row in block.rows}


def entries_of(sheet: Sheet, heading: str) -> tuple[Entry, ...]:
    """Return the entries of a part."""
    blocks = (block for part in sheet.parts if part.heading == heading for block in part.blocks)
    return tuple(entry for block in blocks if isinstance(block, Entries) for entry in block.entries)
