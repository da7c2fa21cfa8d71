"""A family trusts a channel on the web or on a stick once, and from then on asks it for news with one small request."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from email.utils import formatdate
from functools import partial
from pathlib import Path

import pytest

from caregiver_app.bootstrap.channels import Channels
from caregiver_app.feeds.ledger_buffer import LedgerBuffer
from caregiver_app.library.store import Library
from caregiver_app.model.channel import ChannelId, FirstLook, TrustedChannel
from caregiver_app.model.errors import (
    AddressRefused,
    AddressTrouble,
    Cancelled,
    ChannelError,
    ChannelTrouble,
    WebError,
    WebTrouble,
)
from caregiver_app.model.time import Millis
from caregiver_app.model.web import Why
from caregiver_app.packs.channels.copying import copy_channel
from caregiver_app.packs.channels.documents import read_root
from caregiver_app.support.build_day import built_at
from caregiver_app.web.client import WebClient
from tests.helpers.clock import MONDAY
from tests.helpers.hosted_channel import BELOW, asked, host, take_down
from tests.helpers.http_server import Answer, ScriptedServer, SeenRequest
from tests.helpers.library import a_library
from tests.helpers.own_channels import NAME, PUBLISHER, Maker, files_in
from tests.helpers.syncing import RunningClock, a_client

DAY_S = 24 * 3600
TELLING = ("If-None-Match", "If-Modified-Since", "Cookie", "Authorization", "Referer", "If-Range")


@dataclass(slots=True, kw_only=True)
class Scene:
    """A maker, a host, and a family."""

    maker: Maker
    server: ScriptedServer
    library: Library
    clock: RunningClock
    client: WebClient
    channels: Channels
    offline: threading.Event
    folder: Path

    def publish(self) -> str:
        """Bring what the maker has to the host, and return its address."""
        return host(self.server, self.maker.folder)

    def look(self, where: str) -> FirstLook:
        return self.channels.look(self.library, where, allow_private=True)

    def trust(self) -> TrustedChannel:
        """Trust the channel at its address."""
        address = self.publish()
        look = self.look(address)
        return self.channels.trust(self.library, look, look.fingerprint, address=address, allow_private=True)

    def taken_from(self, place: Path, *, late: bool = False) -> list[tuple[bytes, bool]]:
        """Return the packs that a family takes from a stick, and whether each is known to be the newest."""
        with self.channels.opened(self.library, str(place), late=late) as opened:
            packs = [opened.fetch(offer.path) for offer in opened.checked.offers]
        return [(pack.data, opened.checked.is_fresh) for pack in packs]

    def fetch(self, channel: TrustedChannel, path: str) -> bytes:
        """Return a pack from where a channel is on the web."""
        with self.channels.opened(self.library, channel_id=channel.id) as opened:
            return opened.fetch(path).data

    def later(self, days: float) -> None:
        """Let time pass for everybody."""
        self.clock.advance(days * DAY_S)
        self.maker.at = self.clock.now()


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    maker = Maker(tmp_path / "channel")
    maker.begin()
    maker.add("eating", b"about eating")
    clock, ledger, offline = RunningClock(), LedgerBuffer(), threading.Event()
    library = a_library(tmp_path)
    with ScriptedServer() as server, a_client(ledger, clock, offline) as client:
        channels = Channels(clock, lambda _library: client, ledger)
        yield Scene(
            maker=maker,
            server=server,
            library=library,
            clock=clock,
            client=client,
            channels=channels,
            offline=offline,
            folder=tmp_path,
        )
    library.close()


def trouble(scene: Scene, channel: TrustedChannel) -> ChannelError:
    with pytest.raises(ChannelError) as told:
        scene.channels.check(scene.library, channel.id)
    return told.value


def test_a_stop_that_was_pressed_before_ends_nothing_of_what_is_asked_now(scene: Scene) -> None:
    channel = scene.trust()
    scene.client.abort()
    assert scene.channels.check(scene.library, channel.id).offers


def test_a_stop_ends_what_a_slow_server_sends_and_nobody_elses_questions(scene: Scene) -> None:
    """The server holds a pack back in its midst until the test is over; only the Stop can end the waiting."""
    channel, stop = scene.trust(), threading.Event()
    (name,) = (name for name in files_in(scene.maker.folder) if name.startswith("targets/"))
    held = Answer(body=bytes(12), pause_after=40)

    def hold(_request: SeenRequest) -> Answer:
        stop.set()
        return held

    scene.server.answer(f"{BELOW}/{name}", hold)
    try:
        with (
            pytest.raises(Cancelled),
            scene.channels.opened(scene.library, channel_id=channel.id, cancel=stop) as opened,
        ):
            opened.fetch(f"{PUBLISHER}/eating")
    finally:
        held.resume.set()
    with pytest.raises(Cancelled):
        scene.channels.check(scene.library, channel.id, cancel=stop)
    assert scene.channels.check(scene.library, channel.id).offers


def test_nothing_is_trusted_by_looking(scene: Scene) -> None:
    look = scene.look(scene.publish())
    assert (look.name, look.development) == (NAME, False)
    assert scene.library.channels.list() == ()
    other = "0" * 64
    with pytest.raises(ChannelError) as told:
        scene.channels.trust(scene.library, look, other)
    assert told.value.kind is ChannelTrouble.WRONG_FINGERPRINT
    assert scene.library.channels.list() == ()


def test_another_channel_of_a_name_that_is_trusted_is_told_as_that(scene: Scene) -> None:
    assert not scene.look(scene.publish()).namesake
    scene.trust()
    assert not scene.look(str(scene.maker.folder)).namesake
    other = Maker(scene.folder / "other")
    other.begin()
    assert scene.look(str(other.folder)).namesake


def test_news_cost_one_small_request_while_there_are_none(scene: Scene) -> None:
    channel = scene.trust()
    first = scene.channels.check(scene.library, channel.id)
    assert [offer.title for offer in first.offers] == ["Eating"]
    asked(scene.server)
    again = scene.channels.check(scene.library, channel.id)
    (request,) = scene.server.requests
    assert (again.is_unchanged, again.offers) == (True, first.offers)
    assert (request.path, request.answered_bytes < 1_000) == (f"{BELOW}/metadata/timestamp.json", True)
    assert {line.why for line in scene.library.ledger.list()} == {Why.PACK}


def test_a_host_is_told_nothing_by_which_it_could_know_a_family_again(scene: Scene) -> None:
    """The host gives each file an ETag and a day; one of its own for each family would come back at every check."""
    channel = scene.trust()
    scene.channels.check(scene.library, channel.id)
    scene.channels.check(scene.library, channel.id)
    first, *others = ({name: request.header(name) for name in TELLING} for request in scene.server.requests)
    assert others
    assert {name: said for name, said in first.items() if said} == {}
    assert all(other == first for other in others)
    timestamps = [request.raw for request in scene.server.requests if request.path.endswith("timestamp.json")]
    assert len(timestamps) == 2
    assert len(set(timestamps)) == 1


def hold_back(scene: Scene, meanwhile: Callable[[Library], object]) -> None:
    """Let the host answer the next question for the timestamp as it is now, after something happened in between."""
    name = "metadata/timestamp.json"
    answer = Answer(body=(scene.maker.folder / name).read_bytes())
    turns = iter([True])

    def held(_request: SeenRequest) -> Answer:
        if next(turns, False):
            with closing(a_library(scene.folder)) as other:
                meanwhile(other)
        return answer

    scene.server.answer(f"{BELOW}/{name}", held)


def forget(channel_id: ChannelId, library: Library) -> None:
    assert library.channels.forget(channel_id)


def test_an_answer_that_was_held_back_makes_nobody_trusted_again(scene: Scene) -> None:
    channel = scene.trust()
    scene.channels.check(scene.library, channel.id)
    for version in (2, 1):
        if version == 2:
            scene.maker.add("eating", b"more about eating", version=version)
            scene.publish()
        hold_back(scene, partial(forget, channel.id))
        assert trouble(scene, channel).kind is ChannelTrouble.NOT_TRUSTED
        assert scene.library.channels.list() == ()
        channel = scene.trust()


def test_an_old_answer_that_was_held_back_takes_no_newer_offer_back(scene: Scene) -> None:
    channel = scene.trust()
    scene.channels.check(scene.library, channel.id)
    scene.maker.add("eating", b"more about eating", version=2)
    scene.publish()

    def newer(other: Library) -> None:
        scene.maker.add("eating", b"all about eating", version=3)
        scene.publish()
        scene.channels.check(other, channel.id)

    hold_back(scene, newer)
    checked = scene.channels.check(scene.library, channel.id)
    assert [offer.version for offer in checked.offers] == [3]
    (kept,) = scene.library.channels.list()
    assert kept == checked.channel


def test_a_host_that_goes_on_with_the_old_answer_takes_no_newer_root_back(scene: Scene, tmp_path: Path) -> None:
    channel = scene.trust()
    scene.channels.check(scene.library, channel.id)
    scene.maker.add("eating", b"more about eating", version=2)
    scene.publish()
    shutil.copytree(scene.maker.folder, tmp_path / "before")

    def newer(other: Library) -> None:
        scene.maker.replace_key("timestamp")
        scene.maker.add("eating", b"all about eating", version=3)
        scene.publish()
        scene.channels.check(other, channel.id)
        take_down(scene.server, scene.maker.folder)
        host(scene.server, tmp_path / "before")

    hold_back(scene, newer)
    assert trouble(scene, channel).kind is ChannelTrouble.ROLLBACK
    known = scene.channels.known(scene.library, channel.id)
    assert known is not None
    assert [offer.version for offer in known.offers] == [3]
    assert read_root(known.channel.root).signed.version == 2


@pytest.mark.parametrize(
    "said",
    [
        "Mon, 01 Jan 99999999999999999999 00:00:00 GMT",
        "Mon, 01 Jan 2026 00:00:00 +99999999999999999",
        "Mon, 01 Jan 2026 99999999999999999999999:00:00 GMT",
        "Mon, 01 Jan 0001 00:00:00 +2300",
        "Fri, 31 Dec 9999 23:59:59 -2300",
        f"Mon, 01 Jan 2026 00:00:00 {'9' * 5_000}",
        ", , , ,",
    ],
    ids=["year", "zone", "hour", "before", "after", "digits", "none"],
)
def test_a_day_that_no_host_lives_in_changes_nothing(scene: Scene, said: str) -> None:
    channel = scene.trust()
    host(scene.server, scene.maker.folder, date=said)
    assert scene.channels.check(scene.library, channel.id).offers


def test_only_what_changed_is_asked_for(scene: Scene) -> None:
    channel = scene.trust()
    scene.channels.check(scene.library, channel.id)
    scene.maker.add("eating", b"more about eating", version=2)
    scene.publish()
    asked(scene.server)
    checked = scene.channels.check(scene.library, channel.id)
    assert [offer.version for offer in checked.offers] == [2]
    assert asked(scene.server) == [
        "metadata/timestamp.json",
        "metadata/2.root.json",
        "metadata/3.snapshot.json",
        f"metadata/3.{PUBLISHER}.json",
    ]
    where = channel.address
    with scene.channels.opened(scene.library, where) as opened:
        pack = opened.fetch(f"{PUBLISHER}/eating")
    assert asked(scene.server)[0] == "metadata/timestamp.json"
    assert (pack.data, opened.checked.is_fresh) == (b"more about eating", True)


def test_an_older_state_of_the_host_is_refused_after_a_restart_too(scene: Scene, tmp_path: Path) -> None:
    channel = scene.trust()
    shutil.copytree(scene.maker.folder, tmp_path / "before")
    scene.maker.add("eating", b"more about eating", version=2)
    scene.publish()
    scene.channels.check(scene.library, channel.id)
    known = scene.library.channels.list()
    scene.library.close()
    scene.library = a_library(tmp_path)
    assert scene.library.channels.list() == known
    take_down(scene.server, scene.maker.folder)
    host(scene.server, tmp_path / "before")
    assert trouble(scene, channel).kind is ChannelTrouble.ROLLBACK
    assert scene.library.channels.list() == known
    scene.library.close()


def test_a_host_that_holds_back_news_is_found_out_and_a_wrong_clock_is_told(scene: Scene) -> None:
    channel = scene.trust()
    scene.channels.check(scene.library, channel.id)
    scene.later(days=200)
    error = trouble(scene, channel)
    assert (error.kind, error.now) == (ChannelTrouble.FREEZE, scene.clock.now())
    known = scene.channels.known(scene.library, channel.id)
    assert known is not None
    assert (known.is_fresh, len(known.offers), known.channel.confirmed_at) == (False, 1, MONDAY)
    host(scene.server, scene.maker.folder, date=formatdate(MONDAY / 1000, usegmt=True))
    assert trouble(scene, channel).kind is ChannelTrouble.CLOCK


def test_a_clock_that_stands_before_this_version_was_made_is_told_and_not_believed(scene: Scene) -> None:
    channel = scene.trust()
    scene.channels.check(scene.library, channel.id)
    scene.clock.jump(Millis(0))
    checked = scene.channels.check(scene.library, channel.id)
    assert checked.clock_behind
    assert scene.channels.time(scene.library).at == MONDAY  # the last time at which anything was sure
    assert built_at() < MONDAY


def test_a_stick_is_taken_late_only_after_a_yes(scene: Scene, tmp_path: Path) -> None:
    copy = tmp_path / "a.carepack"
    copy_channel(scene.maker.folder, copy, at=MONDAY)
    look = scene.look(str(copy))
    channel = scene.channels.trust(scene.library, look, look.fingerprint)
    assert scene.taken_from(copy) == [(b"about eating", True)]
    scene.later(days=200)
    with pytest.raises(ChannelError) as told:
        scene.taken_from(copy)
    assert told.value.kind is ChannelTrouble.LATE
    assert scene.taken_from(copy, late=True) == [(b"about eating", False)]
    (known,) = scene.library.channels.list()
    assert known.confirmed_at == MONDAY
    scene.later(days=100)
    with pytest.raises(ChannelError) as told:
        scene.taken_from(copy, late=True)
    assert told.value.kind is ChannelTrouble.TOO_OLD
    scene.later(days=4_000)
    offered = scene.channels.known(scene.library, channel.id)  # what was taken once is never lost by a date
    assert offered is not None
    assert (offered.is_fresh, len(offered.offers)) == (False, 1)
    assert trouble(scene, channel).kind is ChannelTrouble.NOT_TRUSTED  # it has no address to ask at


def test_a_stick_of_somebody_else_is_nothing_to_take(scene: Scene, tmp_path: Path) -> None:
    scene.trust()
    stranger = Maker(tmp_path / "stranger")
    stranger.begin()
    with pytest.raises(ChannelError) as told:
        scene.taken_from(stranger.folder)
    assert (told.value.kind, told.value.detail) == (ChannelTrouble.NOT_TRUSTED, NAME)
    (tmp_path / "nothing").mkdir()
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "pack.json").write_bytes(b"{}" * 5_000)
    for folder, wanted in (("nothing", ChannelTrouble.NOT_A_CHANNEL), ("pack", ChannelTrouble.NOT_SIGNED)):
        with pytest.raises(ChannelError) as told:
            scene.look(str(tmp_path / folder))
        assert told.value.kind is wanted


def test_endless_and_missing_files_of_a_host(scene: Scene) -> None:
    channel = scene.trust()
    for answer, wanted in (
        (Answer(body=b" " * 20_000), ChannelTrouble.ENDLESS),
        (Answer(status=403), ChannelTrouble.NOT_A_CHANNEL),
        (Answer(status=410), ChannelTrouble.NOT_A_CHANNEL),
        (Answer(body=b"<html>login</html>"), ChannelTrouble.CHANGED),
    ):
        scene.server.answer(f"{BELOW}/metadata/timestamp.json", answer)
        assert trouble(scene, channel).kind is wanted
    scene.publish()
    checked = scene.channels.check(scene.library, channel.id)
    (offer,) = checked.offers
    file = f"{BELOW}/targets/{PUBLISHER}/{offer.sha256}.eating.pack"
    for answer, wanted in (
        (Answer(body=b"about eating, and more"), ChannelTrouble.LARGER),
        (Answer(body=b"about eatinG"), ChannelTrouble.CHANGED),
        (Answer(status=404), ChannelTrouble.MISSING),
    ):
        scene.server.answer(file, answer)
        with pytest.raises(ChannelError) as told:
            scene.fetch(channel, offer.path)
        assert told.value.kind is wanted


def test_a_pack_may_be_larger_than_a_page(scene: Scene) -> None:
    """Its length was signed: the bound of the door is for what nobody signed."""
    data = b"0" * 10_500_000
    scene.maker.add("pictures", data)
    channel = scene.trust()
    assert len(scene.fetch(channel, f"{PUBLISHER}/pictures")) == len(data)


def test_no_address_is_asked_that_packs_are_not_taken_from(scene: Scene) -> None:
    for where, wanted in (
        ("http://packs.example.org/", AddressTrouble.INSECURE),
        ("https://127.0.0.1/", AddressTrouble.PRIVATE),
        ("https://localhost/", AddressTrouble.PRIVATE),
        ("https://a:b@packs.example.org/", AddressTrouble.CREDENTIALS),
        ("https://packs.example.org/?for=us", AddressTrouble.MALFORMED),
    ):
        with pytest.raises(AddressRefused) as told:
            scene.channels.look(scene.library, where)
        assert told.value.kind is wanted, where
    channel = scene.trust()
    scene.offline.set()
    with pytest.raises(WebError) as refused:
        scene.channels.check(scene.library, channel.id)
    assert refused.value.kind is WebTrouble.STAY_OFFLINE
    assert scene.library.channels.forget(channel.id)
    assert scene.library.channels.get(channel.id) is None
