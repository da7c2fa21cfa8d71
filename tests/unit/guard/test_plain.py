"""The plain form of a text, and the way back to the places in the text as it was typed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.guard.plain import read_plain


def test_digits_dashes_and_blanks_of_every_script_become_plain() -> None:
    assert read_plain("９４３ ٤٧٦‑５９１９").text == "943 476-5919"
    assert read_plain("a b–c−d’s").text == "a b-c-d's"


def test_signs_that_nobody_sees_vanish_and_places_stay_true() -> None:
    plain = read_plain("n: 943\u200b476\u20605919\ufeff!")
    assert plain.text == "n: 9434765919!"
    assert plain.span(3, 13) == (3, 15)
    assert plain.span(13, 14) == (16, 17)


def test_a_letter_that_becomes_two_is_one_place() -> None:
    plain = read_plain("ﬁnd № 5")
    assert plain.text == "find No 5"
    assert plain.span(0, 4) == (0, 3)
    assert plain.span(8, 9) == (6, 7)


def test_an_accent_typed_apart_belongs_to_its_letter() -> None:
    plain = read_plain("Jose\u0301 Luis")
    assert plain.text == "José Luis"
    assert plain.span(0, 4) == (0, 5)
    assert plain.span(5, 9) == (6, 10)


@given(st.text())
def test_every_piece_has_a_place_in_the_text_as_typed(typed: str) -> None:
    plain = read_plain(typed)
    reached = 0
    for start in range(len(plain.text)):
        first, last = plain.span(start, start + 1)
        assert reached <= first < last <= len(typed) or (first, last) == plain.span(start - 1, start)
        reached = last


@given(st.text(alphabet=st.characters(max_codepoint=0x7E, min_codepoint=0x20)))
def test_plain_text_stays_as_it_is(typed: str) -> None:
    assert read_plain(typed).text == typed
