"""The published rule over the answers, and the points that it is about."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.model.trust import Answer, Answers, Outcome, Point, PointGroup, SubjectKind
from caregiver_app.trust.points import group_title, musts_of, points_of, texts_of
from caregiver_app.trust.verdict import judge_answers
from tests.helpers.appraisals import NO, UNSURE, answers

PAGE, ORG = SubjectKind.ARTICLE, SubjectKind.ORGANISATION


def test_an_item_has_ten_points_and_an_organisation_four() -> None:
    assert len(set(points_of(PAGE))) == 10
    assert len(set(points_of(ORG))) == 4
    assert set(points_of(PAGE)) | set(points_of(ORG)) == set(Point)


def test_author_date_selling_and_help_must_be_yes() -> None:
    assert set(musts_of(PAGE)) == {Point.AUTHOR, Point.DATE, Point.SELLING, Point.HELP}


@pytest.mark.parametrize("kind", [PAGE, ORG], ids=lambda kind: kind.value)
def test_each_point_is_a_question_in_one_of_three_groups_that_stand_together(kind: SubjectKind) -> None:
    texts = texts_of(kind)
    assert all(text.asks.endswith("?") and text.helps.endswith(".") for text in texts)
    groups = [text.group for text in texts]
    assert groups == sorted(groups, key=list(PointGroup).index)
    assert {group_title(group) for group in PointGroup} == {
        "Who is behind it",
        "Is it sound",
        "Is it fair and private",
    }


def test_all_yes_is_vetted() -> None:
    assert judge_answers(answers(), PAGE).outcome is Outcome.VETTED
    assert judge_answers(answers(ORG), ORG).outcome is Outcome.VETTED


@pytest.mark.parametrize("point", [*musts_of(PAGE), *musts_of(ORG)], ids=lambda point: point.value)
@pytest.mark.parametrize("answer", [NO, UNSURE], ids=lambda answer: answer.value)
def test_a_point_that_must_be_yes_decides_alone(point: Point, answer: Answer) -> None:
    kind = ORG if point.value.startswith("org-") else PAGE
    verdict = judge_answers(answers(kind, **{point.value.replace("-", "_"): answer}), kind)
    assert (verdict.outcome, verdict.must_be_yes) == (Outcome.NOT_VETTED, (point,))


def test_one_no_passes_and_two_do_not() -> None:
    assert judge_answers(answers(sources=NO), PAGE).outcome is Outcome.VETTED
    assert judge_answers(answers(sources=NO, clarity=NO), PAGE).outcome is Outcome.NOT_VETTED


def test_two_that_nobody_can_tell_pass_and_three_do_not() -> None:
    assert judge_answers(answers(sources=UNSURE, clarity=UNSURE), PAGE).outcome is Outcome.VETTED
    three = answers(sources=UNSURE, clarity=UNSURE, balance=UNSURE)
    assert judge_answers(three, PAGE).outcome is Outcome.NOT_VETTED


def test_one_no_beside_two_that_nobody_can_tell_passes() -> None:
    assert judge_answers(answers(sources=NO, clarity=UNSURE, balance=UNSURE), PAGE).outcome is Outcome.VETTED


def test_an_open_point_leaves_it_unfinished_and_is_named() -> None:
    whole = answers()
    open_one = replace(whole, given={point: each for point, each in whole.given.items() if point is not Point.HELP})
    verdict = judge_answers(open_one, PAGE)
    assert (verdict.outcome, verdict.unanswered, verdict.must_be_yes) == (Outcome.UNFINISHED, (Point.HELP,), ())


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_a_no_without_a_reason_leaves_it_unfinished(reason: str) -> None:
    said = replace(answers(sources=NO), reasons={Point.SOURCES: reason})
    verdict = judge_answers(said, PAGE)
    assert (verdict.outcome, verdict.without_reason) == (Outcome.UNFINISHED, (Point.SOURCES,))


def test_points_of_the_other_kind_are_passed_over() -> None:
    both = Answers(given={**answers().given, **answers(ORG, org_identity=NO).given})
    assert judge_answers(both, PAGE).outcome is Outcome.VETTED


@given(st.fixed_dictionaries({}, optional={point: st.sampled_from(Answer) for point in points_of(PAGE)}))
def test_a_better_answer_never_makes_a_verdict_worse(given_answers: dict[Point, Answer]) -> None:
    """Whatever was answered, one more yes cannot take away what the others earned."""
    reasons = dict.fromkeys(given_answers, "because")
    before = judge_answers(Answers(given=given_answers, reasons=reasons), PAGE)
    for point in given_answers:
        better = Answers(given={**given_answers, point: Answer.YES}, reasons=reasons)
        after = judge_answers(better, PAGE)
        assert before.outcome is not Outcome.VETTED or after.outcome is Outcome.VETTED
