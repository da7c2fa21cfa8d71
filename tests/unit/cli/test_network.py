"""`caregiver network`: a blocked host is never contacted, and a proxy is the only way out once it is set."""

from __future__ import annotations

import pytest

from tests.helpers.command_line import CommandLine
from tests.helpers.feed_documents import rss
from tests.helpers.http_server import Answer, ScriptedServer
from tests.helpers.proxies import LittleProxy

NAME = "www.health.org"


def test_a_blocked_host_is_not_contacted_by_a_sync_and_its_source_says_so(
    caregiver: CommandLine, server: ScriptedServer
) -> None:
    server.answer("/feed.xml", Answer(body=rss()))
    source = caregiver.json("source", "add", server.url("/feed.xml"), "--allow-private")
    asked = len(server.requests)
    assert caregiver.json("network", "block", f"127.0.0.1:{server.port}")[0]["host"] == "127.0.0.1"
    (listed,) = caregiver.json("source", "list", "--on")
    assert (listed["id"], listed["state"]) == (source["id"], "attention")
    assert "You asked us never to contact" in listed["reason"]
    ran = caregiver("--json", "sync")
    assert (ran.code, ran.document["paused"], ran.document["failed"]) == (0, 1, 0)
    assert ran.document["results"][0]["error"].startswith("You asked us never to contact 127.0.0.1.")
    assert len(server.requests) == asked
    assert caregiver("source", "add", server.url("/other.xml"), "--allow-private").code == 1
    assert len(server.requests) == asked


def test_a_host_that_is_allowed_again_is_asked_again(caregiver: CommandLine, server: ScriptedServer) -> None:
    server.answer("/feed.xml", Answer(body=rss()))
    caregiver("source", "add", server.url("/feed.xml"), "--allow-private")
    caregiver("network", "block", "127.0.0.1")
    assert caregiver.json("network", "unblock", "127.0.0.1", "nobody.example") == ["127.0.0.1"]
    assert caregiver.json("sync")["unchanged"] == 1
    assert caregiver.json("network", "list")["blocked"] == []


@pytest.mark.parametrize("host", ["org", "", "co.uk"])
def test_what_is_no_host_is_refused_and_nothing_is_blocked(caregiver: CommandLine, host: str) -> None:
    ran = caregiver("--json", "network", "block", "www.example.org", host)
    assert (ran.code, ran.document["error"]["kind"]) == (4, "address-no-host")
    assert caregiver.json("network", "list")["blocked"] == []


@pytest.mark.parametrize("socks", [False, True], ids=["connect", "socks"])
def test_updates_go_through_the_proxy_until_it_is_taken_away(
    caregiver: CommandLine, server: ScriptedServer, socks: bool
) -> None:
    server.answer("/feed.xml", Answer(body=rss()))
    with LittleProxy({NAME: ("127.0.0.1", server.port)}, socks=socks) as proxy:
        said = caregiver.json("network", "proxy", proxy.address())
        assert said == {"proxy": proxy.address(), "proxy_looks_up": True}
        added = caregiver.json("source", "add", f"http://{NAME}/feed.xml", "--allow-private")
        assert added["title"] == "Night news"
        assert caregiver.json("sync")["unchanged"] == 1
        assert set(proxy.asked) == {f"{NAME}:80"}
        assert {line["host"] for line in caregiver.json("ledger")} == {NAME}
        refused = caregiver("--json", "source", "add", server.url("/x"), "--allow-private")
        assert refused.document["error"]["kind"] == "web-not-by-proxy"
    assert caregiver.json("network", "proxy", "none") == {"proxy": None, "proxy_looks_up": False}
    assert caregiver.json("source", "add", server.url("/feed.xml"), "--allow-private")["title"] == "Night news"


def test_a_password_comes_through_standard_input_and_is_shown_nowhere(caregiver: CommandLine) -> None:
    ran = caregiver("--json", "network", "proxy", "-", typed="socks5h://me:geheim@127.0.0.1:9\n")
    assert ran.document == {"proxy": "socks5h://***@127.0.0.1:9", "proxy_looks_up": True}
    said = [ran, caregiver("network", "list"), caregiver("--json", "network", "list"), caregiver("doctor")]
    said.append(caregiver("source", "add", f"https://{NAME}/feed"))
    assert said[-1].code == 1
    assert "geheim" not in "".join(each.out + each.err for each in said)
    logged = [log.read_text(encoding="utf-8") for log in caregiver.data_dir.glob("*.log")]
    assert "geheim" not in "".join(logged)


def test_what_is_no_proxy_changes_nothing_and_is_not_repeated(caregiver: CommandLine) -> None:
    caregiver("network", "proxy", "http://127.0.0.1:9")
    ran = caregiver("--json", "network", "proxy", "ftp://me:geheim@proxy.example")
    assert (ran.code, ran.document["error"]["kind"]) == (4, "address-proxy-address")
    assert "geheim" not in ran.out + ran.err
    assert caregiver.json("network", "list")["proxy"] == "http://127.0.0.1:9"


def test_people_are_told_in_words(caregiver: CommandLine) -> None:
    assert "Every host may be contacted." in caregiver("network", "list").out
    assert caregiver("network", "block", "www.example.org").out == "Never contacted from now on: www.example.org.\n"
    assert "www.example.org" in caregiver("network", "list").out
    assert "The proxy looks up their names." in caregiver("network", "proxy", "http://127.0.0.1:9").out
    assert caregiver("network", "unblock", "other.example").out == "It was not blocked: other.example.\n"


def test_a_proxy_that_is_away_harms_no_source(caregiver: CommandLine, server: ScriptedServer) -> None:
    server.answer("/feed.xml", Answer(body=rss()))
    with LittleProxy({NAME: ("127.0.0.1", server.port)}) as proxy:
        caregiver("network", "proxy", proxy.address())
        caregiver("source", "add", f"http://{NAME}/feed.xml", "--allow-private")
        caregiver("sync")
        before = caregiver.json("source", "list", "--on")
    ran = caregiver("--json", "sync")
    assert (ran.code, ran.document["results"][0]["state"]) == (3, "offline")
    assert caregiver.json("source", "list", "--on") == before
