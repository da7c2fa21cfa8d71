"""Typesets sheets, one or several in one file: each counts its own pages and says on each of them what it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from caregiver_app.model.sheets.sheet import Sheet, SheetPart
from caregiver_app.paper.block_data import Data, block_data
from caregiver_app.paper.breaking import lines_of, shown
from caregiver_app.paper.typeset import Layout, TypesetSheet
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import reads_from_right, speaking

_TEMPLATES = ("blocks", "cards", "sheet")


def typeset(sheets: Sequence[Sheet], layout: Layout, *, title: str = "") -> TypesetSheet:
    """Return sheets as they are chosen, in the language of the first; `title` is that of the file.

    Raises:
        ValueError: there is none.
    """
    if not sheets:
        raise ValueError("no sheet")
    language = sheets[0].language
    with speaking(language):
        data = {"sheets": [_sheet(sheet) for sheet in sheets]}
    placed = replace(layout, language=language, right_to_left=reads_from_right(language))
    return TypesetSheet(_TEMPLATES, shown(title or sheets[0].title), data, placed)


def _sheet(sheet: Sheet) -> Data:
    return {
        "title": lines_of(sheet.title),
        "form": sheet.form.value,
        "private": _("Private") if sheet.private else "",
        "heads": [lines_of(head.text) for head in sheet.heads if head.text.strip()],
        "below_title": [lines_of(line) for line in sheet.below_title],
        "foot": [lines_of(line) for line in (*sheet.foot, sheet.printed_on)],
        "page": _("Page {page} of {pages}"),
        "smaller": _("The text was made smaller, so that it fits on one page."),
        "parts": [_part(part) for part in sheet.parts],
        "closing": [lines_of(line) for line in sheet.closing],
    }


def _part(part: SheetPart) -> Data:
    return {
        "heading": lines_of(part.heading),
        "own_page": part.own_page,
        "blocks": [block_data(block) for block in part.blocks],
    }
