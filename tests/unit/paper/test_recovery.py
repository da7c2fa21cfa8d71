"""The recovery sheet can be read and typed from, whatever stands on it, and says nothing of where it was made."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from caregiver_app.model.sheets.paper import PaperSize, PrintSize
from caregiver_app.model.sheets.secrets import RecoverySheet
from caregiver_app.model.time import Millis
from caregiver_app.paper.recovery import recovery_sheet
from caregiver_app.paper.typeset import Layout

MADE_AT = Millis(1_795_650_000_000)
GROUPS = tuple(f"K{place:02}QX" for place in range(1, 15))
PNG = b"\x89PNG\r\n\x1a\n"


def _read(groups: tuple[str, ...] = GROUPS, layout: Layout | None = None) -> PdfReader:
    sheet = RecoverySheet(number="VSZJ43", groups=groups, made_at=MADE_AT)
    return PdfReader(io.BytesIO(recovery_sheet(sheet, layout or Layout()).pdf()))


def _text(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_every_group_stands_on_it_in_order() -> None:
    """The groups are there as text, one after the other, with the number of the notes before them."""
    text = _text(_read())
    places = [text.index(group) for group in ("VSZJ43", *GROUPS)]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "group",
    ["#panic()", "*X*", "$x$", "`x`", "]]", '"', "\\u{41}", "@a", "<x>", "//x", "#read('x')"],
    ids=["code", "strong", "maths", "raw", "brackets", "quote", "escape", "reference", "label", "comment", "file"],
)
def test_what_looks_like_markup_is_shown_as_it_is(group: str) -> None:
    """Text is data: nothing in it is understood by the typesetter."""
    assert group in _text(_read((group, *GROUPS[1:])))


def test_the_file_is_tagged_and_tells_nothing_of_its_making() -> None:
    """It has a title and a language for screen readers, and no author, date or path."""
    reader = _read(layout=Layout(language="es-ES"))
    marks = reader.root_object["/MarkInfo"].get_object()
    assert isinstance(marks, DictionaryObject)
    assert str(marks["/Marked"]) == "True"
    assert str(reader.root_object["/Lang"]).lower() == "es-es"
    told = {name: value for name, value in (reader.metadata or {}).items() if name not in ("/Title", "/Creator")}
    assert told == {}


def test_the_same_sheet_is_the_same_bytes() -> None:
    """Two makings differ in nothing."""
    sheet = RecoverySheet(number="VSZJ43", groups=GROUPS, made_at=MADE_AT)
    assert recovery_sheet(sheet, Layout()).pdf() == recovery_sheet(sheet, Layout()).pdf()


@pytest.mark.parametrize(("paper", "width"), [(PaperSize.A4, 595), (PaperSize.LETTER, 612)], ids=["a4", "letter"])
def test_it_fits_the_paper(paper: PaperSize, width: int) -> None:
    """The page has the size of the paper that was asked for."""
    assert round(float(_read(layout=Layout(paper=paper)).pages[0].mediabox.width)) == width


def test_it_can_be_looked_at_as_pictures() -> None:
    """There is one picture a page, as many as the PDF has pages."""
    sheet = recovery_sheet(
        RecoverySheet(number="VSZJ43", groups=GROUPS, made_at=MADE_AT), Layout(size=PrintSize.EXTRA_LARGE)
    )
    pages = sheet.pages(dots_per_inch=40)
    assert len(pages) == len(PdfReader(io.BytesIO(sheet.pdf())).pages)
    assert all(page.startswith(PNG) for page in pages)


def test_the_groups_are_in_no_printed_value() -> None:
    """A traceback or log that shows the sheet shows no group."""
    assert "K01QX" not in repr(RecoverySheet(number="VSZJ43", groups=GROUPS, made_at=MADE_AT))
