"""Long texts are read in pieces of bounded length, and nothing is lost or told twice where one ends."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.guard.windows import AT_ONCE, windows
from caregiver_app.model.guard import FindingKind
from tests.helpers.guarding import found

LONGEST_PIECE = 6_000


@given(st.integers(0, 40_000), st.sampled_from(["word ", "a", " ", "aged 5, ", "\n"]))
def test_each_place_belongs_to_one_piece_and_no_piece_is_long(length: int, filling: str) -> None:
    """Whatever a detector does with a piece, the whole costs as many pieces as the text is long."""
    text = (filling * (length // len(filling) + 1))[:length]
    pieces = list(windows(text))
    assert [piece.first for piece in pieces] == [0, *(piece.last for piece in pieces[:-1])]
    assert pieces[-1].last == length
    for piece in pieces:
        assert piece.start <= piece.first <= piece.last <= piece.start + len(piece.text)
        assert text[piece.start : piece.start + len(piece.text)] == piece.text
        assert len(piece.text) <= LONGEST_PIECE or length <= AT_ONCE
    assert len(pieces) <= length // 4_000 + 1


def test_in_a_long_text_all_is_found_once_wherever_it_stands() -> None:
    words = "drink a glass of water with each meal and rest after it "
    text = ""
    while len(text) < 5 * AT_ONCE:
        text += words * (len(text) % 7 + 3) + "and ring 0115 978 3456 now "
    wanted = text.count("0115")
    assert found(text) == [(FindingKind.PHONE, "0115 978 3456")] * wanted
