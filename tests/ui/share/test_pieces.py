"""Places in a typed text: what goes with a piece that is taken out, how Qt counts it, and where it moves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.ui.share.pieces import Piece, after_change, in_units, pieces_of, with_its_blank

TEXTS = st.text(alphabet="ab .,\n\u00e9\U0001f600\U0001f468", max_size=40)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def without(text: str, words: str) -> str:
    start = text.index(words)
    piece = with_its_blank(text, Piece(start=start, end=start + len(words)))
    return text[: piece.start] + text[piece.end :]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Call 07700 900461 after six", "Call after six"),
        ("Call 07700 900461.", "Call."),
        ("07700 900461 is hers", "is hers"),
        ("Call me:\n07700 900461\nSoon", "Call me:\n\nSoon"),
        ("Call me:\n07700 900461 soon", "Call me:\nsoon"),
        ("07700 900461", ""),
        ("(07700 900461)", "()"),
        ("Call 07700 900461", "Call"),
    ],
)
def test_no_two_blanks_are_left_behind(text: str, left: str) -> None:
    assert without(text, "07700 900461") == left


@given(text=TEXTS, data=st.data())
def test_pieces_are_counted_as_qt_counts_them(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    (piece,) = in_units(text, (Piece(start=start, end=end),))
    assert (piece.start, piece.end) == (units(text[:start]), units(text[:end]))


@given(text=TEXTS, added=TEXTS, data=st.data())
def test_a_piece_that_was_not_touched_holds_the_same_words_after_a_change(
    text: str, added: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    at = data.draw(st.integers(0, len(text)))
    removed = data.draw(st.integers(0, len(text) - at))
    changed = text[:at] + added + text[at + removed :]
    moved = after_change((Piece(start=start, end=end),), at=at, removed=removed, added=len(added))
    assert [changed[piece.start : piece.end] for piece in moved] in ([], [text[start:end]])
    if end <= at or start >= at + removed:
        assert moved


@given(
    text=TEXTS, words=st.text(alphabet="ab", min_size=1, max_size=2), starts=st.lists(st.integers(0, 40), max_size=3)
)
def test_words_are_found_where_they_were_or_where_they_are_by_now(text: str, words: str, starts: list[int]) -> None:
    found = pieces_of(text, words, starts)
    assert all(text[piece.start : piece.end] == words for piece in found)
    assert bool(found) is (words in text)
    if any(text.startswith(words, start) for start in starts):
        assert {piece.start for piece in found} <= set(starts)
