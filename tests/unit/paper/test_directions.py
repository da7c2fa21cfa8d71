"""Words from the right on sheets from the left, and the other way round: numbers stay as they were typed."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PageObject, PdfReader

from caregiver_app.model.sheets.blocks import Entries, Entry, Paragraph, Row, Rows, Run, Words
from caregiver_app.paper.directions import END_OF_KEPT, KEPT, directed, read_from
from caregiver_app.paper.sheets import typeset
from caregiver_app.paper.typeset import Layout
from tests.helpers.anything_on_sheets import everywhere, sheet_of

MARKS = re.compile(f"[\u2066-\u2069{KEPT}{END_OF_KEPT}]")
NUMBERS = {
    "فاطمة 07700 900123": "07700 900123",
    "د. أحمد، 01632 960145": "01632 960145",
    "الضغط 120-80": "120-80",
    "باراسيتامول 8 - 12": "8 - 12",
    "منزل 01632 960131 · 8 - 18": "01632 960131",
    "(+44) 7700 900123 فاطمة": "(+44) 7700 900123",
    "باراسيتامول 500 mg، قرص": "500 mg",
    "فيتامين B12 مرة": "B12",
    "هاتف ٧٠٧ ١٢١": "٧٠٧ ١٢١",  # the same from both sides: this reader turns such digits round
    "Fatima فاطمة 07700 900456": "07700 900456",
    "07700 900789": "07700 900789",
}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_numbers_beside_words_of_another_direction_stand_as_they_were_typed(language: str) -> None:
    """As eyes meet them on the page from left to right; and whoever copies one gets nothing but the number."""
    rows = tuple(Row(label="x", value=text, strong=True) for text in NUMBERS)
    entry = Entry(title="فاطمة", big="07700 900999", lines=("المنزل 01632 960131",))
    for form in (Rows(rows=rows), _as_words(), Entries(entries=(entry,))):
        sheet = replace(sheet_of(form), language=language)
        made = PdfReader(io.BytesIO(typeset([sheet], Layout()).pdf()))
        lines = [line for page in made.pages for line in _seen(page)]
        copied = " ".join(page.extract_text() for page in made.pages)
        numbers = tuple(NUMBERS.values()) if form != Entries(entries=(entry,)) else ("07700 900999", "01632 960131")
        close = [line.replace(" ", "") for line in lines]
        if isinstance(form, Words):
            numbers = tuple(each for each in numbers if each[0].isascii())
        lost = [each for each in numbers if not any(each.replace(" ", "") in line for line in close)]
        assert lost == [], lines
        assert [each for each in numbers if each[0].isascii() and each not in copied] == []


def test_what_is_joined_is_read_part_by_part() -> None:
    both = "ايبوبروفين 200 · باراسيتامول 500"
    sheet = sheet_of(Rows(rows=(Row(label="x", value=both),)))
    (page,) = PdfReader(io.BytesIO(typeset([sheet], Layout()).pdf())).pages
    (line,) = (line for line in _seen(page) if "200" in line)
    assert line.index("200") < line.index("·") < line.index("500")


def test_texts_of_one_direction_get_no_mark() -> None:
    said = "Fatima 07700 900123 · 8 - 18"
    assert directed((said, "")) == [said, ""]
    assert directed(("فاطمة (أم)",)) == ["\u2067فاطمة (أم)\u2069"], "a line of its own direction is read in it"
    with read_from(right=True):
        assert directed(("فاطمة",)) == ["فاطمة"]


@given(st.lists(st.text(st.sampled_from("ab فا·12(+) -%\n٣"), max_size=12), max_size=4), st.booleans())
def test_marks_go_in_pairs_and_nothing_else_changes(runs: list[str], right: bool) -> None:
    with read_from(right=right):
        made = directed(runs)
    assert [MARKS.sub("", run) for run in made] == runs
    for line in "".join(made).split("\n"):
        opened: list[str] = []
        for sign in MARKS.findall(line):
            if sign in (END_OF_KEPT, "\u2069"):
                assert (opened.pop() == KEPT) is (sign == END_OF_KEPT)
            else:
                opened.append(sign)
        assert opened == []
    assert all(run.count(KEPT) == run.count(END_OF_KEPT) for run in made)


def test_signs_by_which_the_templates_know_numbers_are_none_that_can_be_typed() -> None:
    typed = f"{KEPT}1{END_OF_KEPT}{END_OF_KEPT} فاطمة {KEPT}"
    assert typeset([everywhere(typed)], Layout()).pages(dots_per_inch=20)


def _as_words() -> Words:
    paragraphs = (Paragraph(runs=(Run(text=text[:4]), Run(text=text[4:]))) for text in NUMBERS)
    return Words(paragraphs=tuple(paragraphs))


def _seen(page: PageObject) -> list[str]:
    """Return the lines of a page as they meet the eye: pieces from left to right."""
    found: dict[int, list[tuple[float, str]]] = {}

    def note(text: str, page_at: list[float], text_at: list[float], *_rest: object) -> None:
        if text.strip():
            across = text_at[4] * page_at[0] + text_at[5] * page_at[2] + page_at[4]
            along = text_at[4] * page_at[1] + text_at[5] * page_at[3] + page_at[5]
            found.setdefault(round(along), []).append((across, text.strip("\n")))

    page.extract_text(visitor_text=note)
    return ["".join(text for _x, text in sorted(line)) for line in found.values()]
