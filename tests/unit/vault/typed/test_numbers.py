"""Numbers are read as their place writes them, and what could be two numbers is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.model.errors import RecordRefused, RecordTrouble
from caregiver_app.vault.typed.numbers import read_number


@pytest.mark.parametrize(
    ("typed", "decimal", "value"),
    [
        ("71.5", ".", 71.5),
        ("71,5", ".", 71.5),
        ("71,5", ",", 71.5),
        ("71.5", ",", 71.5),
        ("1,234", ".", 1234),
        ("1.234", ".", 1.234),
        ("1.234", ",", 1234),
        ("1,234", ",", 1.234),
        ("0,125", ".", 0.125),
        ("1,234.5", ".", 1234.5),
        ("1.234,5", ".", 1234.5),
        ("1 234,5", ",", 1234.5),
        ("1\u202f234", ",", 1234),
        ("1’234.5", ".", 1234.5),
        ("12,345,678", ".", 12345678),
        (".5", ".", 0.5),
        ("7.", ".", 7),
        ("-3,5", ",", -3.5),
        ("\u22123", ".", -3),
        ("٣٦٫٦", ".", 36.6),
        ("३७", ".", 37),
    ],
)
def test_a_number_is_read_in_its_place(typed: str, decimal: str, value: float) -> None:
    assert read_number(typed, decimal=decimal) == value


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "abc",
        "1.2.3",
        "1,2,3",
        "1,23,456",
        "12..5",
        "1.234.5",
        "--5",
        "5-",
        "1e5",
        "36 6",
        "120 80",
        "1 2345",
        "nan",
        "inf",
        "0x10",
        "½",
        "9" * 25,
    ],
)
def test_what_is_no_number_or_could_be_two_is_refused(typed: str) -> None:
    with pytest.raises(RecordRefused) as told:
        read_number(typed)
    assert told.value.kind is RecordTrouble.NUMBER


@given(st.integers(min_value=-(10**9), max_value=10**9), st.integers(min_value=0, max_value=2), st.sampled_from(".,"))
def test_what_a_place_writes_it_reads(number: int, places: int, decimal: str) -> None:
    """Any number with up to two digits after its sign comes back as it was written, grouped or not."""
    value = number / 10**places
    plain = f"{value:.{places}f}"
    grouped = f"{value:,.{places}f}".translate({ord("."): decimal, ord(","): "." if decimal == "," else ","})
    assert read_number(plain.replace(".", decimal), decimal=decimal) == value
    assert read_number(grouped, decimal=decimal) == value


@given(st.text(max_size=40), st.sampled_from(".,"))
def test_anything_typed_is_a_number_or_refused(typed: str, decimal: str) -> None:
    try:
        value = read_number(typed, decimal=decimal)
    except RecordRefused:
        return
    assert abs(value) < 1e24
