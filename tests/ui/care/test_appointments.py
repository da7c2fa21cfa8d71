"""Appointments: a list with days, a form in the person's own way of writing, after the visit, what to chase."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from caregiver_app.support.i18n import use_language
from caregiver_app.ui.care.appointments.after_place import AfterPlace
from caregiver_app.ui.care.appointments.chase_drawer import ChaseDrawer
from caregiver_app.ui.care.appointments.tab import AppointmentsTab
from caregiver_app.ui.care.appointments.visit_drawer import VisitDrawer
from caregiver_app.ui.care.appointments.visit_row import VisitRow
from caregiver_app.ui.care.menu import CareMenu
from caregiver_app.ui.care.parts.record_rows import RecordRow
from caregiver_app.ui.widgets.button import Button, IconButton
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.records.appointments import AppointmentState, NewAppointment
from caregiver_app.vault.records.questions import QuestionState
from tests.helpers.accessible import assert_accessible
from tests.helpers.care_records import take_back_all
from tests.helpers.care_visits import Filled, filled, in_notes, tab_of
from tests.helpers.care_window import care_of, lock, unlock
from tests.helpers.qt_app import press
from tests.helpers.whole_window import Opened, wait_until

pytestmark = pytest.mark.usefixtures("undressed")


@pytest.fixture
def written(opened: Opened) -> Filled:
    """Open notes with what an invented family wrote."""
    unlock(opened)
    return filled(opened)


@pytest.fixture
def tab(opened: Opened, written: Filled) -> AppointmentsTab:
    """The appointments of that family."""
    del written
    return tab_of(opened, "appointments", AppointmentsTab)


@pytest.fixture
def american() -> Iterator[None]:
    """The way of writing of another place."""
    use_language("en-US")
    yield
    use_language("en-GB")


def row(tab: AppointmentsTab, group: str, place: int = 0) -> VisitRow:
    rows = tab.rows[group]
    found = rows.row(rows.keys[place])
    assert isinstance(found, VisitRow)
    return found


def button(row: RecordRow, words: str) -> Button:
    return next(one for one in row.findChildren(Button) if one.words == words)


def choose(opened: Opened, more: IconButton, words: str) -> None:
    """Choose what stands behind a button for more, by keyboard."""
    more.setFocus()
    more.click()
    menu = opened.whole.window.overlay.panel
    assert menu is not None
    assert isinstance(menu.content, CareMenu)
    names = [option.text for option in menu.content.list.options]
    for _step in range(names.index(words)):
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    opened.quiet()


def form(opened: Opened) -> VisitDrawer:
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    assert isinstance(panel.content, VisitDrawer)
    return panel.content


def words(row: RecordRow) -> list[str]:
    return [label.text() for label in row.findChildren(PlainLabel)]


def what_comes_what_is_over_and_what_is_to_be_chased_stand_apart(
    opened: Opened, tab: AppointmentsTab, written: Filled
) -> None:
    assert tab.rows["coming"].keys == (written.today, written.later)
    assert tab.rows["to-write-up"].keys == (written.past,)
    assert tab.chases.rows.keys == (written.chase,)
    assert tab.visit.isVisible()
    assert words(row(tab, "coming"))[:3] == ["Memory clinic review", "Monday 23 November", "14:30, Dr Osei"]
    assert "2 questions for it" in words(row(tab, "coming"))
    assert_accessible(opened.whole.window)


def test_no_appointments_say_what_they_are_good_for(opened: Opened) -> None:
    unlock(opened)
    assert tab_of(opened, "appointments", AppointmentsTab).empty.isVisible()


def a_visit_is_added_with_day_and_time_as_they_are_written_here(
    opened: Opened, tab: AppointmentsTab, written: Filled
) -> None:
    tab.add.setFocus()
    tab.add.click()
    drawer = form(opened)
    assert_accessible(drawer)
    drawer.form.show({"title": "Blood test", "day": "3/12/2026", "begins": "8.15", "ends": "8:45"})
    assert drawer.day.said.text() == "Thursday 3 December 2026"
    drawer.save.click()
    opened.quiet()
    assert tab.add.hasFocus()
    added = in_notes(opened, lambda vault: vault.appointments.list())[-1]
    assert (added.starts.local, added.starts.zone) == ("2026-12-03T08:15", "Europe/London")
    assert added.ends is not None
    assert added.ends.local == "2026-12-03T08:45"
    assert added.person_id == written.mum
    opened.whole.window.messages.undo()
    opened.quiet()
    assert len(tab.rows["coming"].keys) == 2


def test_in_another_place_the_same_signs_are_another_day(american: None, opened: Opened, tab: AppointmentsTab) -> None:
    del american
    tab.new()
    drawer = form(opened)
    drawer.form.show({"title": "Blood test", "day": "12/3/2026", "begins": "8:15"})
    drawer.save.click()
    assert "morning or afternoon" in drawer.begins.field.error
    drawer.form.show({"begins": "8:15 am"})
    drawer.save.click()
    opened.quiet()
    added = in_notes(opened, lambda vault: vault.appointments.list())[-1]
    assert added.starts.local == "2026-12-03T08:15"


def what_is_missing_is_told_at_its_field(opened: Opened, tab: AppointmentsTab) -> None:
    tab.new()
    drawer = form(opened)
    drawer.save.click()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "What"
    drawer.form.show({"title": "Nurse"})
    drawer.save.click()
    assert drawer.day.line.hasFocus()
    drawer.form.show({"day": "3 12 2026"})
    drawer.save.click()
    assert drawer.begins.line.hasFocus()
    drawer.form.show({"begins": "10:00", "ends": "9:00"})
    drawer.save.click()
    assert drawer.ends.field.error == "This ends before it begins."


def a_visit_is_moved_and_keeps_the_clock_of_its_place(opened: Opened, tab: AppointmentsTab) -> None:
    new = NewAppointment(title="Call with Tokyo", starts="2026-11-24T09:00", zone="Asia/Tokyo")
    visit_id = in_notes(opened, lambda vault: vault.appointments.add(new, at=opened.clock.now()))
    care_of(opened).desk.changed.emit()
    opened.quiet()
    place = tab.rows["coming"].keys.index(visit_id)
    assert "09:00 in Tokyo (00:00 here)" in words(row(tab, "coming", place))
    button(row(tab, "coming", place), "Change").click()
    opened.quiet()
    drawer = form(opened)
    assert drawer.zone == "Asia/Tokyo"
    drawer.form.show({"begins": "10:30"})
    drawer.save.click()
    opened.quiet()
    moved = in_notes(opened, lambda vault: vault.appointments.get(visit_id))
    assert (moved.starts.local, moved.starts.zone) == ("2026-11-24T10:30", "Asia/Tokyo")


def a_cancelled_visit_says_so_and_is_planned_again(opened: Opened, tab: AppointmentsTab, written: Filled) -> None:
    choose(opened, row(tab, "coming", 1).more, "Mark as cancelled")
    cancelled = in_notes(opened, lambda vault: vault.appointments.get(written.later))
    assert cancelled.state is AppointmentState.CANCELLED
    assert tab.rows["past"].keys == (written.later,)
    choose(opened, row(tab, "past").more, "Planned again")
    assert tab.rows["coming"].keys == (written.today, written.later)


def a_deleted_visit_comes_back_by_undo(opened: Opened, tab: AppointmentsTab, written: Filled) -> None:
    choose(opened, row(tab, "coming", 1).more, "Delete")
    assert tab.rows["coming"].keys == (written.today,)
    opened.whole.window.messages.undo()
    opened.quiet()
    assert written.later in tab.rows["coming"].keys


def after(opened: Opened, tab: AppointmentsTab) -> AfterPlace:
    one = button(row(tab, "coming"), "After the visit")
    one.setFocus()
    one.click()
    opened.quiet()
    assert isinstance(tab.place, AfterPlace)
    return tab.place


def after_the_visit_answers_decisions_and_promises_are_kept_at_once(
    opened: Opened, tab: AppointmentsTab, written: Filled
) -> None:
    place = after(opened, tab)
    assert_accessible(opened.whole.window)
    one, two, three = place.asked
    assert [asked.question.id for asked in place.asked] == list(written.questions)
    assert place.by_whom.text() == "Dr Osei"
    one.answer.setPlainText("Yes: take it at night.")
    two.box.setChecked(True)
    three.answer.setPlainText("The therapist.")
    place.outcome.setPlainText("She is a little better.")
    place.decisions.setPlainText("Come again in three months.")
    place.form.show({"chases": '[["Report", "Dr Osei", "1 December 2026"]]'})
    place.chases.add.click()
    place.done.click()
    opened.quiet()
    assert tab.place is None
    states = in_notes(opened, lambda vault: [vault.questions.get(one) for one in written.questions])
    assert [one.state for one in states] == [QuestionState.ANSWERED, QuestionState.ASKED, QuestionState.ANSWERED]
    assert [one.appointment_id for one in states] == [written.today] * 3
    assert states[0].answers[0].by_whom == "Dr Osei"
    visit = in_notes(opened, lambda vault: vault.appointments.get(written.today))
    assert (visit.state, visit.outcome) == (AppointmentState.DONE, "She is a little better.")
    assert "Decided: Come again in three months." in words(row(tab, "past"))
    promised = in_notes(opened, lambda vault: vault.chases.list())[-1]
    assert (promised.what, promised.who, promised.by_date) == ("Report", "Dr Osei", "2026-12-01")
    opened.whole.window.messages.undo()
    opened.quiet()
    states = in_notes(opened, lambda vault: [vault.questions.get(one) for one in written.questions])
    assert {one.state for one in states} == {QuestionState.OPEN}
    assert states[2].appointment_id is None
    assert len(tab.chases.rows.keys) == 1


def test_half_of_it_comes_back_after_a_lock(opened: Opened, tab: AppointmentsTab) -> None:
    place = after(opened, tab)
    place.asked[0].answer.setPlainText("Yes")
    place.form.show({"chases": '[["Report", "", ""], ["Letter", "Clinic", "tomorrow"]]'})
    place.decisions.setPlainText("Nothing new")
    lock(opened)
    unlock(opened)
    again = tab_of(opened, "appointments", AppointmentsTab)
    wait_until(lambda: isinstance(again.place, AfterPlace))
    back = again.place
    assert isinstance(back, AfterPlace)
    assert back.asked[0].answer.toPlainText() == "Yes"
    assert [chase.what for chase in back.chases.chases()] == ["Report", "Letter"]
    assert back.decisions.toPlainText() == "Nothing new"
    back.back.click()
    opened.quiet()
    assert again.place is None
    assert opened.whole.window.overlay.panel is None
    assert again.add.hasFocus()


def a_promise_without_words_is_told_and_nothing_is_kept(opened: Opened, tab: AppointmentsTab) -> None:
    place = after(opened, tab)
    place.form.show({"chases": '[["", "Clinic", ""]]'})
    place.done.click()
    opened.quiet()
    assert tab.place is place
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "What was promised, 1"


def a_promise_is_added_done_changed_and_deleted(opened: Opened, tab: AppointmentsTab, written: Filled) -> None:
    tab.chases.add.setFocus()
    tab.chases.add.click()
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    drawer = panel.content
    assert isinstance(drawer, ChaseDrawer)
    assert_accessible(drawer)
    drawer.form.show({"what": "Rail for the bath", "who": "Council", "by": "20 November 2026"})
    drawer.save.click()
    opened.quiet()
    assert len(tab.chases.rows.keys) == 2
    first = tab.chases.rows.row(tab.chases.rows.keys[0])
    assert isinstance(first, RecordRow)
    assert first.accessibleName() == "Rail for the bath"
    assert "Council. By Friday 20 November 2026" in words(first)
    button(first, "Done").setFocus()
    button(first, "Done").click()
    opened.quiet()
    assert tab.chases.rows.keys[0] == written.chase
    other = tab.chases.rows.row(written.chase)
    assert other is not None
    choose(opened, other.findChildren(IconButton)[0], "Delete")
    assert written.chase not in tab.chases.rows.keys
    opened.whole.window.messages.undo()
    opened.quiet()
    assert written.chase in tab.chases.rows.keys


def found_visits_and_promises_are_gone_to(opened: Opened, tab: AppointmentsTab, written: Filled) -> None:
    desk = care_of(opened).desk
    desk.open("appointments", written.later)
    opened.quiet()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert row(tab, "coming", 1).isAncestorOf(focused)
    desk.open("appointments", -written.chase)
    opened.quiet()
    focused = QApplication.focusWidget()
    chase = tab.chases.rows.row(written.chase)
    assert focused is not None
    assert chase is not None
    assert chase.isAncestorOf(focused)


def test_visits_and_promises_are_added_changed_and_taken_back(
    opened: Opened, tab: AppointmentsTab, written: Filled
) -> None:
    what_comes_what_is_over_and_what_is_to_be_chased_stand_apart(opened, tab, written)
    take_back_all(opened)
    a_visit_is_added_with_day_and_time_as_they_are_written_here(opened, tab, written)
    take_back_all(opened)
    what_is_missing_is_told_at_its_field(opened, tab)
    take_back_all(opened)
    a_cancelled_visit_says_so_and_is_planned_again(opened, tab, written)
    take_back_all(opened)
    a_deleted_visit_comes_back_by_undo(opened, tab, written)
    take_back_all(opened)
    after_the_visit_answers_decisions_and_promises_are_kept_at_once(opened, tab, written)
    take_back_all(opened)
    a_promise_without_words_is_told_and_nothing_is_kept(opened, tab)
    take_back_all(opened)
    a_promise_is_added_done_changed_and_deleted(opened, tab, written)
    take_back_all(opened)
    found_visits_and_promises_are_gone_to(opened, tab, written)
    take_back_all(opened)
    a_visit_is_moved_and_keeps_the_clock_of_its_place(opened, tab)
