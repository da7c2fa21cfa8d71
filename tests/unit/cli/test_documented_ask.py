"""What docs/formats/command-line.md says about `ask`: its examples have the keys of real answers."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from caregiver_app.model.errors import AskTrouble
from caregiver_app.vault.exchange_words import words_of
from caregiver_app.vault.notes import NewNote
from caregiver_app.vault.questions import NewQuestion
from tests.helpers.clock import MONDAY
from tests.helpers.command_line import CommandLine
from tests.helpers.vaults import PASSPHRASE, new_care
from tests.unit.cli.test_documented import EXAMPLES, PAGE, keys_of

SAID = "why: She fell twice\nfrom: Ruth\nabout: Mum\ncall: 111"


class Exchanging:
    """A family and a nurse by commands, on one computer."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        secret = folder / "passphrase"
        secret.touch(mode=0o600)
        secret.write_text(PASSPHRASE, encoding="utf-8")
        self._secret = ("--passphrase-file", str(secret))
        care = new_care(folder / "family")
        vault = care.open()
        self.question = str(vault.questions.add(NewQuestion(text="What now?"), at=MONDAY))
        self.note = str(vault.notes.add(NewNote(text="She fell."), at=MONDAY))
        vault.close()
        new_care(folder / "nurse")

    def run(self, whose: str, *arguments: str, typed: str = "") -> Any:
        """Run a command of the family or the nurse."""
        return CommandLine(self.folder / whose).json(*arguments, *self._secret, typed=typed)

    def meet(self, whose: str, other: str) -> Any:
        """Let one take in the other's key and compare it."""
        file = str(self.folder / f"{other}.key")
        self.run(other, "ask", "key", "export", "-o", file, "--name", "-", typed="Anna")
        key = self.run(whose, "ask", "key", "import", file)
        words = words_of(key["key"])
        typed = "\n".join(f"{number}: {' '.join(words[number - 1])}" for number in (2, 3))
        return self.run(whose, "ask", "key", "compare", str(key["id"]), typed=typed)


@pytest.fixture
def answers(tmp_path: Path) -> dict[str, Any]:
    both = Exchanging(tmp_path)
    run, asked, answered = both.run, str(tmp_path / "questions.age"), str(tmp_path / "answers.age")
    both.meet("family", "nurse")
    both.meet("nurse", "family")
    chosen = ("--to", "1", "--question", both.question, "--note", both.note)
    exported = run("family", "ask", "export", *chosen, "-o", asked, typed=SAID)
    run("nurse", "ask", "import", asked)
    answer = run("nurse", "ask", "answer", "1", "-o", answered, typed='{"1": "Rest."}')
    return {
        "ask key show": run("family", "ask", "key", "show"),
        "ask key list": run("family", "ask", "key", "list"),
        "ask export": exported,
        "ask import": run("family", "ask", "import", answered),
        "ask list": run("family", "ask", "list"),
        "ask disclosures": run("family", "ask", "disclosures"),
        "ask received": run("nurse", "ask", "received"),
        "ask answer": answer,
    }


def test_examples_have_the_keys_of_real_answers_in_their_order(answers: dict[str, Any]) -> None:
    for name, answer in answers.items():
        assert json.dumps(keys_of(EXAMPLES[name])) == json.dumps(keys_of(answer)), name


def test_every_kind_of_refusal_is_named() -> None:
    line = PAGE[PAGE.index("- `ask-`") :].split("\n- ")[0].split("\n##")[0]
    assert re.findall(r"`([a-z-]+[a-z])`", line.split(":", 1)[1]) == [trouble.value for trouble in AskTrouble]
