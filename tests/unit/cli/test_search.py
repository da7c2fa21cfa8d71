"""`caregiver search`: any text at all, hits that stand out, never a connection."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.helpers.command_line import CommandLine
from tests.helpers.documented import assert_documented
from tests.helpers.shapes import ARTICLE, HELP, assert_shape
from tests.helpers.terminal import run_on_terminal


def test_hits_come_with_their_text_and_the_words_in_it_marked(filled: CommandLine) -> None:
    found = filled.json("search", "regular")
    assert_shape(found, [ARTICLE])
    assert [row["title"] for row in found] == ["Sleep at night"]
    assert "**regular**" in found[0]["snippet"]


def test_people_see_title_who_when_and_the_marked_words(filled: CommandLine) -> None:
    lines = filled("search", "regular").out.splitlines()
    assert lines[0].endswith("  Sleep at night")
    assert lines[1].strip() == "Night news, 23 November 2026, new"
    assert "A **regular** hour" in lines[2]


@pytest.mark.parametrize(
    ("environment", "shown"),
    [
        ({}, "\x1b[1mregular\x1b[0m"),
        ({"NO_COLOR": "1"}, "**regular**"),
        ({"TERM": "dumb"}, "**regular**"),
    ],
)
def test_on_a_terminal_hits_are_bold_unless_the_person_wants_none(
    filled: CommandLine, environment: dict[str, str], shown: str
) -> None:
    ran = run_on_terminal(filled, "search", "regular", stream="stdout", environment=environment)
    assert shown in ran.out


def test_words_may_be_several_arguments_with_a_minus_among_them(filled: CommandLine) -> None:
    assert set(articles(filled, "night")) == {"Sleep at night", "Falls in the house"}
    assert articles(filled, "night", "-bathroom") == ["Sleep at night"]
    assert articles(filled, "-house", "night", "--limit", "50") == ["Sleep at night"]
    assert articles(filled, "night -bathroom") == ["Sleep at night"]


def articles(filled: CommandLine, *words: str) -> list[str]:
    """Return what is found of articles; the packs that ship have guides and links with nights in them too."""
    return [row["title"] for row in filled.json("search", *words) if row["kind"] == "article"]


def test_guides_are_found_before_articles_and_links_after_them(filled: CommandLine) -> None:
    found = filled.json("search", "night", "--limit", "50")
    kinds = [row["kind"] for row in found]
    assert kinds[0] in ("guide", "checklist")
    places = {"guide": 0, "checklist": 0, "article": 1, "link": 2, "helpline": 3, "community": 3}
    assert [places[kind] for kind in kinds] == sorted(places[kind] for kind in kinds)
    (first, *_rest) = [row for row in filled.json("search", "kind:link dementia") if row["kind"] == "link"]
    shown = filled("search", "kind:link dementia").out
    assert first["url"] in shown
    assert "web page, not saved" in shown
    assert first["url"] in filled("article", "show", str(first["id"])).out


HELPED = ("helpline", "community")


def test_phone_lines_and_groups_are_found_by_what_they_are_called_and_by_their_number(caregiver: CommandLine) -> None:
    found = caregiver.json("search", "samaritans")
    assert_shape(found, [HELP])
    assert_documented("search samaritans", found)
    assert [(row["title"], row["phone"]) for row in found] == [
        ("Samaritans", "116 123"),
        ("Samaritans Ireland", "116 123"),
    ]
    assert {row["country"] for row in caregiver.json("search", "988")} == {"CA", "US"}
    assert caregiver.json("search", "dementia support forum")[0]["title"] == "Dementia Support Forum"
    lines = caregiver("search", "samaritans").out.splitlines()
    assert lines[:3] == ["Samaritans", "   phone line, United Kingdom", "   116 123"]
    assert "   Day and night" in lines
    assert caregiver.json("search", "samaritans", "--newest") == []


def test_beside_pages_few_come_within_the_limit_and_only_those_that_say_the_words(caregiver: CommandLine) -> None:
    for limit, most in ((4, 1), (20, 5), (400, 5)):
        found = caregiver.json("search", "dementia", "--limit", str(limit))
        kinds = [row["kind"] in HELPED for row in found]
        assert len(found) <= limit
        assert kinds == sorted(kinds)
        assert 1 <= kinds.count(True) <= most
    assert not any(row["kind"] in HELPED for row in caregiver.json("search", "sleep night"))
    assert not any(row["kind"] in HELPED for row in caregiver.json("search", "dementia lang:en"))
    assert "--limit 2" in caregiver("search", "samaritans", "--limit", "1").err


def test_what_no_page_says_is_widened_and_that_is_said(caregiver: CommandLine) -> None:
    found = caregiver.json("search", "sugar")
    assert {json.dumps(row["instead"]) for row in found} == {'{"words": "sugar", "topic": "Diabetes"}'}
    assert found[0]["kind"] in ("guide", "checklist", "link")
    ran = caregiver("search", "sugar")
    assert ran.err.startswith("No page says “sugar”. These are on the topic “Diabetes”.")
    near = caregiver.json("search", "bladder")
    assert near[0]["instead"] == {"words": "bladder", "topic": ""}
    assert [row for row in caregiver.json("search", "dementia") if "instead" in row] == []
    assert caregiver.json("search", "zanzibarine") == []


def test_the_query_may_come_from_standard_input(filled: CommandLine) -> None:
    assert [row["title"] for row in filled.json("search", "-", typed="regular\n")] == ["Sleep at night"]
    assert filled.json("search", "-", typed="") == []


def test_newest_first_on_request(filled: CommandLine) -> None:
    titles = [row["title"] for row in filled.json("search", "--newest", "night")]
    assert titles == ["Sleep at night", "Falls in the house"]


def test_a_limit_holds_and_says_when_there_is_more(filled: CommandLine) -> None:
    ran = filled("search", "night", "--limit", "1")
    assert len([line for line in ran.out.splitlines() if not line.startswith(" ")]) == 1
    assert "--limit 2" in ran.err
    assert filled("--json", "search", "night", "--limit", "0").code == 2


def test_nothing_found_is_no_failure(filled: CommandLine) -> None:
    ran = filled("search", "astronomy")
    assert (ran.code, ran.out) == (0, "")
    assert filled.json("search", "astronomy") == []


@pytest.mark.parametrize(
    "query", ["", " ", "-", '"', '""', "*", "is:", "source:", "before:tomorrow", "a OR", "NEAR(", "\0"]
)
def test_odd_queries_find_something_or_nothing(filled: CommandLine, query: str) -> None:
    assert_each_has_its_shape(filled.json("search", query))


def assert_each_has_its_shape(found: list[dict[str, Any]]) -> None:
    for row in found:
        row.pop("instead", None)
        assert_shape(row, HELP if row["kind"] in HELPED else ARTICLE)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=25)
@given(query=st.text(st.characters(codec="utf-8")))
def test_any_query_at_all_is_answered(filled: CommandLine, query: str) -> None:
    ran = filled("--json", "search", "--", query)
    assert ran.code == 0
    assert_each_has_its_shape(ran.document)


def test_searching_and_reading_make_no_connection(filled: CommandLine) -> None:
    """Where any connection would be: in the ledger. That the ledger tells all is tested with the server beside it."""
    lines = len(filled.json("ledger"))
    for row in filled.json("search", "night"):
        filled("article", "show", str(row["id"]))
    assert len(filled.json("ledger")) == lines


def test_help_is_there_in_both_ways_and_a_word_beginning_with_h_is_a_word(filled: CommandLine) -> None:
    assert filled("search", "-h").out == filled("search", "--help").out != ""
    assert filled("search", "night", "-house").out.count("Sleep at night") == 1
