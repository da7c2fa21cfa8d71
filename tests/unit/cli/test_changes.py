"""`caregiver changes`: what publishers changed, word by word."""

from __future__ import annotations

import pytest

from caregiver_app.library.offline_storing import FetchedPage
from caregiver_app.library.store import open_library
from caregiver_app.model.article import ItemId
from caregiver_app.model.source import Validators
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.command_line import CommandLine
from tests.helpers.entries import a_text
from tests.helpers.feed_documents import Item, rss
from tests.helpers.filled_folder import CHANGED, ITEMS, fill, id_of
from tests.helpers.http_server import Answer, ScriptedServer
from tests.helpers.shapes import CHANGE, assert_shape


@pytest.fixture
def changed(caregiver: CommandLine, server: ScriptedServer) -> CommandLine:
    """A folder in which one article has changed since it was stored."""
    fill(caregiver, server)
    server.answer("/night.xml", Answer(body=rss(CHANGED, *ITEMS[1:])))
    caregiver("sync")
    return caregiver


def test_each_change_comes_with_its_words(changed: CommandLine) -> None:
    (change,) = changed.json("changes")
    assert_shape([change], [CHANGE])
    assert (change["id"], change["title"]) == (int(id_of(changed, "Sleep at night")), "Sleep at night")
    assert ["removed", "A regular "] in change["diff"]
    assert ["added", "An early "] in change["diff"]


def test_the_difference_holds_both_texts(changed: CommandLine) -> None:
    (change,) = changed.json("changes")
    before = "".join(text for fate, text in change["diff"] if fate != "added")
    after = "".join(text for fate, text in change["diff"] if fate != "removed")
    assert before.startswith("Sleep at night\n\nA regular hour")
    assert after.startswith("Sleep at night\n\nAn early hour")


def test_all_changes_of_an_article_come_by_its_number(changed: CommandLine, server: ScriptedServer) -> None:
    again = Item(title=CHANGED.title, guid=CHANGED.guid, link=CHANGED.link, date=CHANGED.date, html="<p>Rest.</p>")
    server.answer("/night.xml", Answer(body=rss(again, *ITEMS[1:])))
    changed("sync")
    number = id_of(changed, "Sleep at night")
    assert len(changed.json("changes")) == 1
    both = changed.json("changes", f"article:{number}")
    assert ["Rest." in str(change["diff"]) for change in both] == [True, False]
    assert len(changed.json("changes", number, "--limit", "1")) == 1


def test_people_read_what_was_added_and_removed(changed: CommandLine) -> None:
    said = changed("changes").out
    assert "Removed: A regular" in said
    assert "Added: An early" in said
    assert "hour helps" in said


def test_a_long_text_is_shown_around_its_changes_only(caregiver: CommandLine, server: ScriptedServer) -> None:
    long = " ".join(f"word{n}" for n in range(300))
    before = Item(title="Long", guid="1", html=f"<p>{long}</p><p>Old end.</p>")
    fill(caregiver, server, [before])
    server.answer("/night.xml", Answer(body=rss(Item(title="Long", guid="1", html=f"<p>{long}</p><p>New end.</p>"))))
    caregiver("sync")
    said = caregiver("changes").out
    assert "word299" in said
    assert "word150" not in said


def test_nothing_changed_is_said_and_is_no_failure(filled: CommandLine) -> None:
    assert filled.json("changes") == []
    assert "Nothing has changed." in filled("changes").err
    assert filled.json("changes", id_of(filled, "Undated")) == []


def test_an_article_that_is_not_there_is_a_failure(filled: CommandLine) -> None:
    ran = filled("--json", "changes", "999999")
    assert (ran.code, ran.document["error"]["kind"]) == (1, "unknown-item")


def test_what_a_publisher_writes_commands_no_terminal(caregiver: CommandLine, server: ScriptedServer) -> None:
    fill(caregiver, server, [Item(title="One", guid="1", html="<p>Rest.</p>")])
    server.answer("/night.xml", Answer(body=rss(Item(title="One", guid="1", html="<p>Go &#x9b;31m \u202e away.</p>"))))
    caregiver("sync")
    said = caregiver("changes").out
    assert "\x9b" not in said
    assert "\u202e" not in said


def test_short_texts_are_compared_where_the_whole_page_is_kept_by_now(changed: CommandLine) -> None:
    item = ItemId(int(id_of(changed, "Sleep at night")))
    library = open_library(changed.data_dir / "library.db", StillClock())
    library.offline_copies.want([item], at=MONDAY)
    whole = FetchedPage(text=a_text("Sleep at night", "Go to bed at ten. " * 40), validators=Validators())
    library.offline_storing.put_page(item, whole, at=MONDAY)
    library.close()
    (change,) = changed.json("changes")
    assert change["compared"] == "feed"
    assert ["added", "An early "] in change["diff"]
    assert "The whole page is kept now." in changed("changes").out
