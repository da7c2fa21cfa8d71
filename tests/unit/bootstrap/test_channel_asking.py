"""Who makes packs is asked for newer ones once updates are in: real files on a server, and nothing is installed."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from caregiver_app.bootstrap.channel_asking import ChannelAsking, ChannelNews
from caregiver_app.bootstrap.channels import Channels
from caregiver_app.bootstrap.own_workshop import OwnWorkshop
from caregiver_app.bootstrap.packs import Packs
from caregiver_app.feeds.ledger_buffer import LedgerBuffer
from caregiver_app.library.store import Library
from caregiver_app.model.channel import TrustedChannel
from caregiver_app.model.errors import WebError, WebTrouble
from caregiver_app.model.source import SourceId
from caregiver_app.model.sync import SourceResult, SyncProgress, SyncReport, SyncState
from caregiver_app.model.web import Why
from caregiver_app.web.client import WebClient
from tests.helpers.hosted_channel import BELOW, asked, host
from tests.helpers.http_server import Answer, ScriptedServer, SeenRequest
from tests.helpers.installing import a_link, all_of, pack_of
from tests.helpers.library import a_library
from tests.helpers.own_channels import NAME, Maker
from tests.helpers.syncing import RunningClock, a_client

DAY_S = 24 * 3600


def a_report(state: SyncState = SyncState.OK, *, cancelled: bool = False) -> SyncReport:
    """Return what a sync of one source said."""
    of_one = SourceResult(source_id=SourceId(1), title="One", url="https://one.example/", state=state)
    return SyncReport(results=(of_one,), seconds=1.0, cancelled=cancelled)


@dataclass(slots=True, kw_only=True)
class Scene:
    """A maker on a host, and a family that has a pack of theirs."""

    maker: Maker
    server: ScriptedServer
    library: Library
    clock: RunningClock
    client: WebClient
    channel: TrustedChannel
    asking: ChannelAsking
    offline: threading.Event
    told: list[SyncProgress] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)

    def publish(self, version: int) -> None:
        """Have a version of the pack on the host."""
        self.maker.at = self.clock.now()
        data = pack_of("evenings", version=version, links=[a_link(f"page-{version}")])
        self.maker.add("evenings", data, version=version)
        host(self.server, self.maker.folder)

    def after(self, report: SyncReport, *, due_only: bool = False) -> ChannelNews | None:
        """Ask as an update does once its sources are asked."""
        return self.asking.after_sync(
            self.library, report, due_only=due_only, on_progress=self.told.append, cancel=self.stop
        )


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    maker = Maker(tmp_path / "channel")
    maker.begin()
    maker.add("evenings", pack_of("evenings", links=[a_link("page")]))
    clock, ledger, offline = RunningClock(), LedgerBuffer(), threading.Event()
    library = a_library(tmp_path)
    with ScriptedServer() as server, a_client(ledger, clock, offline) as client:
        address = host(server, maker.folder)
        channels = Channels(clock, lambda _library: client, ledger)
        packs = Packs(clock, channels, OwnWorkshop)
        look = channels.look(library, address, allow_private=True)
        channel = channels.trust(library, look, look.fingerprint, address=address, allow_private=True)
        for prepared in packs.prepare_all(library, address):
            packs.install(library, prepared)
        asked(server)
        yield Scene(
            maker=maker,
            server=server,
            library=library,
            clock=clock,
            client=client,
            channel=channel,
            asking=ChannelAsking(clock, channels, packs, offline.is_set),
            offline=offline,
        )
    library.close()


def test_an_update_learns_of_a_newer_pack_from_metadata_alone_and_installs_nothing(scene: Scene) -> None:
    scene.publish(2)
    before = all_of(scene.library)
    news = scene.after(a_report())
    assert news is not None
    assert (news.newer, len(news.checked), news.failed) == (1, 1, ())
    assert not any(name.endswith(".pack") for name in asked(scene.server))
    assert all_of(scene.library) == before
    assert [(each.done, each.total, each.current) for each in scene.told] == [(1, 1, NAME)]
    assert {line.why for line in scene.library.ledger.list()} == {Why.PACK}


def test_what_was_learned_is_known_without_asking_and_nothing_new_is_one_request(scene: Scene) -> None:
    scene.publish(2)
    scene.after(a_report())
    asked(scene.server)
    news = scene.after(a_report())
    assert news is not None
    assert (news.newer, asked(scene.server)) == (1, ["metadata/timestamp.json"])


@pytest.mark.parametrize(
    "report",
    [a_report(SyncState.OFFLINE), a_report(cancelled=True)],
    ids=["no-network", "stopped"],
)
def test_nobody_is_asked_where_the_update_ended_early(scene: Scene, report: SyncReport) -> None:
    assert (scene.after(report), asked(scene.server)) == (None, [])


def test_whoever_stays_offline_asks_nobody(scene: Scene) -> None:
    scene.offline.set()
    assert (scene.after(a_report()), asked(scene.server)) == (None, [])


def test_an_update_by_itself_asks_once_a_day_and_a_press_each_time(scene: Scene) -> None:
    assert scene.after(a_report(), due_only=True) is None
    assert scene.after(a_report()) is not None
    scene.clock.advance(DAY_S)
    assert scene.after(a_report(), due_only=True) is not None


def test_who_cannot_be_reached_or_was_forged_is_named_and_what_is_known_stays(scene: Scene) -> None:
    scene.publish(2)
    scene.after(a_report())
    scene.server.answer(f"{BELOW}/metadata/timestamp.json", Answer(status=500))
    news = scene.after(a_report())
    assert news is not None
    (failed,) = news.failed
    assert (failed.channel.name, news.checked, news.newer) == (NAME, (), 1)
    scene.server.answer(f"{BELOW}/metadata/timestamp.json", Answer(body=b"{}"))
    forged = scene.after(a_report())
    assert forged is not None
    assert (len(forged.failed), forged.newer) == (1, 1)


def test_a_blocked_host_is_not_asked(scene: Scene) -> None:
    scene.client.block(["127.0.0.1"])
    news = scene.after(a_report())
    assert news is not None
    (failed,) = news.failed
    assert isinstance(failed.error, WebError)
    assert failed.error.kind is WebTrouble.BLOCKED
    assert asked(scene.server) == []


def test_a_stop_ends_what_is_asked_and_leaves_the_update_as_it_is(scene: Scene) -> None:
    """The server holds its answer back until the test is over; only the Stop can end the waiting."""
    held = Answer(body=bytes(12), pause_after=4)

    def hold(_request: SeenRequest) -> Answer:
        scene.stop.set()
        return held

    scene.server.answer(f"{BELOW}/metadata/timestamp.json", hold)
    try:
        assert scene.after(a_report()) is None
    finally:
        held.resume.set()
    assert len(asked(scene.server)) == 1


def test_sticks_have_nobody_to_ask(scene: Scene) -> None:
    scene.library.channels.move(scene.channel.id, "", allow_private=False)
    assert (scene.after(a_report()), asked(scene.server)) == (None, [])
