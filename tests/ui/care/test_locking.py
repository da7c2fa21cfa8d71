"""Unlocking and locking: nothing of the notes stays anywhere, and what was being written comes back."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPixmap, QPixmapCache
from PySide6.QtTest import QTest

from caregiver_app.ui.care.access import LockState
from caregiver_app.ui.care.locked_screen import TRIES
from tests.helpers.accessible import speak
from tests.helpers.care_window import care_of, journal, lock, unlock
from tests.helpers.everything_shown import everything_shown
from tests.helpers.qt_app import settle
from tests.helpers.vaults import PASSPHRASE
from tests.helpers.whole_window import Opened, wait_until

pytestmark = pytest.mark.usefixtures("undressed")

MARKER = "Zufall7Kroete"


def nav_name(opened: Opened) -> str:
    names = [one.name for one in speak(opened.whole.window)]
    return next(name for name in names if name in ("Care notes, locked", "Care notes, unlocked"))


def test_the_navigation_says_how_the_lock_stands(opened: Opened) -> None:
    assert nav_name(opened) == "Care notes, locked"
    unlock(opened)
    assert nav_name(opened) == "Care notes, unlocked"
    lock(opened)
    assert nav_name(opened) == "Care notes, locked"


def test_unlocking_shows_that_it_works_and_does_not_stall_the_window(opened: Opened) -> None:
    care = care_of(opened)
    QTest.keyClicks(care.screen.shut.locked.passphrase.line, PASSPHRASE)
    care.screen.shut.locked.unlock.click()
    assert care.access.state is LockState.OPENING
    assert care.screen.shut.locked.unlock.text() == "Working"
    wait_until(lambda: care.screen.body is not None)
    assert care.screen.shut.locked.passphrase.text() == ""


def test_a_wrong_passphrase_is_told_and_after_five_the_sheet_is_named_without_a_lock_out(opened: Opened) -> None:
    care = care_of(opened)
    field = care.screen.shut.locked.passphrase
    for tried in range(1, TRIES + 1):
        field.line.setText(f"wrong {tried}")
        care.screen.shut.locked.unlock.click()
        wait_until(lambda: care.access.state is LockState.LOCKED)
        said = field.error
        assert said.startswith("That passphrase did not open your notes. Check Caps Lock and try again.")
        assert ("recovery sheet" in said) == (tried >= TRIES)
        assert care.screen.shut.locked.unlock.text() == "Unlock"
    field.line.clear()
    unlock(opened)


def test_nothing_of_the_notes_is_left_in_the_window_after_the_lock(opened: Opened) -> None:
    unlock(opened)
    tab = journal(opened)
    tab.edit.setPlainText(f"{MARKER} slept well.")
    tab.done.click()
    opened.quiet()
    tab.edit.setPlainText(f"{MARKER} was up at four.")
    assert MARKER in everything_shown(opened.whole.window)
    QPixmapCache.insert(MARKER, QPixmap(300, 400))
    lock(opened)
    assert not QPixmapCache.find(MARKER, QPixmap())
    assert MARKER not in everything_shown(opened.whole.window)
    assert opened.message == ""
    assert opened.whole.undo.next_undo is None


def test_what_was_being_written_comes_back_with_its_cursor(opened: Opened) -> None:
    unlock(opened)
    tab = journal(opened)
    tab.edit.setFocus()
    tab.edit.setPlainText("She ate well today.")
    cursor = tab.edit.textCursor()
    cursor.setPosition(7)
    tab.edit.setTextCursor(cursor)
    lock(opened)
    unlock(opened)
    again = journal(opened)
    assert again is not tab
    assert again.edit.toPlainText() == "She ate well today."
    assert again.edit.textCursor().position() == 7
    assert again.edit.hasFocus()


def test_a_lock_while_it_opens_leaves_it_locked(opened: Opened) -> None:
    care = care_of(opened)
    care.screen.shut.locked.passphrase.line.setText(PASSPHRASE)
    care.screen.shut.locked.unlock.click()
    care.access.lock()
    opened.quiet()
    wait_until(lambda: not opened.services.care.is_unlocked)
    settle()
    assert care.access.state is LockState.LOCKED
    assert care.screen.body is None


def test_an_answer_for_an_older_unlock_is_dropped(opened: Opened) -> None:
    unlock(opened)
    care = care_of(opened)
    answers: list[int] = []
    care.desk.ask(care, lambda vault: len(vault.people.list()), answers.append)
    lock(opened)
    opened.quiet()
    assert answers == []
