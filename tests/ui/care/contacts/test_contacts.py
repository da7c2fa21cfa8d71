"""The tab "Contacts": numbers large and to be copied, whom to call in order, for one person or for all."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from caregiver_app.ui.care.contacts.form import ContactDrawer
from caregiver_app.ui.care.contacts.reach_line import ReachLine
from caregiver_app.ui.care.contacts.row import ContactRow
from caregiver_app.ui.care.contacts.tab import SHOWN, ContactsTab
from caregiver_app.ui.care.parts.record_rows import RecordRows
from caregiver_app.ui.widgets.button import Button
from caregiver_app.vault.records.contacts import Contact, ContactText, Phone
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.store import Vault
from tests.helpers.accessible import assert_accessible
from tests.helpers.care_records import choose, notes_of, open_tab, panel, redo, take_back_all, undo, with_people
from tests.helpers.care_window import care_of, lock, unlock
from tests.helpers.clock import MONDAY
from tests.helpers.everything_shown import everything_shown
from tests.helpers.whole_window import Opened

pytestmark = pytest.mark.usefixtures("undressed")

MARKER = "Zufall7Kroete"


@pytest.fixture
def tab(opened: Opened) -> ContactsTab:
    unlock(opened)
    with_people(opened, "Mum")
    return open_tab(opened, "contacts", ContactsTab)


def add(opened: Opened, *texts: ContactText, person_id: PersonId | None = None) -> None:
    def work(vault: Vault) -> None:
        for text in texts:
            vault.contacts.add(text, person_id=person_id, at=MONDAY)

    notes_of(opened, work)
    body = care_of(opened).screen.body
    assert body is not None
    body.refresh()
    opened.quiet()


def kept(opened: Opened) -> tuple[Contact, ...]:
    return notes_of(opened, lambda vault: vault.contacts.list())


def take_all_away(opened: Opened) -> None:
    """Begin a step of a walk: there is no contact, nothing half written, and no step to take back."""
    take_back_all(opened)
    notes_of(opened, lambda vault: [vault.contacts.delete(one.id, at=MONDAY) for one in vault.contacts.list()])
    care_of(opened).desk.changed.emit()
    opened.quiet()


def row(rows: RecordRows, place: int) -> ContactRow:
    found = rows.row(rows.keys[place])
    assert isinstance(found, ContactRow)
    return found


def titles(rows: RecordRows) -> list[str]:
    return [row(rows, place).accessibleName() for place in range(len(rows.keys))]


def press(part: QWidget, name: str) -> None:
    found = next(one for one in part.findChildren(Button) if one.accessibleName() == name)
    found.setFocus(Qt.FocusReason.TabFocusReason)
    found.click()


def a_contact_is_written_down_with_several_numbers(opened: Opened, tab: ContactsTab) -> None:
    tab.add.click()
    drawer = panel(opened, ContactDrawer)
    assert_accessible(drawer)
    drawer.phones.more.click()
    lines = drawer.phones.lines
    lines[0][0].setText("01632 960001")
    lines[1][0].setText("01632 960002")
    lines[1][1].setText("at night")
    drawer.form.show({"name": "Dr Rowe", "role": "Family doctor", "hours": "8 to 6", "email": "rowe@clinic.example"})
    drawer.save.click()
    opened.quiet()
    (contact,) = kept(opened)
    assert contact.text == ContactText(
        name="Dr Rowe",
        role="Family doctor",
        phones=(Phone(number="01632 960001"), Phone(number="01632 960002", label="at night")),
        email="rowe@clinic.example",
        hours="8 to 6",
    )
    said = everything_shown(tab)
    for words in ("Dr Rowe", "Family doctor", "01632 960001", "at night", "8 to 6", "rowe@clinic.example"):
        assert words in said
    undo(opened)
    assert kept(opened) == ()
    redo(opened)
    assert len(kept(opened)) == 1


def a_role_is_chosen_by_a_press_and_anything_may_be_typed(opened: Opened, tab: ContactsTab) -> None:
    tab.add.click()
    drawer = panel(opened, ContactDrawer)
    press(drawer, "Pharmacy, write it into Who they are")
    assert drawer.form.values["role"] == "Pharmacy"


def test_a_number_can_be_selected_and_copied_and_is_gone_after_the_lock(opened: Opened, tab: ContactsTab) -> None:
    add(opened, ContactText(name="Dr Rowe", phones=(Phone(number="01632 960001", label="at work"),)))
    line = row(tab.others, 0).findChild(ReachLine)
    assert isinstance(line, ReachLine)
    assert line.number.accessibleName() == "Dr Rowe, at work, 01632 960001"
    assert line.number.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    line.copy.setFocus(Qt.FocusReason.TabFocusReason)
    line.copy.click()
    assert QGuiApplication.clipboard().text() == "01632 960001"
    opened.whole.window.setFocus()
    lock(opened)
    assert "01632" not in everything_shown(opened.whole.window)


def the_order_of_calling_is_made_moved_and_undone(opened: Opened, tab: ContactsTab) -> None:
    add(opened, ContactText(name="Joe"), ContactText(name="Anna"), ContactText(name="Dr Rowe"))
    for name in ("Anna", "Joe"):
        place = titles(tab.others).index(name)
        press(row(tab.others, place), f"More for {name}")
        choose(opened, "Put on the list of whom to call")
    assert titles(tab.calls) == ["1. Anna", "2. Joe"]
    assert titles(tab.others) == ["Dr Rowe"]
    press(row(tab.calls, 1), "Move up, Joe")
    opened.quiet()
    assert titles(tab.calls) == ["1. Joe", "2. Anna"]
    focused = QApplication.focusWidget()
    assert focused is not None
    assert row(tab.calls, 0).isAncestorOf(focused)
    undo(opened)
    assert titles(tab.calls) == ["1. Anna", "2. Joe"]
    press(row(tab.calls, 0), "More for Anna")
    choose(opened, "Take off the list of whom to call")
    assert titles(tab.calls) == ["1. Joe"]


def others_move_past_those_who_are_called(opened: Opened, tab: ContactsTab) -> None:
    add(opened, ContactText(name="Joe"), ContactText(name="Anna"), ContactText(name="Dr Rowe"))
    press(row(tab.others, 1), "More for Anna")
    choose(opened, "Put on the list of whom to call")
    press(row(tab.others, 0), "Move down, Joe")
    opened.quiet()
    assert titles(tab.others) == ["Dr Rowe", "Joe"]
    undo(opened)
    assert titles(tab.others) == ["Joe", "Dr Rowe"]


def test_a_contact_is_changed_for_another_person_in_one_step(opened: Opened, tab: ContactsTab) -> None:
    dad = with_people(opened, "Dad")[0]
    add(opened, ContactText(name="Joe"))
    press(row(tab.others, 0), "Change Joe")
    drawer = panel(opened, ContactDrawer)
    drawer.form.show({"name": "Joseph"})
    drawer.whom.chip(str(dad)).click()
    drawer.save.click()
    opened.quiet()
    assert [(one.text.name, one.person_id) for one in kept(opened)] == [("Joseph", dad)]
    undo(opened)
    assert [(one.text.name, one.person_id) for one in kept(opened)] == [("Joe", None)]


def test_looking_at_everybody_names_whose_they_are_and_orders_nothing(opened: Opened, tab: ContactsTab) -> None:
    anna = with_people(opened, "Anna", "Ben", shown=-1)[0]
    add(opened, ContactText(name="Joe"), person_id=anna)
    add(opened, ContactText(name="Dr Rowe"))
    assert "Anna" in everything_shown(row(tab.others, 0))
    assert "Everybody" in everything_shown(row(tab.others, 1))
    assert not [one for one in tab.findChildren(Button) if one.text() == "Move down"]


def many_contacts_come_by_portions(opened: Opened, tab: ContactsTab) -> None:
    add(opened, *(ContactText(name=f"Contact {number:03}") for number in range(SHOWN + 3)))
    assert len(tab.others.keys) == SHOWN
    assert tab.more.text() == "Show 3 more"
    tab.more.click()
    opened.quiet()
    assert len(tab.others.keys) == SHOWN + 3
    assert tab.more.isHidden()


def test_search_leads_to_a_contact_beyond_the_first_portion(opened: Opened, tab: ContactsTab) -> None:
    add(opened, *(ContactText(name=f"Contact {number:03}") for number in range(SHOWN + 3)))
    last = kept(opened)[-1].id
    care_of(opened).desk.open("contacts", last)
    opened.quiet()
    focused = QApplication.focusWidget()
    found = tab.others.row(last)
    assert focused is not None
    assert found is not None
    assert found.isAncestorOf(focused)


def test_what_was_being_written_comes_back_after_a_lock_with_its_numbers(opened: Opened, tab: ContactsTab) -> None:
    tab.add.click()
    drawer = panel(opened, ContactDrawer)
    drawer.form.show({"name": MARKER})
    drawer.phones.more.click()
    drawer.phones.lines[1][0].setText("01632 960009")
    lock(opened)
    assert MARKER not in everything_shown(opened.whole.window)
    unlock(opened)
    opened.quiet()
    again = panel(opened, ContactDrawer)
    assert again.form.values["name"] == MARKER
    assert [phone.number for phone in again.phones.phones] == ["01632 960009"]


def deleting_leaves_the_keyboard_in_the_list_and_is_undone(opened: Opened, tab: ContactsTab) -> None:
    add(opened, ContactText(name="Joe"), ContactText(name="Anna"))
    press(row(tab.others, 0), "More for Joe")
    choose(opened, "Delete")
    assert titles(tab.others) == ["Anna"]
    focused = QApplication.focusWidget()
    assert focused is not None
    assert row(tab.others, 0).isAncestorOf(focused)
    undo(opened)
    assert titles(tab.others) == ["Joe", "Anna"]


def the_tab_is_named_and_tab_goes_round(opened: Opened, tab: ContactsTab) -> None:
    add(opened, ContactText(name="Joe", phones=(Phone(number="1"), Phone(number="2")), email="joe@home.example"))
    assert_accessible(tab)


def test_contacts_are_written_down_ordered_and_deleted(opened: Opened, tab: ContactsTab) -> None:
    a_contact_is_written_down_with_several_numbers(opened, tab)
    take_all_away(opened)
    a_role_is_chosen_by_a_press_and_anything_may_be_typed(opened, tab)
    take_all_away(opened)
    the_order_of_calling_is_made_moved_and_undone(opened, tab)
    take_all_away(opened)
    others_move_past_those_who_are_called(opened, tab)
    take_all_away(opened)
    deleting_leaves_the_keyboard_in_the_list_and_is_undone(opened, tab)
    take_all_away(opened)
    the_tab_is_named_and_tab_goes_round(opened, tab)
    take_all_away(opened)
    many_contacts_come_by_portions(opened, tab)
