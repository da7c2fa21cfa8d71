"""The corpus of cleaned links: what must stay stays, and what only says where somebody came from is no part of the key.

Scores are ratios, held by the floors in tests/data/scores/urlclean.json. Names that mean something elsewhere (`tag`,
`s`, `t`, search engines' own) are left in on purpose: the key must never make one page of two.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from caregiver_app.links.address import address_key, without_tracking
from tests.helpers.corpora import corpus

FLOORS: dict[str, float] = json.loads(
    (Path(__file__).parents[2] / "data" / "scores" / "urlclean.json").read_text(encoding="utf-8")
)["floors"]
CASES: list[dict[str, Any]] = [
    json.loads(line) for line in (corpus("urlclean") / "cases.jsonl").read_text(encoding="utf-8").splitlines()
]


def test_what_must_stay_is_left_to_the_letter() -> None:
    kept = [case for case in CASES if case["class"] == "keep" and case["generic"]]
    assert kept
    assert [case["input"] for case in kept if without_tracking(case["input"]) != case["input"]] == []


def test_addresses_that_differ_in_tracking_only_have_one_key() -> None:
    cases = [case for case in CASES if case["class"] == "param" and case["generic"]]
    other = [case["input"] for case in cases if address_key(case["input"]) != address_key(case["expected"])]
    assert cases
    assert (len(cases) - len(other)) / len(cases) >= FLOORS["key"], other
