"""What a publisher writes never commands a terminal, and never looks like lines of ours."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from caregiver_app.cli.terminal_text import BOLD, PLAIN, cell_width, fit, printable, with_hits
from caregiver_app.model.article import HIT_END, HIT_START

ESC = "\x1b"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (f"{ESC}[31mred{ESC}[0m", "red"),
        (f"{ESC}]0;new window name\x07title", "title"),
        (f"{ESC}]8;;https://evil.example{ESC}\\link{ESC}]8;;{ESC}\\", "link"),
        (f"{ESC}]52;c;Y2xpcGJvYXJk\x07text", "text"),
        (f"{ESC}P+q544e{ESC}\\answer", "answer"),
        (f"{ESC}[2J{ESC}[Hgone", "gone"),
        (f"{ESC}cafter reset", "after reset"),
        ("\x9b31mC1\x9b0m", "C1"),
        ("\x9d0;name\x9cC1 string", "C1 string"),
        ("two\nlines\r\nof\vours", "two lines of ours"),
        ("hidden\r[1] fake", "hidden [1] fake"),
        ("back\b\b\bspace", "backspace"),
        ("bell\x07", "bell"),
        ("a\u2028b\u2029c\x85d", "a b c d"),
        ("safe\u202eexe.txt", "safeexe.txt"),
        ("\U000e0041hidden", "hidden"),
        ("tab\there", "tab here"),
        (f"unended {ESC}]0;name", "unended "),
        (f"lonely {ESC}", "lonely "),
        ("Zoë Müller – 介護", "Zoë Müller – 介護"),
    ],
)
def test_commands_for_the_terminal_are_taken_out_with_all_their_parts(written: str, shown: str) -> None:
    assert printable(written) == shown


@given(st.text())
@example(f"{ESC}{ESC}[31m")
@example(f"{ESC}\x9b[")
@example(f"{ESC}]{ESC}]0;a\x07\x07")
def test_nothing_that_a_terminal_obeys_is_ever_left(text: str) -> None:
    shown = printable(text)
    assert not [letter for letter in shown if unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp")]
    assert printable(shown) == shown


@given(
    st.text(alphabet=st.sampled_from([ESC, "[", "]", "3", "1", "m", "\x07", "\x9b", "\\", "P", "x", "\n", HIT_START]))
)
def test_pieces_of_commands_never_join_to_a_command(text: str) -> None:
    assert not set(with_hits(text, styled=False)) & {ESC, "\x07", "\x9b", "\n", HIT_START}


def test_hits_are_bold_on_a_terminal_and_between_stars_elsewhere() -> None:
    snippet = f"a {HIT_START}hit{HIT_END} here"
    assert with_hits(snippet, styled=True) == f"a {BOLD}hit{PLAIN} here"
    assert with_hits(snippet, styled=False) == "a **hit** here"


def test_a_hit_cut_off_in_the_middle_does_not_make_the_rest_of_the_screen_bold() -> None:
    assert with_hits(f"a {HIT_START}hi", styled=True) == f"a {BOLD}hi{PLAIN}"
    assert with_hits(f"a{HIT_END} b", styled=True) == "a b"


@pytest.mark.parametrize(("text", "columns"), [("abc", 3), ("介護", 4), ("e\u0301", 1), ("a\u200db", 2)])
def test_the_width_of_text_is_that_of_its_columns(text: str, columns: int) -> None:
    assert cell_width(text) == columns


@given(st.text(), st.integers(min_value=0, max_value=60))
def test_fitted_text_takes_exactly_its_columns(text: str, width: int) -> None:
    assert cell_width(fit(text, width)) == width
