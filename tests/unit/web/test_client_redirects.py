"""Redirects: which are followed, what they leave behind, and which are refused."""

from __future__ import annotations

import pytest

from caregiver_app.model.errors import WebError, WebTrouble
from caregiver_app.model.web import FetchRequest, Why
from tests.helpers.door import Door
from tests.helpers.http_server import Answer, ScriptedServer
from tests.helpers.tls import Authority


def _to(location: str, status: int = 302) -> Answer:
    return Answer(status=status, headers={"Location": location})


@pytest.mark.parametrize(
    ("status", "is_permanent"), [(301, True), (308, True), (302, False), (303, False), (307, False)]
)
def test_a_redirect_is_followed_and_remembered_only_where_permanent(
    server: ScriptedServer, door: Door, status: int, is_permanent: bool
) -> None:
    server.answer("/old", _to("/new", status))
    server.answer("/new", Answer(body=b"here"))
    fetched = door.get(server.url("/old"))
    assert (fetched.body, fetched.url) == (b"here", server.url("/new"))
    assert fetched.moved_to == (server.url("/new") if is_permanent else None)
    assert door.ledger.results == [str(status), "200"]


@pytest.mark.parametrize(("statuses", "moved"), [((301, 308), True), ((301, 302), False), ((307, 301), False)])
def test_a_way_is_permanent_only_where_every_hop_is(
    server: ScriptedServer, door: Door, statuses: tuple[int, int], moved: bool
) -> None:
    server.answer("/a", _to("/b", statuses[0]))
    server.answer("/b", _to("/c", statuses[1]))
    server.answer("/c", Answer(body=b"x"))
    assert door.get(server.url("/a")).moved_to == (server.url("/c") if moved else None)


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("new", "/dir/new"),
        ("./new", "/dir/new"),
        ("../new", "/new"),
        ("/new#part", "/new"),
        ("?page=2", "/dir/old?page=2"),
        ("/a b", "/a%20b"),
        ("/caf\xc3\xa9", "/caf%C3%A9"),
        ("/caf\xe9", "/caf%C3%A9"),
        ("  /new  ", "/new"),
    ],
)
def test_a_location_is_resolved_as_browsers_do(server: ScriptedServer, door: Door, location: str, target: str) -> None:
    server.answer(target.partition("?")[0], Answer(body=b"x"))
    server.answer("/dir/old", [_to(location), Answer(body=b"x")])
    assert door.get(server.url("/dir/old")).url == server.url(target)
    assert server.requests[-1].target == target


def test_five_redirects_are_followed_and_no_more(server: ScriptedServer, door: Door) -> None:
    for number in range(6):
        server.answer(f"/{number}", _to(f"/{number + 1}"))
    server.answer("/5", Answer(body=b"far"))
    assert door.get(server.url("/0")).body == b"far"
    server.answer("/5", _to("/6"))
    assert door.trouble(server.url("/0")).kind is WebTrouble.TOO_MANY_REDIRECTS
    assert len(server.seen("/6")) == 0


def test_a_loop_ends(server: ScriptedServer, door: Door) -> None:
    server.answer("/a", _to("/b", 301))
    server.answer("/b", _to("/a", 301))
    assert door.trouble(server.url("/a")).kind is WebTrouble.TOO_MANY_REDIRECTS
    assert len(server.requests) == 6


@pytest.mark.parametrize(
    "location",
    [
        "",
        "ftp://example.org/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/xml,x",
        "http://user:secret@127.0.0.1/",
        "http://@127.0.0.1/",
        "http://",
        "http:///x",
        "http://exa mple.org/",
        "http://example.org:99999/",
        "http://[::1/",
        "http://[v1.x]/",
        "//\\evil.example/",
        "http://example.org/" + "a" * 3_000,
    ],
)
def test_a_location_that_leads_nowhere_decent_is_refused(server: ScriptedServer, door: Door, location: str) -> None:
    server.answer("/", _to(location))
    error = door.trouble(server.url())
    assert (error.kind, error.status) == (WebTrouble.BAD_REDIRECT, 302)
    assert door.names.asked == []
    assert len(server.requests) == 1


def test_a_redirect_without_a_location_is_refused(server: ScriptedServer, door: Door) -> None:
    server.answer("/", Answer(status=301))
    assert door.trouble(server.url()).kind is WebTrouble.BAD_REDIRECT


def test_the_large_body_of_a_redirect_is_not_read(server: ScriptedServer, door: Door) -> None:
    server.answer("/", Answer(status=302, headers={"Location": "/new"}, body=b"x" * 5_000_000))
    server.answer("/new", Answer(body=b"here"))
    assert door.get(server.url()).body == b"here"
    assert door.ledger.lines[0].received_bytes < 500_000


def test_from_https_to_http_is_refused(server: ScriptedServer, authority: Authority) -> None:
    with ScriptedServer(tls=authority.server("127.0.0.1")) as secure, Door(ssl_context=authority.client()) as door:
        secure.answer("/", _to(server.url("/plain")))
        assert door.trouble(secure.url()).kind is WebTrouble.INSECURE_REDIRECT
    assert server.connections == 0


def test_from_http_to_https_is_followed(server: ScriptedServer, authority: Authority) -> None:
    tls = authority.server("secure.example")
    with ScriptedServer(also=["127.0.0.2"], tls=tls) as secure, Door(ssl_context=authority.client()) as door:
        door.names.known["secure.example"] = ["127.0.0.2"]
        server.answer("/", _to(secure.url("/feed", "secure.example"), 301))
        secure.answer("/feed", Answer(body=b"safe"))
        fetched = door.get(server.url())
    assert (fetched.body, fetched.moved_to) == (b"safe", secure.url("/feed", "secure.example"))


def test_from_http_to_http_on_another_public_host_is_followed(server: ScriptedServer, door: Door) -> None:
    server.answer("/", _to(server.url("/feed", "127.0.0.2")))
    server.answer("/feed", Answer(body=b"x"))
    assert door.get(server.url()).body == b"x"
    assert [seen.reached for seen in server.requests] == ["127.0.0.1", "127.0.0.2"]


def test_a_request_that_must_stay_within_sites_asks_nobody_beyond_them(server: ScriptedServer, door: Door) -> None:
    server.answer("/a", _to("/own/b"))
    server.answer("/own/b", _to("/stranger"))
    server.answer("/stranger", Answer(body=b"x"))
    request = FetchRequest(
        url=server.url("/a"), why=Why.PAGE, allow_private=True, stays_within=lambda address: "/own/" in address
    )
    with pytest.raises(WebError) as caught:
        door.fetch(request)
    assert (caught.value.kind, caught.value.host) == (WebTrouble.LEAVES_SITE, "127.0.0.1")
    assert [seen.path for seen in server.requests] == ["/a", "/own/b"]


def test_a_request_that_must_stay_within_sites_may_move_within_them(server: ScriptedServer, door: Door) -> None:
    server.answer("/a", _to("/own/b"))
    server.answer("/own/b", Answer(body=b"here"))
    request = FetchRequest(
        url=server.url("/a"), why=Why.PAGE, allow_private=True, stays_within=lambda address: "/own/" in address
    )
    assert door.fetch(request).body == b"here"


@pytest.mark.parametrize(("size", "taken"), [(1_000, True), (1_001, False)])
def test_a_request_may_bound_its_body_closer_than_the_door_does(
    server: ScriptedServer, door: Door, size: int, taken: bool
) -> None:
    server.answer("/a", Answer(body=b"x" * size))
    request = FetchRequest(url=server.url("/a"), why=Why.PICTURE, allow_private=True, at_most_bytes=1_000)
    if taken:
        assert len(door.fetch(request).body) == size
    else:
        with pytest.raises(WebError) as caught:
            door.fetch(request)
        assert caught.value.kind is WebTrouble.TOO_LARGE
