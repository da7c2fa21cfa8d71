"""Questions: an order, answers with who and when, the visit they are for, ready ones to pick."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from caregiver_app.ui.care.menu import CareMenu
from caregiver_app.ui.care.questions.answer_drawer import AnswerDrawer
from caregiver_app.ui.care.questions.group_card import GroupCard
from caregiver_app.ui.care.questions.pick_place import PickPlace
from caregiver_app.ui.care.questions.question_drawer import QuestionDrawer
from caregiver_app.ui.care.questions.question_row import QuestionRow
from caregiver_app.ui.care.questions.tab import QuestionsTab
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.records.questions import NewQuestion, QuestionId, QuestionState
from caregiver_app.vault.store import Vault
from tests.helpers.accessible import assert_accessible
from tests.helpers.care_records import take_back_all
from tests.helpers.care_visits import Filled, filled, in_notes, tab_of
from tests.helpers.care_window import care_of, lock, unlock
from tests.helpers.qt_app import Listener, Stage, press
from tests.helpers.whole_window import Opened, wait_until

pytestmark = pytest.mark.usefixtures("undressed")


@pytest.fixture
def written(opened: Opened) -> Filled:
    """Open notes with what an invented family wrote."""
    unlock(opened)
    return filled(opened)


@pytest.fixture
def tab(opened: Opened, written: Filled) -> QuestionsTab:
    """The questions of that family."""
    del written
    return tab_of(opened, "questions", QuestionsTab)


def row(tab: QuestionsTab, group: str, place: int) -> QuestionRow:
    rows = tab.rows[group]
    found = rows.row(rows.keys[place])
    assert isinstance(found, QuestionRow)
    return found


def button(row: QuestionRow, words: str) -> Button:
    return next(one for one in row.findChildren(Button) if one.words == words)


def press_button(opened: Opened, row: QuestionRow, words: str) -> None:
    one = button(row, words)
    one.setFocus()
    one.click()
    opened.quiet()


def choose(opened: Opened, row: QuestionRow, words: str) -> None:
    """Choose what stands behind the button for more, by keyboard."""
    row.more.setFocus()
    row.more.click()
    menu = opened.whole.window.overlay.panel
    assert menu is not None
    assert isinstance(menu.content, CareMenu)
    names = [option.text for option in menu.content.list.options]
    for _step in range(names.index(words)):
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    opened.quiet()


def drawer(opened: Opened) -> object:
    panel = opened.whole.window.overlay.panel
    return None if panel is None else panel.content


def focused() -> str:
    widget = QApplication.focusWidget()
    return "" if widget is None else widget.accessibleName()


def count(opened: Opened) -> str:
    body = care_of(opened).screen.body
    assert body is not None
    return body.row.buttons["questions"].words


def the_tab_says_how_many_wait_and_the_list_can_be_used_without_sight(opened: Opened, tab: QuestionsTab) -> None:
    assert count(opened) == "Questions 3"
    assert len(tab.rows["to-ask"].keys) == 3
    assert_accessible(opened.whole.window)


def test_no_questions_say_what_to_do(opened: Opened) -> None:
    unlock(opened)
    tab = tab_of(opened, "questions", QuestionsTab)
    assert tab.empty.isVisible()
    assert count(opened) == "Questions"


def ctrl_n_writes_a_question_for_a_visit(opened: Opened, tab: QuestionsTab, written: Filled) -> None:
    tab.write.setFocus()
    press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    opened.quiet()
    form = drawer(opened)
    assert isinstance(form, QuestionDrawer)
    assert_accessible(form)
    form.form.focus("text")
    focused_widget = QApplication.focusWidget()
    assert focused_widget is not None
    QTest.keyClicks(focused_widget, "Is the dose right?")
    form.visit.choice.chosen.emit(str(written.later))
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    opened.quiet()
    assert drawer(opened) is None
    last = in_notes(opened, lambda vault: vault.questions.list())[-1]
    assert (last.text, last.appointment_id, last.person_id) == ("Is the dose right?", written.later, written.mum)
    assert tab.write.hasFocus()
    assert count(opened) == "Questions 4"


def an_empty_question_is_told_at_its_field(opened: Opened, tab: QuestionsTab) -> None:
    tab.new()
    form = drawer(opened)
    assert isinstance(form, QuestionDrawer)
    form.save.click()
    opened.quiet()
    assert drawer(opened) is form
    assert focused() == "Your question"


def moving_up_and_down_keeps_the_keyboard_at_its_button(
    opened: Opened, tab: QuestionsTab, written: Filled, listener: Listener
) -> None:
    one, two, three = written.questions
    press_button(opened, row(tab, "to-ask", 2), "Move up")
    assert tab.rows["to-ask"].keys == (one, three, two)
    assert focused() == "Move up: Who can look at the stairs?"
    press(Qt.Key.Key_Space)
    opened.quiet()
    assert tab.rows["to-ask"].keys == (three, one, two)
    press(Qt.Key.Key_Space)
    opened.quiet()
    assert "It is the first one." in listener.words
    opened.whole.window.messages.undo()
    opened.quiet()
    assert tab.rows["to-ask"].keys == (one, three, two)


def moving_passes_over_questions_that_are_answered(opened: Opened, tab: QuestionsTab, written: Filled) -> None:
    one, two, three = written.questions
    in_notes(opened, lambda vault: vault.questions.answer(two, "Yes", at=opened.clock.now()))
    care_of(opened).desk.changed.emit()
    opened.quiet()
    press_button(opened, row(tab, "to-ask", 1), "Move up")
    assert tab.rows["to-ask"].keys == (three, one)


def an_answer_stands_under_its_question_with_who_and_when(opened: Opened, tab: QuestionsTab, written: Filled) -> None:
    press_button(opened, row(tab, "to-ask", 1), "Write the answer")
    form = drawer(opened)
    assert isinstance(form, AnswerDrawer)
    assert form.form.values["by-whom"] == "Dr Osei"
    form.form.show({"text": "Not for longer than an hour.", "day": "22 November 2026"})
    form.save.click()
    opened.quiet()
    assert tab.rows["answered"].keys == (written.questions[1],)
    question = in_notes(opened, lambda vault: vault.questions.get(written.questions[1]))
    (answer,) = question.answers
    assert (answer.text, answer.by_whom) == ("Not for longer than an hour.", "Dr Osei")
    assert count(opened) == "Questions 2"
    said = [label.text() for label in row(tab, "answered", 0).findChildren(PlainLabel)]
    assert "Dr Osei, yesterday" in said
    opened.whole.window.messages.undo()
    opened.quiet()
    assert len(tab.rows["to-ask"].keys) == 3


def test_an_answer_is_changed_and_taken_away(opened: Opened, tab: QuestionsTab, written: Filled) -> None:
    first = written.questions[0]
    in_notes(opened, lambda vault: vault.questions.answer(first, "Maybe", by_whom="Anna", at=opened.clock.now()))
    care_of(opened).desk.changed.emit()
    opened.quiet()
    choose(opened, row(tab, "answered", 0), "Change the answer")
    form = drawer(opened)
    assert isinstance(form, AnswerDrawer)
    form.form.show({"text": "Yes"})
    form.save.click()
    opened.quiet()
    assert in_notes(opened, lambda vault: vault.answers.to(first))[0].text == "Yes"
    choose(opened, row(tab, "answered", 0), "Take the answer away")
    question = in_notes(opened, lambda vault: vault.questions.get(first))
    assert (question.answers, question.state) == ((), QuestionState.ASKED)
    opened.whole.window.messages.undo()
    opened.quiet()
    question = in_notes(opened, lambda vault: vault.questions.get(first))
    assert (question.answers[0].text, question.state) == ("Yes", QuestionState.ANSWERED)


def asked_and_set_aside_are_states_of_their_own(opened: Opened, tab: QuestionsTab, written: Filled) -> None:
    press_button(opened, row(tab, "to-ask", 0), "Asked")
    assert in_notes(opened, lambda vault: vault.questions.get(written.questions[0])).state is QuestionState.ASKED
    choose(opened, row(tab, "to-ask", 0), "Set aside")
    assert tab.rows["set-aside"].keys == (written.questions[0],)
    assert count(opened) == "Questions 2"
    press_button(opened, row(tab, "set-aside", 0), "Ask it after all")
    assert written.questions[0] in tab.rows["to-ask"].keys


def a_deleted_question_comes_back_by_undo(opened: Opened, tab: QuestionsTab, written: Filled) -> None:
    choose(opened, row(tab, "to-ask", 0), "Delete")
    assert written.questions[0] not in tab.rows["to-ask"].keys
    assert focused().endswith("Is it safe to leave her alone in the morning?")
    opened.whole.window.messages.undo()
    opened.quiet()
    assert tab.rows["to-ask"].keys == written.questions


def ready_questions_are_picked_by_situation_and_added_at_once(opened: Opened, tab: QuestionsTab) -> None:
    tab.pick.setFocus()
    tab.pick.click()
    opened.quiet()
    place = tab.place
    assert isinstance(place, PickPlace)
    assert_accessible(opened.whole.window)
    place.boxes[0].click()
    place.occasions.chip("falls").click()
    place.boxes[1].click()
    assert place.add.words == "Add 2 questions"
    place.add.click()
    opened.quiet()
    assert tab.place is None
    assert tab.pick.hasFocus()
    assert len(tab.rows["to-ask"].keys) == 5
    opened.whole.window.messages.undo()
    opened.quiet()
    assert len(tab.rows["to-ask"].keys) == 3


def test_what_was_ticked_and_what_was_typed_come_back_after_a_lock(opened: Opened, tab: QuestionsTab) -> None:
    tab.pick.click()
    opened.quiet()
    assert isinstance(tab.place, PickPlace)
    tab.place.boxes[2].click()
    lock(opened)
    unlock(opened)
    again = tab_of(opened, "questions", QuestionsTab)
    wait_until(lambda: isinstance(again.place, PickPlace))
    assert isinstance(again.place, PickPlace)
    assert again.place.boxes[2].isChecked()
    assert again.place.add.words == "Add 1 question"


def test_a_half_written_question_comes_back_with_its_cursor(opened: Opened, tab: QuestionsTab) -> None:
    tab.new()
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClicks(widget, "Is it")
    lock(opened)
    unlock(opened)
    tab_of(opened, "questions", QuestionsTab)
    wait_until(lambda: isinstance(drawer(opened), QuestionDrawer))
    form = drawer(opened)
    assert isinstance(form, QuestionDrawer)
    assert form.form.values["text"] == "Is it"
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClicks(widget, " safe?")
    assert form.form.values["text"] == "Is it safe?"


def found_questions_are_gone_to(opened: Opened, tab: QuestionsTab, written: Filled) -> None:
    care_of(opened).desk.open("questions", written.questions[2])
    opened.quiet()
    assert focused() == "Write the answer: Who can look at the stairs?"
    assert tab.place is None


def what_was_answered_stands_there_a_page_at_a_time(opened: Opened, tab: QuestionsTab) -> None:
    at = opened.clock.now()

    def answer_many(vault: Vault) -> tuple[QuestionId, ...]:
        some = [vault.questions.add(NewQuestion(text=f"Question {one}?"), at=at) for one in range(31)]
        for one in some:
            vault.questions.set_state(one, QuestionState.ANSWERED, at=at)
        return tuple(some)

    card = tab.cards["answered"]
    before = card.rows.keys
    many = in_notes(opened, answer_many)
    tab.opened()
    opened.quiet()
    assert card.rows.keys == (*before, *many)[:30]
    assert_accessible(card)
    card.more.click()
    opened.quiet()
    assert card.rows.keys == (*before, *many)
    assert card.more.isHidden()


def row_button(theme: Theme, number: int) -> Button:
    return Button(theme, f"Question {number}")


@pytest.fixture
def card(theme: Theme, stage: Stage) -> Iterator[GroupCard]:
    """A card for questions in pages."""
    card = GroupCard(theme, "Answered", partial(row_button, theme), fallback=stage.setFocus, more="Show more")
    stage.hold(card)
    yield card
    card.setParent(None)


def some(count: int) -> list[tuple[QuestionId, int]]:
    return [(QuestionId(one), one) for one in range(1, count + 1)]


def shown(card: GroupCard) -> tuple[int, bool]:
    return len(card.rows.keys), card.more.isVisible()


def test_after_the_last_page_the_keyboard_goes_on_at_its_first_row(card: GroupCard) -> None:
    card.more_wanted.connect(lambda: card.show_questions(some(70)))
    card.show_questions(some(70))
    assert shown(card) == (30, True)
    card.more.setFocus()
    press(Qt.Key.Key_Space)
    assert shown(card) == (60, True)
    assert card.more.hasFocus()
    press(Qt.Key.Key_Space)
    assert shown(card) == (70, False)
    assert isinstance(focus := QApplication.focusWidget(), Button)
    assert focus.words == "Question 61"
    card.show_questions(())
    assert card.isHidden()


def test_pages_reach_as_far_as_the_question_that_was_looked_for(card: GroupCard) -> None:
    card.show_questions(some(70), wanted=31)
    assert shown(card) == (60, True)
    assert card.rows.focus_row(QuestionId(31))
    card.show_questions(some(70), wanted=70)
    assert shown(card) == (70, False)


def test_what_is_still_to_be_asked_stands_there_whole(theme: Theme, stage: Stage) -> None:
    card = GroupCard(theme, "To ask", partial(row_button, theme), fallback=stage.setFocus)
    stage.hold(card)
    card.show_questions(some(31))
    assert shown(card) == (31, False)


def test_questions_are_written_moved_answered_and_deleted(
    opened: Opened, tab: QuestionsTab, written: Filled, listener: Listener
) -> None:
    the_tab_says_how_many_wait_and_the_list_can_be_used_without_sight(opened, tab)
    take_back_all(opened)
    ctrl_n_writes_a_question_for_a_visit(opened, tab, written)
    take_back_all(opened)
    an_empty_question_is_told_at_its_field(opened, tab)
    take_back_all(opened)
    moving_up_and_down_keeps_the_keyboard_at_its_button(opened, tab, written, listener)
    take_back_all(opened)
    an_answer_stands_under_its_question_with_who_and_when(opened, tab, written)
    take_back_all(opened)
    asked_and_set_aside_are_states_of_their_own(opened, tab, written)
    take_back_all(opened)
    a_deleted_question_comes_back_by_undo(opened, tab, written)
    take_back_all(opened)
    ready_questions_are_picked_by_situation_and_added_at_once(opened, tab)
    take_back_all(opened)
    found_questions_are_gone_to(opened, tab, written)
    take_back_all(opened)
    moving_passes_over_questions_that_are_answered(opened, tab, written)
    take_back_all(opened)
    what_was_answered_stands_there_a_page_at_a_time(opened, tab)
