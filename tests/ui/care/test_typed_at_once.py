"""What is typed at once after another person was added or chosen never goes to the person before."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from caregiver_app.ui.care.emergency.tab import EmergencyTab
from caregiver_app.ui.care.measurements.tab import MeasurementsTab
from caregiver_app.ui.widgets.name_edit import NamePopover
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.store import Vault
from tests.helpers.care_records import notes_of, open_tab, panel, with_people
from tests.helpers.care_window import care_of, lock, unlock
from tests.helpers.whole_window import Opened, wait_until

pytestmark = pytest.mark.usefixtures("undressed")

LETTER = "7"


def type_until_rest(opened: Opened) -> int:
    """Type a letter wherever the keyboard is, again and again, until all is answered; return how many."""
    typed = 0

    def rests() -> bool:
        nonlocal typed
        focused = QApplication.focusWidget()
        if focused is not None:
            QTest.keyClicks(focused, LETTER)
            typed += 1
        return typed > 1 and not opened.whole.runner.busy

    wait_until(rests, "the window to rest")
    return typed


def begin_adding(opened: Opened, name: str) -> None:
    """Ask for another person from the field where the keyboard is, and press Enter; nothing is answered yet."""
    ways = care_of(opened).screen.ways
    assert ways is not None
    ways.add_person()
    line = panel(opened, NamePopover).edit.line
    QTest.keyClicks(line, name)
    QTest.keyClick(line, Qt.Key.Key_Return)


def said_of(vault: Vault, person: PersonId) -> set[str]:
    return {fact.value for fact in vault.facts.of(person).values()}


def people(vault: Vault) -> dict[str, PersonId]:
    return {person.name: person.id for person in vault.people.list()}


def test_after_somebody_was_added_nothing_typed_goes_to_the_person_before(opened: Opened) -> None:
    unlock(opened)
    (mum,) = with_people(opened, "Mum")
    tab = open_tab(opened, "emergency", EmergencyTab)
    tab.new()
    begin_adding(opened, "Dad")
    assert type_until_rest(opened) > 1
    opened.quiet()

    names = notes_of(opened, people)
    assert set(names) == {"Mum", "Dad"}, "typed letters are no part of the name either"
    assert notes_of(opened, lambda vault: said_of(vault, mum)) == set()
    assert care_of(opened).desk.whom.written_for == names["Dad"]
    assert opened.whole.window.overlay.panel is None
    assert tab.sections is not None
    assert tab.sections.has_keyboard, "the keyboard is in the sheet of who was added"


def test_who_leaves_the_question_for_a_name_stays_with_the_person_before(opened: Opened) -> None:
    """A press beside the popover says that one wants to go on where one was; the new person is there all the same."""
    unlock(opened)
    (mum,) = with_people(opened, "Mum")
    open_tab(opened, "emergency", EmergencyTab).new()
    begin_adding(opened, "Dad")
    QTest.keyClick(panel(opened, NamePopover).edit.line, Qt.Key.Key_Escape)
    assert opened.whole.window.overlay.panel is not None, "Esc does not leave while somebody is being added"
    opened.whole.window.overlay.close_panel()
    opened.quiet()
    assert set(notes_of(opened, people)) == {"Mum", "Dad"}
    assert care_of(opened).desk.whom.written_for == mum
    lock(opened)
    unlock(opened)
    assert care_of(opened).desk.whom.written_for == mum


def test_after_another_person_was_chosen_no_value_goes_to_the_one_before(opened: Opened) -> None:
    unlock(opened)
    mum, dad = with_people(opened, "Mum", "Dad")
    tab = open_tab(opened, "measurements", MeasurementsTab)
    tab.new()
    care_of(opened).desk.whom.choose(dad)
    focused = QApplication.focusWidget()
    if focused is not None:
        QTest.keyClicks(focused, "70")
        QTest.keyClick(focused, Qt.Key.Key_Return)
    opened.quiet()
    assert not notes_of(opened, lambda vault: vault.measures.list(mum))
    assert tab.entry is not None
    focused = QApplication.focusWidget()
    assert focused is not None
    assert tab.entry.isAncestorOf(focused), "the keyboard is where a value of who was chosen is typed"
