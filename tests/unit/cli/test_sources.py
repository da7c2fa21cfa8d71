"""`caregiver source`: what scripts and people get, and what is refused."""

from __future__ import annotations

import json

import pytest

from tests.helpers.command_line import CommandLine
from tests.helpers.feed_documents import Item, pages, rss
from tests.helpers.http_server import Answer, ScriptedServer
from tests.helpers.shapes import ERROR, SOURCE, assert_shape

KEY = "k3JH28dkfjh2398dkjf23XQ"


def add(caregiver: CommandLine, server: ScriptedServer, path: str = "/feed.xml", *more: str) -> int:
    """Add a scripted feed; return its number."""
    server.answer(path.partition("?")[0], Answer(body=rss(*pages(2))))
    added = caregiver.json("source", "add", server.url(path), "--allow-private", *more)
    assert_shape(added, SOURCE)
    return int(added["id"])


def test_a_feed_is_added_once_and_listed(caregiver: CommandLine, server: ScriptedServer) -> None:
    number = add(caregiver, server)
    again = caregiver("source", "add", server.url("/feed.xml"), "--allow-private")
    assert again.code == 0
    assert "already" in again.out
    listed = caregiver.json("source", "list", "--on")
    assert_shape(listed, [SOURCE])
    assert [source["id"] for source in listed] == [number]
    assert listed[0]["url"] == server.url("/feed.xml")
    assert (listed[0]["state"], listed[0]["entries"]) == ("fine", 2)
    assert len(server.requests) == 1


def test_a_private_address_is_refused_unless_it_is_allowed(caregiver: CommandLine, server: ScriptedServer) -> None:
    refused = caregiver("--json", "source", "add", server.url("/feed.xml"))
    assert refused.code == 4
    assert_shape(refused.document, ERROR)
    assert refused.document["error"]["kind"] == "address-private"
    assert "--allow-private" in refused.document["error"]["what_to_do"]
    assert server.requests == []


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("file:///etc/passwd", "address-scheme"),
        ("javascript:alert(1)", "address-scheme"),
        ("https://name:secret@www.example.org/feed", "address-credentials"),
        ("https://", "address-malformed"),
    ],
)
def test_what_is_no_public_web_address_is_refused_with_exit_4(caregiver: CommandLine, address: str, kind: str) -> None:
    ran = caregiver("--json", "source", "add", address)
    assert (ran.code, ran.document["error"]["kind"]) == (4, kind)
    assert "secret" not in ran.out


def test_a_web_page_that_names_several_feeds_says_which(caregiver: CommandLine, server: ScriptedServer) -> None:
    links = "".join(f'<link rel="alternate" type="application/rss+xml" href="/{name}.xml">' for name in ("all", "news"))
    server.answer(
        "/", Answer(body=f"<html><head>{links}</head></html>".encode(), headers={"Content-Type": "text/html"})
    )
    ran = caregiver("--json", "source", "add", server.url("/"), "--allow-private")
    assert (ran.code, ran.document["error"]["kind"]) == (1, "feed-html")
    assert server.url("/all.xml") in ran.document["error"]["what_to_do"]
    assert server.url("/news.xml") in ran.document["error"]["what_to_do"]


def test_a_page_that_is_not_there_is_a_failure_with_its_status(caregiver: CommandLine, server: ScriptedServer) -> None:
    ran = caregiver("--json", "source", "add", server.url("/nothing"), "--allow-private")
    assert (ran.code, ran.document["error"]["kind"]) == (1, "web-status")
    assert "404" in ran.document["error"]["message"]


def test_keys_in_addresses_are_shown_nowhere(caregiver: CommandLine, server: ScriptedServer) -> None:
    number = add(caregiver, server, f"/feed.xml?token={KEY}")
    server.answer("/feed.xml", Answer(status=500))
    everything = [
        caregiver(*before, *command)
        for before in ((), ("--json",))
        for command in (
            ("source", "list"),
            ("source", "add", server.url(f"/feed.xml?token={KEY}"), "--allow-private"),
            ("sync",),
            ("ledger",),
            ("source", "disable", str(number)),
            ("source", "remove", str(number)),
            ("source", "add", f"http://127.0.0.1/other?token={KEY}"),
        )
    ]
    assert all(KEY not in ran.out + ran.err for ran in everything)
    assert any("***" in ran.out for ran in everything)


def test_sources_go_off_and_on_and_say_what_changed(caregiver: CommandLine, server: ScriptedServer) -> None:
    number = str(add(caregiver, server))
    off = caregiver.json("source", "disable", number)
    assert_shape(off, [SOURCE])
    assert [source["state"] for source in off] == ["off"]
    assert caregiver.json("source", "disable", number) == []
    assert [source["state"] for source in caregiver.json("source", "enable", f"source:{number}")] == ["fine"]


def test_a_topic_switches_its_sources_on_but_not_those_that_ask_first(caregiver: CommandLine) -> None:
    topic = max(caregiver.json("topic", "list"), key=lambda topic: topic["sources"])
    on = caregiver.json("source", "enable", "--topic", topic["title"].upper())
    assert len(on) == topic["sources"]
    listed = caregiver.json("source", "list", "--topic", topic["id"])
    assert len(listed) >= len(on)
    assert len(caregiver.json("source", "list", "--on")) == len(on)


def test_removing_says_what_went_and_a_number_works_once(caregiver: CommandLine, server: ScriptedServer) -> None:
    number = str(add(caregiver, server))
    assert_shape(caregiver.json("source", "remove", number), [SOURCE])
    again = caregiver("--json", "source", "remove", number)
    assert (again.code, again.document["error"]["kind"]) == (1, "unknown-source")


def test_one_unknown_number_and_nothing_is_removed(caregiver: CommandLine, server: ScriptedServer) -> None:
    number = str(add(caregiver, server))
    assert caregiver("source", "remove", number, "999999").code == 1
    assert [source["id"] for source in caregiver.json("source", "list", "--on")] == [int(number)]


@pytest.mark.parametrize("number", ["999999", "99999999999999999999999999", "0"])
@pytest.mark.parametrize("command", ["remove", "enable", "disable"])
def test_unknown_numbers_are_failures(caregiver: CommandLine, command: str, number: str) -> None:
    ran = caregiver("--json", "source", command, number)
    assert (ran.code, ran.document["error"]["kind"]) == (1, "unknown-source")


@pytest.mark.parametrize("arguments", [("enable",), ("remove",), ("remove", "x"), ("remove", "-1"), ("add",)])
def test_wrong_usage_is_exit_2(caregiver: CommandLine, arguments: tuple[str, ...]) -> None:
    ran = caregiver("--json", "source", *arguments)
    assert (ran.code, ran.document["error"]["kind"]) == (2, "usage")


def test_an_unknown_topic_is_a_failure_that_says_where_topics_are_listed(caregiver: CommandLine) -> None:
    ran = caregiver("--json", "source", "list", "--topic", "astronomy")
    assert (ran.code, ran.document["error"]["kind"]) == (1, "unknown-topic")
    assert "caregiver topic list" in ran.document["error"]["what_to_do"]


def test_a_title_of_ones_own_holds_until_it_is_taken_back(caregiver: CommandLine, server: ScriptedServer) -> None:
    number = str(add(caregiver, server))
    before = caregiver.json("source", "list", "--on")[0]["title"]
    assert caregiver.json("source", "rename", number, "  Our   night news ")["title"] == "Our night news"
    assert caregiver.json("source", "rename", number, "")["title"] == before


def test_titles_cannot_command_the_terminal_or_forge_lines(caregiver: CommandLine, server: ScriptedServer) -> None:
    number = str(add(caregiver, server))
    caregiver("source", "rename", number, "safe\x1b[2J\x1b]0;x\x07\x9b31m\u202ename")
    for ran in (caregiver("source", "list", "--on"), caregiver("source", "disable", number)):
        assert "\x1b" not in ran.out
        assert "\x9b" not in ran.out
        assert "safename" in ran.out
    assert "\x1b" not in json.dumps(caregiver.json("source", "list"), ensure_ascii=False)


def test_the_table_for_people_is_aligned_and_says_why_a_source_is_in_trouble(
    caregiver: CommandLine, server: ScriptedServer
) -> None:
    add(caregiver, server)
    server.answer("/feed.xml", Answer(body=b"<html>no feed</html>", headers={"Content-Type": "text/html"}))
    caregiver("sync")
    lines = caregiver("source", "list", "--on").out.splitlines()
    assert lines[0].split() == ["ID", "STATE", "ARTICLES", "LAST", "GOOD", "TITLE"]
    assert lines[0].index("TITLE") == lines[1].index("Night news")
    assert "needs attention" in lines[1]
    assert "not a source" in lines[2]
    assert caregiver("source", "list", "--troubled").out.splitlines() == lines


def test_after_the_command_works_json_too(caregiver: CommandLine, server: ScriptedServer) -> None:
    add(caregiver, server)
    assert_shape(json.loads(caregiver("source", "list", "--json").out), [SOURCE])


def test_what_can_be_followed_at_a_site_is_found_and_not_added(caregiver: CommandLine, server: ScriptedServer) -> None:
    head = '<html><head><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head><body>Hello</body>'
    server.answer("/", Answer(body=head.encode(), headers={"Content-Type": "text/html"}))
    server.answer("/feed.xml", Answer(body=rss()))
    (found,) = caregiver.json("source", "find", server.url("/"), "--allow-private")
    assert (found["url"], found["title"], found["format"]) == (server.url("/feed.xml"), "Night news", "feed")
    assert (found["carries"], found["checked"], found["source_id"], found["discloses"]) == ("whole", True, None, "")
    assert caregiver.json("source", "list", "--on") == []
    ran = caregiver("source", "find", server.url("/"), "--allow-private")
    assert "Night news" in ran.out
    added = caregiver.json("source", "add", server.url("/"), "--allow-private")
    assert caregiver.json("source", "find", server.url("/"), "--allow-private")[0]["source_id"] == added["id"]


def test_following_an_account_says_who_learns_of_it(caregiver: CommandLine) -> None:
    caregiver("offline", "on")
    ran = caregiver("source", "add", "r/dementia", "--yes")
    assert ran.code == 0
    assert "Each update tells them that your internet address follows this channel." in ran.err
    assert "already" in caregiver("source", "add", "r/dementia").out
    (source,) = caregiver.json("source", "list", "--on")
    caregiver("source", "disable", str(source["id"]))
    assert "Each update tells them" in caregiver("source", "enable", str(source["id"])).err


def test_an_account_that_is_there_and_off_is_switched_on_after_a_yes(caregiver: CommandLine) -> None:
    caregiver("offline", "on")
    added = caregiver.json("source", "add", "r/dementia", "--yes")
    caregiver("source", "disable", str(added["id"]))
    assert caregiver("--json", "source", "add", "r/dementia").code == 4
    assert caregiver.json("source", "list", "--on") == []
    again = caregiver("source", "add", "r/dementia", "--yes")
    assert "Each update tells them" in again.err
    assert "It was off, and is on now." in again.err
    assert [source["id"] for source in caregiver.json("source", "list", "--on")] == [added["id"]]
    assert "It was off" not in caregiver("source", "add", "r/dementia", "--yes").err


@pytest.mark.parametrize(
    ("account", "tells"),
    [
        ("r/dementia", "Each update tells them that your internet address follows this channel."),
        ("@name.bsky.social", "Each update tells them that your internet address follows this channel."),
        ("https://www.youtube.com/@clinic", "Each update tells them that your internet address follows this channel."),
        ("social.example/@clinic", "Each update tells that server that your internet address follows this account."),
    ],
)
def test_an_account_is_asked_only_after_a_yes_to_what_it_learns(
    caregiver: CommandLine, account: str, tells: str
) -> None:
    ran = caregiver("--json", "source", "add", account)
    assert (ran.code, ran.document["error"]["kind"]) == (4, "not-confirmed")
    assert tells in ran.document["error"]["message"]
    assert "--yes" in ran.document["error"]["what_to_do"]
    assert (caregiver.json("ledger"), caregiver.json("source", "list", "--on")) == ([], [])


def test_an_account_that_a_site_names_is_added_off_and_asked_only_after_a_yes(
    caregiver: CommandLine, server: ScriptedServer
) -> None:
    head = '<html><head><link rel="alternate" type="application/rss+xml" href="/@clinic.rss"></head></html>'
    server.answer("/", Answer(body=head.encode(), headers={"Content-Type": "text/html"}))
    server.answer("/@clinic.rss", Answer(body=rss(*pages(1))))
    (found,) = caregiver.json("source", "find", server.url("/"), "--allow-private")
    assert (found["url"], found["checked"]) == (server.url("/@clinic.rss"), False)
    assert "Each update tells that server" in found["discloses"]
    assert "That happens when you add it." in caregiver("source", "find", server.url("/"), "--allow-private").out
    for _again in range(2):  # naming it once more is no yes
        ran = caregiver("source", "add", server.url("/"), "--allow-private")
        assert ran.code == 0
        assert "Each update tells that server" in ran.err
        assert "caregiver source enable" in ran.err
        assert caregiver.json("source", "list", "--on") == []
    assert server.seen("/@clinic.rss") == []
    agreed = caregiver("source", "add", server.url("/"), "--allow-private", "--yes")
    assert agreed.code == 0
    assert "Each update tells that server" in agreed.err
    assert [source["url"] for source in caregiver.json("source", "list", "--on")] == [server.url("/@clinic.rss")]
    assert len(server.seen("/@clinic.rss")) == 1
    caregiver("source", "add", server.url("/"), "--allow-private")
    assert len(caregiver.json("source", "list", "--on")) == 1


@pytest.mark.parametrize("account", ["r/dementia", "https://www.youtube.com/@clinic"])
def test_finding_an_account_asks_nobody(caregiver: CommandLine, account: str) -> None:
    (found,) = caregiver.json("source", "find", account)
    assert (found["checked"], found["format"]) == (False, "feed")
    assert "Each update tells them that your internet address follows this channel." in found["discloses"]
    assert caregiver.json("ledger") == []


def test_a_page_at_home_is_not_watched(caregiver: CommandLine, server: ScriptedServer) -> None:
    assert caregiver("source", "add", server.url("/"), "--page").code == 4
    assert caregiver("source", "add", server.url("/"), "--page", "--allow-private").code == 2
    assert server.requests == []


def test_a_source_that_answers_but_has_fallen_silent_is_named_with_its_last_day(
    caregiver: CommandLine, server: ScriptedServer
) -> None:
    old = Item(title="Long ago", guid="1", date="Mon, 03 Mar 2014 08:05:00 GMT")
    server.answer("/feed", Answer(body=rss(old)))
    caregiver("source", "add", server.url("/feed"), "--allow-private")
    caregiver("sync")
    said = caregiver("source", "list", "--troubled").out
    assert "quiet" in said
    assert "nothing new since 3 March 2014" in said
