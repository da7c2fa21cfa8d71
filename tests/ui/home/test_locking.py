"""At the lock nothing of the notes is left on Home, and what was being written there comes back (T13)."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from tests.helpers.a_week import QUESTIONS
from tests.helpers.everything_shown import everything_shown
from tests.helpers.home_window import home, unlock_from_home, words
from tests.helpers.qt_app import settle
from tests.helpers.whole_window import Opened, wait_until

pytestmark = pytest.mark.usefixtures("undressed")

PRIVATE = ("Memory clinic", "Osei", "Northfield", "District nurse", "blood test", "Surgery", *QUESTIONS)


def lock(opened: Opened) -> None:
    opened.whole.care.access.lock()
    wait_until(lambda: not opened.services.care.is_unlocked)
    settle()


def test_the_cards_go_in_the_moment_of_the_lock(locked: Opened) -> None:
    page = unlock_from_home(locked).paper.page
    assert [page.has_picture] == [True]
    assert all(word in everything_shown(locked.whole.window) for word in ("Memory clinic", "Osei"))
    locked.whole.care.access.lock()  # nothing else is done: no event, no paint
    assert home(locked).private.cards is None
    assert not page.has_picture
    seen = words(locked.whole.window)
    assert not [word for word in PRIVATE if word in seen]
    assert "Your care notes are locked." in seen


def test_nothing_is_left_anywhere_after_the_lock(locked: Opened) -> None:
    part = unlock_from_home(locked)
    QTest.keyClicks(part.questions.line, "Zufall7Kroete")
    lock(locked)
    left = everything_shown(locked.whole.window)
    assert not [word for word in (*PRIVATE, "Zufall7Kroete") if word in left]
    assert locked.message == ""
    assert locked.whole.undo.next_undo is None


def test_a_question_being_written_comes_back_with_its_cursor(locked: Opened) -> None:
    part = unlock_from_home(locked)
    part.questions.line.setText("What about her hearing?")
    part.questions.line.setCursorPosition(4)
    lock(locked)
    again = unlock_from_home(locked)
    assert again is not part
    assert again.questions.line.text() == "What about her hearing?"
    assert again.questions.line.cursorPosition() == 4


def test_what_was_asked_of_the_notes_before_the_lock_is_not_shown_after_it(locked: Opened) -> None:
    unlock_from_home(locked)
    home(locked).private.ask()
    locked.whole.care.access.lock()
    locked.quiet()
    assert home(locked).private.cards is None


def test_a_lock_while_another_screen_is_open_empties_home_too(locked: Opened) -> None:
    unlock_from_home(locked)
    locked.whole.window.open_screen("library")
    lock(locked)
    assert not [word for word in PRIVATE if word in everything_shown(locked.whole.window)]
    locked.whole.window.open_screen("home")
    locked.quiet()
    assert home(locked).private.cards is None


def test_nothing_of_the_vault_is_read_before_an_unlock(locked: Opened) -> None:
    assert not locked.services.care.is_unlocked
    home(locked).private.ask()
    home(locked).opened()
    locked.quiet()
    assert locked.message == ""
