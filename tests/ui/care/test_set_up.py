"""Making care notes: what it means is said before, every step can be left, and the notes are open at the end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from caregiver_app.ui.care.access import LockState
from caregiver_app.ui.care.passphrase_field import PassphraseField
from caregiver_app.ui.care.set_up import SetUpScreen
from caregiver_app.ui.home.joining import HOME
from caregiver_app.ui.theme import Theme
from tests.helpers.accessible import assert_accessible, speak
from tests.helpers.care_window import care_of, care_window
from tests.helpers.home_window import home
from tests.helpers.qt_app import Stage, settle, show
from tests.helpers.vaults import PASSPHRASE
from tests.helpers.whole_window import Opened, wait_until

pytestmark = pytest.mark.usefixtures("undressed")


@pytest.fixture
def empty(theme: Theme, tmp_path: Path, starter_folder: Path) -> Iterator[Opened]:
    """The window where there are no care notes yet, in a folder that a service copies."""
    with care_window(theme, tmp_path / "Dropbox" / "data", starter_folder, with_notes=False) as opened:
        yield opened


def set_up_of(opened: Opened) -> SetUpScreen:
    return care_of(opened).screen.shut.set_up


def words(opened: Opened) -> str:
    return "\n".join(one.name for one in speak(opened.whole.window))


def test_what_a_lost_passphrase_means_is_said_before_anything_is_made(empty: Opened) -> None:
    assert care_of(empty).access.state is LockState.ABSENT
    assert "nobody can open your notes. Not even us." in words(empty)
    assert "locked, but copying at the wrong moment can damage them. Move the folder" in words(empty)
    assert_accessible(set_up_of(empty))
    empty.whole.window.open_screen(HOME)
    empty.quiet()
    notice = home(empty).folder
    assert notice.accessibleName().startswith("The library lies in a folder that a service copies")
    assert_accessible(notice)
    notice.away.click()
    empty.quiet()
    assert notice.isHidden()
    empty.whole.window.messages.undo()
    empty.quiet()
    assert notice.isVisible()


def test_from_the_first_step_to_open_notes(empty: Opened) -> None:
    set_up = set_up_of(empty)
    set_up.users.chip("FAMILY").click()
    QTest.keyClicks(set_up.name, "Mum")
    set_up.go_on.click()
    assert set_up.choice.field.line.hasFocus()
    QTest.keyClicks(set_up.choice.field.line, PASSPHRASE)
    set_up.go_on.click()
    care = care_of(empty)
    wait_until(lambda: care.screen.body is not None, "the notes")
    empty.quiet()
    assert care.auto_lock.minutes == 15
    assert [person.name for person in care.desk.whom.people] == ["Mum"]
    assert set_up.choice.text() == ""
    assert set_up.name.text() == ""


def test_a_passphrase_that_is_easy_to_guess_is_refused_with_a_tip(empty: Opened) -> None:
    set_up = set_up_of(empty)
    set_up.go_on.click()
    QTest.keyClicks(set_up.choice.field.line, "password1")
    set_up.go_on.click()
    wait_until(lambda: bool(set_up.choice.field.error), "the refusal")
    assert set_up.choice.field.error.startswith("Easy to guess.")
    assert not empty.services.care.exists()


def test_how_hard_it_is_to_guess_is_said_while_it_is_typed(empty: Opened) -> None:
    set_up = set_up_of(empty)
    set_up.go_on.click()
    QTest.keyClicks(set_up.choice.field.line, PASSPHRASE)
    wait_until(set_up.choice.strength.isVisible, "the strength")
    assert set_up.choice.strength.text() == "Strong"


def test_one_can_be_made_and_is_shown_large(empty: Opened) -> None:
    set_up = set_up_of(empty)
    set_up.go_on.click()
    set_up.choice.make.click()
    wait_until(set_up.choice.made.isVisible, "the words")
    made = set_up.choice.text()
    assert len(made.split()) == 5
    assert set_up.choice.made.text() == made
    QTest.keyClicks(set_up.choice.field.line, "x")
    assert not set_up.choice.made.isVisible()


def test_it_can_be_left_and_goes_on_where_it_was(empty: Opened) -> None:
    set_up = set_up_of(empty)
    QTest.keyClicks(set_up.name, "Dad")
    set_up.go_on.click()
    empty.whole.window.open_screen("library")
    empty.whole.window.open_screen("care")
    assert set_up.choice.isVisible()
    assert set_up.go_back()
    assert set_up.name.text() == "Dad"


def test_the_passphrase_is_hidden_until_it_is_asked_for_by_a_real_button(empty: Opened) -> None:
    set_up = set_up_of(empty)
    set_up.go_on.click()
    field = set_up.choice.field
    assert field.line.echoMode() is QLineEdit.EchoMode.Password
    field.show_button.click()
    assert field.line.echoMode() is QLineEdit.EchoMode.Normal
    assert (field.show_button.text(), field.show_button.accessibleName()) == ("Hide", "Hide: Choose a passphrase")
    field.show_button.click()
    assert field.line.echoMode() is QLineEdit.EchoMode.Password


def test_what_is_shown_is_hidden_again_once_nobody_types_or_the_window_is_left(theme: Theme, stage: Stage) -> None:
    field = PassphraseField(theme, "Passphrase")
    stage.hold(field)
    elsewhere = QWidget()
    field.begin()
    QTest.keyClicks(field.line, "wild")

    def turn() -> None:
        field.show_button.click()
        assert field.line.echoMode() is QLineEdit.EchoMode.Normal

    def is_hidden() -> bool:
        hidden = field.line.echoMode() is QLineEdit.EchoMode.Password
        return hidden and (field.show_button.text(), field.show_button.accessibleName()) == ("Show", "Show: Passphrase")

    turn()
    left = field.until_hidden
    assert (left.isActive(), left.interval()) == (True, 60_000)
    left.stop()
    QTest.keyClicks(field.line, "er")
    assert left.isActive(), "each key begins the minute anew"
    left.stop()
    QApplication.clipboard().setText("ness")
    field.line.paste()
    assert left.isActive(), "and so does what is pasted"
    left.timeout.emit()
    assert is_hidden()
    turn()
    show(elsewhere, 200, 100)
    assert is_hidden()
    stage.activateWindow()
    settle()
    turn()
    stage.showMinimized()
    settle()
    assert is_hidden()
    assert not left.isActive()
    assert field.text() == "wilderness"
    elsewhere.close()


def test_capitals_without_shift_are_taken_for_caps_lock(empty: Opened) -> None:
    set_up = set_up_of(empty)
    set_up.go_on.click()
    field = set_up.choice.field
    QTest.keyClicks(field.line, "a")
    assert "Caps Lock" not in words(empty)
    press_letter(field.line, "B")
    assert "Caps Lock seems to be on." in words(empty)
    press_letter(field.line, "c")
    assert "Caps Lock" not in words(empty)


def press_letter(line: QLineEdit, letter: str) -> None:
    """Press a letter key without Shift, whatever comes of it."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(line, QKeyEvent(kind, ord(letter.upper()), Qt.KeyboardModifier.NoModifier, letter))
