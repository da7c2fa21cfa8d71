"""What stands on the forms of the studio, and what the buttons above a text put into it. No window is made."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.model.pack_problem import PackFault
from caregiver_app.packs.form_fields import KINDS, fields_of, walk
from caregiver_app.support.guide_html import guide_html
from caregiver_app.support.sentences.pack_problems import fault_words
from caregiver_app.ui.studio.writing import marks
from caregiver_app.ui.studio.writing.choice_words import choice_words
from caregiver_app.ui.studio.writing.field_words import field_words
from caregiver_app.ui.studio.writing.kind_words import kind_words
from caregiver_app.ui.studio.writing.record_form import split_place


def test_every_kind_every_field_and_every_choice_has_words() -> None:
    assert set(kind_words()) == set(KINDS)
    missing = []
    for listed, kind in KINDS.items():
        for place, field in walk(fields_of(kind)):
            try:
                field_words(listed, place)
            except KeyError:
                missing.append(f"{listed} {place}")
            missing += [f"{listed} {place} {each}" for each in field.choices if choice_words(field.name, each) == each]
    assert missing == []


def test_every_fault_of_an_address_can_be_told_alone() -> None:
    faults = (PackFault.ADDRESS_INSECURE, PackFault.ADDRESS_MALFORMED, PackFault.ADDRESS_PRIVATE)
    assert len({fault_words(fault) for fault in faults}) == 3


@pytest.mark.parametrize(
    ("lines", "heading", "listed", "boxes"),
    [
        pytest.param("Rest", "## Rest", "- Rest", "- [ ] Rest", id="plain"),
        pytest.param("## Rest", "Rest", "- Rest", "- [ ] Rest", id="a heading"),
        pytest.param("- One\n- Two", "## One\n## Two", "One\nTwo", "- [ ] One\n- [ ] Two", id="a list"),
        pytest.param("1. One\n\n2. Two", "## One\n\n## Two", "- One\n\n- Two", "- [ ] One\n\n- [ ] Two", id="numbers"),
        pytest.param("- [x] One", "## One", "[x] One", "- [ ] One", id="a ticked box"),
        pytest.param("", "## ", "- ", "- [ ] ", id="an empty line"),
    ],
)
def test_lines_become_something_else_and_plain_again(lines: str, heading: str, listed: str, boxes: str) -> None:
    assert marks.as_heading(lines) == heading
    assert marks.as_list(lines) == listed
    assert marks.as_boxes(lines) == boxes


def test_words_become_bold_and_plain_again() -> None:
    assert marks.as_bold("rest", "words") == "**rest**"
    assert marks.as_bold("**rest**", "words") == "rest"
    assert marks.as_bold(" ", "words") == "**words**"


@given(words=st.text(max_size=40), address=st.sampled_from(["https://www.nhs.uk/a_(b)", "https://www.nhs.uk/ x>"]))
def test_no_words_break_out_of_a_link(words: str, address: str) -> None:
    html = guide_html(marks.as_link(words or "x", address))
    assert html is not None
    assert html.count("<a href=") <= 1
    assert "<script" not in html


@pytest.mark.parametrize(
    ("place", "parts"),
    [
        ("hours[2].opens", ("hours", "[2].opens")),
        ("title", ("title", "")),
        ("topics[3]", ("topics", "[3]")),
        ("", ("", "")),
    ],
)
def test_a_place_in_an_entry_is_taken_apart(place: str, parts: tuple[str, str]) -> None:
    assert split_place(place) == parts
