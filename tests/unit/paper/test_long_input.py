"""What is longer than anybody thought stays on the paper, goes on over pages, or is refused; nothing is left out."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from caregiver_app.model.errors import PrintError, PrintTrouble
from caregiver_app.model.sheets.blocks import (
    Block,
    Column,
    Entries,
    Entry,
    Item,
    Items,
    Mark,
    Notice,
    Row,
    Rows,
    Table,
)
from caregiver_app.model.sheets.paper import PaperSize, PrintSize
from caregiver_app.model.sheets.sheet import HeadLine, SheetForm, SheetPart
from caregiver_app.paper.breaking import pieces, shown
from caregiver_app.paper.sheets import typeset
from caregiver_app.paper.typeset import Layout
from tests.helpers import example_sheets, other_sheets
from tests.helpers.anything_on_sheets import everywhere, pdf_of, sheet_of
from tests.helpers.said_on_sheets import missing, said_on
from tests.helpers.tagged_pdf import tagged


@pytest.mark.parametrize("form", SheetForm)
def test_names_of_300_letters_stay_on_the_page(form: SheetForm) -> None:
    """Nothing is drawn in the outer 6 mm, where printers do not reach."""
    for sheet, size in (
        (everywhere("W" * 300, form), PrintSize.NORMAL),
        (everywhere("Alexandrina " * 25, form), PrintSize.EXTRA_LARGE),
    ):
        for number, page in enumerate(typeset([sheet], Layout(size=size)).pages(dots_per_inch=25.4)):
            picture = Image.open(io.BytesIO(page)).convert("L")
            inner = Image.new("L", (picture.width - 12, picture.height - 12), 255)
            picture.paste(inner, (6, 6))
            assert picture.getextrema()[0] == 255, (number, sheet.title[:12])


@pytest.mark.parametrize("size", PrintSize)
def test_names_are_shortened_with_a_sign_before_titles_dates_and_page_numbers_lose_their_room(size: PrintSize) -> None:
    long = "Margaret Ellen Hartley " * 13
    sheet = replace(
        everywhere("", SheetForm.PAGES),
        title="Medicines list",
        heads=(HeadLine(code="name", label="", text=long), HeadLine(code="born", label="", text="Born 3 May 1941")),
        foot=("Filled in by Ruth Hartley, " + "daughter " * 35, "Last checked on 17 November 2026"),
        printed_on="Printed on 26 November 2026",
        parts=tuple(SheetPart(heading=f"Part {place}", blocks=(), own_page=True) for place in range(2)),
    )
    first, *others = (" ".join(page.extract_text().split()) for page in pdf_of(sheet, Layout(size=size)).pages)
    assert long.strip() in first
    for text in others:
        assert text.count("…") == 2
        for said in (
            "Medicines list",
            "Private",
            "Margaret Ellen",
            "Born 3 May 1941",
            "Filled in by Ruth Hartley",
            "of 3",
        ):
            assert said in text
        assert "Last checked on 17 November 2026" in text
        assert "Printed on 26 November 2026" in text


def test_lines_end_between_the_parts_of_an_address_and_within_words_only_where_they_never_end() -> None:
    assert pieces("see https://example.org/what-is-it/") == ["see https://", "example.", "org/", "what-", "is-", "it/"]
    assert pieces("Levothyroxine and his half-brother/sister") == ["Levothyroxine and his half-brother/sister"]
    assert pieces("a" * 45) == ["a" * 20, "a" * 20, "a" * 5]
    assert pieces("a" * 20 + "\u0301" + "b" * 9) == ["a" * 20 + "\u0301", "b" * 9]


@given(st.text(max_size=120))
def test_pieces_of_a_line_are_the_line(line: str) -> None:
    plain = shown(line)
    assert "".join(pieces(plain)) == plain


def test_500_medicines_are_all_there_beneath_headings_that_come_again() -> None:
    sheet = other_sheets.medicines(500)
    reader = pdf_of(sheet, Layout(size=PrintSize.NORMAL, paper=PaperSize.LETTER))
    assert missing(said_on(sheet), tagged(reader).text) == []
    assert all("What for" in page.extract_text() for page in reader.pages)


def test_a_wide_table_in_extra_large_print_becomes_a_list_in_full_size() -> None:
    heard = tagged(pdf_of(other_sheets.medicines(30), Layout(size=PrintSize.EXTRA_LARGE))).text
    assert all(f"Levothyroxine {place}Dose: 25 micrograms" in heard for place in range(30))


def test_long_cells_and_long_notes_go_on_over_pages() -> None:
    long = " ".join(f"word{place}" for place in range(400))
    table = Table(name="t", columns=(Column(heading="Day"), Column(heading="Note")), rows=(("Monday", long),))
    blocks: tuple[Block, ...] = (
        Notice(title="Mind", text=long),
        Items(items=(Item(text=long),), mark=Mark.BOX),
        Rows(rows=(Row(label="Note", value=long),)),
        Entries(entries=(Entry(title="Long", lines=(long,)),)),
        table,
    )
    for block in blocks:
        reader = pdf_of(sheet_of(block), Layout(size=PrintSize.EXTRA_LARGE))
        assert missing(iter([long]), tagged(reader).text) == []
        assert len(reader.pages) > 1


def test_what_would_be_hundreds_of_pages_is_refused_before_it_takes_the_memory() -> None:
    for text in ("a " * 5_000_000, "a\n" * 100_000):
        with pytest.raises(PrintError) as told:
            typeset([sheet_of(example_sheets.words(text))], Layout())
        assert told.value.kind is PrintTrouble.TOO_LONG
    typeset([sheet_of(example_sheets.words("a " * 500_000))], Layout())
