"""Typesets sheets, one or several in one file: each counts its own pages and says on each of them what it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from caregiver_app.model.errors import PrintError, PrintTrouble
from caregiver_app.model.sheets.blocks import Block, Chart
from caregiver_app.model.sheets.sheet import Sheet, SheetPart
from caregiver_app.paper.block_data import Data, block_data
from caregiver_app.paper.breaking import lines_of, shown
from caregiver_app.paper.directions import read_from
from caregiver_app.paper.dividing import let_divide
from caregiver_app.paper.typeset import POINTS, Layout, TypesetSheet
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import reads_from_right, speaking

_TEMPLATES = ("blocks", "tables", "cards", "face", "one_page", "sheet")
_TITLE, _PART, _DEEPEST = 1, 2, 6
MOST_ROOM = 2_000_000
"""Characters, each piece of text with `_PIECE` more: some 500 pages of large print, which take 10 s and 500 MB."""

MOST_PIXELS_TOGETHER = 60_000_000
"""Of all pictures: some 2 s of unpacking. In place of those that come after stands what they show in words."""

_PIECE = 20
_DRAWN = frozenset({"svg", "code"})


def typeset(sheets: Sequence[Sheet], layout: Layout, *, title: str = "") -> TypesetSheet:
    """Return sheets as they are chosen, in the language of the first; `title` is that of the file.

    Raises:
        ValueError: there is none.
        PrintError: together they would be longer than `MOST_ROOM`.
    """
    if not sheets:
        raise ValueError("no sheet")
    language = sheets[0].language
    right_to_left = reads_from_right(language)
    with speaking(language), read_from(right=right_to_left):
        data = {"sheets": [_sheet(sheet, POINTS[layout.size]) for sheet in sheets]}
        _bound_pictures(data["sheets"])
        if _room(data) > MOST_ROOM:
            raise PrintError(PrintTrouble.TOO_LONG)
        named = shown(title or sheets[0].title).strip() or _("Sheet")
    placed = replace(layout, language=language, right_to_left=right_to_left)
    return TypesetSheet(_TEMPLATES, named, data, placed)


def _sheet(sheet: Sheet, points: float) -> Data:
    parts = _stepwise([_part(part, points) for part in sheet.parts])
    let_divide(parts, sheet.language, sheet.whole)
    return {
        "title": lines_of(sheet.title) or lines_of(_("Sheet")),
        "form": sheet.form.value,
        "private": _("Private") if sheet.private else "",
        "heads": _filled(head.text for head in sheet.heads),
        "below_title": _filled(sheet.below_title),
        "foot": _filled((*sheet.foot, sheet.printed_on)),
        "page": _("Page {page} of {pages}"),
        "smaller": _("The text was made smaller, so that it fits on one page."),
        "parts": parts,
        "closing": _filled(sheet.closing),
    }


def _part(part: SheetPart, points: float) -> Data:
    return {
        "heading": lines_of(part.heading),
        "own_page": part.own_page,
        "blocks": [block_data(_unrepeated(block, part.heading), points) for block in part.blocks],
    }


def _room(data: object) -> int:
    """Return how much room all texts take together; drawings are bounded where they are made."""
    if isinstance(data, str):
        return len(data) + _PIECE
    if isinstance(data, dict):
        return sum(_room(value) for name, value in data.items() if name not in _DRAWN)
    return sum(map(_room, data)) if isinstance(data, list) else 0


def _bound_pictures(sheets: Sequence[Data]) -> None:
    left = MOST_PIXELS_TOGETHER
    for block in (block for sheet in sheets for part in sheet["parts"] for block in part["blocks"]):
        if block["kind"] == "picture":
            left -= block["width"] * block["height"]
            block["svg"] = block["svg"] if left >= 0 else ""


def _unrepeated(block: Block, heading: str) -> Block:
    """Return a chart without its name where that stands right above it."""
    if isinstance(block, Chart) and block.name == heading:
        return replace(block, name="", says=block.says or block.name)
    return block


def _filled(texts: Iterable[str]) -> list[list[list[str]]]:
    return [lines for text in texts if (lines := lines_of(text))]


def _stepwise(parts: list[Data]) -> list[Data]:
    """Return parts whose headings go down one level at a time (ISO 14289-1 section 7.4.2), whatever they were."""
    above = _TITLE
    for part in parts:
        above = _PART if part["heading"] else above
        for heading in _headings(part):
            heading["level"] = above = min(max(heading["level"], _PART), above + 1, _DEEPEST)
    return parts


def _headings(part: Data) -> list[Data]:
    words = (block["paragraphs"] for block in part["blocks"] if block["kind"] == "words")
    return [paragraph for paragraphs in words for paragraph in paragraphs if paragraph["level"] > 0]
