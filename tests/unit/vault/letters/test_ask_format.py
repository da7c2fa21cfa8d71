"""docs/formats/ask.md says how requests, answers and keys are written: its examples are read as ours are."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from caregiver_app.model.errors import AskError, AskTrouble
from caregiver_app.vault.letters.answer import VERSION as ANSWER_VERSION
from caregiver_app.vault.letters.answer import read_answer, write_answer
from caregiver_app.vault.letters.canonical import canonical, parse_canonical
from caregiver_app.vault.letters.key_file import VERSION as KEY_VERSION
from caregiver_app.vault.letters.key_file import read_key_file, write_key_file
from caregiver_app.vault.letters.request import VERSION as REQUEST_VERSION
from caregiver_app.vault.letters.request import read_request, write_request
from caregiver_app.vault.letters.words import numbers_of, words_of
from tests.helpers.command_line import ROOT

PAGE = (ROOT / "docs" / "formats" / "ask.md").read_text(encoding="utf-8")
EXAMPLES: dict[str, Any] = {
    name: json.loads(example) for name, example in re.findall(r"\n`([a-z]+)`:\n\n```json\n(.*?)\n```", PAGE, re.DOTALL)
}


def test_there_is_an_example_of_each_document_in_the_version_that_is_written() -> None:
    versions = {"key": KEY_VERSION, "request": REQUEST_VERSION, "answer": ANSWER_VERSION}
    assert {name: example["version"] for name, example in EXAMPLES.items()} == versions


def test_the_key_is_read_and_has_the_words_that_stand_there() -> None:
    key = read_key_file(canonical(EXAMPLES["key"]))
    assert write_key_file(key) == canonical(EXAMPLES["key"])
    groups = zip(words_of(key.recipient), numbers_of(key.recipient), strict=True)
    said = [[f"{place}:", *words, *numbers.split()] for place, (words, numbers) in enumerate(groups, 1)]
    written = [
        line.split() for line in PAGE.partition("Those of the key above:\n\n```\n")[2].partition("\n```")[0].split("\n")
    ]
    assert written == said


def test_the_request_is_read_and_written_as_it_stands_there() -> None:
    data = canonical(EXAMPLES["request"])
    assert write_request(read_request(parse_canonical(data, {EXAMPLES["request"]["format"]: 1}))) == data


def test_the_answer_counts_with_the_secret_of_the_request() -> None:
    secret = bytes.fromhex(EXAMPLES["request"]["reply_secret"])
    answer = read_answer(EXAMPLES["answer"]).checked(secret)
    assert write_answer(answer, secret) == canonical(EXAMPLES["answer"])
    assert answer.request_uid == EXAMPLES["request"]["id"]


@pytest.mark.parametrize(
    ("name", "within"),
    [("key", None), ("request", None), ("request", "questions"), ("answer", None), ("answer", "answers")],
)
def test_a_document_that_says_more_than_is_described_is_refused(name: str, within: str | None) -> None:
    read: dict[str, Callable[[Any], object]] = {
        "key": lambda document: read_key_file(canonical(document)),
        "request": read_request,
        "answer": read_answer,
    }
    document = json.loads(json.dumps(EXAMPLES[name]))
    read[name](document)
    (document[within][0] if within else document)["more"] = 1
    with pytest.raises(AskError) as told:
        read[name](document)
    assert told.value.kind is AskTrouble.DAMAGED
