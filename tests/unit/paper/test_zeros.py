"""Zeros have a slash in codes and doses, where one read wrongly would matter, and none in days, times and numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from caregiver_app.model.sheets.blocks import Entries, Entry
from caregiver_app.model.sheets.sheet import Sheet
from caregiver_app.paper.typeset import Layout
from tests.helpers import example_sheets
from tests.helpers.anything_on_sheets import pdf_of, sheet_of

SLASHED = ("Metformin 500 mg", "2.50 ml", "100 micrograms", "20 unidades", "B10", "K01QX", "30%")
OPEN = ("30 November 2020", "8:00", "07700 900123", "+44 20 7946 0000", "100 pages", "10")


def test_zeros_have_a_slash_in_doses_and_codes_alone() -> None:
    for text in (*SLASHED, *OPEN):
        fonts = _fonts_of_zeros(text)
        assert fonts, text
        assert {font.startswith("Atkinson") for font in fonts} == {text in SLASHED}, (text, fonts)


def test_numbers_are_copied_as_they_are_with_open_zeros() -> None:
    words = [example_sheets.words(text) for text in OPEN]
    (page,) = pdf_of(sheet_of(*words), Layout()).pages
    said = page.extract_text()
    assert [text for text in OPEN if text not in said] == []


def test_an_address_is_a_code() -> None:
    link = "https://example.org/2020"
    fonts = _fonts(sheet_of(Entries(entries=(Entry(title="x", link=link),))))
    assert fonts == {"AtkinsonHyperlegible-Regular"}


def _fonts_of_zeros(text: str) -> set[str]:
    return _fonts(sheet_of(example_sheets.words(text)))


def _fonts(sheet: Sheet) -> set[str]:
    """Return the names of the fonts of all zeros on a page."""
    found: set[str] = set()

    def note(text: str, _page: object, _at: object, font: Mapping[str, str] | None, _size: object) -> None:
        if "0" in text and font is not None:
            found.add(font["/BaseFont"].partition("+")[2])

    (page,) = pdf_of(replace(sheet, printed_on=""), Layout()).pages
    page.extract_text(visitor_text=note)
    return found
