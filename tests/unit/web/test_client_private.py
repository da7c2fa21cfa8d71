"""Private places are never reached but by a person's own word, and then only the very place that was typed."""

from __future__ import annotations

import pytest

from caregiver_app.model.errors import WebTrouble
from tests.helpers.door import Door
from tests.helpers.http_server import Answer, ScriptedServer

HERE = [
    "127.0.0.1",
    "127.1",
    "2130706433",
    "0x7f000001",
    "0x7f.0.0.1",
    "0177.0.0.1",
    "017700000001",
    "１２７.0.0.1",
    "127.0.0.1.",
    "0.0.0.0",
    "0",
    "[::1]",
    "[::]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::127.0.0.1]",
    "[64:ff9b::127.0.0.1]",
    "[64:ff9b:1::127.0.0.1]",
    "[2002:7f00:1::]",
    "[2001:0:808:808::80ff:fffe]",
    "localhost",
    "LOCALHOST",
    "localhost.",
    "feeds.localhost",
]
ELSEWHERE = ["10.0.0.1", "192.168.1.1", "169.254.169.254", "[fe80::1]", "[fd00::1]", "[ff02::1]", "224.0.0.1"]


@pytest.mark.parametrize("host", [*HERE, *ELSEWHERE])
def test_a_private_place_is_refused_in_every_spelling(server: ScriptedServer, door: Door, host: str) -> None:
    """Before any look-up, and without a line in the ledger: nothing has left."""
    error = door.trouble(f"http://{host}:{server.port}/", allow_private=False)
    assert error.kind is WebTrouble.PRIVATE_ADDRESS
    assert (server.connections, door.names.asked, door.ledger.lines) == (0, [], [])


@pytest.mark.parametrize("host", [*HERE, *ELSEWHERE])
def test_a_redirect_to_a_private_place_is_refused_in_every_spelling(
    server: ScriptedServer, door: Door, host: str
) -> None:
    as_bytes = host.encode().decode("latin-1")
    server.answer("/", Answer(status=302, headers={"Location": f"http://{as_bytes}:{server.port}/secret"}))
    error = door.trouble(server.url("/", "127.0.0.2"), allow_private=False)
    assert error.kind is WebTrouble.PRIVATE_ADDRESS
    assert server.seen("/secret") == []
    assert door.ledger.results == ["302"]


@pytest.mark.parametrize(
    "addresses",
    [
        ["127.0.0.1"],
        ["::1"],
        ["10.1.2.3", "fd00::1", "169.254.169.254"],
        ["::ffff:127.0.0.1"],
        ["64:ff9b::7f00:1"],
        ["2002:7f00:1::"],
    ],
)
def test_a_name_that_leads_to_private_places_only_is_refused(
    server: ScriptedServer, door: Door, addresses: list[str]
) -> None:
    door.names.known["trap.example"] = addresses
    assert door.trouble(server.url("/", "trap.example"), allow_private=False).kind is WebTrouble.PRIVATE_ADDRESS
    assert (server.connections, door.ledger.lines) == (0, [])


def test_of_mixed_addresses_only_the_public_ones_are_used(server: ScriptedServer, door: Door) -> None:
    door.names.known["mixed.example"] = ["127.0.0.1", "127.0.0.2", "10.0.0.1"]
    server.answer("/", Answer(body=b"x"))
    door.get(server.url("/", "mixed.example"), allow_private=False)
    assert [seen.reached for seen in server.requests] == ["127.0.0.2"]


def test_a_name_is_looked_up_once_for_judging_and_connecting(server: ScriptedServer, door: Door) -> None:
    """So a name that changes its mind meanwhile gains nothing (DNS rebinding)."""
    door.names.known["turncoat.example"] = ["127.0.0.2"]
    server.answer("/", Answer(body=b"x", close=True))
    door.get(server.url("/", "turncoat.example"), allow_private=False)
    assert door.names.asked == ["turncoat.example"]
    door.names.known["turncoat.example"] = ["127.0.0.1"]
    error = door.trouble(server.url("/", "turncoat.example"), allow_private=False)
    assert error.kind is WebTrouble.PRIVATE_ADDRESS
    assert [seen.reached for seen in server.requests] == ["127.0.0.2"]


def test_a_typed_private_address_is_reached(server: ScriptedServer, door: Door) -> None:
    door.names.known["nas.home"] = ["127.0.0.1"]
    server.answer("/", Answer(body=b"x"))
    assert door.get(server.url("/")).body == b"x"
    assert door.get(server.url("/", "nas.home")).body == b"x"


@pytest.mark.parametrize("host", ["224.0.0.1", "255.255.255.255", "0.0.0.0", "[ff02::1]", "[::]"])
def test_consent_opens_no_way_to_many_computers_at_once(door: Door, host: str) -> None:
    assert door.trouble(f"http://{host}/").kind is WebTrouble.PRIVATE_ADDRESS


def test_consent_holds_for_the_typed_place_through_its_own_redirects(server: ScriptedServer, door: Door) -> None:
    server.answer("/", Answer(status=301, headers={"Location": "/feed"}))
    server.answer("/feed", Answer(body=b"x"))
    assert door.get(server.url("/")).body == b"x"


def test_consent_holds_for_no_other_port_host_or_scheme(server: ScriptedServer, door: Door) -> None:
    with ScriptedServer(also=["127.0.0.9"]) as other:
        for target in (other.url("/x"), server.url("/x", "127.0.0.9"), server.url("/x", "localhost")):
            server.answer("/", Answer(status=302, headers={"Location": target}))
            assert door.trouble(server.url("/")).kind is WebTrouble.PRIVATE_ADDRESS
        server.answer("/", Answer(status=302, headers={"Location": server.url("/x", scheme="https")}))
        assert door.trouble(server.url("/")).kind is WebTrouble.PRIVATE_ADDRESS
    assert other.connections == 0
    assert server.seen("/x") == []


def test_a_connection_made_by_consent_serves_nobody_without(server: ScriptedServer, door: Door) -> None:
    server.answer("/", Answer(body=b"x"))
    door.get(server.url("/"))
    assert door.trouble(server.url("/"), allow_private=False).kind is WebTrouble.PRIVATE_ADDRESS
    assert len(server.requests) == 1
