"""`source moves`, `article versions`, and what `article show` says of a danger."""

from __future__ import annotations

import pytest

from caregiver_app.library.store import open_library
from caregiver_app.model.source import NewSource, SourceId
from caregiver_app.model.time import Millis
from tests.helpers.alerts import alert_facts, alert_source, warn
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.command_line import CommandLine
from tests.helpers.documented import assert_documented
from tests.helpers.feed_documents import rss
from tests.helpers.filled_folder import CHANGED, ITEMS, fill, id_of
from tests.helpers.http_server import Answer, ScriptedServer
from tests.helpers.shapes import ERROR, MOVE, VERSION, WHOLE_ARTICLE, assert_shape

OLD, NEW = "https://old.example/feed?key=k3JH28dkfjh2398dkjf23XQ", "https://new.example/feed"


@pytest.fixture
def moved(caregiver: CommandLine) -> SourceId:
    """A source that moved from an address with a key."""
    caregiver("source", "list")
    library = open_library(caregiver.data_dir / "library.db", StillClock())
    source = library.sources.add(NewSource(url=OLD, title="Night news"), at=MONDAY)
    assert library.source_moves.make(source, NEW, keeps_permission=False, at=Millis(MONDAY + 1)).made
    library.close()
    return source


def test_moves_are_listed_with_what_is_private_masked(caregiver: CommandLine, moved: SourceId) -> None:
    (move,) = caregiver.json("source", "moves")
    assert_shape([move], [MOVE])
    assert_documented("source moves", [move])
    assert (move["source_id"], move["title"], move["to_url"]) == (moved, "Night news", NEW)
    assert "k3JH28dkfjh2398dkjf23XQ" not in caregiver("source", "moves").out
    assert "old.example" in caregiver("source", "moves").out


def test_a_move_is_taken_back_once(caregiver: CommandLine, moved: SourceId) -> None:
    (undone,) = caregiver.json("source", "moves", "--undo", f"source:{moved}")
    assert undone["source_id"] == moved
    assert caregiver.json("source", "moves") == []
    assert [move["source_id"] for move in caregiver.json("source", "moves", "--undone")] == [moved]
    assert "old.example" in caregiver.json("source", "list", "--on")[0]["url"]
    again = caregiver("--json", "source", "moves", "--undo", str(moved))
    assert_shape(again.document, ERROR)
    assert (again.code, again.document["error"]["kind"]) == (1, "not-there")
    assert "No address has changed." in caregiver("source", "moves").err


def test_the_old_address_says_so_when_another_source_has_it(caregiver: CommandLine, moved: SourceId) -> None:
    library = open_library(caregiver.data_dir / "library.db", StillClock())
    with library.write("test") as writer:
        writer.execute(
            "UPDATE source SET url = :url WHERE id <> :id AND id = (SELECT min(id) FROM source)",
            {"url": OLD, "id": moved},
        )
    library.close()
    ran = caregiver("--json", "source", "moves", "--undo", str(moved))
    assert (ran.code, ran.document["error"]["kind"]) == (1, "address-taken")


@pytest.mark.parametrize(
    "words",
    [("source", "moves", "--undo", "1", "--undone"), ("article", "versions", "1", "--keep", "1", "--let-go", "1")],
    ids=["moves", "versions"],
)
def test_two_wishes_at_once_are_refused(caregiver: CommandLine, words: tuple[str, ...]) -> None:
    assert caregiver(*words).code == 2


def test_earlier_texts_are_listed_kept_and_let_go(caregiver: CommandLine, server: ScriptedServer) -> None:
    fill(caregiver, server)
    number = id_of(caregiver, "Sleep at night")
    assert caregiver.json("article", "versions", number) == []
    assert "not changed" in caregiver("article", "versions", number).err
    server.answer("/night.xml", Answer(body=rss(CHANGED, *ITEMS[1:])))
    caregiver("sync")
    (version,) = caregiver.json("article", "versions", f"article:{number}")
    assert_shape([version], [VERSION])
    assert_documented("article versions", [version])
    assert (version["n"], version["kept"]) == (1, False)
    assert "A regular hour" in version["text"]
    assert [each["kept"] for each in caregiver.json("article", "versions", number, "--keep", "1")] == [True]
    assert "kept for good" in caregiver("article", "versions", number).out
    assert [each["kept"] for each in caregiver.json("article", "versions", number, "--let-go", "1")] == [False]
    missing = caregiver("--json", "article", "versions", number, "--keep", "7")
    assert (missing.code, missing.document["error"]["kind"]) == (1, "not-there")
    assert caregiver("--json", "article", "versions", "99999").document["error"]["kind"] == "unknown-item"


def test_an_article_says_what_it_warns_of(caregiver: CommandLine) -> None:
    caregiver("source", "list")
    library = open_library(caregiver.data_dir / "library.db", StillClock())
    item = warn(library, alert_source(library, author="user"), alert_facts(), title="Heat warning")
    library.close()
    shown = caregiver.json("article", "show", str(item))
    assert_shape(shown, WHOLE_ARTICLE)
    alert = shown["alert"]
    assert_documented("alert", alert)
    assert [alert[name] for name in ("kind", "severity", "urgency", "area")] == [
        "cap",
        "Severe",
        "Expected",
        "North Bay",
    ]
    assert alert["expires_at"] == "2026-11-24T08:06:00+00:00"
    assert (
        "Alert: Heat · Severe · Expected · North Bay · until 24 November 2026"
        in caregiver("article", "show", str(item)).out
    )


def test_an_article_that_warns_of_nothing_says_so(filled: CommandLine) -> None:
    assert filled.json("article", "show", id_of(filled, "Sleep at night"))["alert"] is None
