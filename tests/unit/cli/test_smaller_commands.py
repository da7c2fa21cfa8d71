"""`topic`, `ledger`, `doctor`, `offline` and the first look."""

from __future__ import annotations

import re

import pytest

from caregiver_app.bootstrap.paths import find_paths
from caregiver_app.bootstrap.writing_alone import one_writer
from tests.helpers.command_line import CommandLine
from tests.helpers.feed_documents import pages, rss
from tests.helpers.filled_folder import fill
from tests.helpers.http_server import Answer, ScriptedServer
from tests.helpers.shapes import DOCTOR, LEDGER_LINE, TOPIC, assert_shape


def test_choosing_topics_makes_exactly_those_the_chosen_ones(caregiver: CommandLine) -> None:
    topics = caregiver.json("topic", "list")
    assert_shape(topics, [TOPIC])
    first, second = [topic for topic in topics if topic["sources"]][:2]
    chosen = caregiver.json("topic", "choose", first["id"], second["title"])
    assert_shape(chosen, [TOPIC])
    assert [topic["id"] for topic in chosen if topic["chosen"]] == [first["id"], second["id"]]
    assert caregiver.json("source", "list", "--on")
    caregiver("topic", "choose", "--none")
    assert caregiver.json("source", "list", "--on") == []


def test_topics_follow_a_country_and_a_language(caregiver: CommandLine) -> None:
    def on(*place: str) -> set[str]:
        caregiver.json("topic", "choose", "alerts", *place)
        return {source["url"] for source in caregiver.json("source", "list", "--on")}

    everywhere, at_home = on(), on("--country", "gb", "--language", "en")
    assert at_home < everywhere
    assert not any("fda.gov" in url for url in at_home)
    assert on() == at_home  # a place holds until another is told
    assert on("--country", "all", "--language", "all") == everywhere
    assert caregiver("topic", "choose", "alerts", "--country", "Britain").code == 2


def test_what_was_switched_on_by_number_survives_another_choice_of_topics(caregiver: CommandLine) -> None:
    number = caregiver.json("source", "list")[0]["id"]
    caregiver("source", "enable", str(number))
    caregiver("topic", "choose", "--none")
    assert [source["id"] for source in caregiver.json("source", "list", "--on")] == [number]


@pytest.mark.parametrize(("arguments", "code"), [((), 2), (("dementia", "--none"), 2), (("astronomy",), 1)])
def test_a_choice_that_names_nothing_changes_nothing(
    caregiver: CommandLine, arguments: tuple[str, ...], code: int
) -> None:
    assert caregiver("topic", "choose", *arguments).code == code
    assert not any(topic["chosen"] for topic in caregiver.json("topic", "list"))


def test_the_ledger_tells_what_the_server_saw_and_can_be_erased(caregiver: CommandLine, server: ScriptedServer) -> None:
    fill(caregiver, server)
    lines = caregiver.json("ledger")
    assert_shape(lines, [LEDGER_LINE])
    assert len(lines) == len(server.requests)
    assert {line["why"] for line in lines} == {"add-source", "update"}
    assert [line["sent_bytes"] for line in reversed(lines)] == [len(request.raw) for request in server.requests]
    assert "127.0.0.1" in caregiver("ledger").out
    assert caregiver.json("ledger", "--erase") == []
    assert caregiver.json("ledger") == []


def test_the_ledger_begins_at_a_day(filled: CommandLine) -> None:
    assert len(filled.json("ledger", "--since", "2020-01-01")) == 2
    assert filled.json("ledger", "--since", "9999-01-01") == []
    for day in ("yesterday", "2026-13-01", "0001-01-01x"):
        assert filled("ledger", "--since", day).code == 2
    assert filled("ledger", "--since", "2026-01-01", "--erase").code == 2


def test_a_sound_library_is_well(filled: CommandLine) -> None:
    for arguments in ((), ("--rebuild-search",)):
        found = filled.json("doctor", *arguments)
        assert_shape(found, DOCTOR)
        assert found["ok"]
    assert filled.json("search", "regular")
    told = filled("doctor").out
    assert "The library can be opened: well" in told
    assert not re.search(r"^[a-z]+(-[a-z]+)+:", told, re.MULTILINE), "a check without words"


def test_a_damaged_library_is_told_of_and_a_copy_put_back(filled: CommandLine) -> None:
    library = find_paths(filled.data_dir).library
    for companion in library.parent.glob("library.db-*"):
        companion.unlink()
    library.write_bytes(library.read_bytes()[:5000] + b"damaged" * 1000)
    ran = filled("--json", "doctor")
    assert ran.code == 1
    assert_shape(ran.document, DOCTOR)
    assert not ran.document["ok"]
    assert "--restore-snapshot" in ran.err
    listed = filled("--json", "article", "list")
    assert (listed.code, listed.document["error"]["kind"]) == (1, "storage-corrupt")
    put_back = filled("doctor", "--restore-snapshot")
    (damaged,) = library.parent.glob("library-damaged-*")
    assert (put_back.code, f"The file before it is now {damaged.name}." in put_back.err) == (0, True)
    assert len(filled.json("article", "list")) == 3
    damaged.unlink()
    library.unlink()
    put_back = filled("doctor", "--restore-snapshot")
    assert (put_back.code, "library-damaged" in put_back.err) == (0, False), "no file was called so"


def test_without_a_copy_there_is_nothing_to_put_back(caregiver: CommandLine) -> None:
    ran = caregiver("--json", "doctor", "--restore-snapshot")
    assert (ran.code, ran.document["error"]["kind"]) == (1, "no-snapshot")


def test_nothing_is_put_back_under_somebody_at_work(caregiver: CommandLine) -> None:
    with one_writer(find_paths(caregiver.data_dir), holder="window"):
        assert caregiver("doctor", "--restore-snapshot").code == 1


@pytest.mark.parametrize(
    ("content", "kind"),
    [(b"no database at all" * 100, "storage-not-a-database"), (b"PK\x03\x04", "storage-not-a-database")],
)
def test_a_strange_file_in_the_place_of_the_library_is_left_alone(
    untouched: CommandLine, content: bytes, kind: str
) -> None:
    untouched.data_dir.mkdir()
    library = find_paths(untouched.data_dir).library
    library.write_bytes(content)
    ran = untouched("--json", "source", "list")
    assert (ran.code, ran.document["error"]["kind"]) == (1, kind)
    assert library.read_bytes() == content
    assert "caregiver doctor --restore-snapshot" in ran.document["error"]["what_to_do"]
    assert untouched("doctor").code == 1


def test_a_file_in_the_place_of_the_folder_is_a_failure_in_words(untouched: CommandLine) -> None:
    untouched.data_dir.write_text("a file")
    ran = untouched("--json", "source", "list")
    assert ran.code == 1
    assert ran.document["error"]["kind"].startswith("storage-")


def test_the_offline_switch_is_kept(caregiver: CommandLine) -> None:
    assert caregiver.json("offline") == {"stay_offline": False}
    assert caregiver.json("offline", "on") == {"stay_offline": True}
    assert caregiver.json("offline") == {"stay_offline": True}
    assert caregiver("offline").out.startswith("Caregiver stays offline")
    assert caregiver.json("offline", "off") == {"stay_offline": False}
    assert caregiver("offline", "perhaps").code == 2


def test_adding_under_the_offline_switch_fails_and_says_how_to_end_it(
    caregiver: CommandLine, server: ScriptedServer
) -> None:
    caregiver("offline", "on")
    ran = caregiver("--json", "source", "add", server.url("/news"), "--allow-private")
    assert (ran.code, ran.document["error"]["kind"]) == (3, "web-stay-offline")
    for words in (("source", "find"), ("channel", "trust"), ("pack", "install")):
        other = caregiver("--json", *words, "https://example.org/here")
        assert (other.code, other.document["error"]["kind"]) == (3, "web-stay-offline"), words
    assert "caregiver offline off" in ran.document["error"]["what_to_do"]
    unseen = caregiver("source", "add", server.url("/feed.xml"), "--allow-private")
    assert unseen.code == 0
    assert "next sync" in unseen.err
    assert server.requests == []


def test_a_first_look_shows_what_is_there_gets_updates_and_searches(
    caregiver: CommandLine, server: ScriptedServer
) -> None:
    server.answer("/feed", Answer(body=rss(*pages(2), title="Care news")))
    caregiver("source", "add", server.url("/feed"), "--allow-private")
    ran = caregiver("first-look")
    assert ran.code == 0
    assert "sources of" in ran.out
    assert "1 unchanged" in ran.out
    assert "The library holds 2 articles." in ran.out
    assert 'A search for "care"' in ran.out


def test_a_first_look_chooses_nothing_and_works_offline(caregiver: CommandLine) -> None:
    caregiver("offline", "on")
    ran = caregiver("first-look")
    assert ran.code == 0
    assert "switches none on" in ran.out
    assert "The library holds 0 articles." in ran.out
    assert not any(topic["chosen"] for topic in caregiver.json("topic", "list"))
    assert caregiver.json("source", "list", "--on") == []


def test_a_first_look_beside_the_window_shows_what_is_there(caregiver: CommandLine) -> None:
    with one_writer(find_paths(caregiver.data_dir), holder="window"):
        ran = caregiver("first-look")
    assert ran.code == 0
    assert "already at work" in ran.out


def test_a_first_look_is_not_listed(caregiver: CommandLine) -> None:
    assert "first-look" not in caregiver("--help").out


def test_the_log_of_the_named_folder_holds_no_content(caregiver: CommandLine, server: ScriptedServer) -> None:
    fill(caregiver, server)
    caregiver("search", "regular")
    log = find_paths(caregiver.data_dir).log
    written = log.read_text() if log.exists() else ""
    assert not any(word in written for word in ("Sleep", "night.xml", "regular", "Night news"))
