"""Markdown as others test their readers with it: always harmless, and mostly to be read as theirs.

What differs on purpose: tags are shown as they are typed, and no line is taken for a definition and left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from caregiver_app.support.guide_html import PACK_ADDRESS, guide_html
from caregiver_app.support.markup import is_safe, sanitise, to_text
from tests.helpers.corpora import corpus

ON_PURPOSE = {"HTML blocks", "Raw HTML", "Link reference definitions", "Fenced code blocks"}
FLOORS = {"commonmark": 101, "python-markdown": 23}


@pytest.mark.parametrize("name", FLOORS)
def test_texts_are_harmless_and_read_as_others_read_them(name: str) -> None:
    good = 0
    for case in _cases(name):
        html = guide_html(case["markdown"])
        assert html is None or is_safe(html)
        meant = to_text(sanitise(case["html"], base=PACK_ADDRESS))
        good += html is not None and to_text(html).split() == meant.split()
    assert good >= FLOORS[name]


def _cases(name: str) -> Iterator[dict[str, str]]:
    for line in (corpus("markdown") / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        if case.get("section") not in ON_PURPOSE:
            yield case
