"""A host that a person asked never to contact is not contacted: not looked up, not connected to, on no hop."""

from __future__ import annotations

import pytest

from caregiver_app.model.errors import WebTrouble
from caregiver_app.web.blocks import Blocks, names_above, plain_host
from tests.helpers.door import Door
from tests.helpers.http_server import Answer, ScriptedServer


@pytest.mark.parametrize(
    "host", ["bad.example", "www.bad.example", "a.b.bad.example", "BAD.example.", "bad.example:81"]
)
def test_a_blocked_host_and_all_below_it_are_refused_before_anything(door: Door, host: str) -> None:
    door.block(["bad.example"])
    error = door.trouble(f"https://{host}/")
    assert error.kind is WebTrouble.BLOCKED
    assert "bad.example" in error.host
    assert door.names.asked == []
    assert door.ledger.lines == []


@pytest.mark.parametrize("host", ["example", "notbad.example", "bad.example.org", "good.example"])
def test_other_hosts_are_asked_as_ever(server: ScriptedServer, door: Door, host: str) -> None:
    server.answer("/", Answer(body=b"x"))
    door.names.known[host] = ["127.0.0.2"]
    door.block(["bad.example"])
    assert door.get(server.url("/", host), allow_private=False).body == b"x"


def test_a_number_is_blocked_as_a_number(server: ScriptedServer, door: Door) -> None:
    door.block(["127.0.0.1"])
    assert door.trouble(server.url("/")).kind is WebTrouble.BLOCKED
    assert door.trouble(server.url("/", "0x7f.1")).kind is WebTrouble.BLOCKED
    assert server.connections == 0


@pytest.mark.parametrize("host", ["[::ffff:127.0.0.1]", "[64:ff9b::127.0.0.1]", "[2002:7f00:1::]"])
def test_a_blocked_number_is_blocked_inside_longer_ones_too(door: Door, host: str) -> None:
    door.block(["127.0.0.1"])
    assert door.trouble(f"http://{host}/").kind is WebTrouble.BLOCKED


def test_a_redirect_to_a_blocked_host_is_not_followed(server: ScriptedServer, door: Door) -> None:
    door.block(["bad.example"])
    server.answer("/", Answer(status=301, headers={"Location": "http://www.bad.example/x"}))
    error = door.trouble(server.url("/"))
    assert (error.kind, error.host) == (WebTrouble.BLOCKED, "www.bad.example")
    assert door.names.asked == []


def test_a_block_closes_what_rested_and_holds_for_the_next_request(server: ScriptedServer, door: Door) -> None:
    server.answer("/", Answer(body=b"x"))
    door.get(server.url("/"))
    door.block(["127.0.0.1"])
    server.wait_until(lambda seen: seen.open_now == 0)
    assert door.trouble(server.url("/")).kind is WebTrouble.BLOCKED
    door.block([])
    assert door.get(server.url("/")).body == b"x"


def test_names_above_a_name_are_those_it_is_part_of() -> None:
    assert names_above("www.bad.example") == ("www.bad.example", "bad.example", "example")
    assert names_above("10.0.0.1") == ("10.0.0.1",)
    assert not Blocks().refuse("bad.example")


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("WWW.Example.org", "www.example.org"),
        (" https://www.example.org/path?q#f ", "www.example.org"),
        ("example.org:8080", "example.org"),
        ("http://user:pw@example.org:8080/", "example.org"),
        ("[2001:DB8::1]:443", "2001:db8::1"),
        ("2001:db8::1", "2001:db8::1"),
        ("bücher.example", "xn--bcher-kva.example"),
        ("example.org.", "example.org"),
    ],
)
def test_a_host_is_read_however_it_was_typed(typed: str, plain: str) -> None:
    assert plain_host(typed) == plain


@pytest.mark.parametrize("typed", ["", "https://", "a b", "[::x]", "[", "-%-"])
def test_what_is_no_host_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  there are as many words as ways to be wrong
        plain_host(typed)
