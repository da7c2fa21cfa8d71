"""docs/appraisal.md says of the points, the rule and the spans what is true."""

from __future__ import annotations

import re

from caregiver_app.model.article import Trust
from caregiver_app.model.trust import ReviewSpan, SubjectKind
from caregiver_app.trust.points import musts_of, points_of
from caregiver_app.trust.reviewing import ALERT_DAYS, MONTHS
from caregiver_app.trust.verdict import TOO_MANY_CANNOT_TELL, TOO_MANY_NO
from tests.helpers.command_line import ROOT

PAGE = (ROOT / "docs" / "appraisal.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\|[^|]*\| `([a-z-]+)` \|[^|]*\| ?(yes)? ?\|$", PAGE, re.MULTILINE)


def test_the_points_and_those_that_must_be_yes_are_told_in_their_order() -> None:
    both = (SubjectKind.ARTICLE, SubjectKind.ORGANISATION)
    assert [point for point, _must in ROWS] == [point.value for kind in both for point in points_of(kind)]
    assert [point for point, must in ROWS if must] == [point.value for kind in both for point in musts_of(kind)]


def test_the_rule_is_told() -> None:
    numbers = {2: "two", 3: "three"}
    assert f"fewer than **{numbers[TOO_MANY_NO]}** answers are no" in PAGE.replace("\n", " ")
    assert f"fewer than **{numbers[TOO_MANY_CANNOT_TELL]}** are not sure" in PAGE.replace("\n", " ")


def test_the_spans_are_told() -> None:
    told = dict(re.findall(r"^\| ([a-z ]+) \| (\d+ \w+) \|$", PAGE, re.MULTILINE))
    assert told == {
        "an item": f"{MONTHS[ReviewSpan.ITEM]} months",
        "medicines and safety": f"{MONTHS[ReviewSpan.MEDICINES_AND_SAFETY]} months",
        "phone numbers": f"{MONTHS[ReviewSpan.PHONE_NUMBERS]} months",
        "a safety notice": f"{ALERT_DAYS} days",
        "an organisation": f"{MONTHS[ReviewSpan.ORGANISATION]} months",
    }


def test_every_word_of_trust_is_told() -> None:
    assert set(re.findall(r"^\| `([a-z-]+)` \| [^|]+ \|$", PAGE, re.MULTILINE)) == {trust.value for trust in Trust}


def test_the_sources_of_the_points_are_named() -> None:
    for source in ("DISCERN", "JAMA", "HONcode", "PIF TICK", "NHS England"):
        assert source in PAGE
