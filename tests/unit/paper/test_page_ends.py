"""What stands at the ends of pages: nothing alone that is of no use there."""

from __future__ import annotations

from dataclasses import replace

from caregiver_app.model.sheets.blocks import Column, Entries, Entry, Table
from caregiver_app.model.sheets.sheet import Sheet, SheetPart
from caregiver_app.paper.typeset import Layout
from tests.helpers import example_sheets
from tests.helpers.anything_on_sheets import pdf_of, sheet_of

FULL = range(18, 24)  # lines: one page of large print has room for about so many


def test_lines_at_the_end_never_stand_alone_on_a_page() -> None:
    texts = []
    for count in FULL:
        lines = tuple(example_sheets.words(f"line {place}") for place in range(count))
        entries = Entries(entries=tuple(Entry(title=f"line {place}") for place in range(count)))
        texts += [_texts(sheet_of(*lines)), _texts(sheet_of(entries))]
    assert any(len(pages) > 1 for pages in texts)
    assert [pages[-1] for pages in texts if "line" not in pages[-1]] == []


def test_a_table_begins_where_two_rows_have_room() -> None:
    table = Table(
        name="t", columns=(Column(heading="Day"), Column(heading="Said")), rows=tuple(("1", "cell") for _ in range(30))
    )
    begun = []
    for count in range(16, 23):
        sheet = sheet_of(*(example_sheets.words(f"line {place}") for place in range(count)))
        pages = _texts(replace(sheet, parts=(*sheet.parts, SheetPart(heading="Heading", blocks=(table,)))))
        (page,) = (text for text in pages if "Heading" in text)
        begun.append(page.count("cell"))
    assert min(begun) >= 2, begun
    assert max(begun) > min(begun), begun


def _texts(sheet: Sheet) -> list[str]:
    return [page.extract_text() for page in pdf_of(sheet, Layout()).pages]
