"""A sheet before it is typeset: what stands on it, part by part, and what of it people may leave out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from caregiver_app.model.sheets.blocks import Block, Rows
from caregiver_app.model.sheets.kinds import SheetKind

NAME = "name"
"""The code of the line that says whose sheet it is."""
RECORD = "record:"
"""Begins the code of a row that is one record: chosen anew each time, and never remembered for the next sheet."""
UNSAID = "unsaid-"
"""Begins the code of what nobody said whom it is about, chosen anew each time too."""
ABOUT_CARER = "about-carer"
"""The code of what a carer wrote about themselves: it goes along once, and never because it did so before."""


class SheetForm(StrEnum):
    """How it lies on the paper."""

    PAGES = "pages"
    WIDE = "wide"  # on its side
    ONE_PAGE = "one-page"  # the text gets smaller until it fits, down to 10 points
    CARDS = "cards"  # each part is a card for the wallet, to be cut out


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadLine:
    """What stands at the top of every page, e.g. whose sheet it is; `code` as in `SheetPart`."""

    code: str
    label: str = field(repr=False)
    text: str = field(repr=False)
    on: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPart:
    """Blocks under one heading. `code` names the part for choosing, "" where it always goes along; `on` as it is at
    first. `own_page`: it begins a page, to be handed over by itself. `nameless` is the heading where the name at the
    top of the pages is left out, "" where the heading names nobody.
    """

    heading: str = field(repr=False)
    blocks: tuple[Block, ...] = field(repr=False)
    code: str = ""
    on: bool = True
    own_page: bool = False
    nameless: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet in one language (BCP 47).

    `below_title` are lines under the title, on the first page. `foot` stands on every page, e.g. who filled it in and
    when somebody last looked at it; `printed_on` is the day in words. `closing` are lines at the end, e.g. "check for
    changes". `whole` are names, e.g. of medicines, that are never divided at the end of a line.
    """

    kind: SheetKind
    title: str
    language: str
    printed_on: str
    parts: tuple[SheetPart, ...] = field(repr=False)
    private: bool = False
    heads: tuple[HeadLine, ...] = field(default=(), repr=False)
    below_title: tuple[str, ...] = field(default=(), repr=False)
    foot: tuple[str, ...] = field(default=(), repr=False)
    closing: tuple[str, ...] = field(default=(), repr=False)
    form: SheetForm = SheetForm.PAGES
    whole: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """Something that people may put on a sheet or leave out."""

    code: str
    label: str = field(repr=False)
    on: bool


def may_be_remembered(code: str) -> bool:
    """Return whether a choice may be kept for the next sheet: not of records, which are others then."""
    return code != ABOUT_CARER and not code.startswith((RECORD, UNSAID))


def first_choices(sheet: Sheet) -> Mapping[str, bool]:
    """Return what goes on a sheet at first, by the codes of its parts."""
    return {tick.code: tick.on for tick in ticks_of(sheet)}


def ticks_of(sheet: Sheet) -> tuple[Tick, ...]:
    """Return what may be chosen, in the order of the sheet, as it is at first."""
    heads = [Tick(code=head.code, label=head.label, on=head.on) for head in sheet.heads]
    found = {tick.code: tick for tick in heads}
    for part in sheet.parts:
        if part.code:
            found.setdefault(part.code, Tick(code=part.code, label=part.heading, on=part.on))
        for row in (row for block in part.blocks if isinstance(block, Rows) for row in block.rows):
            if row.tick:
                found.setdefault(row.tick, Tick(code=row.tick, label=row.label, on=row.on))
    return tuple(found.values())


def chosen(sheet: Sheet, choices: Mapping[str, bool] | None = None) -> Sheet:
    """Return the sheet with what is chosen alone; where nothing is said, as it is at first.

    A part of which nothing was chosen goes with its heading.
    """
    said = choices or {}

    def goes(code: str, on: bool) -> bool:
        return said.get(code, on) if code else True

    heads = tuple(head for head in sheet.heads if goes(head.code, head.on))
    is_named = any(head.code == NAME for head in heads)
    parts = []
    for part in sheet.parts:
        if goes(part.code, part.on):
            heading = part.heading if is_named else part.nameless or part.heading
            blocks = (_rows_chosen(each, said) if isinstance(each, Rows) else each for each in part.blocks)
            left = tuple(each for each in blocks if each != Rows(rows=()))
            if left or not part.blocks:
                parts.append(replace(part, heading=heading, blocks=left))
    return replace(sheet, heads=heads, parts=tuple(parts))


def _rows_chosen(rows: Rows, said: Mapping[str, bool]) -> Rows:
    return Rows(rows=tuple(row for row in rows.rows if not row.tick or said.get(row.tick, row.on)))
