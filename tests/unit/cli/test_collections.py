"""`caregiver collection`, `saved` and `mute`: what a person arranges, by name, from a script."""

from __future__ import annotations

import pytest

from tests.helpers.command_line import CommandLine
from tests.helpers.filled_folder import id_of
from tests.helpers.shapes import ARTICLE, assert_shape

COLLECTION = {"id": int, "name": str, "items": int}
SAVED = {"id": int, "name": str, "query": str}
MUTE = {"word": str, "items": int}


def titles(filled: CommandLine, *arguments: str) -> list[str]:
    return [row["title"] for row in filled.json(*arguments)]


def test_a_collection_is_made_filled_listed_and_taken_away(filled: CommandLine) -> None:
    sleep, falls = id_of(filled, "Sleep at night"), id_of(filled, "Falls in the house")
    assert_shape(filled.json("collection", "make", "For the nurse"), [COLLECTION])
    moved = filled.json("collection", "add", "for the NURSE", sleep, f"article:{falls}")
    assert_shape(moved, [ARTICLE])
    assert {row["title"] for row in moved} == {"Sleep at night", "Falls in the house"}
    assert filled.json("collection", "add", "For the nurse", sleep) == []
    assert titles(filled, "article", "list", "--collection", "for the nurse") == [
        "Sleep at night",
        "Falls in the house",
    ]
    assert titles(filled, "search", "bathroom", "in:nurse") == ["Falls in the house"]
    assert titles(filled, "collection", "take-out", "For the nurse", sleep) == ["Sleep at night"]
    assert filled.json("collection", "rename", "For the nurse", "For Ann")[0]["name"] == "For Ann"
    assert filled.json("collection", "list")[0]["items"] == 1
    assert filled.json("collection", "remove", "1")[0]["name"] == "For Ann"
    assert filled.json("collection", "list") == []
    assert len(filled.json("article", "list")) == 3


def test_a_search_is_kept_and_asked_anew(filled: CommandLine) -> None:
    found = titles(filled, "search", "night", "-bathroom", "--save", "Nights", "--limit", "90")
    assert "Sleep at night" in found
    (saved,) = filled.json("saved", "list")
    assert_shape([saved], [SAVED])
    assert (saved["name"], saved["query"]) == ("Nights", "night -bathroom")
    assert titles(filled, "saved", "run", "nights", "--limit", "90") == found
    assert filled.json("saved", "rename", "Nights", "Sleep")[0]["name"] == "Sleep"
    assert filled.json("saved", "remove", "sleep")[0]["query"] == "night -bathroom"
    assert filled.json("saved", "list") == []


def test_a_word_is_muted_and_comes_back(filled: CommandLine) -> None:
    muted = filled.json("mute", "add", "Falls")
    assert_shape(muted, [MUTE])
    assert muted == [{"word": "falls", "items": 1}]
    assert titles(filled, "article", "list") == ["Sleep at night", "Undated"]
    assert titles(filled, "search", "bathroom") == []
    assert titles(filled, "search", "bathroom", "--muted") == ["Falls in the house"]
    assert len(titles(filled, "article", "list", "--muted")) == 3
    assert filled.json("mute", "remove", "FALLS") == filled.json("mute", "list") == []
    assert len(titles(filled, "article", "list")) == 3


def test_lists_come_in_the_order_asked_for(filled: CommandLine) -> None:
    by_title = ["Falls in the house", "Sleep at night", "Undated"]
    assert titles(filled, "article", "list", "--sort", "title") == by_title
    newest = titles(filled, "article", "list")
    assert titles(filled, "article", "list", "--sort", "oldest") == newest[::-1]


def test_what_is_older_is_marked_as_read(filled: CommandLine) -> None:
    older = titles(filled, "article", "read-all", "--older-than", "2026-11-23")
    assert set(older) == {"Falls in the house", "Undated"}
    assert filled.json("article", "read-all", "--older-than", "1y") == []
    assert filled("--json", "article", "read-all", "--older-than", "soon").code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("collection", "make", " "),
        ("collection", "add", "Nowhere", "1"),
        ("collection", "take-out", "Nowhere", "1"),
        ("collection", "rename", "Nowhere", "X"),
        ("collection", "remove", "Nowhere"),
        ("saved", "run", "Nothing"),
        ("saved", "rename", "Nothing", "X"),
        ("saved", "remove", "Nothing"),
        ("search", "night", "--save", "\u202e"),
        ("article", "list", "--collection", "Nowhere"),
        ("mute", "add", "..."),
    ],
    ids=" ".join,
)
def test_what_is_not_there_is_said_in_words(filled: CommandLine, arguments: tuple[str, ...]) -> None:
    ran = filled("--json", *arguments)
    assert ran.code == 1
    error = ran.document["error"]
    assert error["message"]
    assert error["what_to_do"]


def test_people_see_lines(filled: CommandLine) -> None:
    assert "no collections yet" in filled("collection", "list").err
    assert "no saved searches yet" in filled("saved", "list").err
    assert "no mute words" in filled("mute", "list").err
    assert filled("collection", "make", "Shelf").out.strip() == "1  Shelf (0 articles)"
    assert "Nothing was changed." in filled("collection", "add", "Shelf", "999").err
    assert filled("mute", "add", "falls").out.strip() == "falls (1 article out of lists)"
    filled("search", "night", "--save", "Nights")
    assert filled("saved", "list").out.strip() == "1  Nights: night"
