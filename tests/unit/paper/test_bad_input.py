"""Whatever stands on a sheet, it is shown as it is, it is never understood, and there is a sheet."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from caregiver_app.model.sheets.blocks import (
    BlankLines,
    Block,
    Chart,
    Column,
    Entries,
    Entry,
    Items,
    Rows,
    Table,
    Words,
)
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.paper import PrintSize
from caregiver_app.model.sheets.sheet import Sheet, SheetForm, SheetPart
from caregiver_app.paper.as_text import as_text
from caregiver_app.paper.sheets import typeset
from caregiver_app.paper.typeset import Layout
from tests.helpers import example_sheets
from tests.helpers.anything_on_sheets import everywhere, pdf_of, sheet_of
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


def lost_on(sheet: Sheet) -> list[str]:
    return missing(said_on(sheet), tagged(pdf_of(sheet)).text)


def test_each_kind_of_block_is_among_what_is_tried_here_and_is_read_as_text() -> None:
    sheet = everywhere("x")
    assert {type(block) for part in sheet.parts for block in part.blocks} == set(get_args(Block))
    assert as_text([sheet])


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


def test_a_heading_of_which_nothing_is_seen_makes_a_sheet_like_others() -> None:
    for text in ("\u00ad", "\u034f", "\u200d", "\u2003"):
        part = SheetPart(heading=text, blocks=(example_sheets.words("Said"), example_sheets.words(text, level=3)))
        sheet = replace(sheet_of(), title=text, parts=(part,))
        assert "Said" in tagged(pdf_of(sheet)).text
        assert not typeset([sheet], Layout()).lacks_signs()


def test_signs_that_turn_what_follows_never_reach_paper() -> None:
    heard = tagged(pdf_of(sheet_of(example_sheets.words("25\u202e mg \u2066two\u200b tab\u00a0lets\ufeff")))).text
    assert "25 mg two tab\u00a0lets" in heard


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
