"""Installing, updating and removing packs may end at any place: each step is done whole, or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.faults.pack_scenarios import STEPS
from tests.helpers.faults import EVERY, crash_everywhere
from tests.helpers.installing import all_of
from tests.helpers.library import a_library


@EVERY
def test_each_step_is_done_whole_or_not_at_all(tmp_path: Path, every: bool) -> None:
    template = tmp_path / "data"
    template.mkdir()
    (tmp_path / "undisturbed").mkdir()
    library = a_library(tmp_path / "undisturbed")
    states = [all_of(library)]
    for step in STEPS:
        step(library)
        states.append(all_of(library))
    library.close()
    assert states[0] == states[-1] != states[1]

    def check(folder: Path, told: Sequence[str]) -> None:
        library = a_library(folder)
        assert [each for each in (*library.health.check(), library.packs.check()) if not each.ok] == []
        assert all_of(library) in states[len(told) : len(told) + 2]
        assert library.assets.lost() == ()
        library.close()

    assert crash_everywhere("install_packs", template, check, every=every) > 5
