"""What docs/formats/command-line.md says about `ask`: its examples have the keys of real answers."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from caregiver_app.model.errors import AskTrouble
from tests.helpers.asking_commands import NOTE, QUESTION, SAID, make_both
from tests.helpers.documented import EXAMPLES, PAGE, keys_of


@pytest.fixture
def answers(tmp_path: Path) -> dict[str, Any]:
    both = make_both(tmp_path)
    run, asked, answered = both.run, str(tmp_path / "questions.age"), str(tmp_path / "answers.age")
    chosen = ("--to", "1", "--question", QUESTION, "--note", NOTE)
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
