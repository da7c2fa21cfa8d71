"""What is copied from open notes carries the marks by which others leave it out, and goes with the lock."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from caregiver_app.ui.care.clipboard import OPT_OUTS, ClipboardGuard
from caregiver_app.ui.care.private_fields import PrivateLine
from caregiver_app.ui.care.sealed_note import SealedNoteDrawer
from caregiver_app.ui.home.joining import HOME
from tests.helpers.care_window import care_of, lock, unlock
from tests.helpers.qt_app import press
from tests.helpers.whole_window import Opened, wait_until
from tests.helpers.x_server import x_screen

pytestmark = pytest.mark.usefixtures("undressed")

SELECTING = """
import sys
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextBrowser
from caregiver_app.ui.care.clipboard import OPT_OUTS, ClipboardGuard

app = QApplication(sys.argv)
clipboard, private, parent = QGuiApplication.clipboard(), [True], QObject()
guard = ClipboardGuard(lambda: private[0], print, parent)
for words, private[0] in (("Zufall7Kroete", True), ("page", False)):
    view = QTextBrowser()
    view.setHtml(f"<b>{words}</b>")
    view.show()
    QTest.qWaitForWindowExposed(view)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    held = clipboard.mimeData(QClipboard.Mode.Selection).formats()
    marks = sorted(set(held) - set(OPT_OUTS)) + (["*"] if set(OPT_OUTS) <= set(held) else [])
    print(view.textCursor().selectedText(), clipboard.text(QClipboard.Mode.Selection), str(marks).replace("'*'", "*"))
"""

PRIVATE, OPEN = "Zufall7Kroete", "a page about sleep"


def copied() -> str:
    return QGuiApplication.clipboard().text()


def is_marked() -> bool:
    held = QGuiApplication.clipboard().mimeData()
    return all(held.hasFormat(name) for name in OPT_OUTS)


def copy_all(field: QWidget) -> str:
    """Mark all of a field and copy it, as the keyboard does; return what lies on the clipboard then."""
    QGuiApplication.clipboard().clear()
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    return copied()


class Place:
    """Where the keyboard is, as a test says it."""

    def __init__(self) -> None:
        self.is_private = True
        self.told: list[str] = []


@pytest.fixture
def place() -> Place:
    return Place()


@pytest.fixture
def guard(qapp: QApplication, place: Place) -> Iterator[ClipboardGuard]:
    QGuiApplication.clipboard().clear()
    parent = QObject()
    del qapp
    yield ClipboardGuard(lambda: place.is_private, place.told.append, parent, owns=lambda: True)
    QGuiApplication.clipboard().clear()


@pytest.fixture
def guarded(opened: Opened, place: Place) -> ClipboardGuard:
    """The window's own guard once more: without a real desktop nothing tells what on the clipboard is ours."""
    is_private = care_of(opened).copies.is_private
    return ClipboardGuard(is_private, place.told.append, opened.whole, owns=lambda: True)


def test_a_private_copy_is_plain_and_marked(guard: ClipboardGuard) -> None:
    QGuiApplication.clipboard().setText(PRIVATE)
    held = QGuiApplication.clipboard().mimeData()
    assert copied() == PRIVATE
    assert [name for name in OPT_OUTS if not held.hasFormat(name)] == []
    assert not held.hasHtml()
    guard.clear()
    assert copied() == ""


def test_a_copy_from_elsewhere_is_neither_marked_nor_cleared(guard: ClipboardGuard, place: Place) -> None:
    place.is_private = False
    QGuiApplication.clipboard().setText(OPEN)
    assert not any(QGuiApplication.clipboard().mimeData().hasFormat(name) for name in OPT_OUTS)
    guard.clear()
    assert copied() == OPEN


def test_a_private_copy_goes_after_a_while_and_that_is_told(guard: ClipboardGuard, place: Place) -> None:
    QGuiApplication.clipboard().setText(PRIVATE)
    guard.time_is_up()
    assert copied() == ""
    assert place.told == ["What you copied from your care notes is gone from the clipboard."]


def test_what_took_its_place_meanwhile_stays(guard: ClipboardGuard, place: Place) -> None:
    QGuiApplication.clipboard().setText(PRIVATE)
    place.is_private = False
    QGuiApplication.clipboard().setText(OPEN)
    guard.time_is_up()
    assert copied() == OPEN
    assert place.told == []


def test_the_lock_leaves_what_was_copied_elsewhere(opened: Opened) -> None:
    unlock(opened)
    opened.whole.window.focus_navigation()
    QGuiApplication.clipboard().setText(OPEN)
    lock(opened)
    assert copied() == OPEN


@pytest.mark.usefixtures("guarded")
def test_what_opens_the_notes_or_will_be_a_word_of_them_is_marked_wherever_it_is_copied(opened: Opened) -> None:
    """A passphrase that is shown, groups of a recovery sheet, words that were made, what is written while locked."""
    shut = care_of(opened).screen.shut
    passphrase, recover = shut.locked.passphrase, shut.recover
    passphrase.line.setText(PRIVATE)
    passphrase.show_button.click()
    assert (copy_all(passphrase.line), is_marked()) == (PRIVATE, True)
    passphrase.clear()
    shut.ask_for_sheet()
    QTest.keyClicks(recover.groups, PRIVATE)
    assert (copy_all(recover.groups), is_marked()) == (PRIVATE, True)
    recover.choice.make.click()
    wait_until(lambda: recover.choice.made.text() != "", "the words that were made")
    assert (copy_all(recover.choice.made), is_marked()) == (recover.choice.made.text(), True)
    shut.ask_for_passphrase()
    shut.locked.note.click()
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    assert isinstance(panel.content, SealedNoteDrawer)
    QTest.keyClicks(panel.content.edit, PRIVATE)
    assert (copy_all(panel.content.edit), is_marked()) == (PRIVATE, True)
    opened.whole.window.overlay.close_panel()
    care_of(opened).lock()
    assert copied() == "", "also where they are locked already"
    unlock(opened)
    opened.whole.window.open_screen(HOME)
    opened.quiet()
    line = next(line for line in opened.whole.window.findChildren(PrivateLine) if line.isVisible())
    line.setText(PRIVATE)
    assert (copy_all(line), is_marked()) == (PRIVATE, True)
    opened.whole.library.shelf.pane.filters.check.click()
    page = opened.whole.ways.check_link
    assert page is not None
    page.text.setPlainText(OPEN)
    assert (copy_all(page.text), is_marked()) == (OPEN, False)


def test_what_the_mouse_marks_in_the_notes_is_marked_for_others_too() -> None:
    """X gives to others what is only selected, without a copy."""
    with x_screen(400, 300) as screen:
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", SELECTING],
            env=screen.environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.stderr == ""
    first, second = done.stdout.splitlines()
    assert first == f"{PRIVATE} {PRIVATE} ['application/x-caregiver-private', 'text/plain', *]"
    assert second == "page page ['application/vnd.oasis.opendocument.text', 'text/html', 'text/markdown', 'text/plain']"
