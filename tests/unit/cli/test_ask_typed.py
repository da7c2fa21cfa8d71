"""At a terminal `ask` asks one by one for what is private; without one it reads lines, and says which it wants."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from caregiver_app.cli.failures import USAGE, CommandFailed
from caregiver_app.cli.vault.ask_typed import read_answers, read_groups, read_labelled, read_line

LABELS = {"why": lambda: "Why", "from": lambda: "From whom"}


class Input(io.TextIOWrapper):
    """Standard input with somebody at it, or a pipe."""

    def __init__(self, text: str, *, terminal: bool) -> None:
        super().__init__(io.BytesIO(text.encode()), encoding="utf-8")
        self._terminal = terminal

    def isatty(self) -> bool:
        """Say whether somebody is there."""
        return self._terminal


@contextmanager
def typed(text: str, *, terminal: bool = False) -> Iterator[None]:
    """Let a text be what is read for a block."""
    before, sys.stdin = sys.stdin, Input(text, terminal=terminal)
    try:
        yield
    finally:
        sys.stdin = before


def refusal(text: str) -> str:
    with typed(text), pytest.raises(CommandFailed) as told:
        read_labelled(LABELS)
    assert (told.value.kind, told.value.exit_code) == ("usage", USAGE)
    return told.value.sentence.happened


def test_at_a_terminal_each_thing_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    with typed("She fell\n\n", terminal=True):
        assert read_labelled(LABELS) == {"why": "She fell", "from": ""}
    asked = capsys.readouterr().err
    assert "Why" in asked
    assert "From whom" in asked
    with typed("Anna\n", terminal=True):
        assert read_line(lambda: "Whose") == "Anna"
    with typed("a b c d\ne f g h\n", terminal=True):
        assert read_groups((1, 3)) == {1: "a b c d", 3: "e f g h"}
    asked = capsys.readouterr().err
    assert "1" in asked
    assert "3" in asked


def test_without_one_lines_say_what_they_are() -> None:
    with typed("\nFROM : Ruth: the daughter \nwhy:\tShe fell\n"):
        assert read_labelled(LABELS) == {"why": "She fell", "from": "Ruth: the daughter"}
    with typed(""):
        assert read_labelled(LABELS) == {"why": "", "from": ""}
    with typed("2: a b c d\n1: e f g h"):
        assert {number: words.strip() for number, words in read_groups((1, 3)).items()} == {1: "e f g h", 2: "a b c d"}


def test_a_line_that_says_nothing_known_is_told_with_what_is_wanted() -> None:
    said = refusal("because: she fell")
    assert "why:, from:" in said
    assert "she fell" not in said


def test_answers_are_one_text_or_an_object_of_several() -> None:
    with typed("Rest.\n\nAnd drink."):
        assert read_answers(2) == {2: "Rest.\n\nAnd drink."}
    with typed('{"1": "Rest.", "3": "Drink."}'):
        assert read_answers(0) == {1: "Rest.", 3: "Drink."}
    for wrong in ("[]", "7", "{", '{"x": "y"}', "[" * 100_000):
        with typed(wrong), pytest.raises(CommandFailed) as told:
            read_answers(0)
        assert told.value.kind == "usage"
        assert "--question" in told.value.sentence.message
