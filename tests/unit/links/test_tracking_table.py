"""The tables of names and wrappers that ship: sound, and asked by place."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import make_link_rules
from caregiver_app.links.address import address_key
from caregiver_app.links.clean import clean_link
from caregiver_app.links.places import is_at
from caregiver_app.links.tracking import is_tracking
from caregiver_app.links.tracking_table import tracking_table
from caregiver_app.links.wrapper_codings import OF_TAILS, OF_VALUES
from tests.helpers.command_line import ROOT

STARTER = ROOT / "packaging" / "starter"


def test_the_tables_keep_their_rules() -> None:
    assert make_link_rules.problems() == []


def test_what_is_there_holds_all_of_our_own_tables() -> None:
    """When this fails: packaging/make_link_rules.py --own."""
    assert make_link_rules.tracking_with_own() == json.loads(
        (make_link_rules.OUTPUT / "tracking.json").read_text(encoding="utf-8")
    )
    assert make_link_rules.wrappers_with_own() == json.loads(
        (make_link_rules.OUTPUT / "wrappers.json").read_text(encoding="utf-8")
    )


def test_wrappers_are_written_in_words_that_are_known() -> None:
    """Another coding would end the look at such a link; another way into the path would be taken for `turbo`."""
    shipped = json.loads((make_link_rules.OUTPUT / "wrappers.json").read_text(encoding="utf-8"))
    in_path = {"rest", "rest1", "segment", "second", "jwt", "named", "turbo"}
    assert {rule.get("coding", "") for rule in shipped} <= set(OF_VALUES)
    assert {rule.get("how", "parameter") for rule in shipped} <= {"parameter", "hidden", *OF_TAILS, *in_path}


def test_names_that_are_not_there_yet_are_counted() -> None:
    there = make_link_rules.tracking_with_own()["names"]
    assert make_link_rules.count_new(there) == 0
    place = next(iter(there))
    assert make_link_rules.count_new({**there, place: [*there[place], "new_one"], "new.example": ["a", "b"]}) == 3


def test_every_name_that_keys_leave_out_is_cleaned_away_too() -> None:
    """Else two links of one page would differ when they are passed on."""
    names = "fbclid utm_x _hsenc loclid mc_cid dm_i igsh jsessionid sccid at_medium sfmc_id".split()
    assert all(is_tracking(name) for name in names)
    assert [name for name in names if not clean_link(f"https://example.org/?{name}=1").removed] == []


@pytest.mark.parametrize(
    ("place", "host", "path", "there"),
    [
        ("example.org", "example.org", "/", True),
        ("example.org", "www.example.org", "/a", True),
        ("example.org", "example.org.", "/a", True),
        ("example.org", "badexample.org", "/", False),
        ("example.org/a/", "example.org", "/a/b", True),
        ("example.org/a/", "example.org", "/b/a/", False),
        ("google.*", "www.google.co.uk", "/", True),
        ("google.*", "google.evil.com", "/", False),
        ("google.*", "evil-google.com", "/", False),
        ("google.*", "google.unknown-ending", "/", False),
        ("news.google.*", "news.google.de", "/", True),
        ("news.google.*", "www.google.de", "/", False),
    ],
)
def test_a_place_is_a_host_with_what_is_below_it(place: str, host: str, path: str, there: bool) -> None:
    assert is_at(place, host, path) is there


def test_the_table_knows_names_by_place_only() -> None:
    asked = frozenset({"tag", "utm_anything", "other"})
    assert tracking_table().of(asked, host="www.amazon.de", path="/dp/1") == {"tag", "utm_anything"}
    assert tracking_table().of(asked, host="example.org", path="/") == {"utm_anything"}


def test_every_address_that_ships_is_harmless_or_only_lacks_its_slash() -> None:
    addresses = sorted(set(_addresses(STARTER)))
    assert len(addresses) > 300
    changed = [
        (each, clean_link(each).output) for each in addresses if clean_link(each).output not in (each, f"{each}/")
    ]
    assert changed == []


def test_cleaning_makes_the_same_key_of_a_page_or_a_shorter_one() -> None:
    address = "https://www.example.org/a?utm_source=x&id=7"
    assert address_key(clean_link(address).output) == address_key(address)


def _addresses(folder: Path) -> Iterator[str]:
    for file in sorted(folder.glob("*.json")):
        yield from _web(json.loads(file.read_text(encoding="utf-8")))


def _web(value: Any) -> Iterator[str]:
    if isinstance(value, str) and value.startswith(("https://", "http://")) and " " not in value:
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _web(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _web(inner)
