"""Whatever stands on a sheet, it is shown as it is, it is never understood, and there is a sheet."""

from __future__ import annotations

import io
import os
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from caregiver_app.model.errors import PrintError, PrintTrouble
from caregiver_app.model.sheets.blocks import (
    BlankLines,
    Block,
    Chart,
    ChartSeries,
    Column,
    CutLine,
    Entries,
    Entry,
    Item,
    Items,
    Known,
    Mark,
    Notice,
    Paragraph,
    Picture,
    Row,
    Rows,
    Run,
    Table,
    Words,
)
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.paper import PaperSize, PrintSize
from caregiver_app.model.sheets.sheet import HeadLine, Sheet, SheetForm, SheetPart
from caregiver_app.model.time import Millis
from caregiver_app.paper.breaking import pieces, shown
from caregiver_app.paper.embedded import MOST_BYTES, embedded
from caregiver_app.paper.sheets import typeset
from caregiver_app.paper.typeset import Layout
from tests.helpers import example_sheets
from tests.helpers.said_on_sheets import missing, said_on
from tests.helpers.tagged_pdf import tagged

HOSTILE = (
    '#panic("x")',
    '#import "@preview/a:1.0.0"',
    '#read("/etc/passwd")',
    "*a* _b_ `c` $d$ <e> @f",
    "]] } ) \\u{41} \\",
    '", "data": {}, "x": "',
    "</script><b>&amp;&lt;",
    "= Heading\n- item\n+ item\n/ term: x",
    "// comment /* comment */ ~ -- ---",
    "{page} {pages} {link} %s",
    "\0a\x1bb",
)
PROJECT = Path(__file__).parents[3]
FEW = settings().max_examples // 4  # each is a whole file
SHORT_TEXTS = st.text(st.characters(codec="cp1252", categories=("L", "N", "P", "S")), min_size=1, max_size=30)


def sheet_of(*blocks: Block, form: SheetForm = SheetForm.PAGES) -> Sheet:
    part = SheetPart(heading="", blocks=blocks)
    return example_sheets.public(SheetKind.GUIDE, "A sheet", part, form=form)


def everywhere(text: str, form: SheetForm = SheetForm.PAGES) -> Sheet:
    """Return a sheet with a text in each of its places."""
    column = Column(heading=text)
    blocks: tuple[Block, ...] = (
        Words(
            paragraphs=(
                Paragraph(runs=(Run(text=text, strong=True), Run(text=text, emphasis=True, link=text))),
                Paragraph(runs=(Run(text=text),), level=3),
                Paragraph(runs=(Run(text=text, link="https://example.org/" + text),), small=True),
            )
        ),
        Rows(rows=(Row(label=text, value=text, strong=True), Row(label=text, known=Known.NOT_ASKED, blank_lines=1))),
        Items(items=(Item(text=text, lines=(text, text)),), mark=Mark.NUMBER),
        Entries(entries=(Entry(title=text, big=text, lead=text, lines=(text,), link=text, code=True, mark=Mark.BOX),)),
        Table(name=text, columns=(column, column), rows=((text, text), (text,))),
        BlankLines(count=1, label=text),
        Chart(
            name="of " + text,
            unit=text,
            says=text,
            zone=text,
            series=(ChartSeries(name=text, points=((Millis(0), 1.0),)),),
        ),
        Notice(title=text, text=text),
        Picture(data=None, says=text),
        CutLine(words=text),
    )
    return Sheet(
        kind=SheetKind.GUIDE,
        title=text,
        language="en",
        printed_on=text,
        parts=(SheetPart(heading=text, blocks=blocks, own_page=True),),
        private=True,
        heads=(HeadLine(code="a", label=text, text=text),),
        below_title=(text,),
        foot=(text,),
        closing=(text,),
        form=form,
    )


def pdf_of(sheet: Sheet, layout: Layout | None = None) -> PdfReader:
    return PdfReader(io.BytesIO(typeset([sheet], layout or Layout()).pdf()))


def lost_on(sheet: Sheet) -> list[str]:
    return missing(said_on(sheet), tagged(pdf_of(sheet)).text)


def test_what_looks_like_code_is_shown_as_it_is_in_every_place() -> None:
    for text in HOSTILE:
        seen = "".join(sign for sign in text if sign.isprintable() or sign == "\n")
        heard = tagged(pdf_of(everywhere(text))).text
        assert missing(said_on(everywhere(seen)), heard) == [], text


@settings(max_examples=FEW)
@given(SHORT_TEXTS)
def test_any_text_of_signs_that_the_fonts_have_is_there_letter_by_letter(text: str) -> None:
    assert lost_on(everywhere(text)) == []


@settings(max_examples=FEW)
@given(st.text(max_size=60), st.sampled_from(SheetForm))
def test_any_text_at_all_makes_a_sheet(text: str, form: SheetForm) -> None:
    """Halves of signs, controls, signs of no font: there are pages and a tagged file, whatever it says."""
    assert b"/StructTreeRoot" in typeset([everywhere(text, form)], Layout(size=PrintSize.NORMAL)).pdf()


def test_signs_of_no_font_become_boxes_and_the_sheet_says_so() -> None:
    for text, lacks in (("Zoë Łęcka, Ελένη", False), ("فاطمة", False), ("\U0001f600", True), ("שלום 日本", True)):
        made = typeset([everywhere(text)], Layout())
        assert made.lacks_signs() is lacks, text
        assert made.pdf() == typeset([everywhere(text)], Layout()).pdf()


def test_signs_that_turn_what_follows_never_reach_paper() -> None:
    heard = tagged(pdf_of(sheet_of(example_sheets.words("25\u202e mg \u2066two\u200b tab\u00a0lets\ufeff")))).text
    assert "25 mg two tab\u00a0lets" in heard


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


def test_lines_end_between_the_parts_of_an_address_and_within_words_only_where_they_never_end() -> None:
    assert pieces("see https://example.org/what-is-it/") == ["see https://", "example.", "org/", "what-", "is-", "it/"]
    assert pieces("Levothyroxine and his half-brother/sister") == ["Levothyroxine and his half-brother/sister"]
    assert pieces("a" * 45) == ["a" * 20, "a" * 20, "a" * 5]
    assert pieces("a" * 20 + "\u0301" + "b" * 9) == ["a" * 20 + "\u0301", "b" * 9]


@given(st.text(max_size=120))
def test_pieces_of_a_line_are_the_line(line: str) -> None:
    plain = shown(line)
    assert "".join(pieces(plain)) == plain


def test_nothing_to_say_is_a_sheet_too() -> None:
    for form in SheetForm:
        empty = everywhere("", form)
        made = pdf_of(empty)
        assert "Not asked" in tagged(made).text
        bare = Sheet(kind=SheetKind.GUIDE, title="", language="", printed_on="", parts=(), form=form)
        assert len(pdf_of(bare).pages) == 1
    hollow = (
        Words(paragraphs=()),
        Rows(rows=()),
        Items(items=()),
        Entries(entries=()),
        Table(name="", columns=()),
        Table(name="", columns=(), rows=(("a",),)),
        BlankLines(count=0),
        Chart(name="", unit="", series=(), says=""),
    )
    assert "A sheet" in tagged(pdf_of(sheet_of(*hollow))).text


def test_charts_of_few_and_of_strange_points_are_drawn() -> None:
    day = Millis(1_790_000_000_000)
    points: tuple[tuple[tuple[Millis, float], ...], ...] = (
        ((day, 70.0),),
        ((day, 0.0), (day, 0.0)),
        ((day, float("nan")), (day, float("inf")), (Millis(10**18), 1.0)),
        ((day, 1e300), (day, 5.0)),
        ((Millis(-62_000_000_000_000), -3.0), (Millis(253_000_000_000_000), 1e9)),
        tuple((Millis(day + place * 1000), float(place % 7)) for place in range(700)),
    )
    for each in points:
        chart = Chart(name="Weight", unit="kg", series=(ChartSeries(name="a", points=each),), says="")
        figures = [found.alt for found in tagged(pdf_of(sheet_of(chart))).walk() if found.tag == "Figure"]
        assert figures in (["Weight"], [])
        assert bool(figures) is any(abs(value) < 1e12 and abs(at) < 10**15 for at, value in each)


def test_pictures_that_are_none_become_a_box_with_their_words() -> None:
    lamp = example_sheets.lamp()
    photo = io.BytesIO()
    Image.new("RGB", (120, 80), "white").save(photo, "JPEG")
    for data in (b"", b"x", lamp[:20], b"GIF89a" + bytes(40), lamp[:16] + b"\xff" * 8 + lamp[24:], b"\xff\xd8\xff"):
        assert embedded(data) is None
        assert "A lamp" in tagged(pdf_of(sheet_of(Picture(data=data, says="A lamp")))).text
    assert embedded(lamp + bytes(MOST_BYTES)) is None
    for whole, kind in ((lamp, "png"), (photo.getvalue(), "jpeg")):
        found = embedded(whole)
        assert found is not None
        assert f"image/{kind}" in found.svg
        for data in (whole, whole[: len(whole) - 30], whole[:40] + bytes(len(whole) - 40)):
            made = pdf_of(sheet_of(Picture(data=data, says="A lamp")))
            assert [each.alt for each in tagged(made).walk() if each.tag == "Figure"] in (["A lamp"], [])


@given(
    st.sampled_from((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xc0", b"\xff\xd8", b"")),
    st.binary(max_size=80),
    st.booleans(),
)
def test_bytes_that_begin_like_a_picture_are_looked_at_without_trouble(start: bytes, rest: bytes, chunk: bool) -> None:
    if chunk:
        rest = struct.pack(">I", len(rest)) + rest + struct.pack(">I", zlib.crc32(rest)) + rest
    found = embedded(start + rest)
    assert found is None or found.width * found.height > 0


def test_a_photograph_lies_in_the_file_as_it_is() -> None:
    photo = io.BytesIO()
    Image.effect_noise((400, 300), 80).save(photo, "JPEG")
    made = typeset([sheet_of(Picture(data=photo.getvalue(), says="Noise"))], Layout()).pdf()
    assert photo.getvalue()[200:] in made


def test_addresses_lead_only_where_a_sheet_may_lead() -> None:
    long = "https://example.org/" + "a" * 9_000
    links = ("javascript:alert(1)", "file:///etc/passwd", "", "https://[", long, "HTTPS://example.org/A")
    entries = Entries(entries=tuple(Entry(title="Page", link=link, code=True) for link in links))
    reader = pdf_of(sheet_of(entries))
    leads = [note.get_object()["/A"]["/URI"] for page in reader.pages for note in page.get("/Annots", [])]
    assert set(leads) == {"HTTPS://example.org/A"}
    assert missing(iter(links), tagged(reader).text) == []


def test_rows_of_a_table_that_do_not_fit_its_columns_lose_nothing() -> None:
    columns = (Column(heading="A", share=float("nan")), Column(heading="B", share=-1), Column(heading="C", share=1e30))
    table = Table(name="t", columns=columns, rows=(("one",), ("two", "three", "four", "five", "six"), ()))
    heard = tagged(pdf_of(sheet_of(table))).text
    assert missing(iter(("one", "two", "three", "four", "five", "six")), heard) == []


def test_500_medicines_are_all_there_beneath_headings_that_come_again() -> None:
    sheet = example_sheets.medicines(500)
    reader = pdf_of(sheet, Layout(size=PrintSize.NORMAL, paper=PaperSize.LETTER))
    assert missing(said_on(sheet), tagged(reader).text) == []
    assert all("What for" in page.extract_text() for page in reader.pages)


def test_a_wide_table_in_extra_large_print_becomes_a_list_in_full_size() -> None:
    heard = tagged(pdf_of(example_sheets.medicines(30), Layout(size=PrintSize.EXTRA_LARGE))).text
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


def test_languages_that_are_none_are_no_reason_to_fail() -> None:
    for language in ("", "x", "tlh-Latn-US", "en_US", "../../x", "é", "de-419", "ar-EG"):
        sheet = Sheet(kind=SheetKind.GUIDE, title="Title", language=language, printed_on="", parts=())
        assert len(pdf_of(sheet).pages) == 1


_WITHOUT_A_DISK = """
import os, resource, signal, sys, tempfile
tempfile.gettempdir()  # is tried out with a file of its own
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
try:
    with open(os.path.join(sys.argv[1], "x"), "wb", buffering=0) as file:
        file.write(b"x")
except OSError:
    os.remove(os.path.join(sys.argv[1], "x"))
from caregiver_app.paper.sheets import typeset
from caregiver_app.paper.typeset import Layout
from tests.helpers.example_sheets import article
made = typeset([article()], Layout())
assert made.pages(dots_per_inch=20)
sys.stdout.buffer.write(made.pdf())
print(os.listdir(sys.argv[1]), file=sys.stderr)
"""


def test_a_sheet_is_made_where_no_byte_can_be_written_to_any_file(tmp_path: Path) -> None:
    """All of it happens in memory; the one folder that is made stays empty and goes."""
    environment = {**os.environ, "TMPDIR": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", _WITHOUT_A_DISK, str(tmp_path)]
    done = subprocess.run(command, env=environment, cwd=PROJECT, capture_output=True, check=True)
    assert done.stdout == typeset([example_sheets.article()], Layout()).pdf()
    assert done.stderr.strip() == b"[]"
