"""What is copied from open notes carries the marks by which others leave it out, and goes with the lock."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from caregiver_app.ui.care.clipboard import OPT_OUTS, ClipboardGuard
from tests.helpers.care_window import lock, unlock
from tests.helpers.whole_window import Opened

pytestmark = pytest.mark.usefixtures("undressed")

PRIVATE, OPEN = "Zufall7Kroete", "a page about sleep"


def copied() -> str:
    return QGuiApplication.clipboard().text()


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
