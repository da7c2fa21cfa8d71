"""`caregiver article`: list, show and mark."""

from __future__ import annotations

import pytest

from tests.helpers.command_line import CommandLine
from tests.helpers.feed_documents import Item, pages, rss
from tests.helpers.filled_folder import CHANGED, ITEMS, fill, id_of
from tests.helpers.http_server import Answer, ScriptedServer
from tests.helpers.shapes import ARTICLE, WHOLE_ARTICLE, assert_shape

NIGHTS = "Sleepless nights exhaust everybody who looks after a confused person at home. "
LONG = Item(title="At length", guid="long", html=NIGHTS * 50)


def titles(caregiver: CommandLine, *arguments: str) -> list[str]:
    rows = caregiver.json("article", "list", *arguments)
    assert_shape(rows, [ARTICLE])
    return [row["title"] for row in rows]


def test_articles_are_listed_newest_first(filled: CommandLine) -> None:
    listed = [title for title in titles(filled) if title != "Undated"]
    assert listed == ["Sleep at night", "Falls in the house"]
    assert len(titles(filled)) == len(ITEMS)


def test_a_long_list_comes_in_pages_without_gaps(caregiver: CommandLine, server: ScriptedServer) -> None:
    fill(caregiver, server, pages(450))
    assert len(set(titles(caregiver, "--limit", "1000"))) == 450
    assert len(titles(caregiver, "--limit", "401")) == 401
    assert len(titles(caregiver)) == 20


def test_a_list_narrows_to_a_source_and_an_unknown_one_is_a_failure(
    filled: CommandLine, server: ScriptedServer
) -> None:
    server.answer("/other.xml", Answer(body=rss(*pages(2))))
    other = filled.json("source", "add", server.url("/other.xml"), "--allow-private")["id"]
    filled("sync", "--source", str(other))
    assert sorted(titles(filled, "--source", str(other))) == ["Page 0", "Page 1"]
    assert filled("article", "list", "--source", "999999").code == 1
    assert filled("article", "list", "--topic", "astronomy").code == 1


def test_a_whole_article_has_its_text_html_grade_and_earlier_texts(
    caregiver: CommandLine, server: ScriptedServer
) -> None:
    fill(caregiver, server)
    number = id_of(caregiver, "Sleep at night")
    server.answer("/night.xml", Answer(body=rss(CHANGED, *ITEMS[1:], LONG)))
    caregiver("sync")
    article = caregiver.json("article", "show", f"article:{number}")
    assert_shape(article, WHOLE_ARTICLE)
    assert "An early hour" in article["text"]
    assert "<p>" in article["html"]
    assert ["regular" in revision["text"] for revision in article["revisions"]] == [True]
    assert "Its text has changed once" in caregiver("article", "show", number).out
    shown = caregiver.json("article", "show", id_of(caregiver, "At length"))
    assert (article["reading_minutes"], shown["reading_minutes"], shown["language"]) == (1, 3, "en")
    said = f"3 min, a little hard to read (grade {shown['grade']}), English"
    assert said in caregiver("article", "show", str(shown["id"])).out


def test_showing_does_not_mark_as_read(filled: CommandLine) -> None:
    filled("article", "show", id_of(filled, "Undated"))
    assert "Undated" in titles(filled, "--new")


@pytest.mark.parametrize(
    ("do", "undo", "chip"), [("star", "unstar", "--saved"), ("archive", "unarchive", "--archived")]
)
def test_marks_are_set_and_taken_away(filled: CommandLine, do: str, undo: str, chip: str) -> None:
    numbers = [id_of(filled, "Undated"), id_of(filled, "Sleep at night")]
    assert_shape(filled.json("article", do, *numbers), [ARTICLE])
    assert sorted(titles(filled, chip)) == ["Sleep at night", "Undated"]
    filled("article", undo, numbers[0])
    assert titles(filled, chip) == ["Sleep at night"]


def test_read_and_unread_and_all_of_a_list(filled: CommandLine) -> None:
    number = id_of(filled, "Undated")
    assert [row["read"] for row in filled.json("article", "read", number)] == [True]
    assert "Undated" not in titles(filled, "--new")
    assert [row["read"] for row in filled.json("article", "unread", number)] == [False]
    assert filled("article", "read-all").out == "3 articles marked as read.\n"
    assert titles(filled, "--new") == []
    assert filled.json("article", "read-all") == []


@pytest.mark.parametrize("number", ["999999", "99999999999999999999999999"])
@pytest.mark.parametrize("command", ["show", "star", "unarchive"])
def test_unknown_numbers_are_failures(filled: CommandLine, command: str, number: str) -> None:
    ran = filled("--json", "article", command, number)
    assert (ran.code, ran.document["error"]["kind"]) == (1, "unknown-item")


def test_one_unknown_number_and_nothing_is_marked(filled: CommandLine) -> None:
    assert filled("article", "star", id_of(filled, "Undated"), "999999").code == 1
    assert titles(filled, "--saved") == []


def test_text_for_people_is_wrapped_and_cannot_command_the_terminal(
    caregiver: CommandLine, server: ScriptedServer
) -> None:
    item = ITEMS[0].__class__(title="Long", guid="b/1", html="<p>" + "many words &#155;31m " * 60 + "</p>")
    fill(caregiver, server, (item,))
    ran = caregiver("article", "show", id_of(caregiver, "Long"))
    assert all(len(line) <= 100 for line in ran.out.splitlines())
    assert "\x9b" not in ran.out
