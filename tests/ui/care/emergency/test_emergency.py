"""The emergency sheet and the other forms: three states a field, saved by itself, honest about what is missing."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from caregiver_app.model.time import Millis
from caregiver_app.ui.care.emergency.fact_field import FactField
from caregiver_app.ui.care.emergency.tab import EmergencyTab
from caregiver_app.ui.care.medicines.tab import MedicinesTab
from caregiver_app.ui.care.private_fields import PrivateLine
from caregiver_app.ui.widgets.chips import ChipGroup
from caregiver_app.vault.forms.facts import Fact, FactState
from caregiver_app.vault.forms.fields import Form, fields_of
from caregiver_app.vault.records.contacts import ContactText, Phone
from caregiver_app.vault.records.medicines import MedicineText
from caregiver_app.vault.records.people import PersonId, Situation
from caregiver_app.vault.store import Vault
from tests.helpers.accessible import assert_accessible
from tests.helpers.care_notes import DAY
from tests.helpers.care_records import choose, notes_of, open_tab, redo, undo, with_people
from tests.helpers.care_window import care_of, lock, unlock
from tests.helpers.clock import MONDAY
from tests.helpers.everything_shown import everything_shown
from tests.helpers.qt_app import press
from tests.helpers.whole_window import Opened, wait_until

pytestmark = pytest.mark.usefixtures("undressed")

MARKER = "Zufall7Kroete"


@pytest.fixture
def tab(opened: Opened) -> EmergencyTab:
    unlock(opened)
    with_people(opened, "Mum")
    return open_tab(opened, "emergency", EmergencyTab)


def mum(opened: Opened) -> PersonId:
    found = care_of(opened).desk.whom.written_for
    assert found is not None
    return found


def facts(opened: Opened) -> Mapping[str, Fact]:
    person = mum(opened)
    return notes_of(opened, lambda vault: vault.facts.of(person))


def states(opened: Opened) -> dict[str, FactState]:
    return {name: fact.state for name, fact in facts(opened).items()}


def field(tab: EmergencyTab, name: str) -> FactField:
    assert tab.sections is not None
    return next(field for field in tab.sections.fields if field.name == name)


def type_into(opened: Opened, tab: EmergencyTab, name: str, words: str) -> None:
    """Type and go on to the next field, as a person does."""
    field(tab, name).begin()
    QTest.keyClicks(field(tab, name).control, words)
    press(Qt.Key.Key_Tab)
    opened.quiet()


def refresh(opened: Opened) -> None:
    body = care_of(opened).screen.body
    assert body is not None
    body.refresh()
    opened.quiet()


def nothing_asked(opened: Opened, tab: EmergencyTab) -> None:
    """Begin a step of a walk: nothing is asked of the person, no other form is open, no step can be taken back."""
    person = mum(opened)

    def forget(vault: Vault) -> None:
        for name in vault.facts.of(person):
            vault.facts.forget(person, name, at=MONDAY)

    while tab.go_back():
        opened.quiet()
    notes_of(opened, forget)
    opened.whole.window.forget()
    refresh(opened)


def a_new_sheet_says_how_much_was_not_asked_and_shows_every_field(opened: Opened, tab: EmergencyTab) -> None:
    assert tab.head.heading == "Emergency sheet: Mum"
    assert tab.sections is not None
    assert [each.name for each in tab.sections.fields] == list(fields_of(Form.EMERGENCY))
    count = len(fields_of(Form.EMERGENCY))
    assert tab.head.progress.text() == f"{count} of {count} not asked yet"
    assert all(each.state.text() == "Not asked yet" for each in tab.sections.fields)


def what_is_typed_is_kept_a_moment_later_without_leaving_the_field(opened: Opened, tab: EmergencyTab) -> None:
    assert tab.saving is not None
    kept: list[bool] = []
    tab.saving.kept.connect(lambda: kept.append(True))
    field(tab, "allergies").begin()
    QTest.keyClicks(field(tab, "allergies").control, "Penicillin: rash")
    wait_until(lambda: bool(kept), "what was typed")
    assert facts(opened)["allergies"].value == "Penicillin: rash"
    assert opened.message == ""


def leaving_a_field_offers_one_step_to_undo(opened: Opened, tab: EmergencyTab) -> None:
    type_into(opened, tab, "full-name", "Edith Marlow")
    assert opened.message == "Kept: Full name"
    assert facts(opened)["full-name"].value == "Edith Marlow"
    count = len(fields_of(Form.EMERGENCY))
    assert tab.head.progress.text() == f"{count - 1} of {count} not asked yet"
    undo(opened)
    assert "full-name" not in facts(opened)
    assert field(tab, "full-name").is_open
    redo(opened)
    assert field(tab, "full-name").typed == ("Edith Marlow", False)


def going_through_a_field_without_typing_is_no_step(opened: Opened, tab: EmergencyTab) -> None:
    field(tab, "full-name").begin()
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    opened.quiet()
    assert opened.message == ""
    assert facts(opened) == {}


def none_known_is_an_answer_and_not_the_same_as_not_asked(opened: Opened, tab: EmergencyTab) -> None:
    before = tab.head.progress.text()
    none = field(tab, "allergies").none
    none.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Space)
    opened.quiet()
    assert states(opened) == {"allergies": FactState.NONE_KNOWN}
    assert tab.head.progress.text() != before
    assert field(tab, "allergies").state.text() == ""
    assert none.hasFocus()
    press(Qt.Key.Key_Space)
    opened.quiet()
    assert states(opened) == {}
    assert tab.head.progress.text() == before
    undo(opened)
    assert states(opened) == {"allergies": FactState.NONE_KNOWN}
    assert none.isChecked()


def typing_takes_none_known_off(opened: Opened, tab: EmergencyTab) -> None:
    field(tab, "conditions").none.click()
    opened.quiet()
    type_into(opened, tab, "conditions", "Dementia")
    assert facts(opened)["conditions"].value == "Dementia"
    assert not field(tab, "conditions").none.isChecked()
    assert field(tab, "conditions").none.isHidden()


def yes_and_no_and_not_asked_are_told_apart(opened: Opened, tab: EmergencyTab) -> None:
    chips = field(tab, "lives-alone").control
    assert isinstance(chips, ChipGroup)
    chips.chip("no").click()
    opened.quiet()
    assert facts(opened)["lives-alone"].value == "no"
    chips.chip("unsaid").click()
    opened.quiet()
    assert facts(opened) == {}


def a_date_is_kept_plainly_and_what_is_none_is_told_when_one_leaves(opened: Opened, tab: EmergencyTab) -> None:
    type_into(opened, tab, "birth-date", "soon")
    assert facts(opened) == {}
    assert "date" in everything_shown(field(tab, "birth-date"))
    line = field(tab, "birth-date").control
    assert isinstance(line, PrivateLine)
    line.clear()
    type_into(opened, tab, "birth-date", "3/4/1942")
    assert facts(opened)["birth-date"].value == "1942-04-03"
    assert "Friday 3 April 1942" in everything_shown(field(tab, "birth-date"))


def still_right_is_asked_and_answered(opened: Opened, tab: EmergencyTab) -> None:
    person = mum(opened)
    earlier = Millis(MONDAY - 20 * DAY)
    notes_of(opened, lambda vault: vault.facts.fill(person, "allergies", "Penicillin", at=earlier))
    refresh(opened)
    assert tab.head.checked.text() == "Last checked 3 November. Still right?"
    tab.head.no.click()
    assert field(tab, "full-name").control.hasFocus()
    tab.head.yes.setFocus()
    tab.head.yes.click()
    opened.quiet()
    assert tab.head.checked.text() == "Last checked today."
    assert tab.head.yes.isHidden()
    undo(opened)
    assert tab.head.checked.text() == "Last checked 3 November. Still right?"


def medicines_and_contacts_come_from_their_own_tabs(opened: Opened, tab: EmergencyTab) -> None:
    person = mum(opened)

    def work(vault: Vault) -> None:
        vault.medicines.add(MedicineText(name="Vitamin D"), person_id=person, at=MONDAY)
        vault.medicines.add(MedicineText(name="Warfarin", dose="as the card says", high_risk=True), at=MONDAY)
        vault.contacts.add(ContactText(name="Joe", role="Has a key", phones=(Phone(number="01632 960001"),)), at=MONDAY)

    before = tab.head.progress.text()
    assert not any(field(tab, name).none.isHidden() for name in ("medicines", "contacts"))
    notes_of(opened, work)
    refresh(opened)
    said = everything_shown(tab.medicines) + everything_shown(tab.contacts)
    for words in ("High risk: Warfarin", "as the card says", "Vitamin D", "Joe, Has a key", "01632 960001"):
        assert words in said
    assert all(field(tab, name).none.isHidden() for name in ("medicines", "contacts"))
    assert tab.head.progress.text() != before
    tab.medicines.open.click()
    opened.quiet()
    body = care_of(opened).screen.body
    assert body is not None
    assert body.tab_key == "medicines"


def every_form_can_be_filled_and_left_again(opened: Opened, tab: EmergencyTab) -> None:
    for form in Form:
        tab.show_form(form)
        opened.quiet()
        assert tab.sections is not None
        assert [each.name for each in tab.sections.fields] == list(fields_of(form))
        assert_accessible(tab)
        assert tab.go_back() is (form is not Form.EMERGENCY)
        opened.quiet()
        assert tab.head.heading == "Emergency sheet: Mum"


def more_forms_share_what_is_known(opened: Opened, tab: EmergencyTab) -> None:
    type_into(opened, tab, "known-as", "Edie")
    tab.head.more_forms.click()
    choose(opened, "Hospital passport")
    assert tab.head.heading == "Hospital passport: Mum"
    assert field(tab, "known-as").typed == ("Edie", False)
    tab.head.back_button.click()
    opened.quiet()
    assert tab.head.heading == "Emergency sheet: Mum"


def what_is_half_typed_when_another_form_opens_is_kept(opened: Opened, tab: EmergencyTab) -> None:
    field(tab, "known-as").begin()
    QTest.keyClicks(field(tab, "known-as").control, "Edie")
    tab.show_form(Form.PASSPORT)
    opened.quiet()
    opened.quiet()
    assert facts(opened)["known-as"].value == "Edie"


def test_what_is_half_typed_at_the_lock_comes_back_with_its_cursor_and_is_kept(
    opened: Opened, tab: EmergencyTab
) -> None:
    field(tab, "do").begin()
    QTest.keyClicks(field(tab, "do").control, f"{MARKER} calmly")
    for _ in range(6):
        press(Qt.Key.Key_Left)
    assert MARKER in everything_shown(opened.whole.window)
    lock(opened)
    assert MARKER not in everything_shown(opened.whole.window)
    assert opened.message == ""
    unlock(opened)
    opened.quiet()
    again = open_tab(opened, "emergency", EmergencyTab)
    assert field(again, "do").typed == (f"{MARKER} calmly", False)
    assert field(again, "do").control.hasFocus()
    QTest.keyClicks(field(again, "do").control, "very ")
    press(Qt.Key.Key_Tab)
    opened.quiet()
    assert facts(opened)["do"].value == f"{MARKER} very calmly"


def an_older_answer_of_the_notes_does_not_overwrite_what_was_typed_since(opened: Opened, tab: EmergencyTab) -> None:
    care_of(opened).desk.changed.emit()  # asks the notes, which do not know of what comes now
    field(tab, "known-as").begin()
    QTest.keyClicks(field(tab, "known-as").control, "Edie")
    assert tab.saving is not None
    tab.saving.save_now()
    opened.quiet()
    assert field(tab, "known-as").typed == ("Edie", False)
    assert facts(opened)["known-as"].value == "Edie"


def test_forms_share_what_is_known_and_hand_on_to_other_tabs(opened: Opened, tab: EmergencyTab) -> None:
    still_right_is_asked_and_answered(opened, tab)
    nothing_asked(opened, tab)
    more_forms_share_what_is_known(opened, tab)
    nothing_asked(opened, tab)
    every_form_can_be_filled_and_left_again(opened, tab)
    nothing_asked(opened, tab)
    an_older_answer_of_the_notes_does_not_overwrite_what_was_typed_since(opened, tab)
    nothing_asked(opened, tab)
    what_is_half_typed_when_another_form_opens_is_kept(opened, tab)
    nothing_asked(opened, tab)
    medicines_and_contacts_come_from_their_own_tabs(opened, tab)


def test_each_person_has_a_sheet_of_their_own(opened: Opened, tab: EmergencyTab) -> None:
    type_into(opened, tab, "known-as", "Edie")
    (dad,) = with_people(opened, "Dad")
    assert tab.head.heading == "Emergency sheet: Dad"
    assert field(tab, "known-as").is_open
    type_into(opened, tab, "known-as", "Pop")
    care_of(opened).desk.whom.choose(None)
    opened.quiet()
    assert not tab.whose.isHidden()
    tab.whose.buttons[0].click()
    opened.quiet()
    assert field(tab, "known-as").typed == ("Edie", False)
    assert notes_of(opened, lambda vault: vault.facts.get(dad, "known-as").value) == "Pop"


def test_nothing_says_none_beside_a_medicine_that_may_be_theirs(opened: Opened, tab: EmergencyTab) -> None:
    """Of two people each may take what nobody said who takes: it is shown with each of them, and told as such."""
    (dad,) = with_people(opened, "Dad")
    person = mum(opened)
    assert person == dad
    notes_of(opened, lambda vault: vault.medicines.add(MedicineText(name="Warfarin", high_risk=True), at=MONDAY))
    refresh(opened)
    assert field(tab, "medicines").none.isHidden()
    said = everything_shown(tab.medicines)
    assert "None are written down." not in said
    assert "High risk: Warfarin" in said
    assert "Not said about whom" in said
    medicines = open_tab(opened, "medicines", MedicinesTab)
    assert medicines.said.text().startswith("1 medicine is written down without saying about whom.")


def test_without_anybody_it_asks_for_a_name(opened: Opened) -> None:
    unlock(opened)
    tab = open_tab(opened, "emergency", EmergencyTab)
    assert tab.whose.name is not None
    assert tab.new()
    focused = QApplication.focusWidget()
    assert focused is tab.whose.name.line
    QTest.keyClicks(tab.whose.name.line, "Mum")
    press(Qt.Key.Key_Return)
    opened.quiet()
    wait_until(lambda: tab.head.heading == "Emergency sheet: Mum", "the sheet")


def test_kept_notes_show_the_sheet_and_nothing_in_it_can_be_changed(opened: Opened, tab: EmergencyTab) -> None:
    person = mum(opened)
    type_into(opened, tab, "known-as", "Edie")
    notes_of(opened, lambda vault: vault.people.set_situation(person, Situation.DIED, on="2026-11-20", at=MONDAY))
    care_of(opened).desk.changed.emit()
    opened.quiet()
    opened.quiet()
    assert not tab.kept.isHidden()
    field(tab, "known-as").begin()
    QTest.keyClicks(field(tab, "known-as").control, "x")
    assert field(tab, "known-as").typed == ("Edie", False)
    assert tab.head.yes.isHidden()


def ctrl_n_goes_to_the_first_field_that_was_not_asked(opened: Opened, tab: EmergencyTab) -> None:
    type_into(opened, tab, "full-name", "Edith Marlow")
    assert care_of(opened).screen.new()
    assert field(tab, "known-as").control.hasFocus()


def test_fields_are_filled_told_apart_and_taken_back(opened: Opened, tab: EmergencyTab) -> None:
    a_new_sheet_says_how_much_was_not_asked_and_shows_every_field(opened, tab)
    nothing_asked(opened, tab)
    leaving_a_field_offers_one_step_to_undo(opened, tab)
    nothing_asked(opened, tab)
    going_through_a_field_without_typing_is_no_step(opened, tab)
    nothing_asked(opened, tab)
    none_known_is_an_answer_and_not_the_same_as_not_asked(opened, tab)
    nothing_asked(opened, tab)
    typing_takes_none_known_off(opened, tab)
    nothing_asked(opened, tab)
    yes_and_no_and_not_asked_are_told_apart(opened, tab)
    nothing_asked(opened, tab)
    a_date_is_kept_plainly_and_what_is_none_is_told_when_one_leaves(opened, tab)
    nothing_asked(opened, tab)
    ctrl_n_goes_to_the_first_field_that_was_not_asked(opened, tab)
    nothing_asked(opened, tab)
    what_is_typed_is_kept_a_moment_later_without_leaving_the_field(opened, tab)
