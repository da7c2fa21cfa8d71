"""What docs/formats/command-line.md says about records of care notes: its examples have the keys of real answers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from caregiver_app.library.store import open_library
from caregiver_app.model.search import ArticleQuery
from tests.helpers.care_commands import CareCommands
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.documented import EXAMPLES, keys_of
from tests.helpers.library_files import APage, add_pages, add_source

MUM = ("--person", "Mum")
MEDICINE = {"name": "Paracetamol", "strength": "500 mg", "as-needed": "no", "started": "2026-11-01"}


@pytest.fixture
def answers(tmp_path: Path) -> dict[str, Any]:
    care = CareCommands(tmp_path)
    care("note", "add", "-", *MUM, "--tag", "sleep", typed="Slept badly.")
    care("question", "add", "-", *MUM, typed="Is it the new tablet?")
    care("question", "answer", "1", "-", typed="answer: It may be.\nby: the doctor")
    care("appointment", "add", "-", "--starts", "2099-12-01T10:30", "--zone", "Europe/London", typed="title: Clinic")
    care("appointment", "chase", "add", "-", "--appointment", "1", typed="what: the letter\nby: 2026-12-10")
    care("medicine", "add", "-", *MUM, typed=json.dumps(MEDICINE))
    care("contact", "add", "-", typed="name: District nurse\nphones: 020 7946 0958 [day]")
    care("measure", "add", "blood-pressure", "-", *MUM, typed="value: 120/80")
    return {
        "person list": care.json("person", "list"),
        "note list": care.json("note", "list"),
        "question list": care.json("question", "list"),
        "appointment list": care.json("appointment", "list"),
        "medicine list": care.json("medicine", "list"),
        "contact list": care.json("contact", "list"),
        "measure list": care.json("measure", "list"),
        "person form": care.json("person", "form", "1", "emergency"),
        "note timeline": care.json("note", "timeline"),
        "note versions": _versions(care),
        "note citations": _citations(care),
        "note search": care.json("note", "search", "-", typed="badly"),
        "appointment chase list": care.json("appointment", "chase", "list"),
        "measure kinds": care.json("measure", "kinds"),
    }


def _citations(care: CareCommands) -> Any:
    library = open_library(care.command.data_dir / "library.db", StillClock())
    add_pages(library, add_source(library, "Trust", at=MONDAY), [APage(title="Swallowing")], at=MONDAY)
    (row,) = library.articles.page(ArticleQuery(), limit=2).rows
    library.close()
    return care.json("note", "cite", "1", str(row.id))


def _versions(care: CareCommands) -> Any:
    care("note", "add", "-", typed="Slept badly, woke at four and could not find the way back.")
    care("note", "change", "2", "-", typed="Slept.")
    return care.json("note", "versions", "2")


def test_examples_have_the_keys_of_real_answers_in_their_order(answers: dict[str, Any]) -> None:
    for name, answer in answers.items():
        # As text, so that the order counts too.
        assert json.dumps(keys_of(EXAMPLES[name])) == json.dumps(keys_of(answer)), name
