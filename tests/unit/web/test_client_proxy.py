"""Behind a proxy: names go there unresolved, the host proves itself end to end, and a proxy that lies gains nothing."""

from __future__ import annotations

import socket
import ssl

import pytest

from caregiver_app.model.errors import AddressRefused, AddressTrouble, Cancelled, WebTrouble
from caregiver_app.support.clock import SystemClock
from caregiver_app.web.limits import Limits
from caregiver_app.web.proxy import parse_proxy
from tests.helpers.door import Door, Names
from tests.helpers.http_server import Answer, ScriptedServer
from tests.helpers.proxies import LittleProxy
from tests.helpers.tls import Authority

NAME = "www.health.org"
KINDS = pytest.mark.parametrize("socks", [False, True], ids=["connect", "socks"])


def behind(proxy: LittleProxy, *, login: str = "", context: ssl.SSLContext | None = None, s: float = 15) -> Door:
    door = Door(clock=SystemClock(), ssl_context=context, limits=Limits(connect_s=s))
    door.go_through(parse_proxy(proxy.address(login)))
    return door


def lead(server: ScriptedServer, *names: str) -> dict[str, tuple[str, int]]:
    return dict.fromkeys(names or (NAME,), ("127.0.0.1", server.port))


@KINDS
def test_a_page_comes_through_and_its_name_is_looked_up_there_alone(server: ScriptedServer, socks: bool) -> None:
    server.answer("/feed", Answer(body=b"news"))
    with LittleProxy(lead(server), socks=socks) as proxy, behind(proxy) as door:
        assert door.get(f"http://{NAME}/feed", allow_private=False).body == b"news"
        assert proxy.asked == [f"{NAME}:80"]
        assert door.names.asked == []
        assert [line.host for line in door.ledger.lines] == [NAME]
    assert server.requests[0].header("Host") == NAME
    assert server.requests[0].header("Proxy-Authorization") is None


@KINDS
def test_a_connection_through_the_proxy_is_used_again(server: ScriptedServer, socks: bool) -> None:
    server.answer("/", Answer(body=b"x"))
    with LittleProxy(lead(server), socks=socks) as proxy, behind(proxy) as door:
        for _ in range(3):
            door.get(f"http://{NAME}/", allow_private=False)
        assert len(proxy.asked) == 1


@KINDS
def test_the_certificate_is_verified_for_the_host_that_was_asked(authority: Authority, socks: bool) -> None:
    with ScriptedServer(tls=authority.server(NAME)) as server:
        server.answer("/", Answer(body=b"proved"))
        places = lead(server, NAME, "www.evil.org")
        with LittleProxy(places, socks=socks) as proxy, behind(proxy, context=authority.client()) as door:
            assert door.get(f"https://{NAME}/", allow_private=False).body == b"proved"
            assert door.trouble("https://www.evil.org/", allow_private=False).kind is WebTrouble.TLS
            assert proxy.asked == [f"{NAME}:443", "www.evil.org:443"]


@KINDS
def test_a_login_goes_to_the_proxy_and_to_nobody_else(server: ScriptedServer, socks: bool) -> None:
    server.answer("/", Answer(body=b"x"))
    with (
        LittleProxy(lead(server), socks=socks, login=("me", "se:cret") if socks else None) as proxy,
        behind(proxy, login="me:se%3Acret") as door,
    ):
        door.get(f"http://{NAME}/", allow_private=False)
        if socks:
            assert proxy.logins == [("me", "se:cret")]
        else:
            assert b"Proxy-Authorization: Basic bWU6c2U6Y3JldA==" in proxy.heads[0]
    assert b"Basic" not in server.requests[0].raw


@pytest.mark.parametrize("login", ["", "me:wrong"], ids=["none", "wrong"])
def test_a_login_that_socks_does_not_take_is_named(server: ScriptedServer, login: str) -> None:
    with LittleProxy(lead(server), socks=True, login=("me", "right")) as proxy, behind(proxy, login=login) as door:
        assert door.trouble(f"http://{NAME}/", allow_private=False).kind is WebTrouble.PROXY_LOGIN
    assert server.requests == []


LIES: dict[str, tuple[bytes, WebTrouble]] = {
    "wants a login": (b"HTTP/1.1 407 Login\r\nProxy-Authenticate: Basic\r\n\r\n", WebTrouble.PROXY_LOGIN),
    "redirects": (b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\n\r\n", WebTrouble.PROXY),
    "forbids": (b"HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n", WebTrouble.PROXY),
    "does not find the host": (b"HTTP/1.1 502 Bad Gateway\r\n\r\n", WebTrouble.CONNECT),
    "answers in the host's place": (
        b"HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil",
        WebTrouble.PROXY,
    ),
    "speaks something else": (b"SSH-2.0-OpenSSH_9.2\r\n", WebTrouble.PROXY),
    "asks for another protocol": (b"HTTP/1.1 101 Switching\r\n\r\n", WebTrouble.PROXY),
    "never ends its head": (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 20_000, WebTrouble.PROXY),
}


@pytest.mark.parametrize(("says", "trouble"), LIES.values(), ids=LIES.keys())
def test_a_proxy_that_says_anything_but_yes_is_not_believed(
    server: ScriptedServer, says: bytes, trouble: WebTrouble
) -> None:
    with LittleProxy(lead(server), says=says) as proxy, behind(proxy) as door:
        assert door.trouble(f"http://{NAME}/", allow_private=False).kind is trouble
        assert door.ledger.results == [trouble.value]
    assert server.requests == []


SOCKS_LIES: dict[str, tuple[bytes | None, bytes | None, WebTrouble]] = {
    "another version": (b"\x04\x00", None, WebTrouble.PROXY),
    "a way that nobody offered": (b"\x05\x01", None, WebTrouble.PROXY),
    "wants a login that there is none of": (b"\x05\x02", None, WebTrouble.PROXY_LOGIN),
    "refuses": (None, b"\x05\x02\x00\x01\x00\x00\x00\x00\x00\x00", WebTrouble.PROXY),
    "does not reach the host": (None, b"\x05\x04\x00\x01\x00\x00\x00\x00\x00\x00", WebTrouble.CONNECT),
    "a version in the answer": (None, b"\x04\x00\x00\x01\x00\x00\x00\x00\x00\x00", WebTrouble.PROXY),
    "an address of no kind": (None, b"\x05\x00\x00\x09\x00\x00\x00\x00\x00\x00", WebTrouble.PROXY),
}


@pytest.mark.parametrize(("greets", "says", "trouble"), SOCKS_LIES.values(), ids=SOCKS_LIES.keys())
def test_a_socks_proxy_that_says_anything_but_yes_is_not_believed(
    server: ScriptedServer, greets: bytes | None, says: bytes | None, trouble: WebTrouble
) -> None:
    with LittleProxy({}, socks=True, greets=greets, says=says) as proxy, behind(proxy) as door:
        assert door.trouble(f"http://{NAME}/", allow_private=False).kind is trouble
    assert server.requests == []


@KINDS
def test_a_proxy_that_drips_costs_the_time_to_connect(server: ScriptedServer, socks: bool) -> None:
    with LittleProxy(lead(server), socks=socks, drips=True) as proxy, behind(proxy, s=0.3) as door:
        assert door.trouble(f"http://{NAME}/", allow_private=False).kind is WebTrouble.PROXY


@KINDS
def test_a_proxy_that_is_not_there_is_named_and_nobody_is_reached_without_it(
    server: ScriptedServer, socks: bool
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    names = Names({NAME: ["127.0.0.2"]})
    with Door(names=names) as door:
        door.go_through(parse_proxy(f"{'socks5' if socks else 'http'}://127.0.0.1:{port}"))
        assert door.trouble(f"http://{NAME}:{server.port}/", allow_private=False).kind is WebTrouble.PROXY
        assert names.asked == []
    assert server.requests == []


def test_only_the_proxys_own_name_is_looked_up(server: ScriptedServer) -> None:
    server.answer("/", Answer(body=b"x"))
    with LittleProxy(lead(server)) as proxy, Door(names=Names({"proxy.home": ["127.0.0.1"]})) as door:
        door.go_through(parse_proxy(f"http://proxy.home:{proxy.port}"))
        assert door.get(f"http://{NAME}/", allow_private=False).body == b"x"
        assert door.names.asked == ["proxy.home"]


def test_a_proxy_whose_name_leads_nowhere_is_named(server: ScriptedServer) -> None:
    with Door(names=Names({"proxy.home": OSError("no")})) as door:
        door.go_through(parse_proxy("http://proxy.home:8080"))
        assert door.trouble(f"http://{NAME}/", allow_private=False).kind is WebTrouble.PROXY


@KINDS
@pytest.mark.parametrize("consent", [False, True], ids=["unasked", "typed"])
@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "8.8.8.8", "[::1]", "[2606:4700::1111]", "0x7f.1", "localhost", "nas", "router.lan"),
        *("co.uk", "org", "nas.home.arpa", "1.0.0.127.in-addr.arpa"),
    ],
)
def test_numbers_and_names_without_a_public_suffix_are_refused(
    server: ScriptedServer, socks: bool, consent: bool, host: str
) -> None:
    """Nobody here sees where the proxy would lead them, so that a consent cannot be kept to its place either."""
    with LittleProxy({}, socks=socks) as proxy, behind(proxy) as door:
        error = door.trouble(f"http://{host}:{server.port}/", allow_private=consent)
        assert error.kind is WebTrouble.NOT_BY_PROXY
        assert proxy.asked == []
        assert door.ledger.lines == []


@KINDS
def test_a_redirect_behind_the_proxy_keeps_to_the_same_rules(server: ScriptedServer, socks: bool) -> None:
    server.answer("/", Answer(status=302, headers={"Location": f"http://127.0.0.1:{server.port}/inside"}))
    with LittleProxy(lead(server), socks=socks) as proxy, behind(proxy) as door:
        assert door.trouble(f"http://{NAME}/", allow_private=False).kind is WebTrouble.NOT_BY_PROXY
        assert len(proxy.asked) == 1
    assert server.seen("/inside") == []


def test_a_change_of_the_proxy_leaves_no_connection_of_the_old_way(server: ScriptedServer) -> None:
    server.answer("/", Answer(body=b"x"))
    with LittleProxy(lead(server)) as first, LittleProxy(lead(server), socks=True) as second, behind(first) as door:
        door.get(f"http://{NAME}/", allow_private=False)
        door.go_through(parse_proxy(second.address()))
        door.get(f"http://{NAME}/", allow_private=False)
        assert (len(first.asked), len(second.asked)) == (1, 1)


GOOD = {
    "http://proxy.example:3128": "http://proxy.example:3128",
    "http://proxy.example": "http://proxy.example:8080",
    " SOCKS5://Proxy.Example/ ": "socks5h://proxy.example:1080",
    "socks5h://[::1]:9050": "socks5h://[::1]:9050",
    "socks5h://me:pw@127.0.0.1:9050": "socks5h://***@127.0.0.1:9050",
    "http://token@proxy.example:1": "http://***@proxy.example:1",
}


@pytest.mark.parametrize(("typed", "shown"), GOOD.items(), ids=GOOD.keys())
def test_a_proxy_is_read_and_shown_without_its_login(typed: str, shown: str) -> None:
    proxy = parse_proxy(typed)
    assert proxy.shown == shown
    assert "pw" not in repr(proxy)
    assert "token" not in repr(proxy)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "proxy.example:8080",
        "ftp://proxy.example",
        "https://proxy.example",
        "http://",
        "http://proxy.example:0",
        "http://proxy.example:70000",
        "http://proxy.example/path",
        "http://pro xy.example",
        "http://me:a%0d%0ab@proxy.example",
        "socks5://" + "u" * 300 + "@proxy.example",
        "http://proxy.example?x",
    ],
)
def test_what_is_no_proxy_is_refused_without_repeating_it(typed: str) -> None:
    with pytest.raises(AddressRefused) as refused:
        parse_proxy(typed)
    assert (refused.value.kind, refused.value.address) == (AddressTrouble.PROXY_ADDRESS, "")


@pytest.mark.parametrize("nowhere", ["0.0.0.0", "224.0.0.1", "[::]"])
def test_a_proxy_that_cannot_be_one_computer_is_not_sought(nowhere: str) -> None:
    with Door(names=Names(has_route=False)) as door:
        door.go_through(parse_proxy(f"http://{nowhere}:9"))
        assert door.trouble(f"http://{NAME}/", allow_private=False).kind is WebTrouble.PROXY
        assert door.names.asked == []


@KINDS
def test_a_stop_ends_the_talk_with_a_proxy(server: ScriptedServer, socks: bool) -> None:
    with LittleProxy(lead(server), socks=socks, drips=True) as proxy, behind(proxy) as door:
        fetching = door.begin(f"http://{NAME}/")
        proxy.was_asked.wait(30)
        door.abort()
        with pytest.raises(Cancelled):
            fetching.result(30)
