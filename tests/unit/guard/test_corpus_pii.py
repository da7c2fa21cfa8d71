"""The corpus of texts with personal data: floors for what is found and for what of it is right.

The scores stand in docs/measurements.md; `python -m tests.unit.guard.test_corpus_pii` prints them.
"""

from __future__ import annotations

import sys

import pytest

from caregiver_app.model.guard import FindingKind
from tests.helpers.guarding import findings
from tests.helpers.pii_scores import CHECKED, KINDS, Scores, read, score

FILES = {"cases": "cases.jsonl", "made": "synth.jsonl"}
PHONES = (FindingKind.PHONE, FindingKind.OWN_PHONE, FindingKind.SERVICE_PHONE)
LEAST_FOUND = {
    "DATE_OF_BIRTH": 1.0,
    "IP_ADDRESS": 0.85,
    "MAC_ADDRESS": 1.0,
    "UK_POSTCODE": 1.0,
    "UK_DRIVING_LICENCE": 1.0,
    "AGE": 0.9,
}


@pytest.fixture(scope="module", params=FILES)
def scores(request: pytest.FixtureRequest) -> Scores:
    """The scores over one file of the corpus."""
    return score(FILES[request.param])


def test_what_can_be_checked_is_found_and_right(scores: Scores) -> None:
    kinds = [kind for kind in CHECKED if scores.there[kind]]
    assert kinds
    assert [kind for kind in kinds if scores.recall(kind) < 0.95] == [], scores.missed
    assert [kind for kind in kinds if scores.precision(kind) < 0.9] == []


def test_other_kinds_keep_their_floors(scores: Scores) -> None:
    kinds = [kind for kind in LEAST_FOUND if scores.there[kind]]
    assert kinds
    assert [kind for kind in kinds if scores.recall(kind) < LEAST_FOUND[kind]] == [], scores.missed


def test_example_numbers_of_all_countries_are_found_in_international_form() -> None:
    examples = [case["text"] for case in read("phone_examples.jsonl") if case["format"] != "national"]
    missed = [text for text in examples if not _has_phone(text) or not _has_phone(f"It is {text}, ok?")]
    assert examples
    assert missed == []


def test_example_numbers_are_found_as_they_are_dialled_at_home() -> None:
    """Short ones need a word that says what they are."""
    examples = [(case["text"], case["region"]) for case in read("phone_examples.jsonl") if case["format"] == "national"]
    found = sum(_has_phone(f"Please call my sister on {text} tomorrow.", region) for text, region in examples)
    assert found / len(examples) >= 0.9


def _has_phone(text: str, *regions: str) -> bool:
    return any(each.kind in PHONES for each in findings(text, *regions))


def _lines(name: str, scores: Scores) -> list[str]:
    return [
        f"| {name} | {kind} | {scores.found[kind]} of {scores.there[kind]} | {scores.wrong[kind]} "
        f"| {scores.bare_found[kind]} of {scores.bare[kind]} |"
        for kind in KINDS
        if scores.there[kind] or scores.bare[kind]
    ]


if __name__ == "__main__":
    sys.stdout.write("\n".join(line for name, file in FILES.items() for line in _lines(name, score(file))) + "\n")
