"""A family and a nurse, each with care notes of their own, by commands on one computer."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from caregiver_app.vault.letters.words import words_of
from caregiver_app.vault.records.notes import NewNote
from caregiver_app.vault.records.questions import NewQuestion
from tests.helpers.clock import MONDAY
from tests.helpers.command_line import CommandLine, Ran
from tests.helpers.vaults import PASSPHRASE, new_care

SAID = "why: She fell twice\nfrom: Ruth\nabout: Mum\ncall: 111"
QUESTION, NOTE = "1", "1"
FAMILY, NURSE = "family", "nurse"
_SECRET = "passphrase"


class AskingCommands:
    """Both data folders in one folder; the family has a question and a note."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._secret = ("--passphrase-file", str(folder / _SECRET))

    def run(self, whose: str, *arguments: str, typed: str = "") -> Any:
        """Run a command that must succeed; return its document."""
        return CommandLine(self.folder / whose).json(*arguments, *self._secret, typed=typed)

    def ran(self, whose: str, *arguments: str, typed: str = "") -> Ran:
        """Run a command, for its words and its exit code."""
        return CommandLine(self.folder / whose)(*arguments, *self._secret, typed=typed)

    def meet(self, whose: str, other: str) -> Any:
        """Let one take in the other's key and compare it."""
        file = str(self.folder / f"{other}.key")
        self.run(other, "ask", "key", "export", "-o", file, "--name", "-", typed="Anna")
        key = self.run(whose, "ask", "key", "import", file)
        words = words_of(key["key"])
        typed = "\n".join(f"{number}: {' '.join(words[number - 1])}" for number in (2, 3))
        return self.run(whose, "ask", "key", "compare", str(key["id"]), typed=typed)


def make_both(folder: Path) -> AskingCommands:
    """Make both, who know each other, in a folder that is there."""
    secret = folder / _SECRET
    secret.touch(mode=0o600)
    secret.write_text(PASSPHRASE, encoding="utf-8")
    care = new_care(folder / FAMILY)
    vault = care.open()
    vault.questions.add(NewQuestion(text="What now?"), at=MONDAY)
    vault.notes.add(NewNote(text="She fell."), at=MONDAY)
    vault.close()
    new_care(folder / NURSE)
    both = AskingCommands(folder)
    both.meet(FAMILY, NURSE)
    both.meet(NURSE, FAMILY)
    return both


def copy_both(made: AskingCommands, folder: Path) -> AskingCommands:
    """Return a copy of both in a folder that is not there yet."""
    shutil.copytree(made.folder, folder)
    return AskingCommands(folder)
