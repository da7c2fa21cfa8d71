"""People in the care notes: one needs no picker, two do; what is said about them can be undone and comes back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from caregiver_app.support.helplines import HelpKind, helplines
from caregiver_app.ui.care.deleted_drawer import DeletedDrawer
from caregiver_app.ui.care.header_ways import HeaderWays
from caregiver_app.ui.care.menu import CareMenu
from caregiver_app.ui.care.person_drawer import PersonDrawer
from caregiver_app.ui.care.search_drawer import SearchDrawer
from caregiver_app.ui.widgets.name_edit import NamePopover
from caregiver_app.vault.records.people import Consent, Situation
from tests.helpers.accessible import assert_accessible
from tests.helpers.care_window import care_of, journal, lock, unlock
from tests.helpers.everything_shown import everything_shown
from tests.helpers.qt_app import press
from tests.helpers.whole_window import Opened, wait_until

pytestmark = pytest.mark.usefixtures("undressed")


def ways_of(opened: Opened) -> HeaderWays:
    ways = care_of(opened).screen.ways
    assert ways is not None
    return ways


def panel(opened: Opened) -> object:
    found = opened.whole.window.overlay.panel
    return None if found is None else found.content


def add(opened: Opened, name: str) -> None:
    ways_of(opened).add_person()
    popover = panel(opened)
    assert isinstance(popover, NamePopover)
    QTest.keyClicks(popover.edit.line, name)
    press(Qt.Key.Key_Return)
    opened.quiet()


def names(opened: Opened) -> list[str]:
    return [person.name for person in care_of(opened).desk.whom.people]


def drawer_about(opened: Opened, name: str) -> PersonDrawer:
    person = next(person for person in care_of(opened).desk.whom.people if person.name == name)
    ways_of(opened).open_person(person)
    drawer = panel(opened)
    assert isinstance(drawer, PersonDrawer)
    return drawer


def choose(opened: Opened, words: str) -> None:
    menu = panel(opened)
    assert isinstance(menu, CareMenu)
    option = next(option for option in menu.list.options if option.text == words)
    menu.list.chosen.emit(option.value)
    opened.quiet()


def test_with_one_person_there_is_no_picker_and_with_two_there_is(opened: Opened) -> None:
    body = unlock(opened)
    assert body.header.person.isHidden()
    add(opened, "Mum")
    assert body.header.person.isHidden()
    add(opened, "Dad")
    assert body.header.person.isVisible()
    assert body.header.person.text() == "For: Dad"
    body.header.person.click()
    choose(opened, "Mum")
    assert body.header.person.text() == "For: Mum"


def test_each_person_has_their_notes_and_everybody_has_all(opened: Opened) -> None:
    body = unlock(opened)
    for name in ("Mum", "Dad"):
        add(opened, name)
        tab = journal(opened)
        tab.edit.setPlainText(f"{name} had soup.")
        tab.done.click()
        opened.quiet()
    shown: Callable[[], str] = lambda: everything_shown(opened.whole.window)  # noqa: E731  asked anew each time
    assert "Mum had soup." not in shown()
    body.header.person.click()
    choose(opened, "Everybody")
    assert "Mum had soup." in shown()
    assert "Dad had soup." in shown()


def test_who_was_looked_at_is_looked_at_again_after_an_unlock(opened: Opened) -> None:
    body = unlock(opened)
    add(opened, "Mum")
    add(opened, "Dad")
    body.header.person.click()
    choose(opened, "Mum")
    lock(opened)
    assert unlock(opened).header.person.text() == "For: Mum"


def test_adding_somebody_can_be_undone(opened: Opened) -> None:
    unlock(opened)
    add(opened, "Mum")
    opened.whole.window.messages.undo()
    opened.quiet()
    assert names(opened) == []
    opened.whole.window.messages.redo()
    opened.quiet()
    assert names(opened) == ["Mum"]


def test_what_is_said_about_a_person_is_kept_in_one_step(opened: Opened) -> None:
    unlock(opened)
    add(opened, "Mum")
    drawer = drawer_about(opened, "Mum")
    assert_accessible(drawer)
    drawer.situation.chip(Situation.IN_HOSPITAL.value).click()
    assert drawer.follows.isVisible()
    drawer.consent.chip(Consent.KNOWS_AND_AGREES.value).click()
    drawer.matters.setPlainText("The radio in the morning.")
    drawer.save.click()
    opened.quiet()
    assert panel(opened) is None
    (mum,) = care_of(opened).desk.whom.people
    assert (mum.situation, mum.consent, mum.matters) == (
        Situation.IN_HOSPITAL,
        Consent.KNOWS_AND_AGREES,
        "The radio in the morning.",
    )
    assert mum.situation_on == "2026-11-23"
    opened.whole.window.messages.undo()
    opened.quiet()
    (mum,) = care_of(opened).desk.whom.people
    assert (mum.situation, mum.consent, mum.matters) == (Situation.AS_USUAL, Consent.NOT_ASKED, "")


def test_after_a_death_helplines_and_whom_to_tell_are_shown_and_nothing_else_asks_for_them(opened: Opened) -> None:
    unlock(opened)
    add(opened, "Mum")
    drawer = drawer_about(opened, "Mum")
    assert not drawer.talk.isVisible()
    drawer.situation.chip(Situation.DIED.value).click()
    grief = [line for line in helplines() if line.kind is HelpKind.GRIEF]
    assert grief
    told = drawer.talk.text()
    assert [line.phone for line in grief if line.phone not in told or line.organisation not in told] == [], told
    assert "pharmacy" in drawer.tell.text()
    drawer.situation.chip(Situation.IN_HOSPITAL.value).click()
    assert (drawer.talk.isVisible(), drawer.talk.text(), drawer.tell.text()) == (False, "", "")


def test_a_lock_while_the_drawer_is_open_closes_it_and_what_was_typed_comes_back(opened: Opened) -> None:
    unlock(opened)
    add(opened, "Mum")
    drawer = drawer_about(opened, "Mum")
    drawer.matters.setPlainText("Her garden, Zufall7Kroete.")
    lock(opened)
    assert panel(opened) is None
    assert "Zufall7Kroete" not in everything_shown(opened.whole.window)
    unlock(opened)
    again = panel(opened)
    assert isinstance(again, PersonDrawer)
    assert again.matters.toPlainText() == "Her garden, Zufall7Kroete."


def test_search_finds_notes_and_opens_their_tab(opened: Opened) -> None:
    unlock(opened)
    tab = journal(opened)
    tab.edit.setPlainText("Coughed when drinking tea.")
    tab.done.click()
    opened.quiet()
    assert care_of(opened).screen.search()
    drawer = panel(opened)
    assert isinstance(drawer, SearchDrawer)
    assert drawer.field.hasFocus()
    QTest.keyClicks(drawer.field, "cough")
    press(Qt.Key.Key_Return)
    wait_until(lambda: bool(drawer.list.options), "the note")
    assert drawer.list.options[0].text.startswith("Coughed")
    assert_accessible(drawer)
    drawer.list.chosen.emit(drawer.list.options[0].value)
    opened.quiet()
    assert panel(opened) is None


def test_what_was_deleted_can_be_brought_back(opened: Opened) -> None:
    unlock(opened)
    add(opened, "Mum")
    drawer_about(opened, "Mum").remove.click()
    opened.quiet()
    assert names(opened) == []
    body = care_of(opened).screen.body
    assert body is not None
    body.header.more.click()
    choose(opened, "Recently deleted")
    deleted = panel(opened)
    assert isinstance(deleted, DeletedDrawer)
    assert [option.text for option in deleted.list.options] == ["Mum"]
    deleted.list.chosen.emit(deleted.list.options[0].value)
    opened.quiet()
    assert names(opened) == ["Mum"]
    assert deleted.list.options == ()
