"""What python-tuf's own client refuses we refuse, too: every attack is also handed to its `Updater`.

It takes the time of the system, so here the channels are of today.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tuf.api.exceptions import DownloadError, DownloadHTTPError, RepositoryError
from tuf.ngclient.fetcher import FetcherInterface
from tuf.ngclient.updater import Updater

from caregiver_app.model.channel import ReferenceTime
from caregiver_app.model.errors import ChannelError
from caregiver_app.packs.channels.checking import check
from caregiver_app.support.clock import SystemClock
from tests.helpers.repository_simulator import RepositorySimulator
from tests.unit.packs.channels.test_attacks import ATTACKS, a_channel, look_and_fetch

_AT = "https://channel.example/"


class FilesFetcher(FetcherInterface):
    """Hands python-tuf the files of a simulator."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files

    def _fetch(self, url: str) -> Iterator[bytes]:
        name = url.removeprefix(_AT)
        if name not in self.files:
            raise DownloadHTTPError("not there", 404)
        return iter([self.files[name]])


class OtherClient:
    """python-tuf's client with a memory of its own."""

    def __init__(self, sim: RepositorySimulator, folder: Path) -> None:
        self._sim = sim
        self._folder = folder
        self._first_root = sim.files["metadata/1.root.json"]

    def takes_everything(self) -> bool:
        """Return whether it finds in order all that the channel offers."""
        targets = self._folder / "targets"
        targets.mkdir(parents=True, exist_ok=True)
        try:
            updater = Updater(
                str(self._folder),
                f"{_AT}metadata/",
                str(targets),
                f"{_AT}targets/",
                fetcher=FilesFetcher(self._sim.files),
                bootstrap=self._first_root,
            )
            updater.refresh()
            for name in ("north/eating.pack", "north/sleep.pack"):
                if (found := updater.get_targetinfo(name)) is not None:
                    updater.download_target(found)
        except (RepositoryError, DownloadError):
            return False
        return True


@pytest.fixture
def other(tmp_path: Path) -> tuple[RepositorySimulator, OtherClient]:
    sim, _known = a_channel(at=SystemClock().now())
    client = OtherClient(sim, tmp_path / "other")
    return sim, client


def test_an_honest_channel_is_taken_by_both(other: tuple[RepositorySimulator, OtherClient]) -> None:
    sim, client = other
    assert client.takes_everything()
    assert sim.checked().offers


def test_no_attack_is_taken_by_us_that_python_tuf_refuses(tmp_path: Path) -> None:
    """Nor is there one that it alone would have told from an honest channel."""
    refused_by_tuf = set()
    for attack in ATTACKS:
        sim, known = a_channel(at=SystemClock().now())
        client = OtherClient(sim, tmp_path / attack.__name__)
        assert client.takes_everything()
        known = check(known, sim.place(), ReferenceTime(at=sim.at)).channel
        sim.add_pack("north", "sleep", b"more about sleep", version=2)
        sim.publish()
        attack(sim)
        if not client.takes_everything():
            refused_by_tuf.add(attack.__name__)
        with pytest.raises(ChannelError):
            look_and_fetch(known, sim.place(), sim)
    assert {"older_timestamp", "changed_title", "unsigned", "an_expired_timestamp"} <= refused_by_tuf
    assert "a_title_that_turns_the_line" not in refused_by_tuf  # what is ours alone
