"""A piece of a text shows what was found in it, marked, whatever the text and whatever was typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.library.word_forms import fold, places_of
from caregiver_app.model.article import HIT_END, HIT_START
from caregiver_app.support.plain_text import visible
from caregiver_app.vault.finding.snippets import LOOKED_THROUGH, snippet_of


def shown(text: str, typed: str) -> str:
    return snippet_of(text, typed).replace(HIT_START, "[").replace(HIT_END, "]")


@pytest.mark.parametrize(
    ("text", "typed", "piece"),
    [
        ("Slept badly in the night", "sle NIG", "[Slept] badly in the [night]"),
        ("Un café à minuit", "cafe min", "Un [café] à [minuit]"),
        ("BP was 130/80 then", "130/80", "BP was [130]/[80] then"),
        ("unslept", "slept", "unslept"),
        ("snake_case", "case", "snake_[case]"),
        ("two\nlines  here", "lines", "two [lines] here"),
        ("Ольга пришла", "ольг", "[Ольга] пришла"),
        ("nothing of it", "", "nothing of it"),
        ("", "x", ""),
    ],
)
def test_words_that_begin_as_typed_are_marked(text: str, typed: str, piece: str) -> None:
    assert shown(text, typed) == piece


def test_a_piece_of_a_long_text_lies_around_the_first_hit() -> None:
    piece = shown(f"{'before ' * 100}needle {'after ' * 100}", "needle")
    assert piece.startswith("…")
    assert piece.endswith("…")
    assert "before [needle] after" in piece
    assert len(piece) < 250


def test_a_hit_beyond_what_is_looked_through_gives_the_beginning() -> None:
    assert shown(f"begin {'x ' * LOOKED_THROUGH}needle", "needle").startswith("begin")


@given(st.text(max_size=300).map(visible), st.text(max_size=20).map(visible))
def test_a_piece_holds_nothing_that_the_text_does_not(text: str, typed: str) -> None:
    piece = snippet_of(text, typed)
    assert piece.count(HIT_START) == piece.count(HIT_END)
    plain = piece.replace(HIT_START, "").replace(HIT_END, "").strip("…")
    assert plain in " ".join(text.split())


@given(st.text(alphabet="abé 1_-\n", max_size=120), st.text(alphabet="abe1", min_size=1, max_size=3))
def test_each_word_that_begins_as_typed_is_marked(text: str, typed: str) -> None:
    marked = snippet_of(text, typed).split(HIT_START)[1:]
    begun = [place.word for place in places_of(text) if fold(place.word).startswith(fold(typed))]
    assert [piece.partition(HIT_END)[0] for piece in marked] == begun
