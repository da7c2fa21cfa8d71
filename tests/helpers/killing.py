"""Kills scenarios at any moment: hundreds of real kill -9, each in the midst of the work."""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.telling import BEGUN
from tests.helpers.forks import Forks, forks, kill

Check = Callable[[Path, tuple[str, ...]], None]
_A_LITTLE_AFTER = 1.05
_DAILY, _A_SEED = 2, 10


def killed(times: int) -> pytest.MarkDecorator:
    """Give a test its `kills` and `seed`: two kills in the daily run, `times` in all in the long one."""
    some = pytest.param(_DAILY, 1, id="some")
    many = [
        pytest.param(_A_SEED, seed, id=str(seed), marks=pytest.mark.faults_long)
        for seed in range(2, times // _A_SEED + 2)
    ]
    return pytest.mark.parametrize(("kills", "seed"), [some, *many])


def kill_often(name: str, template: Path, check: Check, *, kills: int, seed: int) -> int:
    """Kill a scenario `kills` times, each on a fresh copy of `template`, and let `check` judge what is left.

    `check` gets the folder and what the scenario told after it had begun. Return how many kills came before it told
    anything.
    """
    early = 0
    chance = random.Random(seed)  # noqa: S311 chance that can be repeated is what a test needs
    with forks() as forked:
        whole_s = min(_rehearse(forked, name, template) for _ in range(3))
        for number in range(kills):
            folder = template.with_name(f"{template.name}-{number}")
            shutil.copytree(template, folder)
            moment = chance.uniform(0, whole_s * _A_LITTLE_AFTER)
            told = _killed(forked, name, folder, moment)
            early += not told
            try:
                check(folder, told)
            except BaseException as error:
                error.add_note(f"kill {number}, {moment:.4f} s after it began (whole: {whole_s:.4f} s), told {told}")
                raise
            shutil.rmtree(folder)
    return early


def _killed(forked: Forks, name: str, folder: Path, after_s: float) -> tuple[str, ...]:
    pid = forked.start(name, folder)
    assert forked.told(lambda line: line == BEGUN)[-1] == BEGUN
    told = forked.told(lambda _line: False, for_s=after_s)
    if told and told[-1].startswith("ended "):
        return tuple(told[:-1])
    kill(pid)
    return (*told, *forked.rest()[1])


def _rehearse(forked: Forks, name: str, template: Path) -> float:
    folder = template.with_name(f"{template.name}-rehearsal")
    shutil.copytree(template, folder)
    forked.start(name, folder)
    assert forked.told(lambda line: line == BEGUN)[-1] == BEGUN
    began = time.monotonic()
    code, _ = forked.rest()
    assert code == 0, "the scenario did not come to its end"
    took_s = time.monotonic() - began
    shutil.rmtree(folder)
    return took_s
