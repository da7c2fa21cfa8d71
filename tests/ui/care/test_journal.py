"""The journal: writing, the daily log, earlier notes, one note in full, versions, pages of the library."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from caregiver_app.model.time import Millis, from_datetime
from caregiver_app.ui.care.journal.change_place import ChangePlace
from caregiver_app.ui.care.journal.note_place import NotePlace
from caregiver_app.ui.care.journal.note_row import NoteRow
from caregiver_app.ui.care.journal.quick_answers import AnswerEditor, split_answer
from caregiver_app.ui.care.journal.tab import JournalTab
from caregiver_app.ui.care.parts.citations import CiteDrawer
from caregiver_app.ui.care.private_fields import PrivateLine, PrivateText
from caregiver_app.ui.care.questions.question_drawer import QuestionDrawer
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.pill import Pill
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.records.medicines import MedicineText
from caregiver_app.vault.records.notes import NewNote, NoteId, NoteKind
from caregiver_app.vault.records.people import Situation
from caregiver_app.vault.store import Vault
from tests.helpers.accessible import assert_accessible
from tests.helpers.care_records import take_back_all
from tests.helpers.care_visits import Filled, filled, in_notes, tab_of
from tests.helpers.care_window import care_of, journal, lock, unlock
from tests.helpers.library import add_source, an_article, store
from tests.helpers.qt_app import press, settle
from tests.helpers.whole_window import Opened, wait_until

pytestmark = pytest.mark.usefixtures("undressed")


@pytest.fixture
def tab(opened: Opened) -> JournalTab:
    """The journal of open notes in which nothing is written."""
    unlock(opened)
    return journal(opened)


@pytest.fixture
def written(opened: Opened, tab: JournalTab) -> Filled:
    """What an invented family wrote."""
    del tab
    return filled(opened)


def rows(tab: JournalTab) -> list[NoteRow]:
    found = (tab.earlier.rows.row(key) for key in tab.earlier.rows.keys)
    return [row for row in found if isinstance(row, NoteRow)]


def drawer(opened: Opened) -> object:
    panel = opened.whole.window.overlay.panel
    return None if panel is None else panel.content


def an_empty_journal_says_why_two_lines_are_enough(tab: JournalTab) -> None:
    assert tab.earlier.empty.isVisible()
    assert tab.earlier.empty.accessibleName() == "Two lines a day are enough. They help the doctor see what changed."


def test_what_is_written_is_saved_by_itself_and_says_when(opened: Opened, tab: JournalTab) -> None:
    tab.edit.setFocus()
    QTest.keyClicks(tab.edit, "She slept well.")
    wait_until(lambda: tab.write.state.text() == "Saved 08:05")
    drafts = in_notes(opened, lambda vault: vault.drafts.list())
    assert [draft.text for draft in drafts if draft.place == "note/new"] == ["She slept well."]


def done_keeps_a_note_empties_the_card_and_can_be_undone(opened: Opened, tab: JournalTab) -> None:
    tab.edit.setPlainText("She slept well.")
    tab.done.click()
    opened.quiet()
    assert tab.edit.toPlainText() == ""
    assert tab.edit.hasFocus()
    assert [row.accessibleName() for row in rows(tab)] == ["note of Monday 23 November, 08:05: She slept well."]
    assert opened.message == "Note kept."
    assert in_notes(opened, lambda vault: vault.drafts.list()) == ()
    opened.whole.window.messages.undo()
    opened.quiet()
    assert rows(tab) == []
    opened.whole.window.messages.redo()
    opened.quiet()
    assert len(rows(tab)) == 1


def done_with_nothing_written_goes_to_the_text(opened: Opened, tab: JournalTab) -> None:
    tab.done.setFocus()
    tab.done.click()
    opened.quiet()
    assert tab.edit.hasFocus()
    assert opened.message == ""


def the_daily_log_is_filled_by_keyboard_with_ready_answers(opened: Opened, tab: JournalTab) -> None:
    quick = tab.write.writer.answers.quick()
    assert quick is not None
    quick.ask("sleep")
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Space)  # "Woke up often"
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Sleep: Woke up often"
    press(Qt.Key.Key_Right)  # Eating
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Escape)
    tab.done.click()
    opened.quiet()
    (note,) = in_notes(opened, lambda vault: vault.notes.list())
    assert note.kind is NoteKind.DAILY_LOG
    assert note.answers == {"sleep": "Woke up often"}
    assert tab.write.writer.answers.answers == {}


def test_after_midnight_the_open_notes_speak_of_the_new_day(opened: Opened) -> None:
    opened.clock.jump(from_datetime(datetime(2026, 11, 23, 23, 59, 55).astimezone()))
    unlock(opened)
    tab = journal(opened)
    day = tab.write.writer.day
    opened.clock.advance(10)
    opened.whole.new_day.every_minute.timeout.emit()
    headings = [label.text() for label in tab.write.findChildren(PlainLabel)]
    assert "Today, Tuesday 24 November" in headings
    day.line.setText("yesterday")
    assert day.said.text() == "Monday 23 November 2026"


def test_own_words_join_a_ready_answer(opened: Opened, tab: JournalTab) -> None:
    quick = tab.write.writer.answers.quick()
    assert quick is not None
    quick.ask("pain")
    press(Qt.Key.Key_Space)
    quick.ask("pain")
    QTest.keyClicks(_line(), "in the left knee")
    assert quick.answers == {"pain": "None seen, in the left knee"}


def _line() -> PrivateLine:
    return next(one for one in QApplication.allWidgets() if isinstance(one, AnswerEditor) and one.isVisible()).line


@pytest.mark.parametrize(
    ("answer", "ready", "rest"),
    [("Well", "Well", ""), ("Well, after tea", "Well", "after tea"), ("Wellish", "", "Wellish"), ("", "", "")],
)
def test_an_answer_is_told_apart_from_what_was_added(answer: str, ready: str, rest: str) -> None:
    assert split_answer(answer, ("Well", "Hardly at all")) == (ready, rest)


def test_a_whole_draft_comes_back_after_a_lock_with_answers_tags_and_cursor(opened: Opened, tab: JournalTab) -> None:
    tab.edit.setFocus()
    tab.edit.setPlainText("Half a sentence")
    cursor = tab.edit.textCursor()
    cursor.setPosition(4)
    tab.edit.setTextCursor(cursor)
    tab.write.writer.tags.setText("Sleep, Evening")
    quick = tab.write.writer.answers.quick()
    assert quick is not None
    quick.ask("mood")
    press(Qt.Key.Key_Space)
    tab.edit.setFocus()
    lock(opened)
    unlock(opened)
    again = journal(opened)
    assert again.edit.toPlainText() == "Half a sentence"
    assert again.edit.textCursor().position() == 4
    assert again.write.writer.tags.text() == "Sleep, Evening"
    assert again.write.writer.answers.answers == {"mood": "Calm"}
    wait_until(again.edit.hasFocus)


def test_another_template_asks_its_own_and_is_kept_as_that_kind(opened: Opened, tab: JournalTab) -> None:
    writer = tab.write.writer
    writer.more.click()
    writer.kind.chip(NoteKind.INCIDENT.value).setFocus()
    settle()
    assert_accessible(tab)
    fields = tab.write.writer.answers.findChildren(PrivateText)
    next(field for field in fields if field.accessibleName() == "What happened").setPlainText("Fell in the hall")
    tab.done.click()
    opened.quiet()
    (note,) = in_notes(opened, lambda vault: vault.notes.list())
    assert (note.kind, note.answers) == (NoteKind.INCIDENT, {"what": "Fell in the hall"})


def test_tags_author_and_about_me_are_kept_and_the_author_is_offered_again(opened: Opened, tab: JournalTab) -> None:
    writer = tab.write.writer
    tab.edit.setPlainText("I am tired.")
    writer.tags.setText("#Me, sleep")
    writer.author.setText("Anna")
    writer.about_me.setChecked(True)
    writer.day.line.setText("22 11 2026")
    writer.clock.line.setText("21:15")
    tab.done.click()
    opened.quiet()
    (note,) = in_notes(opened, lambda vault: vault.notes.list())
    assert (note.tags, note.author, note.about_me) == (("Me", "sleep"), "Anna", True)
    assert rows(tab)[0].accessibleName().startswith("note of Sunday 22 November, 21:15")
    assert writer.author.text() == "Anna"
    assert not writer.about_me.isChecked()


def test_a_day_that_cannot_be_read_is_told_and_nothing_is_kept(opened: Opened, tab: JournalTab) -> None:
    tab.edit.setPlainText("Something")
    tab.write.writer.more.click()
    tab.write.writer.day.line.setText("32 11 2026")
    tab.done.click()
    opened.quiet()
    assert in_notes(opened, lambda vault: vault.notes.list()) == ()
    assert tab.write.writer.day.line.hasFocus()


def the_front_shows_notes_the_next_visit_and_the_medicines(opened: Opened, written: Filled) -> None:
    del written
    tab = tab_of(opened, "journal", JournalTab)
    assert len(rows(tab)) == 2
    assert tab.visit.isVisible()
    assert tab.medicines.isVisible()
    assert_accessible(opened.whole.window)


def test_a_medicine_that_was_begun_lately_is_called_new(opened: Opened, written: Filled) -> None:
    def begin(vault: Vault) -> None:
        for name, day in (("Ramipril", "2026-11-16"), ("Aspirin", "2026-09-01"), ("Later", "2026-12-01")):
            vault.medicines.add(MedicineText(name=name, started=day), person_id=written.mum, at=opened.clock.now())

    in_notes(opened, begin)
    care_of(opened).desk.changed.emit()
    opened.quiet()
    card = tab_of(opened, "journal", JournalTab).medicines
    assert [pill.look.text for pill in card.findChildren(Pill)] == ["New"]
    assert "Since 16 November" in " ".join(label.text() for label in card.findChildren(PlainLabel))


def a_note_opens_in_full_and_back_returns_to_its_row(opened: Opened, written: Filled) -> None:
    tab = tab_of(opened, "journal", JournalTab)
    row = rows(tab)[0]
    row.open.setFocus()
    row.open.click()
    opened.quiet()
    place = tab.place
    assert isinstance(place, NotePlace)
    assert place.note_id == written.notes[0]
    assert place.view is not None
    assert "Curtains closed at four" in place.view.toPlainText()
    assert place.back.hasFocus()
    assert_accessible(opened.whole.window)
    press(Qt.Key.Key_Escape)
    opened.quiet()
    assert tab.place is None
    assert row.open.hasFocus()


def the_text_of_a_note_loads_nothing_and_opens_nothing_by_itself(opened: Opened, tab: JournalTab) -> None:
    hostile = (
        "![x](file:///etc/hostname) ![y](https://evil.example/a.png) <img src=http://evil.example/b> [a](javascript:1)"
    )
    note_id = in_notes(opened, lambda vault: vault.notes.add(NewNote(text=hostile), at=opened.clock.now()))
    tab.open_note(NoteId(note_id))
    opened.quiet()
    place = tab.place
    assert isinstance(place, NotePlace)
    assert place.view is not None
    image = QTextDocument.ResourceType.ImageResource.value
    assert place.view.loadResource(image, QUrl("file:///etc/hostname")).isNull()
    assert not place.view.loadResource(
        QTextDocument.ResourceType.StyleSheetResource.value, QUrl("file:///etc/hostname")
    )
    assert "<img" not in place.view.toHtml()


def a_note_is_changed_and_an_earlier_version_brought_back(opened: Opened, written: Filled) -> None:
    tab = tab_of(opened, "journal", JournalTab)
    tab.open_note(written.notes[1])
    opened.quiet()
    assert isinstance(tab.place, NotePlace)
    tab.place.change.click()
    opened.quiet()
    place = tab.place
    assert isinstance(place, ChangePlace)
    place.writer.edit.setPlainText("Drank without coughing.")
    place.done.click()
    opened.quiet()
    shown = tab.place
    assert isinstance(shown, NotePlace)
    assert shown.view is not None
    assert shown.view.toPlainText().strip() == "Drank without coughing."
    shown.versions.open.click()
    (key,) = shown.versions.rows.keys
    row = shown.versions.rows.row(key)
    assert row is not None
    next(button for button in row.findChildren(Button) if button.words == "Bring back").click()
    opened.quiet()
    note = in_notes(opened, lambda vault: vault.notes.get(written.notes[1]))
    assert note.text.startswith("Coughed when drinking tea")
    opened.whole.window.messages.undo()
    opened.quiet()
    note = in_notes(opened, lambda vault: vault.notes.get(written.notes[1]))
    assert note.text == "Drank without coughing."


def test_a_change_that_was_not_done_comes_back_after_a_lock(opened: Opened, written: Filled) -> None:
    tab = tab_of(opened, "journal", JournalTab)
    tab.open_note(written.notes[1])
    opened.quiet()
    assert isinstance(tab.place, NotePlace)
    tab.place.change.click()
    opened.quiet()
    assert isinstance(tab.place, ChangePlace)
    tab.place.writer.edit.setPlainText("Half changed")
    lock(opened)
    unlock(opened)
    again = journal(opened)
    wait_until(lambda: isinstance(again.place, ChangePlace))
    assert isinstance(again.place, ChangePlace)
    assert again.place.writer.edit.toPlainText() == "Half changed"


def a_deleted_note_goes_with_its_day_named_and_comes_back(opened: Opened, written: Filled) -> None:
    del written
    tab = tab_of(opened, "journal", JournalTab)
    row = rows(tab)[0]
    row.more.setFocus()
    row.more.click()
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Up)  # the last one deletes for good
    press(Qt.Key.Key_Return)
    opened.quiet()
    assert opened.message == "Deleted the note from Sunday 22 November."
    assert len(rows(tab)) == 1
    focused = QApplication.focusWidget()
    assert focused is not None
    assert rows(tab)[0].isAncestorOf(focused)
    opened.whole.window.messages.undo()
    opened.quiet()
    assert len(rows(tab)) == 2


def a_note_turns_into_a_question_that_knows_it(opened: Opened, tab: JournalTab) -> None:
    tab.edit.setPlainText("Why is she so tired?")
    assert tab.write.ask.words == "Ask the doctor about this"
    tab.write.ask.click()
    opened.quiet()
    form = drawer(opened)
    assert isinstance(form, QuestionDrawer)
    assert form.form.values["text"] == "Why is she so tired?"
    form.save.click()
    opened.quiet()
    (question,) = in_notes(opened, lambda vault: vault.questions.list())
    (note,) = in_notes(opened, lambda vault: vault.notes.list())
    assert (question.text, question.note_id) == ("Why is she so tired?", note.id)
    body = care_of(opened).screen.body
    assert body is not None
    assert body.row.buttons["questions"].words == "Questions 1"


def notes_of_one_tag_are_listed_alone(opened: Opened, written: Filled) -> None:
    tab = tab_of(opened, "journal", JournalTab)
    assert tab.earlier.tags.isVisible()
    tab.earlier.tags.chosen.emit("Eating")
    opened.quiet()
    assert tab.earlier.rows.keys == (written.notes[1],)


def test_notes_are_read_changed_and_deleted(opened: Opened, written: Filled) -> None:
    the_front_shows_notes_the_next_visit_and_the_medicines(opened, written)
    take_back_all(opened)
    a_note_opens_in_full_and_back_returns_to_its_row(opened, written)
    take_back_all(opened)
    a_note_is_changed_and_an_earlier_version_brought_back(opened, written)
    take_back_all(opened)
    a_deleted_note_goes_with_its_day_named_and_comes_back(opened, written)
    take_back_all(opened)
    notes_of_one_tag_are_listed_alone(opened, written)


def older_notes_come_a_page_at_a_time(opened: Opened, tab: JournalTab) -> None:
    def add(count: int) -> None:
        in_notes(
            opened,
            lambda vault: [
                vault.notes.add(NewNote(text=f"Note {number}"), at=opened.clock.now()) for number in range(count)
            ],
        )

    add(45)
    care_of(opened).desk.changed.emit()
    opened.quiet()
    assert len(rows(tab)) == 20
    tab.earlier.more.click()
    opened.quiet()
    assert len(rows(tab)) == 40
    tab.earlier.more.click()
    opened.quiet()
    assert len(rows(tab)) == 45
    assert not tab.earlier.more.isVisible()


def test_notes_are_written_done_and_taken_back(tab: JournalTab, opened: Opened) -> None:
    an_empty_journal_says_why_two_lines_are_enough(tab)
    take_back_all(opened)
    done_with_nothing_written_goes_to_the_text(opened, tab)
    take_back_all(opened)
    done_keeps_a_note_empties_the_card_and_can_be_undone(opened, tab)
    take_back_all(opened)
    the_daily_log_is_filled_by_keyboard_with_ready_answers(opened, tab)
    take_back_all(opened)
    a_note_turns_into_a_question_that_knows_it(opened, tab)
    take_back_all(opened)
    older_notes_come_a_page_at_a_time(opened, tab)
    take_back_all(opened)
    the_text_of_a_note_loads_nothing_and_opens_nothing_by_itself(opened, tab)


def test_a_page_of_the_library_is_cited_and_its_title_stays_when_it_is_gone(opened: Opened, written: Filled) -> None:
    tab = tab_of(opened, "journal", JournalTab)
    tab.open_note(written.notes[0])
    opened.quiet()
    place = tab.place
    assert isinstance(place, NotePlace)
    in_notes(
        opened,
        lambda vault: vault.citations.add(
            "note", written.notes[0], library_uid="article/gone", title="Evenings and sleep", at=opened.clock.now()
        ),
    )
    place.refresh()
    opened.quiet()
    (key,) = place.citations.rows.keys
    row = place.citations.rows.row(key)
    assert row is not None
    assert row.accessibleName() == "Evenings and sleep"
    open_page, take_away = row.findChildren(Button)
    open_page.click()
    opened.quiet()
    assert opened.message == "This page is no longer in the library. Its title stays here."
    take_away.click()
    opened.quiet()
    assert place.citations.rows.keys == ()


def test_a_page_is_found_in_the_library_by_its_words_and_added(opened: Opened, written: Filled) -> None:
    tab = tab_of(opened, "journal", JournalTab)
    tab.open_note(written.notes[0])
    opened.quiet()
    place = tab.place
    assert isinstance(place, NotePlace)
    place.citations.add.click()
    opened.quiet()
    found = drawer(opened)
    assert isinstance(found, CiteDrawer)
    assert found.words.hasFocus()
    assert found.said.text() == "There are no pages in the library yet."
    assert_accessible(found)
    store(opened.library, add_source(opened.library), an_article("one", "Evenings and sleep", "Close the curtains"))
    found.words.setText("curtai")
    found.words.returnPressed.emit()
    opened.quiet()
    (page,) = found.list.options
    assert page.text == "Evenings and sleep"
    found.list.chosen.emit(page.value)
    opened.quiet()
    (citation,) = in_notes(opened, lambda vault: vault.citations.of("note", written.notes[0]))
    assert citation.title == "Evenings and sleep"
    row = place.citations.rows.row(citation.id)
    assert row is not None
    row.findChildren(Button)[0].click()
    opened.quiet()
    assert opened.whole.window.nav.current == "library"
    assert tab.place is place


def test_kept_notes_are_for_reading(opened: Opened, written: Filled) -> None:
    in_notes(
        opened,
        lambda vault: vault.people.set_situation(written.mum, Situation.DIED, on=None, at=opened.clock.now()),
    )
    care_of(opened).desk.changed.emit()
    opened.quiet()
    opened.quiet()
    tab = tab_of(opened, "journal", JournalTab)
    assert tab.kept.isVisible()
    assert not tab.write.isVisible()
    assert len(rows(tab)) == 2


def test_notes_of_somebody_who_died_are_for_reading_also_among_those_of_everybody(
    opened: Opened, written: Filled
) -> None:
    in_notes(opened, lambda vault: vault.people.add("Dad", at=opened.clock.now()))
    in_notes(
        opened,
        lambda vault: vault.citations.add(
            "note", written.notes[0], library_uid="x", title="Falls", address="", at=opened.clock.now()
        ),
    )
    in_notes(
        opened,
        lambda vault: vault.people.set_situation(written.mum, Situation.DIED, on=None, at=opened.clock.now()),
    )
    care_of(opened).desk.changed.emit()
    opened.quiet()
    opened.quiet()
    assert care_of(opened).desk.whom.person is None
    tab = tab_of(opened, "journal", JournalTab)
    tab.open_note(written.notes[0])
    opened.quiet()
    place = tab.place
    assert isinstance(place, NotePlace)
    shown = {button.words for button in place.findChildren(Button) if button.isVisible()}
    assert {"Delete", "Open the page"} <= shown
    assert not shown & {"Change", "Ask the doctor about this", "Take away", "Add a page from the library"}


def test_an_earlier_version_shows_its_answers_and_tags_too(opened: Opened, written: Filled) -> None:
    later = Millis(opened.clock.now() + 3_600_000)
    in_notes(
        opened,
        lambda vault: vault.notes.change(written.notes[0], text="", answers={"sleep": "Well"}, tags=(), at=later),
    )
    tab = tab_of(opened, "journal", JournalTab)
    tab.open_note(written.notes[0])
    opened.quiet()
    assert isinstance(tab.place, NotePlace)
    tab.place.versions.open.click()
    (key,) = tab.place.versions.rows.keys
    row = tab.place.versions.rows.row(key)
    assert row is not None
    said = " ".join(label.text() for label in row.findChildren(PlainLabel))
    assert "Restless evening" in said
    assert "Sleep: Woke up often" in said
    assert "Mood: Restless" in said
    assert "Tags: Mood, Sleep" in said


def test_a_note_is_about_who_is_looked_at_also_when_somebody_was_added_since(opened: Opened, written: Filled) -> None:
    """One that is read goes when another person is looked at."""
    tab = tab_of(opened, "journal", JournalTab)
    assert not tab.write.writer.whom.isVisible()
    dad = in_notes(opened, lambda vault: vault.people.add("Dad", at=opened.clock.now()))
    desk = care_of(opened).desk
    desk.changed.emit()
    opened.quiet()
    assert tab.write.writer.whom.isVisible()
    desk.whom.choose(dad)
    opened.quiet()
    assert rows(tab) == []
    tab.edit.setPlainText("He walked to the shop.")
    tab.done.click()
    opened.quiet()
    assert in_notes(opened, lambda vault: vault.notes.list(dad))[0].text == "He walked to the shop."
    desk.whom.choose(None)
    opened.quiet()
    about = [label.text() for label in rows(tab)[0].findChildren(PlainLabel)]
    assert "08:05, about Dad" in about
    assert len(rows(tab)) == 1 + len(written.notes)
    tab.open_note(written.notes[1])
    opened.quiet()
    desk.whom.choose(written.mum)
    stays = isinstance(tab.place, NotePlace)
    desk.whom.choose(dad)
    assert (stays, tab.place) == (True, None)


def test_what_is_being_written_stays_about_the_same_person_when_another_is_looked_at(
    opened: Opened, written: Filled
) -> None:
    tab = tab_of(opened, "journal", JournalTab)
    dad = in_notes(opened, lambda vault: vault.people.add("Dad", at=opened.clock.now()))
    desk = care_of(opened).desk
    desk.changed.emit()
    opened.quiet()
    desk.whom.choose(written.mum)
    tab.edit.setPlainText("She walked to the shop.")
    desk.whom.choose(dad)
    opened.quiet()
    tab.done.click()
    opened.quiet()
    assert "She walked to the shop." in [
        note.text for note in in_notes(opened, lambda vault: vault.notes.list(written.mum))
    ]


def test_a_note_may_be_given_to_somebody_else(opened: Opened, written: Filled) -> None:
    tab = tab_of(opened, "journal", JournalTab)
    dad = in_notes(opened, lambda vault: vault.people.add("Dad", at=opened.clock.now()))
    care_of(opened).desk.changed.emit()
    opened.quiet()
    tab.open_note(written.notes[1])
    opened.quiet()
    assert isinstance(tab.place, NotePlace)
    tab.place.change.click()
    opened.quiet()
    assert isinstance(tab.place, ChangePlace)
    tab.place.writer.form.show({"person": str(dad)})
    tab.place.done.click()
    opened.quiet()
    assert in_notes(opened, lambda vault: vault.notes.get(written.notes[1])).person_id == dad
    opened.whole.window.messages.undo()
    opened.quiet()
    assert in_notes(opened, lambda vault: vault.notes.get(written.notes[1])).person_id == written.mum
