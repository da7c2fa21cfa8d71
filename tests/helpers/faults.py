"""Ends real processes in the middle of real work: at named places, by kill -9, on disks too small or read-only.

A scenario is a function of `tests.faults.scenarios`; it works in a folder and prints a line for each thing that it
would tell a person is done.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from caregiver_app.support.crash_points import EXIT_CODE
from tests.faults.telling import BEGUN
from tests.helpers.forks import ROOT, Forks, forks

EVERY = pytest.mark.parametrize(
    "every", [pytest.param(False, id="some"), pytest.param(True, id="all", marks=pytest.mark.faults_long)]
)
"""Has a test go once through some places, and with `dev.py faults` through every one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What a scenario told before it ended, and how it ended."""

    code: int
    told: tuple[str, ...]


def run_scenario(name: str, *arguments: str | Path) -> Ran:
    """Run a scenario in a process of its own to its end, whichever it is; what it complains of, pytest shows."""
    with forks() as forked:
        forked.start(name, *arguments)
        code, told = forked.rest()
    return Ran(code=code, told=told)


def run_scenario_on(disk: str, folder: Path, name: str, *arguments: str | Path) -> Ran:
    """Run a scenario while `folder` is a memory disk of its own, e.g. `size=1m`, that nobody else sees."""
    with forks(apart=True) as forked:
        forked.start(name, folder, *arguments, disk=disk)
        code, told = forked.rest()
    return Ran(code=code, told=told)


def moments(counts: Mapping[str, int], *, every: bool) -> list[str]:
    """Return where to end a scenario, as CAREGIVER_CRASH_AT says it: at `every` passage, or at one of each place.

    That one is in the middle: something is done by then, and something is to come. The long runs try every passage.
    """
    found: list[str] = []
    for name, count in sorted(counts.items()):
        chosen = range(1, count + 1) if every else [(count + 1) // 2]
        found += [f"{name}:{passage}" for passage in chosen]
    return found


def crash_everywhere(
    name: str,
    template: Path,
    check: Callable[[Path, tuple[str, ...]], None],
    *arguments: str | Path,
    every: bool,
    only: str = "",
) -> int:
    """End a scenario at many moments, each time on a fresh copy of `template`, and let `check` judge what is left.

    `check` gets the folder and what the scenario told. With `only` the places are those whose names begin so. Return at
    how many moments it was ended.
    """
    with forks() as forked:
        passed = _passages(forked, name, template, *arguments)
        counts = {place: count for place, count in passed.items() if place.startswith(only)}
        chosen = moments(counts, every=every)
        for number, moment in enumerate(chosen):
            folder = template.with_name(f"{template.name}-{number}")
            shutil.copytree(template, folder)
            forked.start(name, folder, *arguments, environment={"CAREGIVER_CRASH_AT": moment})
            code, told = forked.rest()
            assert code in (EXIT_CODE, 0), (moment, code, told)
            done = tuple(line for line in told if line != BEGUN)
            try:
                check(folder, done)
            except BaseException as error:
                error.add_note(f"ended at {moment}, after {len(done)} things told: {done[-3:]}")
                raise
            shutil.rmtree(folder)
    return len(chosen)


def _passages(forked: Forks, name: str, template: Path, *arguments: str | Path) -> Counter[str]:
    """Run a scenario undisturbed and return how often it passes each crash point."""
    rehearsal = template.with_name(f"{template.name}-rehearsal")
    shutil.copytree(template, rehearsal)
    log = template.with_name(f"{template.name}.passages")
    forked.start(name, rehearsal, *arguments, environment={"CAREGIVER_CRASH_LOG": str(log)})
    code, told = forked.rest()
    assert code == 0, told
    shutil.rmtree(rehearsal)
    return Counter(log.read_text().split())


@contextmanager
def running_scenario(name: str, *arguments: str | Path) -> Iterator[subprocess.Popen[str]]:
    """Start a scenario whose lines can be read as they come; it is killed at the end of the block if need be."""
    command = [sys.executable, "-m", "tests.faults", name, *map(str, arguments)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            yield process
        finally:
            process.kill()
