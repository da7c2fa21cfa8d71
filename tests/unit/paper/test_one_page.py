"""A sheet that has to stand on one page: as large as it can be there, in columns that are about equally high."""

from __future__ import annotations

from pypdf import PageObject

from caregiver_app.model.sheets.blocks import Entries, Entry, Mark, Row, Rows
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.paper import PrintSize
from caregiver_app.model.sheets.sheet import Sheet, SheetForm, SheetPart
from caregiver_app.paper.typeset import Layout
from tests.helpers import example_sheets
from tests.helpers.anything_on_sheets import pdf_of


def test_a_long_part_goes_on_in_the_other_column_between_its_rows() -> None:
    (page,) = pdf_of(_one_page(SheetPart(heading="Health", blocks=(_rows(40),))), Layout(size=PrintSize.NORMAL)).pages
    left, right = _columns(page, "Row")
    assert len(left) + len(right) == 40
    assert abs(len(left) - len(right)) <= 4


def test_people_to_call_stay_beneath_each_other() -> None:
    entries = tuple(Entry(title=f"Call {place}", big="07700 900123", mark=Mark.NUMBER) for place in range(8))
    parts = (SheetPart(heading="Call", blocks=(Entries(entries=entries),)), SheetPart(heading="x", blocks=(_rows(12),)))
    (page,) = pdf_of(_one_page(*parts), Layout(size=PrintSize.EXTRA_LARGE)).pages
    assert _columns(page, "Call ")[1] == []


def test_the_text_gets_smaller_in_small_steps() -> None:
    sizes = [_size(pdf_of(_one_page(SheetPart(heading="", blocks=(_rows(count),)))).pages[0]) for count in (36, 38)]
    assert 0 < sizes[0] - sizes[1] < 1


def _rows(count: int) -> Rows:
    return Rows(
        rows=tuple(Row(label=f"Row {place}", value="Says the same thing now and then") for place in range(count))
    )


def _one_page(*parts: SheetPart) -> Sheet:
    return example_sheets.public(SheetKind.GUIDE, "A sheet", *parts, form=SheetForm.ONE_PAGE)


def _columns(page: PageObject, begins: str) -> tuple[list[str], list[str]]:
    """Return the texts that begin so on the left and on the right of a page."""
    middle = float(page.mediabox.width) / 2 - 5
    found: tuple[list[str], list[str]] = ([], [])

    def note(text: str, page_at: list[float], text_at: list[float], *_rest: object) -> None:
        if text.strip().startswith(begins):
            found[page_at[4] + text_at[4] > middle].append(text)

    page.extract_text(visitor_text=note)
    return found


def _size(page: PageObject) -> float:
    sizes: list[float] = []
    page.extract_text(visitor_text=lambda text, _page, _at, _font, size: sizes.append(size) if "Says" in text else None)
    return sizes[0]
