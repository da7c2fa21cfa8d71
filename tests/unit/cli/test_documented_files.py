"""What docs/formats/command-line.md says about files, exports, imports and erasing is what the commands print."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import click
import pytest

from caregiver_app.cli.main import make_command
from caregiver_app.model.errors import CareFileTrouble
from tests.helpers.care_commands import CareCommands
from tests.helpers.documented import EXAMPLES, PAGE, keys_of

LOOSE = frozenset({"records", "new", "changed", "same", "deleted_here", "left_out"})
"""Their keys are kinds of records."""


@pytest.fixture
def answers(tmp_path: Path) -> dict[str, Any]:
    care = CareCommands(tmp_path)
    care("note", "add", "-", "--person", "Mum", typed="Slept badly.")
    (tmp_path / "letter.txt").write_text("Dear family")
    care("note", "attach", "1", str(tmp_path / "letter.txt"))
    return {
        "note attachments": care.json("note", "attachments", "1"),
        "export notes": care.json("export", "notes", "-o", str(tmp_path / "out")),
        "import": care.json("import", str(tmp_path / "out")),
        "erase --person": care.json("erase", "--person-id", "1", "--yes"),
        "erase --all": care.json("erase", "--all", "--yes"),
    }


def shown(document: Any) -> str:
    found = keys_of(document)
    return json.dumps(
        {key: None if key in LOOSE else inner for key, inner in found.items()} if isinstance(found, dict) else found
    )


def test_examples_have_the_keys_of_real_answers_in_their_order(answers: dict[str, Any]) -> None:
    for name, answer in answers.items():
        assert shown(EXAMPLES[name]) == shown(answer), name


def test_every_option_of_what_is_loaded_late_is_named() -> None:
    for name in ("import", "erase"):
        command = make_command().commands[name]
        for parameter in command.get_params(click.Context(command)):
            for option in parameter.opts:
                assert not option.startswith("--") or option in PAGE, option


def test_every_trouble_with_files_is_named() -> None:
    line = PAGE[PAGE.index("`care-file-`") :].split("\n\n")[0].split("\n- ")[0]
    assert [trouble.value for trouble in CareFileTrouble] == re.findall(r"`([a-z-]+[a-z])`", line.split(":", 1)[1])
