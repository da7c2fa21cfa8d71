"""Sizes in words."""

from __future__ import annotations

import pytest

from caregiver_app.support.sizes import size_words


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (999, "999 bytes"),
        (1_000, "1 kB"),
        (12_345, "12 kB"),
        (999_600, "1 MB"),
        (1_440_000, "1.4 MB"),
        (2_000_000_000, "2 GB"),
    ],
)
def test_sizes_are_said_as_people_know_them(size: int, words: str) -> None:
    assert size_words(size) == words
