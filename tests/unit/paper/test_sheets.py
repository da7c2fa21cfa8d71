"""Sheets as PDF: what a screen reader hears of them, what their files say of themselves, and how they are counted."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pdfua
import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, PdfObject

from caregiver_app.model.sheets.blocks import Paragraph, Run, Words
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.paper import PaperSize, PrintSize
from caregiver_app.model.sheets.sheet import Sheet, SheetPart
from caregiver_app.paper.sheets import typeset
from caregiver_app.paper.typeset import Layout
from tests.helpers import example_sheets, other_sheets
from tests.helpers.contrast import contrast
from tests.helpers.said_on_sheets import missing, said_on
from tests.helpers.shared_files import everything_in
from tests.helpers.tagged_pdf import tagged

SHEETS = {sheet.title: sheet for sheet in example_sheets.all_forms()}
READABLE = 4.5  # WCAG 2.2, 1.4.3
PDFUA_CANNOT = {"UA-14-001"}  # stumbles over headings with numbered pieces: they are looked at here


def pdf_of(*sheets: Sheet, layout: Layout | None = None) -> PdfReader:
    return PdfReader(io.BytesIO(typeset(sheets, layout or Layout()).pdf()))


@pytest.fixture(scope="module")
def all_of_them() -> bytes:
    return typeset(example_sheets.all_forms(), Layout(), title="All sheets").pdf()


@pytest.fixture(scope="module")
def reader(all_of_them: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(all_of_them))


@pytest.mark.parametrize("size", PrintSize)
def test_tags_and_pages_are_read_in_the_order_of_the_sheet(size: PrintSize) -> None:
    """Along the tags everything is heard once and in order; whoever copies a page gets all of its words too."""
    for sheet in SHEETS.values():
        made = pdf_of(sheet, layout=Layout(size=size))
        assert missing(said_on(sheet), tagged(made).text) == [], sheet.title
        copied = " ".join(page.extract_text() for page in made.pages)
        lost = [text for text in said_on(sheet) if missing(iter([text]), copied)]
        assert lost == [], sheet.title


def test_elements_are_what_they_look_like(reader: PdfReader) -> None:
    found = list(tagged(reader).walk())
    headings = [(each.tag, each.text) for each in found if re.fullmatch(r"H[1-6]", each.tag)]
    assert [text for tag, text in headings if tag == "H1"] == list(SHEETS)
    steps = [int(tag[1]) for tag, _text in headings]
    assert steps[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(steps))
    for tag, text in (("H3", "In the evening"), ("TH", "By when"), ("TD", "3 December"), ("Link", "the whole page")):
        assert any(each.tag == tag and each.text == text for each in found), text
    assert any(each.tag == "LI" and "Dim the lights" in each.text for each in found)
    assert all(each.alt.strip() for each in found if each.tag == "Figure")
    pictures = [each.alt for each in found if each.tag == "Figure"]
    assert "Weight between 62 and 68 kg." in pictures
    assert any(alt.startswith("QR code of https://") for alt in pictures)


def test_a_file_says_its_title_its_language_and_nothing_of_its_making(all_of_them: bytes, reader: PdfReader) -> None:
    root = reader.root_object
    assert str(root["/Lang"]).lower() == "en-gb"
    assert str(_at(root, "/MarkInfo")["/Marked"]) == "True"
    assert str(_at(root, "/ViewerPreferences")["/DisplayDocTitle"]) == "True"
    told = {name: value.strip() for name, value in (reader.metadata or {}).items()}
    assert told == {"/Title": "All sheets", "/Creator": ""}
    assert b"pdfuaid:part" in all_of_them
    for piece in everything_in(all_of_them):
        assert b"Typst" not in piece
        assert b"typst" not in piece
        assert re.search(rb"(?:Creation|Mod|Modify|Metadata)Date|/tmp|/home|caregiver-paper", piece) is None


def test_the_same_sheets_make_the_same_bytes(all_of_them: bytes) -> None:
    assert typeset(example_sheets.all_forms(), Layout(), title="All sheets").pdf() == all_of_them


def test_rules_of_pdf_ua_that_can_be_checked_here_hold(all_of_them: bytes, tmp_path: Path) -> None:
    """Twelve checks, which cover 16 of the 106 rules that a machine can check."""
    file = tmp_path / "sheet.pdf"
    file.write_bytes(all_of_them)
    report = pdfua.validate(str(file))
    assert report.findings == ()
    assert {outcome.rule_id for outcome in report.outcomes if outcome.skipped_reason} <= PDFUA_CANNOT
    assert len(report.outcomes) == 12


def test_all_fonts_lie_in_the_file_and_all_ink_is_dark(reader: PdfReader) -> None:
    fonts = [_at(font) for page in reader.pages for font in _at(page, "/Resources").get("/Font", {}).values()]
    names = {str(font["/BaseFont"]).partition("+")[2] for font in fonts}
    assert all(name.startswith(("Atkinson", "NotoSans-")) for name in names)
    for font in fonts:
        descendants = font["/DescendantFonts"]
        assert isinstance(descendants, ArrayObject)
        assert "/FontFile2" in _at(descendants[0], "/FontDescriptor")
    inks = {ink for page in reader.pages for ink in _inks(page)}
    assert "#000000" in inks
    assert {ink for ink in inks if contrast(ink, "#ffffff") < READABLE} <= {"#ffffff"}


def test_each_sheet_counts_its_own_pages_and_says_on_all_what_it_is() -> None:
    reader = pdf_of(SHEETS["Visit sheet"], SHEETS["Helplines"])
    texts = [page.extract_text() for page in reader.pages]
    counted = len(texts) - 1
    assert counted > 1
    for place, text in enumerate(texts[:-1], 1):
        for said in (f"Page {place} of {counted}", "Visit sheet", "Private", "Margaret Ashworth", "26 November 2026"):
            assert said in " ".join(text.split()), (place, said)
    assert "Page 1 of 1" in texts[-1]
    assert "Private" not in texts[-1]
    assert reader.page_labels == [*map(str, range(1, counted + 1)), "1"]


def test_an_emergency_sheet_stays_on_one_page_as_large_as_it_can_be() -> None:
    heights = []
    for medicines, paper in ((3, PaperSize.A4), (10, PaperSize.LETTER), (16, PaperSize.LETTER)):
        sheet = example_sheets.emergency(contacts=4, medicines=medicines)
        reader = pdf_of(sheet, layout=Layout(paper=paper, size=PrintSize.EXTRA_LARGE))
        assert len(reader.pages) == 1, medicines
        heights.append(max(_sizes(reader)))
    assert heights == sorted(heights, reverse=True)
    assert heights[0] > heights[-1] >= 10
    many = pdf_of(example_sheets.emergency(medicines=200))
    assert len(many.pages) > 1
    assert missing(said_on(example_sheets.emergency(medicines=200)), tagged(many).text) == []


def test_headings_go_down_one_level_at_a_time_whatever_their_writer_did() -> None:
    levels = (*((f"L{level}", level) for level in (6, 1, 9, 3, 5)), (" ", 3))
    words = Words(paragraphs=tuple(Paragraph(runs=(Run(text=text),), level=level) for text, level in levels))
    sheet = example_sheets.public(SheetKind.ARTICLE, "Deep", SheetPart(heading="", blocks=(words,)))
    found = [(each.tag, each.text) for each in tagged(pdf_of(sheet)).walk() if each.tag.startswith("H")]
    assert found == [("H1", "Deep"), ("H2", "L6"), ("H2", "L1"), ("H3", "L9"), ("H3", "L3"), ("H4", "L5")]


def test_from_the_right_everything_changes_sides_and_numbers_stay_whole() -> None:
    reader = pdf_of(other_sheets.arabic())
    assert str(reader.root_object["/Lang"]) == "ar"
    heard = tagged(reader).text
    for said in ("07700 900123", "+44 7700 900123", "8:00", "https://example.org/a"):
        assert said in heard
    middle = float(reader.pages[0].mediabox.width) / 2
    assert _place_of("Page 1", reader) < middle < _place_of("Page 1", pdf_of(SHEETS["Helplines"]))
    assert not typeset([other_sheets.arabic()], Layout()).lacks_signs()


def test_no_sheet_is_an_order_that_cannot_be_followed() -> None:
    with pytest.raises(ValueError, match="no sheet"):
        typeset([], Layout())


def _at(found: object, name: str = "") -> DictionaryObject:
    value = found.get_object() if isinstance(found, PdfObject) else None
    assert isinstance(value, DictionaryObject)
    return _at(value[name]) if name else value


def _inks(page: DictionaryObject) -> Iterator[str]:
    """Yield the colours in which a page is drawn, those of its drawings too."""
    resources = _at(page, "/Resources")
    drawings = [each.get_object() for each in resources.get("/XObject", {}).values()]
    contents = [page["/Contents"], *(each for each in drawings if each["/Subtype"] == "/Form")]
    for content in contents:
        for operands, operator in ContentStream(content.get_object(), None).operations:
            if operator in (b"scn", b"SCN", b"rg", b"RG", b"g", b"G"):
                shares = [float(share) for share in operands if isinstance(share, (int, float))]
                shares = shares * 3 if len(shares) == 1 else shares
                yield "#" + "".join(f"{round(share * 255):02x}" for share in shares)


def _sizes(reader: PdfReader) -> list[float]:
    operations = ContentStream(reader.pages[0]["/Contents"], reader).operations
    return [float(operands[1]) for operands, operator in operations if operator == b"Tf"]


def _place_of(text: str, reader: PdfReader) -> float:
    """Return how far from the left a text stands."""
    found: list[float] = []
    reader.pages[0].extract_text(visitor_text=lambda said, at, *_rest: found.append(at[4]) if text in said else None)
    return found[0]
