"""Open care notes on Home: what comes up, what to ask and what to chase, each step with its undo."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.ui.care.access import LockState
from caregiver_app.ui.care.tabs import MEDICINES
from caregiver_app.ui.home.private_part import PrivatePart
from caregiver_app.ui.home.ticked_row import TickedRow
from caregiver_app.ui.sheets.joining import PRINT
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.date_tile import DateTile
from caregiver_app.vault.records.appointments import NewAppointment
from caregiver_app.vault.records.people import Situation
from caregiver_app.vault.records.questions import NewQuestion, QuestionState
from caregiver_app.vault.store import Vault
from tests.helpers.a_week import QUESTIONS, a_week
from tests.helpers.care_window import care_of, journal, unlock
from tests.helpers.clock import MONDAY
from tests.helpers.home_window import cards, home, home_window, unlock_from_home, words
from tests.helpers.qt_app import press, settle
from tests.helpers.whole_window import Opened, wait_until

pytestmark = pytest.mark.usefixtures("undressed")


def ticks(part: PrivatePart) -> list[TickedRow]:
    """Return the rows that can be ticked, as they stand."""
    seen = [row for row in part.findChildren(TickedRow) if row.isVisible()]
    return sorted(seen, key=lambda row: row.mapTo(part, row.rect().topLeft()).y())


def kept(opened: Opened, text: str) -> list[QuestionState]:
    vault = opened.services.care.open()
    try:
        return [one.state for one in vault.questions.list() if one.text == text]
    finally:
        vault.close()


def printed(opened: Opened) -> tuple[object, object]:
    """Return which sheet Print shows, and for which visit."""
    wanted = opened.whole.gate.side.printing.screen.body.wanted
    return wanted.what, wanted.visit


def lock_again(opened: Opened) -> None:
    """Begin a step of a walk: at Home, with locked notes."""
    opened.whole.care.access.lock()
    wait_until(lambda: not opened.services.care.is_unlocked)
    opened.whole.window.forget()
    opened.whole.window.open_screen("home")
    opened.quiet()


def locked_notes_say_so_and_greet_without_a_name(locked: Opened) -> None:
    said = words(home(locked).private.shut)
    assert said == "Your care notes are locked.\nUnlock to see appointments and questions here."
    assert home(locked).private.cards is None


def test_without_care_notes_home_offers_to_set_them_up(opened: Opened) -> None:
    place = home(opened).private
    assert place.shut.set_up.isVisible()
    assert home(opened).doing.note.isHidden()
    press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert opened.whole.window.nav.current == PRINT
    press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    place.shut.set_up.click()
    settle()
    assert opened.whole.window.windowTitle() == "Care notes, Caregiver"


def unlocking_from_home_leads_back_home_with_the_keyboard_at_the_cards(locked: Opened) -> None:
    part = unlock_from_home(locked)
    assert locked.whole.window.windowTitle() == "Home, Caregiver"
    assert part.paper.print.hasFocus()
    assert home(locked).private.shut.isHidden()


def the_palette_unlocks_from_anywhere_and_leads_home(locked: Opened) -> None:
    locked.whole.window.open_screen("library")
    (command,) = locked.whole.find.commands.find("unlock care")
    command.action()
    settle()
    unlock(locked)
    assert locked.whole.window.windowTitle() == "Home, Caregiver"
    assert locked.whole.find.commands.find("unlock care") == ()


def the_palette_leads_to_the_recovery_sheet_who_forgot_the_passphrase(locked: Opened) -> None:
    locked.whole.window.open_screen("library")
    (command, *_more) = locked.whole.find.commands.find("forgot passphrase")
    assert command.name == "Use my recovery sheet"
    command.action()
    settle()
    shut = locked.whole.care.screen.shut
    assert shut.currentWidget() is shut.recover
    assert locked.whole.window.nav.current == "care"
    shut.show_state()


def what_comes_up_has_its_day_as_a_tile_and_says_what_is_ready(locked: Opened) -> None:
    part = unlock_from_home(locked)
    tiles = [tile for tile in part.coming.findChildren(DateTile) if tile.isVisible()]
    assert [tile.accessibleName() for tile in tiles] == ["Monday 23 November", "Wednesday 25 November"]
    said = words(part.coming)
    assert "Memory clinic review, 14:30" in said
    assert "Dr Osei, Northfield Hospital. 3 questions are ready." in said
    assert "Private" in said


def the_sheet_of_todays_visit_is_shown_small_and_one_press_leads_to_print(locked: Opened) -> None:
    part = unlock_from_home(locked)
    assert part.paper.page.has_picture
    assert "Memory clinic review, today at 14:30" in words(part.paper)
    part.paper.print.click()
    locked.quiet()
    assert locked.whole.window.windowTitle() == "Print, Caregiver"
    assert printed(locked) == (SheetKind.VISIT, part.coming.rows.keys[0])


def test_an_appointment_that_is_over_is_not_coming_up(locked: Opened) -> None:
    locked.clock.advance(9 * 3600)
    part = unlock_from_home(locked)
    assert "Memory clinic review" not in words(part.coming)
    assert "District nurse visit" in words(part.coming)
    assert part.paper.wish.kind is SheetKind.EMERGENCY  # the next visit is neither today nor tomorrow
    buttons = {button.accessibleName(): button for button in part.coming.findChildren(Button)}
    buttons["Visit sheet for District nurse visit"].click()
    locked.quiet()
    assert printed(locked) == (SheetKind.VISIT, part.coming.rows.keys[0])


def a_question_is_ticked_off_and_undo_brings_it_back(locked: Opened) -> None:
    part = unlock_from_home(locked)
    row = ticks(part)[0]
    row.box.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Space)
    locked.quiet()
    assert [one.box.accessibleName() for one in ticks(part)][:2] == list(QUESTIONS[1:])
    assert ticks(part)[0].box.hasFocus()
    assert locked.message == "Marked as asked."
    assert kept(locked, QUESTIONS[0]) == [QuestionState.ASKED]
    locked.whole.window.messages.undo()
    locked.quiet()
    assert ticks(part)[0].box.accessibleName() == QUESTIONS[0]
    assert kept(locked, QUESTIONS[0]) == [QuestionState.OPEN]


def a_question_is_written_by_enter_and_the_field_is_ready_for_the_next(locked: Opened) -> None:
    part = unlock_from_home(locked)
    part.questions.line.setFocus()
    QTest.keyClicks(part.questions.line, "Can she have a flu jab?")
    press(Qt.Key.Key_Return)
    locked.quiet()
    assert kept(locked, "Can she have a flu jab?") == [QuestionState.OPEN]
    assert part.questions.line.text() == ""
    assert part.questions.line.hasFocus()
    assert locked.message == "Question kept."
    press(Qt.Key.Key_Return)
    locked.quiet()
    assert kept(locked, "") == []


def a_promise_past_its_day_says_so_and_is_ticked_off(locked: Opened) -> None:
    part = unlock_from_home(locked)
    assert "Surgery. By Friday 20 November." in words(part.chases)
    assert "Day has passed" in words(part.chases)
    box = next(row for row in ticks(part) if row.box.accessibleName() == "Letter about the blood test").box
    box.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Space)
    locked.quiet()
    assert part.chases.isHidden()
    assert part.questions.line.hasFocus()
    locked.whole.window.messages.undo()
    locked.quiet()
    assert part.chases.isVisible()


def test_the_cards_can_be_hidden_and_stay_so_over_a_lock(locked: Opened) -> None:
    part = unlock_from_home(locked)
    part.hide_cards.setFocus()
    part.hide_cards.click()
    locked.quiet()
    assert words(part) == "Your appointments and questions are hidden."
    assert part.show_cards.hasFocus()
    locked.whole.care.access.lock()
    wait_until(lambda: not locked.services.care.is_unlocked)
    part = unlock_from_home(locked)
    assert words(part) == "Your appointments and questions are hidden."
    part.show_cards.click()
    locked.quiet()
    assert "Memory clinic review" in words(part)


def test_hiding_the_cards_is_undone_and_done_again(locked: Opened) -> None:
    part = unlock_from_home(locked)
    part.hide_cards.click()
    locked.quiet()
    assert [part.paper.page.has_picture] == [False]
    locked.whole.window.messages.undo()
    locked.quiet()
    assert "Memory clinic review" in words(part)
    assert part.paper.page.has_picture
    locked.whole.window.messages.redo()
    locked.quiet()
    assert words(part) == "Your appointments and questions are hidden."


def what_was_written_elsewhere_is_there_when_home_is_opened_again(locked: Opened) -> None:
    unlock_from_home(locked)
    locked.whole.window.open_screen("care")
    vault = locked.services.care.open()
    vault.questions.add(NewQuestion(text="Written elsewhere?"), at=MONDAY)
    vault.close()
    locked.whole.window.open_screen("home")
    assert "Written elsewhere?" in [row.box.accessibleName() for row in ticks(cards(locked))]


def all_appointments_and_a_note_lead_into_the_care_notes(locked: Opened) -> None:
    part = unlock_from_home(locked)
    part.coming.all.click()
    locked.quiet()
    assert locked.whole.window.windowTitle() == "Care notes, Caregiver"
    for act in (home(locked).doing.note.click, lambda: press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)):
        care_of(locked).desk.open(MEDICINES)
        locked.whole.window.open_screen("home")
        act()
        locked.quiet()
        assert locked.whole.window.windowTitle() == "Care notes, Caregiver"
        assert journal(locked).edit.hasFocus()


def test_cards_of_a_week_are_read_ticked_written_and_left(locked: Opened) -> None:
    locked_notes_say_so_and_greet_without_a_name(locked)
    lock_again(locked)
    unlocking_from_home_leads_back_home_with_the_keyboard_at_the_cards(locked)
    lock_again(locked)
    what_comes_up_has_its_day_as_a_tile_and_says_what_is_ready(locked)
    lock_again(locked)
    the_sheet_of_todays_visit_is_shown_small_and_one_press_leads_to_print(locked)
    lock_again(locked)
    a_question_is_ticked_off_and_undo_brings_it_back(locked)
    lock_again(locked)
    a_promise_past_its_day_says_so_and_is_ticked_off(locked)
    lock_again(locked)
    all_appointments_and_a_note_lead_into_the_care_notes(locked)
    lock_again(locked)
    the_palette_unlocks_from_anywhere_and_leads_home(locked)
    lock_again(locked)
    the_palette_leads_to_the_recovery_sheet_who_forgot_the_passphrase(locked)
    lock_again(locked)
    a_question_is_written_by_enter_and_the_field_is_ready_for_the_next(locked)
    lock_again(locked)
    what_was_written_elsewhere_is_there_when_home_is_opened_again(locked)


def test_people_whose_care_changed_bring_nothing_and_others_are_named(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    def two(vault: Vault) -> None:
        a_week(vault)
        father = vault.people.add("Dad", at=MONDAY)
        vault.people.set_situation(father, Situation.IN_HOSPITAL, on=None, at=MONDAY)
        vault.questions.add(NewQuestion(text="About Dad?", person_id=father), at=MONDAY)
        vault.appointments.add(
            NewAppointment(title="Hearing test", starts="2027-01-14T10:00", zone="Asia/Tokyo"), at=MONDAY
        )

    with home_window(theme, tmp_path, starter_folder, notes=two) as opened:
        opened.whole.window.open_screen("home")
        part = unlock_from_home(opened)
        assert "About Dad?" not in [row.box.accessibleName() for row in ticks(part)]
        said = words(part.coming)
        assert "For Mum." in said
        assert "Hearing test, 10:00 in Tokyo" in said
        assert "Thursday 14 January 2027." in said


def test_with_nothing_written_the_cards_say_so(theme: Theme, tmp_path: Path, starter_folder: Path) -> None:
    with home_window(theme, tmp_path, starter_folder, notes=lambda _vault: None) as opened:
        opened.whole.window.open_screen("home")
        part = unlock_from_home(opened)
        assert "Nothing is planned." in words(part.coming)
        assert "No question waits to be asked." in words(part.questions)
        assert part.chases.isHidden()
        assert opened.whole.home.notes.state is LockState.OPEN
