"""A crash point does nothing unless the environment names it; then the process ends there and nowhere else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from caregiver_app.support.crash_points import EXIT_CODE

_PASSING = """
from caregiver_app.support.crash_points import crash_point
try:
    for name in ("a", "b", "a"):
        crash_point(name)
        print(name, flush=True)
finally:
    print("end", flush=True)
"""


def _run(**surroundings: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-c", _PASSING], env=os.environ | surroundings, capture_output=True, text=True, check=False
    )
    return done.returncode, " ".join(done.stdout.split())


def test_nothing_happens_unless_asked() -> None:
    assert _run() == (0, "a b a end")


@pytest.mark.parametrize(
    ("wanted", "printed"),
    [("a", ""), ("b", "a"), ("a:1", ""), ("a:2", "a b"), ("b:2", "a b a end"), ("c", "a b a end")],
)
def test_the_process_ends_at_the_named_passage_without_cleaning_up(wanted: str, printed: str) -> None:
    code = 0 if printed.endswith("end") else EXIT_CODE
    assert _run(CAREGIVER_CRASH_AT=wanted) == (code, printed)


def test_each_passage_is_written_down_when_a_log_is_named(tmp_path: Path) -> None:
    log = tmp_path / "passed"
    assert _run(CAREGIVER_CRASH_LOG=str(log)) == (0, "a b a end")
    assert log.read_text().split() == ["a", "b", "a"]


def test_the_passage_that_ends_the_process_is_written_down_too(tmp_path: Path) -> None:
    log = tmp_path / "passed"
    assert _run(CAREGIVER_CRASH_LOG=str(log), CAREGIVER_CRASH_AT="b") == (EXIT_CODE, "a")
    assert log.read_text().split() == ["a", "b"]
