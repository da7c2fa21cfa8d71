"""`caregiver appraise` and `reviews`: what people and scripts get, and what is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.helpers.appraisals import answers
from tests.helpers.command_line import CommandLine, Ran
from tests.helpers.filled_folder import fill, id_of
from tests.helpers.http_server import ScriptedServer

ALL_YES = {point.value: answer.value for point, answer in answers().given.items()}


@pytest.fixture
def item(caregiver: CommandLine, server: ScriptedServer) -> str:
    fill(caregiver, server)
    return f"article:{id_of(caregiver, 'Sleep at night')}"


def appraise(caregiver: CommandLine, item: str, *options: str, **said: Any) -> Ran:
    """Check an item by answers on standard input."""
    typed = json.dumps({"answers": ALL_YES, **said})
    return caregiver("--json", "appraise", item, "--answers", "-", *options, typed=typed)


def trust_of(caregiver: CommandLine, item: str) -> str:
    """Return the word that lists and the search have for an article."""
    rows = {f"article:{row['id']}": row["trust"] for row in caregiver.json("article", "list")}
    (found,) = (row["trust"] for row in caregiver.json("search", "sleep") if f"article:{row['id']}" == item)
    assert found == rows[item]
    return str(found)


def test_a_check_from_the_look_to_its_end(caregiver: CommandLine, item: str) -> None:
    """A page is looked at, checked, found as vetted, confirmed and taken back."""
    look = caregiver.json("appraise", item)
    assert [point["point"] for point in look["points"]] == list(ALL_YES)
    assert trust_of(caregiver, item) == "not-checked"
    made = appraise(caregiver, item, "--role", "nurse").document
    assert (made["outcome"], made["trust"], made["address"]) == ("vetted", "checked", "https://night.example/sleep")
    assert trust_of(caregiver, item) == "checked"
    assert [row["title"] for row in caregiver.json("search", "is:vetted")] == ["Sleep at night"]
    assert caregiver.json("appraise", item, "--still-right")["check_by"] == look["latest_check_by"]
    assert caregiver.json("appraise", item, "--withdraw")["trust"] == "withdrawn"
    assert trust_of(caregiver, item) == "withdrawn"
    assert caregiver.json("reviews") == []


def test_people_read_the_points_the_rule_and_what_comes_of_it(caregiver: CommandLine, item: str) -> None:
    look = caregiver("appraise", item).out
    assert "Who is behind it" in look
    assert "help: Does it say when to get help, and whom to call? (must be Yes)" in look
    typed = json.dumps({"answers": {**ALL_YES, "help": "no"}, "reasons": {"help": "Nothing."}})
    failed = caregiver("appraise", item, "--answers", "-", typed=typed)
    assert failed.code == 0
    assert "does not count as checked" in failed.out
    assert "Does it say when to get help" in failed.out
    assert "Nothing is due." in caregiver("reviews").err


def test_people_read_in_lists_and_above_an_article_why_it_may_be_trusted(caregiver: CommandLine, item: str) -> None:
    assert "Checked" not in caregiver("article", "list").out
    assert "You added this source yourself." in caregiver("article", "show", item).out
    made = appraise(caregiver, item).document
    assert "2026, Checked, new" in caregiver("search", "sleep").out
    shown = caregiver("article", "show", item).out
    assert "You checked it on" in shown
    assert made["check_by"][:4] in shown


def test_what_is_due_is_told_with_its_reasons(caregiver: CommandLine, item: str) -> None:
    today = appraise(caregiver, item).document["checked_on"]
    appraise(caregiver, item, role="nurse", check_by=today)
    (review,) = caregiver.json("reviews")
    assert (review["reviewer_role"], review["reasons"], review["title"]) == ("nurse", ["soon"], "Sleep at night")
    assert "Your check counts until" in caregiver("reviews").out


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ({"answers": {}}, "appraisal-unfinished"),
        ({"answers": {**ALL_YES, "sources": "no"}}, "appraisal-no-reason"),
        ({"answers": {**ALL_YES, "sources": "perhaps"}}, "appraisal-not-answers"),
        ({"answers": {**ALL_YES, "beauty": "yes"}}, "appraisal-not-answers"),
        ({"answers": ["yes"]}, "appraisal-not-answers"),
        ({"answers": {"author": 1}}, "appraisal-not-answers"),
        ({"role": 7}, "appraisal-not-answers"),
        ({"role": "x" * 121}, "appraisal-too-long"),
        ({"check_by": "soon"}, "appraisal-not-answers"),
        ({"check_by": "2999-01-01"}, "appraisal-too-late"),
        ({"check_by": "2020-01-01"}, "appraisal-day-passed"),
        ({"verdict": "vetted"}, "appraisal-not-answers"),
    ],
    ids=str,
)
def test_what_cannot_be_kept_is_refused_and_nothing_is_written(
    caregiver: CommandLine, item: str, said: dict[str, Any], kind: str
) -> None:
    refused = appraise(caregiver, item, **said)
    assert (refused.code, refused.document["error"]["kind"]) == (4, kind)
    assert trust_of(caregiver, item) == "not-checked"
    assert caregiver.json("appraise", item)["statements"] == []


@pytest.mark.parametrize(
    "typed",
    ["", "[]", "{", "null", "[" * 90_000, '{"answers": ' + '{"a":' * 9_000, "x" * 200_000],
    ids=["empty", "list", "open", "null", "deep", "deep-answers", "large"],
)
def test_a_file_that_holds_no_answers_is_refused(caregiver: CommandLine, item: str, typed: str) -> None:
    refused = caregiver("--json", "appraise", item, "--answers", "-", typed=typed)
    assert refused.code == 4
    assert refused.document["error"]["kind"] in {"appraisal-not-answers", "appraisal-too-long"}


def test_what_is_not_there_is_told(caregiver: CommandLine, item: str) -> None:
    for named in ("article:99", item.replace("article", "link"), "page:1", "org:99999"):
        assert caregiver("--json", "appraise", named).document["error"]["kind"] == "unknown-item"
    assert caregiver("appraise", "sleep").code == 2
    assert caregiver("appraise", item, "--withdraw", "--still-right").code == 2
    assert caregiver("--json", "appraise", item, "--withdraw").document["error"]["kind"] == "appraisal-no-check"
    assert caregiver("--json", "appraise", "http://10.0.0.1/").document["error"]["kind"] == "appraisal-no-address"


def test_an_address_is_kept_as_a_link_and_checked(caregiver: CommandLine, item: str) -> None:
    look = caregiver.json("appraise", "https://www.example.org/a?utm_source=x", "--title", "A page")
    assert (look["kind"], look["title"]) == ("link", "A page")
    made = appraise(caregiver, f"link:{look['id']}").document
    assert (made["kind"], made["address"]) == ("link", "https://www.example.org/a")


def test_an_organisation_is_checked_by_its_own_points(caregiver: CommandLine, item: str) -> None:
    four = {point["point"]: "yes" for point in caregiver.json("appraise", "org:1")["points"]}
    typed = json.dumps({"answers": four})
    made = caregiver("--json", "appraise", "org:1", "--answers", "-", typed=typed).document
    assert (made["kind"], made["trust"], made["address"]) == ("org", "trusted-source", "")
