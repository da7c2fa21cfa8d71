"""What is worth a version within a stretch of writing: text that was taken away, never text that was added."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.vault.changes.version_rows import MUCH_CHARS, takes_much_away

TEXT = st.text(alphabet="ab \n", max_size=120)


@given(TEXT, TEXT, TEXT)
def test_adding_takes_nothing_away(before: str, added: str, after: str) -> None:
    """Wherever it is typed: at the end, at the beginning, in the middle."""
    assert not takes_much_away(before + after, before + added + after)


@given(TEXT, TEXT, st.integers(0, 200))
def test_what_is_taken_away_counts_from_a_bound_on(before: str, after: str, length: int) -> None:
    taken = "x" * length
    assert takes_much_away(before + taken + after, before + after) == (length >= MUCH_CHARS)


@pytest.mark.parametrize(
    ("before", "after", "much"),
    [
        ("x" * 39, "", False),
        ("x" * 40, "", True),
        ("x" * 100, "y" * 100, True),
        ("the same", "the same", False),
        (None, "text", False),
        ("x" * 100, None, False),
        (1, 2, False),
    ],
)
def test_replacing_takes_away_what_stood_there(before: object, after: object, much: bool) -> None:
    assert takes_much_away(before, after) == much
