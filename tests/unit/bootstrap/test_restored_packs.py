"""What publishers no longer stand by, and whom a person trusts no more, survives every way back to an older library."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import Services, build_services
from caregiver_app.library.store import Library
from caregiver_app.model.article import MarkKind
from caregiver_app.model.channel import ChannelId, TrustedChannel
from caregiver_app.model.time import Millis
from tests.helpers.backups import back_up, nothing
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.installing import (
    HARBOUR,
    NORTHFIELD,
    TRUSTED,
    VETTED,
    a_guide,
    a_line,
    a_link,
    all_of,
    an_owner,
    install,
    pack_of,
)
from tests.helpers.library import DAY_MS, a_library
from tests.helpers.packs import lamp
from tests.helpers.silent_door import SilentDoor

PAGE = "https://www.nhs.uk/conditions/evenings/"
GONE = {"item": "old", "reason": "Out of date.", "withdrawn_on": "2026-11-20", "replacement": "lamps"}
WARNED = {"address": PAGE, "reason": "It sells.", "withdrawn_on": "2026-11-20"}


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    made = build_services(Paths(data_dir=tmp_path / "data"), clock=StillClock(), fetcher=SilentDoor())
    yield made
    made.close()


def a_channel(name: str) -> TrustedChannel:
    return TrustedChannel(id=ChannelId(name), name=name, root=b"root", trusted_at=MONDAY)


def begin(folder: Path) -> Library:
    """Return a library in which two channels are trusted and one page of a pack is starred."""
    folder.mkdir()
    library = a_library(folder)
    for name in ("channel1", "channel2"):
        library.channels.trust(a_channel(name))
    first = pack_of("evenings", links=[a_link("old", appraisal=VETTED), a_link("page", PAGE, appraisal=VETTED)])
    install(library, first, NORTHFIELD)
    install(library, pack_of("nights", helplines=[a_line("line")]), HARBOUR)
    (old,) = (library.item_uids.item_of(uid) for uid in ["channel1/northfield/old"])
    assert old is not None
    library.marks.set([old], MarkKind.STARRED, True, at=MONDAY)
    return library


def go_on(library: Library) -> None:
    """Withdraw, warn and bring more, as a newer version does; forget the other channel."""
    texts = {"guides/lamps.md": "Turn on a lamp: ![a lamp](pictures/lamp.png)\n"}
    newer = pack_of(
        "evenings",
        version=2,
        texts=texts,
        files={"pictures/lamp.png": lamp()},
        guides=[a_guide("lamps")],
        links=[a_link("page", PAGE, appraisal=VETTED, organisation="charity")],
        organisations=[an_owner("charity", "charity.org.uk", appraisal=TRUSTED)],
        sources=[{**a_link("feed", "https://charity.org.uk/feed"), "organisation": "charity", "topics": ["dementia"]}],
        pictures=[{"file": "pictures/lamp.png", "licence": "CC0 1.0"}],
        withdrawals=[GONE],
    )
    install(library, newer, NORTHFIELD)
    install(library, pack_of("warnings", withdrawals=[WARNED]), NORTHFIELD)
    assert library.channels.forget(ChannelId("channel2"))
    library.packs.remove_of_channel(ChannelId("channel2"), at=MONDAY)


def by_a_copy(services: Services, _folder: Path) -> Callable[[], None]:
    library = a_library(services.paths.data_dir)
    library.snapshot(at=Millis(MONDAY - DAY_MS))
    library.close()
    return lambda: services.go_back_to(services.kept_copies()[-1].name)


def by_a_backup(services: Services, folder: Path) -> Callable[[], None]:
    back_up(services.paths.data_dir, folder / "old.zip")
    return lambda: _restore(services, folder / "old.zip")


def _restore(services: Services, file: Path) -> None:
    services.restore_backup(file, on_progress=nothing)


def by_the_newest_copy(services: Services, folder: Path) -> Callable[[], None]:
    by_a_copy(services, folder)
    return lambda: _restore_newest(services)


def _restore_newest(services: Services) -> None:
    services.restore_snapshot()


@pytest.mark.parametrize("way", [by_a_copy, by_a_backup, by_the_newest_copy], ids=lambda way: way.__name__)
def test_no_way_back_lowers_withdrawals_or_brings_somebody_back(
    services: Services, tmp_path: Path, way: Callable[[Services, Path], Callable[[], None]]
) -> None:
    begin(services.paths.data_dir).close()
    go_back = way(services, tmp_path)
    library = a_library(services.paths.data_dir)
    go_on(library)
    before, withdrawn = all_of(library), library.packs.withdrawn()
    assert [(each.title, each.is_warning) for each in withdrawn] == [("old", False), ("page", True)]
    library.close()
    go_back()
    library = a_library(services.paths.data_dir)
    after = all_of(library)
    assert {name: after[name] for name in ("withdrawal", "appraisal", "organisation", "site")} == {
        name: before[name] for name in ("withdrawal", "appraisal", "organisation", "site")
    }
    assert [row for row in after["pack"] if row[4] is None] == [row for row in before["pack"] if row[4] is None]
    assert after["origin"] == before["origin"]
    assert after["item"] == before["item"]
    assert [(each.title, each.reason) for each in library.packs.withdrawn()] == [
        (each.title, each.reason) for each in withdrawn
    ]
    assert library.packs.check().ok
    assert library.assets.lost() == ()
    guide = library.item_uids.item_of("channel1/northfield/lamps")
    assert guide is not None
    assert list(library.assets.of(guide)) == ["pictures/lamp.png"]
    assert [check for check in library.health.check() if not check.ok] == []
    library.close()
