"""A person's choices of whom to contact hold at once, over restarts, and when another process made them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from caregiver_app.bootstrap.network import PROXY
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import Services, build_services
from caregiver_app.library.store import Library
from caregiver_app.model.errors import AddressRefused, WebError, WebTrouble
from tests.helpers.feed_documents import rss
from tests.helpers.http_server import Answer, ScriptedServer
from tests.helpers.proxies import LittleProxy
from tests.helpers.starter import begin_started

NAME = "www.health.org"


@dataclass(frozen=True, slots=True)
class Desk:
    """Services with a library that is open in this thread."""

    services: Services
    library: Library

    def add(self, address: str) -> str:
        return self.services.add_source(self.library, address, allow_private=True).source.title

    def trouble(self, address: str) -> WebTrouble:
        with pytest.raises(WebError) as caught:
            self.add(address)
        return caught.value.kind


def open_desk(folder: Path) -> Desk:
    services = build_services(Paths(data_dir=folder))
    return Desk(services, services.open_library())


def close(desk: Desk) -> None:
    desk.library.close()
    desk.services.close()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_desk(begin_started(tmp_path / "data"))
    yield opened
    close(opened)


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    with ScriptedServer(also=("127.0.0.2",)) as scripted:
        scripted.answer("/feed.xml", Answer(body=rss()))
        yield scripted


def test_a_block_holds_for_the_next_request_and_ends_when_it_is_taken_back(desk: Desk, server: ScriptedServer) -> None:
    assert desk.add(server.url("/feed.xml")) == "Night news"
    desk.services.network.block(desk.library, "127.0.0.1", at=desk.services.clock.now())
    assert desk.trouble(server.url("/other.xml")) is WebTrouble.BLOCKED
    assert desk.services.network.unblock(desk.library, "127.0.0.1")
    assert desk.trouble(server.url("/other.xml")) is WebTrouble.STATUS


def test_choices_of_another_process_hold_from_the_next_work_on(desk: Desk, server: ScriptedServer) -> None:
    desk.add(server.url("/feed.xml"))
    other = open_desk(desk.services.paths.data_dir)
    other.services.network.block(other.library, "127.0.0.1", at=other.services.clock.now())
    other.services.set_proxy(other.library, "http://127.0.0.1:9")
    close(other)
    assert desk.trouble(server.url("/other.xml")) is WebTrouble.BLOCKED
    assert desk.trouble(server.url("/other.xml", "127.0.0.2")) is WebTrouble.NOT_BY_PROXY


def test_staying_offline_holds_and_ends_when_another_process_says_so(desk: Desk, server: ScriptedServer) -> None:
    server.answer("/page", Answer(body=rss()))
    desk.add(server.url("/feed.xml"))
    asked = len(server.requests)
    other = open_desk(desk.services.paths.data_dir)
    other.services.set_stay_offline(other.library, True)
    assert desk.trouble(server.url("/page")) is WebTrouble.STAY_OFFLINE
    assert (desk.services.stays_offline(), len(server.requests)) == (True, asked)
    other.services.set_stay_offline(other.library, False)
    assert desk.add(server.url("/page")) == "Night news"
    close(other)


def test_choices_hold_after_a_restart(tmp_path: Path, server: ScriptedServer) -> None:
    with LittleProxy({NAME: ("127.0.0.1", server.port)}, socks=True, login=("me", "geheim")) as proxy:
        first = open_desk(begin_started(tmp_path / "data"))
        assert first.services.set_proxy(first.library, proxy.address("me:geheim")) == proxy.address("***")
        close(first)
        second = open_desk(tmp_path / "data")
        assert second.services.proxy(second.library) == proxy.address("***")
        assert second.add(f"http://{NAME}/feed.xml") == "Night news"
        close(second)
        assert proxy.logins == [("me", "geheim")]


def test_a_proxy_that_cannot_be_read_any_more_is_no_way_around_it(desk: Desk, server: ScriptedServer) -> None:
    desk.library.choices.put(PROXY, "damaged")
    assert desk.trouble(server.url("/feed.xml")) is WebTrouble.NOT_BY_PROXY
    assert desk.trouble(f"http://{NAME}/") is WebTrouble.PROXY
    assert server.connections == 0


def test_what_is_no_proxy_leaves_the_one_there_is(desk: Desk) -> None:
    desk.services.set_proxy(desk.library, "http://127.0.0.1:9")
    with pytest.raises(AddressRefused):
        desk.services.set_proxy(desk.library, "nonsense")
    assert desk.services.proxy(desk.library) == "http://127.0.0.1:9"
    assert desk.services.set_proxy(desk.library, "") == ""
    assert desk.services.proxy(desk.library) == ""


def test_after_staying_offline_addresses_can_be_looked_at_again(desk: Desk, server: ScriptedServer) -> None:
    server.answer("/other.xml", Answer(body=rss()))
    desk.add(server.url("/feed.xml"))
    desk.services.set_stay_offline(desk.library, True)
    desk.services.set_stay_offline(desk.library, False)
    assert desk.add(server.url("/other.xml")) == "Night news"


def test_after_a_stopped_check_addresses_can_be_looked_at_again(desk: Desk, server: ScriptedServer) -> None:
    cancel = threading.Event()
    cancel.set()
    checks = desk.services.check_links(
        desk.library, [server.url("/feed.xml")], on_progress=lambda _: None, cancel=cancel
    )
    assert checks == ()
    assert desk.add(server.url("/feed.xml")) == "Night news"
