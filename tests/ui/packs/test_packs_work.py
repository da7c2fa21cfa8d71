"""What the screen of packs has done in its own thread: a stop or a trouble leaves whole packs, each taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from caregiver_app.bootstrap.pack_steps import PreparedPack
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import Services, build_services
from caregiver_app.library.store import Library
from caregiver_app.model.errors import Cancelled, PackError, PackTrouble
from caregiver_app.ui.packs.work import Agreed, Found, Place, do_again, install_all, prepare_all, take_back
from caregiver_app.ui.packs.work import look_at as look_at_place
from caregiver_app.ui.settings.long_work import HowFar
from caregiver_app.ui.tasks import TaskControl
from tests.helpers.clock import StillClock
from tests.helpers.installing import a_link, all_of, pack_of
from tests.helpers.own_channels import Maker
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


def a_stick(services: Services, library: Library, folder: Path) -> Maker:
    """Make a stick with two packs whose makers are trusted."""
    maker = Maker(folder)
    maker.begin()
    for slug in ("evenings", "mornings"):
        maker.add(slug, pack_of(slug, links=[a_link(f"page-{slug}")]))
    look = services.channels.look(library, str(folder))
    services.channels.trust(library, look, look.fingerprint)
    return maker


def prepared(services: Services, library: Library, folder: Path) -> dict[str, PreparedPack]:
    found = services.packs.prepare_all(library, str(folder))
    return {each.opened.pack.id: each for each in found}


def control() -> TaskControl[HowFar]:
    return TaskControl(lambda: None)


def test_what_was_installed_before_a_trouble_stays_and_is_taken_back_as_one(
    services: Services, library: Library, tmp_path: Path
) -> None:
    maker = a_stick(services, library, tmp_path / "stick")
    old = prepared(services, library, maker.folder)
    maker.add("evenings", pack_of("evenings", version=2, links=[a_link("newer")]), version=2)
    services.packs.install(library, prepared(services, library, maker.folder)["evenings"])
    before = all_of(library)
    agreed = [Agreed(prepared=old["mornings"]), Agreed(prepared=old["evenings"])]
    installed = install_all(services, library, agreed, control())
    assert isinstance(installed.error, PackError)
    assert installed.error.kind is PackTrouble.OLDER
    assert [step.uid for step in installed.steps] == [old["mornings"].uid]
    after = all_of(library)
    assert after != before
    take_back(services, library, installed.steps)
    assert all_of(library) == before
    do_again(services, library, installed.steps)
    assert all_of(library) == after


def test_a_stop_before_the_first_installs_nothing_and_prepares_nothing(
    services: Services, library: Library, tmp_path: Path
) -> None:
    maker = a_stick(services, library, tmp_path / "stick")
    found = prepared(services, library, maker.folder)
    before = all_of(library)
    stopped = control()
    stopped.cancel.set()
    installed = install_all(services, library, [Agreed(prepared=each) for each in found.values()], stopped)
    assert isinstance(installed.error, Cancelled)
    assert installed.steps == ()
    assert all_of(library) == before
    place = Place(where=str(maker.folder))
    with pytest.raises(Cancelled):
        prepare_all(services, library, [each.uid for each in found.values()], place, stopped)


def test_what_is_here_already_is_not_offered_again(services: Services, library: Library, tmp_path: Path) -> None:
    maker = a_stick(services, library, tmp_path / "stick")
    services.packs.install(library, prepared(services, library, maker.folder)["evenings"])
    found = look_at_place(services, library, Place(where=str(maker.folder)), control())
    assert isinstance(found, Found)
    assert [offer.slug for offer in found.offers] == ["mornings"]
