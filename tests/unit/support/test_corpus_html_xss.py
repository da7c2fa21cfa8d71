"""The attacks that sanitisers are tested with: nothing unsafe is left, and the words beside them stay."""

from __future__ import annotations

import json
from typing import Any

import pytest

from caregiver_app.support.markup import is_safe, sanitise, sanitise_and_read
from caregiver_app.support.plain_text import one_line, strip_markup
from tests.helpers.corpora import corpus
from tests.helpers.harmless import dangers_in

BASE = "https://clinic.example/news/feed.xml"
CASES: list[dict[str, Any]] = [
    json.loads(line) for line in (corpus("html-xss") / "cases.jsonl").read_text("utf-8").splitlines()
]
LEAST_SHARE_OF_WORDS_KEPT = 0.95


def test_there_are_attacks_to_hold_against() -> None:
    assert len(CASES) > 500


@pytest.mark.parametrize("source", sorted({case["source"] for case in CASES}))
def test_nothing_unsafe_is_left_of_any_attack(source: str) -> None:
    left = {}
    for case in CASES:
        html = sanitise(case["input"], base=BASE)
        if case["source"] == source and (dangers_in(html) or not is_safe(html)):
            left[case["id"]] = html
    assert not left


def test_sanitising_an_attack_twice_changes_nothing() -> None:
    once = {sanitise(case["input"], base=BASE) for case in CASES}
    assert [html for html in once if sanitise(html, base=BASE) != html] == []


def test_an_attack_as_a_title_is_plain_text_in_one_line() -> None:
    for case in CASES:
        title = one_line(strip_markup(case["input"]))
        assert title == one_line(title)
        assert not set("\x00\r\n\ue000\ue001") & set(title)


def test_words_that_a_harmless_reading_keeps_are_kept() -> None:
    """Where others take markup out, as ours does, and do not show it as text, ours keeps the words that theirs keep."""
    wanted = kept = 0
    for case in CASES:
        theirs = case["expected"][0] if case["expected"] else "&lt;"
        if "&lt;" not in theirs:
            words = one_line(strip_markup(theirs)).split()
            ours = sanitise_and_read(case["input"], base=BASE)[1]
            wanted += len(words)
            kept += sum(word in ours for word in words)
    assert wanted
    assert kept / wanted >= LEAST_SHARE_OF_WORDS_KEPT
