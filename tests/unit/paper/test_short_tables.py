"""A short table to write in stands on one page; a long one goes on over the next."""

from __future__ import annotations

import io

from pypdf import PdfReader

from caregiver_app.model.sheets.blocks import Column, Paragraph, Run, Table, Words
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.sheet import Sheet, SheetPart
from caregiver_app.paper.sheets import typeset
from caregiver_app.paper.typeset import Layout

_HEADINGS = ("What", "Who")
_LINES_OF_A_PAGE = 26


def pages_with_the_table(lines_before: int, *, rows: int, blank: int) -> list[str]:
    """Return the words of the pages on which the head of a table stands that follows so many lines."""
    before = Words(paragraphs=tuple(Paragraph(runs=(Run(text=f"Line {n}"),)) for n in range(lines_before)))
    table = Table(
        name="Tasks",
        columns=tuple(Column(heading=heading) for heading in _HEADINGS),
        rows=tuple((f"Task {n}", "Anna") for n in range(rows)),
        blank_rows=blank,
        tall=True,
    )
    parts = (SheetPart(heading="Before", blocks=(before,)), SheetPart(heading="Tasks", blocks=(table,)))
    sheet = Sheet(kind=SheetKind.VISIT, title="Visit", language="en-GB", printed_on="Printed today", parts=parts)
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(typeset([sheet], Layout()).pdf())).pages]
    return [page for page in pages if all(heading in page for heading in _HEADINGS)]


def test_wherever_a_page_ends_a_short_table_is_whole() -> None:
    for lines in range(_LINES_OF_A_PAGE - 16, _LINES_OF_A_PAGE, 3):
        (page,) = pages_with_the_table(lines, rows=2, blank=2)
        assert "Task 0" in page, lines
        assert "Task 1" in page, lines


def test_a_long_one_goes_on_over_the_next_page() -> None:
    assert len(pages_with_the_table(5, rows=2, blank=30)) > 1
