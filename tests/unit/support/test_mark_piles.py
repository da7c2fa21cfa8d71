"""Piles of combining marks are cut before they cost anything; what people write stays as it is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.support.mark_piles import MOST_MARKS, without_piles
from caregiver_app.support.plain_text import one_line, visible

_ACUTE, _BELOW = "\u0301", "\u0323"
_TURN = "\u202e"


@pytest.mark.parametrize(
    "text",
    [
        "e\u0301te\u0301",
        "ᾅ",
        "שָׁלוֹם",
        "नमस्ते",
        "👨‍👩‍👧‍👦" * 40,
        "—" * 200,
        "…",
        "漢字かな" * 20,
        "a" + _ACUTE * MOST_MARKS,
    ],
)
def test_what_people_write_is_left_alone(text: str) -> None:
    assert without_piles(text) is text


def test_a_pile_keeps_as_many_marks_as_any_language_has() -> None:
    text = f"a{_ACUTE * 5_000}{_BELOW * 5_000}b"
    assert without_piles(text) == f"a{_ACUTE * MOST_MARKS}b"


def test_a_pile_hidden_behind_what_cannot_be_seen_is_found() -> None:
    half = _ACUTE * MOST_MARKS
    assert visible(f"a{half}\x01{half}") == f"a{half}"
    assert one_line(f"a{half}{_TURN}{half}") == f"a{half}"


@given(st.text(st.sampled_from(["a", "é", _ACUTE, _BELOW, "—", "क", "्", "\n", "😀"]), max_size=400))
def test_no_pile_is_left_and_only_marks_go(text: str) -> None:
    plain = without_piles(text)
    assert without_piles(plain) == plain
    marks = most = 0
    for sign in plain:
        marks = marks + 1 if unicodedata.combining(sign) else 0
        most = max(most, marks)
    assert most <= MOST_MARKS
    assert [sign for sign in plain if not unicodedata.combining(sign)] == [
        sign for sign in text if not unicodedata.combining(sign)
    ]
