"""The corpus of cleaned links: what must stay stays, and what only says where somebody came from is no part of the key.

Scores are ratios, held by the floors in tests/data/scores/urlclean.json. The key leaves names in that mean something
elsewhere (`tag`, `s`, `t`, search engines' own), on purpose: it must never make one page of two. The clean form of a
link has no such fear. Two cases that want different things of one link count as one, met when either is.
"""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from caregiver_app.links.address import address_key, without_tracking
from caregiver_app.links.clean import clean_link
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
    assert [case["input"] for case in kept if clean_link(case["input"]).output != case["input"]] == []


def test_addresses_that_differ_in_tracking_only_have_one_key() -> None:
    cases = [case for case in CASES if case["class"] == "param" and case["generic"]]
    other = [case["input"] for case in cases if address_key(case["input"]) != address_key(case["expected"])]
    assert cases
    assert (len(cases) - len(other)) / len(cases) >= FLOORS["key"], other


@pytest.mark.parametrize(
    ("score", "classes", "only_generic"),
    [
        pytest.param("core", ("keep", "param"), True, id="core"),
        pytest.param("redirect", ("redirect",), False, id="redirect"),
    ],
)
def test_links_become_what_the_corpus_wants(score: str, classes: tuple[str, ...], only_generic: bool) -> None:
    wanted: dict[str, set[str]] = defaultdict(set)
    for case in CASES:
        if case["class"] in classes and (case["generic"] or not only_generic):
            wanted[case["input"]].add(case["expected"])
    missed = [address for address, either in wanted.items() if clean_link(address).output not in either]
    reached = 1 - len(missed) / len(wanted)
    print(f"urlclean {score}: {reached:.3f} of {len(wanted)}")  # noqa: T201  the figure goes to docs/measurements.md
    assert reached >= FLOORS[score], missed


def test_every_name_of_the_lists_is_known_somewhere() -> None:
    lines = (corpus("urlclean") / "param_names.tsv").read_text(encoding="utf-8").splitlines()[1:]
    names = [line.split("\t")[0] for line in lines]
    places = "https://example.org/ https://www.youtube.com/ https://www.ebay.co.uk/itm/1".split()
    unknown = [name for name in names if not any(clean_link(f"{place}?{name}=x").removed for place in places)]
    print(f"urlclean names: {1 - len(unknown) / len(names):.3f} of {len(names)}")  # noqa: T201  the same
    assert names
    assert unknown == []
