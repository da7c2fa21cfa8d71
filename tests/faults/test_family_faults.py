"""Ended in the midst of installing, updating, removing or forgetting, each of them is done whole or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from caregiver_app.bootstrap.doctor import Work, examine
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.library.store import Library
from tests.faults.family_scenarios import make_sticks, steps_of
from tests.helpers.clock import StillClock
from tests.helpers.installing import all_of
from tests.helpers.killing import kill_often, killed
from tests.helpers.library import a_library

State = Mapping[str, Sequence[tuple[Any, ...]]]
_LOOKING = Work(repair=False, rebuild_search=False, alone=True)


def state_of(library: Library) -> State:
    """Return all that a family has of packs, and whom it trusts."""
    trusted = [(channel.id, channel.confirmed_at) for channel in library.channels.list()]
    return {**all_of(library), "channel": [(name, at is not None) for name, at in trusted]}


def states_of(folder: Path) -> list[State]:
    """Return the states before and after each step; a channel is asked before its packs are installed."""
    library = a_library(folder)
    found = [state_of(library)]
    for step in steps_of(folder):
        step(library)
        found.append(state_of(library))
    library.close()
    return found


@killed(150)
def test_whenever_it_ends_a_pack_is_there_whole_or_not_at_all(tmp_path: Path, kills: int, seed: int) -> None:
    template, undisturbed = tmp_path / "data", tmp_path / "undisturbed"
    template.mkdir()
    make_sticks(template)
    shutil.copytree(template, undisturbed)
    states = states_of(undisturbed)
    packs = [{name: said for name, said in state.items() if name != "channel"} for state in states]

    def check(folder: Path, told: tuple[str, ...]) -> None:
        found = examine(Paths(data_dir=folder), StillClock(), None, _LOOKING)
        assert [each for each in found if not each.ok and each.name != "free-space"] == []
        library = a_library(folder)
        assert all_of(library) in packs[len(told) : len(told) + 2]
        for step in steps_of(folder)[len(told) :]:  # and the family goes on from there
            if library.channels.list():
                step(library)
        assert state_of(library) == states[-1]
        library.close()

    kill_often("keep_packs", template, check, kills=kills, seed=seed)
