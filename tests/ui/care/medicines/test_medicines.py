"""The tab "Medicines": written down as on the label, in order, stopped ones stay, everything can be undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from caregiver_app.ui.care.medicines.form import MedicineDrawer
from caregiver_app.ui.care.medicines.row import MedicineRow
from caregiver_app.ui.care.medicines.stop_drawer import StopDrawer
from caregiver_app.ui.care.medicines.tab import MedicinesTab
from caregiver_app.ui.care.menu import CareMenu
from caregiver_app.ui.widgets.button import Button
from caregiver_app.vault.records.medicines import Medicine, MedicineText
from caregiver_app.vault.records.people import PersonId, Situation
from caregiver_app.vault.store import Vault
from tests.helpers.accessible import assert_accessible
from tests.helpers.care_records import choose, notes_of, open_tab, panel, redo, take_back_all, undo, with_people
from tests.helpers.care_window import care_of, lock, unlock
from tests.helpers.clock import MONDAY
from tests.helpers.everything_shown import everything_shown
from tests.helpers.qt_app import press
from tests.helpers.whole_window import Opened

pytestmark = pytest.mark.usefixtures("undressed")

MARKER = "Zufall7Kroete"
RULE = "If this differs from the label on the box, follow the label and ask the pharmacist."


@pytest.fixture
def tab(opened: Opened) -> MedicinesTab:
    unlock(opened)
    with_people(opened, "Mum")
    return open_tab(opened, "medicines", MedicinesTab)


def add(opened: Opened, *texts: MedicineText, person_id: PersonId | None = None) -> None:
    def work(vault: Vault) -> None:
        for text in texts:
            vault.medicines.add(text, person_id=person_id, at=MONDAY)

    notes_of(opened, work)
    tab = care_of(opened).screen.body
    assert tab is not None
    tab.refresh()
    opened.quiet()


def kept(opened: Opened) -> tuple[Medicine, ...]:
    return notes_of(opened, lambda vault: vault.medicines.list())


def names(opened: Opened) -> list[str]:
    return [medicine.text.name for medicine in kept(opened)]


def take_all_away(opened: Opened) -> None:
    """Begin a step of a walk: there is no medicine, nothing half written, and no step to take back."""
    take_back_all(opened)
    notes_of(opened, lambda vault: [vault.medicines.delete(one.id, at=MONDAY) for one in vault.medicines.list()])
    care_of(opened).desk.changed.emit()
    opened.quiet()


def row(tab: MedicinesTab, place: int) -> MedicineRow:
    found = tab.rows.row(tab.rows.keys[place])
    assert isinstance(found, MedicineRow)
    return found


def taken(tab: MedicinesTab) -> int:
    return len(tab.rows.keys)


def button(part: MedicineRow | MedicinesTab, name: str) -> Button:
    return next(one for one in part.findChildren(Button) if one.accessibleName() == name)


def open_menu_of(opened: Opened, tab: MedicinesTab, place: int, title: str) -> None:
    button(row(tab, place), f"More for {title}").click()
    panel(opened, CareMenu)


def without_medicines_it_says_what_to_do_and_shows_the_rule(tab: MedicinesTab) -> None:
    assert tab.rule.accessibleName() == RULE
    assert tab.said.text().startswith("No medicines yet.")
    assert tab.card.heading == "Medicines"


def a_medicine_is_written_down_with_every_field_by_keyboard(opened: Opened, tab: MedicinesTab) -> None:
    care_of(opened).screen.new()
    drawer = panel(opened, MedicineDrawer)
    assert_accessible(drawer)
    drawer.form.focus("name")
    drawer.ticks["as_needed"].setChecked(True)
    typed = {
        "name": "Donepezil",
        "strength": "5 mg",
        "form": "Tablet",
        "dose": "1 tablet",
        "how": "by mouth",
        "times": "at bedtime",
        "as_needed_rule": "when restless",
        "maximum": "one a day",
        "why": "memory",
        "by_whom": "Dr Osei",
        "started": "16 November 2026",
        "copied_from": "Letter",
        "copied_on": "16/11/2026",
        "stop_reason": "",
    }
    for name, words in typed.items():
        drawer.form.focus(name)
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, words)
    drawer.ticks["over_the_counter"].setChecked(True)
    drawer.ticks["high_risk"].setChecked(True)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    opened.quiet()
    assert opened.whole.window.overlay.panel is None
    (medicine,) = kept(opened)
    assert medicine.text == MedicineText(
        name="Donepezil",
        strength="5 mg",
        form="Tablet",
        dose="1 tablet",
        how="by mouth",
        times="at bedtime",
        as_needed=True,
        as_needed_rule="when restless",
        maximum="one a day",
        over_the_counter=True,
        high_risk=True,
        why="memory",
        by_whom="Dr Osei",
        started="2026-11-16",
        copied_from="Letter",
        copied_on="2026-11-16",
    )
    assert medicine.person_id == care_of(opened).desk.whom.written_for
    assert tab.card.heading == "Medicines, checked 16 November"
    said = everything_shown(tab)
    for words in (
        "Donepezil 5 mg",
        "1 tablet, by mouth, at bedtime",
        "When needed: when restless",
        "High risk",
    ):
        assert words in said
    undo(opened)
    assert names(opened) == []
    redo(opened)
    assert names(opened) == ["Donepezil"]


def without_a_name_nothing_is_kept_and_the_keyboard_goes_there(opened: Opened, tab: MedicinesTab) -> None:
    tab.add.click()
    drawer = panel(opened, MedicineDrawer)
    drawer.save.click()
    opened.quiet()
    assert panel(opened, MedicineDrawer) is drawer
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Name"
    assert kept(opened) == ()


def a_day_that_cannot_be_read_is_told_at_its_field(opened: Opened, tab: MedicinesTab) -> None:
    tab.add.click()
    drawer = panel(opened, MedicineDrawer)
    drawer.form.show({"name": "Donepezil", "started": "soon"})
    drawer.save.click()
    opened.quiet()
    assert drawer.days["started"].field.error.startswith("Enter a date")
    assert kept(opened) == ()


def what_ends_before_it_begins_is_told_at_the_day(opened: Opened, tab: MedicinesTab) -> None:
    tab.add.click()
    drawer = panel(opened, MedicineDrawer)
    drawer.form.show({"name": "Donepezil", "started": "2 May 2026", "stopped": "1 May 2026"})
    drawer.save.click()
    opened.quiet()
    assert drawer.days["stopped"].field.error.startswith("This ends before it begins.")


def the_rule_for_when_needed_is_asked_only_then_but_never_hides_what_is_written(
    opened: Opened, tab: MedicinesTab
) -> None:
    tab.add.click()
    drawer = panel(opened, MedicineDrawer)
    rule = next(field for field in drawer.rule_fields if field is not None)
    assert rule.isHidden()
    drawer.ticks["as_needed"].setChecked(True)
    assert not rule.isHidden()
    drawer.form.show({"as_needed_rule": "when restless"})
    drawer.ticks["as_needed"].setChecked(False)
    assert not rule.isHidden()


def test_a_medicine_is_written_down_and_what_is_missing_is_told(tab: MedicinesTab, opened: Opened) -> None:
    without_medicines_it_says_what_to_do_and_shows_the_rule(tab)
    take_all_away(opened)
    a_medicine_is_written_down_with_every_field_by_keyboard(opened, tab)
    take_all_away(opened)
    without_a_name_nothing_is_kept_and_the_keyboard_goes_there(opened, tab)
    take_all_away(opened)
    a_day_that_cannot_be_read_is_told_at_its_field(opened, tab)
    take_all_away(opened)
    what_ends_before_it_begins_is_told_at_the_day(opened, tab)
    take_all_away(opened)
    the_rule_for_when_needed_is_asked_only_then_but_never_hides_what_is_written(opened, tab)


def a_medicine_is_changed_and_that_is_undone(opened: Opened, tab: MedicinesTab) -> None:
    add(opened, MedicineText(name="Donepezil", strength="5 mg"))
    button(row(tab, 0), "Change Donepezil 5 mg").click()
    drawer = panel(opened, MedicineDrawer)
    drawer.form.show({"strength": "10 mg"})
    drawer.save.click()
    opened.quiet()
    assert kept(opened)[0].text.strength == "10 mg"
    undo(opened)
    assert kept(opened)[0].text.strength == "5 mg"


def a_check_against_the_label_dates_the_list_and_keeps_the_keyboard(opened: Opened, tab: MedicinesTab) -> None:
    add(opened, MedicineText(name="Donepezil"), MedicineText(name="Vitamin D"))
    assert tab.said.text() == "2 were not checked against the label yet."
    check = button(row(tab, 0), "Mark as checked against the label today: Donepezil")
    check.setFocus()
    check.click()
    opened.quiet()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Mark as checked against the label today: Donepezil"
    assert tab.card.heading == "Medicines"
    tab.check_all.click()
    opened.quiet()
    assert tab.card.heading == "Medicines, checked 23 November"
    assert {one.text.copied_from for one in kept(opened)} == {"Label on the box"}
    undo(opened)
    assert [one.text.copied_on for one in kept(opened)] == ["2026-11-23", None]


def a_stopped_medicine_stays_with_that_word_and_can_be_taken_again(opened: Opened, tab: MedicinesTab) -> None:
    add(opened, MedicineText(name="Donepezil", started="2026-11-01"))
    open_menu_of(opened, tab, 0, "Donepezil")
    choose(opened, "It was stopped")
    drawer = panel(opened, StopDrawer)
    assert_accessible(drawer)
    drawer.form.show({"stopped": "1 October 2026"})
    drawer.save.click()
    assert drawer.day.field.error
    drawer.form.show({"stopped": "20 November 2026", "stop_reason": "Dizzy, Dr Osei said"})
    drawer.save.click()
    opened.quiet()
    assert taken(tab) == 0
    assert not tab.stopped_card.isHidden()
    said = everything_shown(tab)
    assert "Stopped 20 November: Dizzy, Dr Osei said" in said
    assert "Stopped" in said
    stopped = tab.stopped.row(tab.stopped.keys[0])
    assert isinstance(stopped, MedicineRow)
    button(stopped, "More for Donepezil").click()
    choose(opened, "It is taken again")
    assert taken(tab) == 1
    undo(opened)
    undo(opened)
    assert kept(opened)[0].text.stopped is None


def the_order_moves_past_stopped_ones_and_is_undone(opened: Opened, tab: MedicinesTab) -> None:
    add(
        opened,
        MedicineText(name="One"),
        MedicineText(name="Gone", stopped="2026-11-01"),
        MedicineText(name="Two"),
    )
    open_menu_of(opened, tab, 0, "One")
    assert [option.text for option in panel(opened, CareMenu).list.options] == [
        "Move down",
        "It was stopped",
        "Files",
        "Delete",
    ]
    choose(opened, "Move down")
    shown = [row(tab, place).accessibleName() for place in range(2)]
    assert shown == ["Two", "One"]
    undo(opened)
    assert names(opened) == ["One", "Gone", "Two"]


def a_deleted_medicine_leaves_the_keyboard_in_the_list(opened: Opened, tab: MedicinesTab) -> None:
    add(opened, MedicineText(name="One"), MedicineText(name="Two"))
    button(row(tab, 0), "More for One").setFocus()
    open_menu_of(opened, tab, 0, "One")
    choose(opened, "Delete")
    assert names(opened) == ["Two"]
    focused = QApplication.focusWidget()
    assert focused is not None
    assert row(tab, 0).isAncestorOf(focused)
    undo(opened)
    assert names(opened) == ["One", "Two"]


def test_with_several_people_it_asks_for_whom_and_names_them(opened: Opened, tab: MedicinesTab) -> None:
    mum, dad = with_people(opened, "Dad", "Anna", shown=-1)
    add(opened, MedicineText(name="One"), person_id=mum)
    assert "Dad" in everything_shown(row(tab, 0))
    tab.add.click()
    choose(opened, "Anna")
    drawer = panel(opened, MedicineDrawer)
    assert drawer.accessibleName() == "Add a medicine for Anna"
    drawer.form.show({"name": "Two"})
    drawer.save.click()
    opened.quiet()
    assert {one.text.name: one.person_id for one in kept(opened)} == {"One": mum, "Two": dad}
    care_of(opened).desk.whom.choose(dad)
    opened.quiet()
    assert [row(tab, 0).accessibleName()] == ["Two"]


def notes_that_are_kept_can_be_read_alone(opened: Opened, tab: MedicinesTab) -> None:
    person = care_of(opened).desk.whom.written_for
    assert person is not None
    add(opened, MedicineText(name="Donepezil"), person_id=person)
    notes_of(opened, lambda vault: vault.people.set_situation(person, Situation.DIED, on="2026-11-20", at=MONDAY))
    care_of(opened).desk.changed.emit()
    opened.quiet()
    opened.quiet()
    assert not tab.kept.isHidden()
    assert tab.add.isHidden()
    assert not tab.new()
    assert [one.accessibleName() for one in row(tab, 0).findChildren(Button)] == ["More for Donepezil"]


def test_what_was_being_written_comes_back_after_a_lock_and_nothing_stays(opened: Opened, tab: MedicinesTab) -> None:
    add(opened, MedicineText(name=f"{MARKER} tablets", why=MARKER))
    button(row(tab, 0), f"Change {MARKER} tablets").click()
    drawer = panel(opened, MedicineDrawer)
    drawer.form.show({"dose": f"{MARKER} half"})
    assert MARKER in everything_shown(opened.whole.window)
    lock(opened)
    assert MARKER not in everything_shown(opened.whole.window)
    unlock(opened)
    opened.quiet()
    again = panel(opened, MedicineDrawer)
    assert again.form.values["dose"] == f"{MARKER} half"


def search_leads_to_the_medicine(opened: Opened, tab: MedicinesTab) -> None:
    add(opened, MedicineText(name="One"), MedicineText(name="Two"))
    number = tab.rows.keys[1]
    assert isinstance(number, int)
    care_of(opened).desk.open("medicines", number)
    opened.quiet()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert row(tab, 1).isAncestorOf(focused)


def the_tab_is_named_and_tab_goes_round(opened: Opened, tab: MedicinesTab) -> None:
    add(opened, MedicineText(name="One"), MedicineText(name="Two", stopped="2026-11-01"))
    assert_accessible(tab)


def test_medicines_are_changed_checked_stopped_moved_and_deleted(opened: Opened, tab: MedicinesTab) -> None:
    a_medicine_is_changed_and_that_is_undone(opened, tab)
    take_all_away(opened)
    a_check_against_the_label_dates_the_list_and_keeps_the_keyboard(opened, tab)
    take_all_away(opened)
    a_stopped_medicine_stays_with_that_word_and_can_be_taken_again(opened, tab)
    take_all_away(opened)
    the_order_moves_past_stopped_ones_and_is_undone(opened, tab)
    take_all_away(opened)
    a_deleted_medicine_leaves_the_keyboard_in_the_list(opened, tab)
    take_all_away(opened)
    the_tab_is_named_and_tab_goes_round(opened, tab)
    take_all_away(opened)
    search_leads_to_the_medicine(opened, tab)
    take_all_away(opened)
    notes_that_are_kept_can_be_read_alone(opened, tab)
