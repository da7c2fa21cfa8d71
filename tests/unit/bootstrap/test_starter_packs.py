"""Of the packs that ship exactly those that somebody keeps are here, each whole, and all of it is taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import Services, build_services
from caregiver_app.bootstrap.starter_packs import StarterPack, keep_starter_packs, list_starter_packs
from caregiver_app.library.store import Library
from caregiver_app.model.errors import Cancelled
from caregiver_app.model.installed_pack import PackUid
from tests.helpers.clock import StillClock
from tests.helpers.installing import all_of
from tests.helpers.silent_door import SilentDoor


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    made = build_services(Paths(data_dir=tmp_path / "data"), clock=StillClock(), fetcher=SilentDoor())
    yield made
    made.close()


@pytest.fixture
def library(services: Services) -> Iterator[Library]:
    library = services.open_library()
    yield library
    library.close()


def uid(name: str) -> PackUid:
    return PackUid(f"starter/{name}")


def names(packs: tuple[StarterPack, ...]) -> set[str]:
    return {pack.uid.rpartition("/")[2] for pack in packs if pack.is_here}


def test_packs_go_and_come_whole_and_a_stop_leaves_those_before_it(services: Services, library: Library) -> None:
    told: list[tuple[int, int]] = []
    before = all_of(library)
    offered = list_starter_packs(library, "es")
    assert {pack.title for pack in offered} >= {"Demencia", "Diabetes"}
    assert all(pack.parts and pack.size_bytes and pack.is_here for pack in offered)

    def stop_at_the_third(done: int, total: int) -> None:
        told.append((done, total))
        if done == 2:
            raise Cancelled

    wanted = {uid("dementia"), uid("scams")}
    stopped = keep_starter_packs(services.packs, library, wanted, each=stop_at_the_third)
    assert isinstance(stopped.error, Cancelled)
    assert told == [(0, 8), (1, 8), (2, 8)]
    assert len(names(list_starter_packs(library, "en"))) == 8
    rest = keep_starter_packs(services.packs, library, wanted, each=lambda _done, _total: None)
    assert rest.error is None
    assert names(list_starter_packs(library, "en")) == {"dementia", "scams"}
    everything = [pack.uid for pack in offered]
    assert not keep_starter_packs(services.packs, library, everything, each=lambda _done, _total: None).error
    assert all_of(library) == before
