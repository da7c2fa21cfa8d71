"""docs/nurse-guide names commands, options and words of the window that are there, and all that it must speak of."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from caregiver_app.cli.main import make_command

ROOT = Path(__file__).resolve().parents[3]
PAGES = sorted((ROOT / "docs" / "nurse-guide").glob("*.md"))
PAGE = "\n\n".join(page.read_text(encoding="utf-8") for page in PAGES)
COMMANDS = sorted({" ".join(code.split()) for code in re.findall(r"`(caregiver\s[^`]+)`", PAGE)})
WORDS = (ROOT / "resources" / "translations" / "caregiver.pot").read_text(encoding="utf-8")
OF_THE_WINDOW = (
    "A nurse gave me a stick",
    "A team",
    "About this text",
    "Add somebody's key",
    "Asked of me",
    "Begin a pack",
    "Care notes",
    "Choose where to keep it",
    "Compare the words",
    "I check pages for other people",
    "Install from a file or USB stick",
    "Just me",
    "Keep it longer",
    "Look it over",
    "Make a channel",
    "Make a new key",
    "Make a pack",
    "Make a stick for a first start",
    "Monthly round",
    "My key",
    "Open a file they sent me",
    "People I trust",
    "Save as a folder",
    "Save as one file",
    "Save for my records",
    "Save my answer",
    "See whether its pages are still there",
    "Show the signs for families",
    "Sign and publish",
    "Somebody may know it",
    "Still right",
    "Take from your library",
    "They match",
    "Use this set-up",
    "Withdraw",
    "Write a guide",
)


@pytest.mark.parametrize("typed", COMMANDS)
def test_each_command_is_there_with_its_options(typed: str) -> None:
    words = typed.split()[1:]
    command: click.Command = make_command()
    context = click.Context(command)
    while isinstance(command, click.Group):
        found = command.get_command(context, words.pop(0))
        assert found is not None, typed
        command = found
    known = {name for option in command.params for name in (*option.opts, *option.secondary_opts)}
    known.add("-")  # standard input
    assert [word for word in words if word.startswith("-") and word not in known] == []


def test_its_commands_are_not_few() -> None:
    assert len(COMMANDS) >= 12


@pytest.mark.parametrize("words", OF_THE_WINDOW)
def test_the_words_of_the_window_are_those_that_are_shown(words: str) -> None:
    assert words in " ".join(PAGE.split())
    assert f'msgid "{words}"' in WORDS


@pytest.mark.parametrize(
    "what",
    [
        "controller",
        "lawful basis",
        "impact assessment",
        "How long it stays",
        "72 hours",
        "HIPAA",
        "never see",
        "recovery sheet",
        "never care notes",
        "Not for urgent|not for urgent",
    ],
)
def test_it_speaks_of_what_a_nurse_must_know(what: str) -> None:
    assert re.search(what, PAGE)
