"""The check drawer by itself: answered with the keyboard, left half done, and never saved with a point open."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from caregiver_app.model.trust import Answer, Answers, AppraisalDraft, Point, Reviewer, Subject, SubjectKind
from caregiver_app.trust.verdict import judge_answers
from caregiver_app.ui.checking.check_drawer import CheckDrawer
from caregiver_app.ui.checking.check_sheet import CheckSheet
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.button import Button
from tests.helpers.accessible import assert_accessible
from tests.helpers.check_sheets import PAGE, a_sheet, answers, without
from tests.helpers.qt_app import Listener, Stage, press, settle
from tests.helpers.whole_window import wait_until


def a_drawer(theme: Theme, sheet: CheckSheet) -> tuple[CheckDrawer, list[AppraisalDraft], list[AppraisalDraft]]:
    """Return a drawer, the drafts it wants kept, and those it finished."""
    drawer = CheckDrawer(theme, sheet, partial(judge_answers, kind=sheet.subject.kind), ring=lambda: False)
    kept: list[AppraisalDraft] = []
    finished: list[AppraisalDraft] = []
    drawer.kept.connect(kept.append)
    drawer.finished.connect(finished.append)
    return drawer, kept, finished


def test_answers_are_kept_after_a_rest_and_when_the_drawer_is_left(stage: Stage, theme: Theme) -> None:
    drawer, kept, finished = a_drawer(theme, a_sheet())
    stage.hold(drawer, 420, 860)
    drawer.rows[0].answers.chip(Answer.YES).click()
    wait_until(lambda: bool(kept), "the answer to be kept")
    assert kept[-1].answers.given == {Point.AUTHOR: Answer.YES}
    drawer.rows[1].answers.chip(Answer.NO).click()
    drawer.rows[1].why.setText("No date at all")
    drawer.rows[1].why.textEdited.emit("No date at all")
    drawer.flush()
    assert kept[-1].answers.reasons == {Point.DATE: "No date at all"}
    assert drawer.is_half_done
    drawer.flush()
    assert len(kept) == 2  # nothing changed since
    assert finished == []


def test_arrow_keys_pass_over_answers_without_giving_one(stage: Stage, theme: Theme) -> None:
    drawer, kept, _finished = a_drawer(theme, a_sheet())
    stage.hold(drawer, 420, 860)
    row = drawer.rows[0]
    row.answers.stop.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)
    said = [row.answer]
    for _time in range(2):
        press(Qt.Key.Key_Space)
        said.append(row.answer)
    assert said == [None, Answer.CANNOT_TELL, None]
    assert kept == []


def test_saving_goes_to_what_is_missing_and_saves_nothing(stage: Stage, theme: Theme, listener: Listener) -> None:
    said = answers(other={Point.SOURCES: Answer.NO})
    draft = AppraisalDraft(subject=PAGE, answers=Answers(given=without(said, Point.HELP).given))
    drawer, _kept, finished = a_drawer(theme, a_sheet(draft=draft, begun=True))
    stage.hold(drawer, 420, 860)
    drawer.save.click()
    settle()
    row = next(row for row in drawer.rows if row.point is Point.SOURCES)
    assert QApplication.focusWidget() is row.why
    assert "This check is not finished." in listener.words
    row.why.setText("None named")
    row.why.textEdited.emit("None named")
    drawer.save.click()
    settle()
    missing = next(row for row in drawer.rows if row.point is Point.HELP)
    assert QApplication.focusWidget() is missing.answers.stop
    assert finished == []
    missing.answers.chip(Answer.YES).click()
    drawer.save.click()
    assert [one.answers.reasons for one in finished] == [{Point.SOURCES: "None named"}]
    assert not drawer.is_half_done


def test_the_verdict_follows_each_answer_and_is_spoken_when_it_turns(
    stage: Stage, theme: Theme, listener: Listener
) -> None:
    drawer, _kept, _finished = a_drawer(theme, a_sheet(draft=AppraisalDraft(subject=PAGE, answers=answers())))
    stage.hold(drawer, 420, 860)
    assert drawer.verdict.words == "By these answers it counts as checked."
    row = next(row for row in drawer.rows if row.point is Point.SELLING)
    row.answers.chip(Answer.CANNOT_TELL).click()
    assert drawer.verdict.words == "By these answers it does not count as checked."
    assert listener.words[-1] == "By these answers it does not count as checked."


def test_who_checks_and_an_earlier_day_go_into_the_check(stage: Stage, theme: Theme) -> None:
    sheet = a_sheet(draft=AppraisalDraft(subject=PAGE, answers=answers(), reviewer=Reviewer(role="nurse")))
    drawer, _kept, finished = a_drawer(theme, sheet)
    stage.hold(drawer, 420, 860)
    drawer.reviewer.organisation.setText("  Northfield   Nurses ")
    drawer.next_check.chosen.emit(sheet.next_checks[2].day)
    drawer.save.click()
    assert finished[0].reviewer == Reviewer(role="nurse", organisation="Northfield Nurses")
    assert finished[0].check_by == sheet.next_checks[2].day
    assert drawer.next_check.button.words == sheet.next_checks[2].words


def test_the_page_can_be_looked_at_where_it_is_without_tracking(stage: Stage, theme: Theme) -> None:
    drawer, _kept, _finished = a_drawer(theme, a_sheet())
    asked: list[str] = []
    drawer.page_asked.connect(asked.append)
    stage.hold(drawer, 420, 860)
    (look,) = [one for one in drawer.findChildren(Button) if one.words == "Open in my web browser"]
    look.click()
    assert asked == ["https://harbour.example/sleep"]


def test_a_day_that_cannot_be_any_more_gives_way_to_the_proposed_one(stage: Stage, theme: Theme) -> None:
    draft = AppraisalDraft(subject=PAGE, answers=answers(), check_by=date(2026, 1, 1))
    drawer, _kept, finished = a_drawer(theme, a_sheet(draft=draft, begun=True))
    stage.hold(drawer, 420, 860)
    drawer.save.click()
    assert [one.check_by for one in finished] == [None]


def test_starting_again_takes_all_answers_away(stage: Stage, theme: Theme) -> None:
    draft = AppraisalDraft(subject=PAGE, answers=answers())
    drawer, kept, _finished = a_drawer(theme, a_sheet(draft=draft, begun=True))
    anew: list[bool] = []
    drawer.begun_anew.connect(lambda: anew.append(True))
    stage.hold(drawer, 420, 860)
    drawer.anew.click()
    assert drawer.draft.answers == Answers()
    assert anew == [True]
    drawer.flush()
    assert kept == []
    assert not drawer.is_half_done


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("kind", [SubjectKind.ARTICLE, SubjectKind.ORGANISATION], ids=["page", "organisation"])
def test_everything_in_the_drawer_is_named_and_reached(
    stage: Stage, theme: Theme, percent: int, kind: SubjectKind
) -> None:
    subject = Subject(kind=kind, id=7)
    point = Point.SOURCES if kind is SubjectKind.ARTICLE else Point.ORG_PRIVACY
    draft = AppraisalDraft(subject=subject, answers=answers(kind, {point: Answer.NO}))
    drawer, _kept, _finished = a_drawer(theme, a_sheet(subject, draft=draft, begun=True))
    theme.set_percent(percent)
    stage.hold(drawer, theme.px(420), 860)
    assert len(drawer.rows) == (10 if kind is SubjectKind.ARTICLE else 4)
    assert_accessible(stage)
