"""docs/threat-model.md promises nothing without a test."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
PAGE = (ROOT / "docs" / "threat-model.md").read_text(encoding="utf-8")
PROMISE = re.compile(r"^\| (?!promise|---)(.+?) \| (.+?) \|$", re.MULTILINE)


def test_each_promise_names_tests_that_are_there() -> None:
    promises = PROMISE.findall(PAGE)
    assert len(promises) >= 14
    for promise, held_by in promises:
        names = re.findall(r"`([^`]+)`", held_by)
        assert names, promise
        assert [name for name in names if not (ROOT / "tests" / name).is_file()] == [], promise
