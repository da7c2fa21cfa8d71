"""Texts that go out are clean, those that come in must be; each field has bounds on both sides."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.model.errors import AskError, AskTrouble
from caregiver_app.vault.letters.fields import Fields, clean_line, clean_text


@given(st.text(max_size=200))
def test_what_was_cleaned_is_clean(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)
    assert clean_line(clean_line(text)) == clean_line(text)
    assert clean_text(clean_line(text)) == clean_line(text)


@given(st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=50))
def test_letters_and_signs_are_left_alone(text: str) -> None:
    assert clean_text(f"{text}\n\n{text}") == f"{text}\n\n{text}"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a\x1b[2Jb", id="a command for a terminal"),
        pytest.param("a\x00b", id="a null"),
        pytest.param("a\u202eb", id="turned writing"),
        pytest.param("a\u2066b", id="isolated writing"),
        pytest.param("a\U000e0041b", id="a hidden tag"),
        pytest.param("a\ufeffb", id="a byte order mark"),
        pytest.param("a\x85b", id="a control of eight bits"),
        pytest.param(" a", id="a blank at the end"),
        pytest.param("a\r\nb", id="line ends of another kind"),
        pytest.param("", id="nothing"),
        pytest.param("x" * 21, id="too long"),
        pytest.param(7, id="a number"),
        pytest.param(None, id="null"),
    ],
)
def test_a_text_that_no_writer_of_ours_makes_is_refused(text: object) -> None:
    with pytest.raises(AskError) as told:
        Fields({"t": text}).text("t", 20)
    assert told.value.kind is AskTrouble.DAMAGED


def test_markup_is_text_like_any_other() -> None:
    assert Fields({"t": "<script>x</script> & <b>"}).text("t", 30) == "<script>x</script> & <b>"


@pytest.mark.parametrize("number", [0, 6, True, "3", None, 2.5], ids=str)
def test_a_number_out_of_bounds_is_refused(number: object) -> None:
    assert Fields({"n": 5}).number("n", 1, 5) == 5
    with pytest.raises(AskError):
        Fields({"n": number}).number("n", 1, 5)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        pytest.param("uid", "not-one", id="no uid"),
        pytest.param("uid", "{E02B8C4A-7A4F-4C52-9D2B-0A4F5C8A2E11}", id="a uid in another form"),
        pytest.param("day", "2026-02-30", id="no such day"),
        pytest.param("day", "20260203", id="a day in another form"),
        pytest.param("moment", "2026-11-23T08:05:00", id="a time without a zone"),
        pytest.param("moment", "yesterday", id="no time"),
        pytest.param("moment", "9" * 400, id="a long time"),
    ],
)
def test_a_field_in_another_form_is_refused(kind: str, value: str) -> None:
    with pytest.raises(AskError):
        getattr(Fields({"f": value}), kind)("f")


def test_what_is_missing_or_more_is_refused() -> None:
    fields = Fields({"a": "x", "b": "y"})
    assert fields.line("a", 5) == "x"
    with pytest.raises(AskError):
        fields.line("a", 5)
    with pytest.raises(AskError):
        fields.end()
    with pytest.raises(AskError):
        Fields(["a"])


def test_bytes_have_their_length() -> None:
    assert Fields({"s": "00ff"}).bytes_of("s", 2) == b"\x00\xff"
    for wrong in ("00FF", "00f", "00 ff", "zz00", "00ff00"):
        with pytest.raises(AskError):
            Fields({"s": wrong}).bytes_of("s", 2)


def test_a_list_has_its_bounds_and_a_word_its_one_form() -> None:
    assert len(Fields({"l": [{}, {}]}).objects("l", 1, 2)) == 2
    lists: tuple[object, ...] = ([], [{}, {}, {}], {}, "ab", None, 2)
    for wrong in lists:
        with pytest.raises(AskError):
            Fields({"l": wrong}).objects("l", 1, 2)
    Fields({"w": "ask"}).word("w", "ask")
    for other in ("Ask", "", None, 1):
        with pytest.raises(AskError):
            Fields({"w": other}).word("w", "ask")
