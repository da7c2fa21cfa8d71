"""What changed between two texts, word by word."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.support.word_changes import MOST_LINES, MOST_WORDS, Fate, Piece, word_changes

WORDS = st.text(alphabet="ab \n", max_size=60) | st.text(max_size=200)


def before_of(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces if piece.fate is not Fate.ADDED)


def after_of(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces if piece.fate is not Fate.REMOVED)


def test_only_the_words_that_differ_are_marked() -> None:
    assert word_changes("Drink tea now.", "Drink water now.") == (
        (Fate.SAME, "Drink "),
        (Fate.REMOVED, "tea "),
        (Fate.ADDED, "water "),
        (Fate.SAME, "now."),
    )


def test_a_piece_is_also_a_plain_pair_of_words() -> None:
    assert word_changes("", "new") == (("added", "new"),)
    assert word_changes("same", "same") == (("same", "same"),)
    assert word_changes("", "") == ()


def test_a_paragraph_that_came_in_leaves_its_neighbours_alone() -> None:
    assert word_changes("One.\n\nThree.", "One.\n\nTwo.\n\nThree.") == (
        (Fate.SAME, "One.\n\n"),
        (Fate.ADDED, "Two.\n\n"),
        (Fate.SAME, "Three."),
    )


@given(WORDS, WORDS)
def test_both_texts_can_be_read_off_the_pieces(before: str, after: str) -> None:
    pieces = word_changes(before, after)
    assert (before_of(pieces), after_of(pieces)) == (before, after)
    assert all(piece.text for piece in pieces)
    assert all(one.fate is not other.fate for one, other in pairwise(pieces))


@given(WORDS)
def test_a_text_that_stayed_is_one_piece(text: str) -> None:
    assert word_changes(text, text) == (((Fate.SAME, text),) if text else ())


HUGE = "word " * 400_000
ALIKE = "\n".join(("a", "b") * MOST_LINES)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(HUGE, HUGE + "end", id="huge"),
        pytest.param(ALIKE, ALIKE[::-1] + "x", id="many-alike-lines"),
        pytest.param("a b " * (MOST_WORDS // 2), "b a " * (MOST_WORDS // 2) + "c", id="many-alike-words"),
        pytest.param("x" * 3_000_000, "y" * 3_000_000, id="one-word-without-end"),
        pytest.param(" " * 3_000_000, "\n" * 3_000_000, id="nothing-but-space"),
        pytest.param(
            "\n".join(f"a\n{n}" for n in range(900)),
            "\n".join(f"a\n{n}" for n in range(900, 0, -1)),
            id="turned-around",
        ),
    ],
)
def test_texts_made_to_be_slow_are_compared_in_bounded_steps(before: str, after: str) -> None:
    pieces = word_changes(before, after)
    assert (before_of(pieces), after_of(pieces)) == (before, after)


def test_what_begins_and_ends_alike_is_found_in_a_text_of_any_length() -> None:
    lines = [f"Line {n}." for n in range(3 * MOST_LINES)]
    changed = [*lines[:MOST_LINES], "Another line.", *lines[MOST_LINES:]]
    pieces = word_changes("\n".join(lines), "\n".join(changed))
    assert [piece for piece in pieces if piece.fate is not Fate.SAME] == [(Fate.ADDED, "Another line.\n")]
