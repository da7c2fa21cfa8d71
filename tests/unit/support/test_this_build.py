"""A build says of which commit and day it is; whatever else its file says, it runs from source."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from caregiver_app import __version__
from caregiver_app.support.sentences.this_build import build_words
from caregiver_app.support.this_build import ThisBuild, read_build, this_build

COMMIT, DAY = "3f2a9c1b7d40", "2026-11-27"


def test_a_build_names_its_commit_and_day(tmp_path: Path) -> None:
    file = tmp_path / "build.json"
    file.write_text(json.dumps({"commit": COMMIT, "day": DAY}))
    found = read_build(file)
    assert found == ThisBuild(version=__version__, commit=COMMIT, day=date(2026, 11, 27))
    assert build_words(found) == f"{__version__}, built on 27 November 2026 ({COMMIT})"


@pytest.mark.parametrize(
    "said",
    [
        "",
        "[]",
        "{}",
        "[" * 490,
        json.dumps({"commit": COMMIT}),
        json.dumps({"commit": 3, "day": DAY}),
        json.dumps({"commit": "<b>now</b>", "day": DAY}),
        json.dumps({"commit": COMMIT, "day": "soon"}),
        json.dumps({"commit": COMMIT, "day": 20261127}),
        json.dumps({"commit": COMMIT, "day": DAY, "more": "x" * 500}),
    ],
)
def test_what_is_no_build_runs_from_source(tmp_path: Path, said: str) -> None:
    file = tmp_path / "build.json"
    file.write_text(said)
    assert build_words(read_build(file)) == f"{__version__}, from source"
    assert read_build(tmp_path) == read_build(tmp_path / "missing") == this_build()
