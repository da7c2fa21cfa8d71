"""A pattern that is compiled late finds what the same pattern finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.support.patterns import LatePattern

_WORDS = "[a-c]+"


@given(text=st.text(alphabet="abcABC -\n", max_size=30))
def test_it_does_what_the_pattern_does(text: str) -> None:
    early, late = re.compile(_WORDS, re.IGNORECASE), LatePattern(_WORDS, re.IGNORECASE)
    assert bool(late.match(text)) == bool(early.match(text))
    assert bool(late.search(text)) == bool(early.search(text))
    assert [found.span() for found in late.finditer(text)] == [found.span() for found in early.finditer(text)]
    assert late.findall(text) == early.findall(text)
    assert late.sub("+", text) == early.sub("+", text)


def test_a_pattern_that_is_wrong_says_so_at_its_first_use() -> None:
    wrong = LatePattern("(")
    with pytest.raises(re.error):
        wrong.match("a")
