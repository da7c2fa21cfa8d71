"""The window is left out of shared screens while care notes are open and somebody wants that, and at no other time."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtWidgets import QWidget

from caregiver_app.ui.capture import Capture, way_of_the_system
from caregiver_app.ui.messages import Messages
from caregiver_app.ui.settings.seen_card import SeenCard
from caregiver_app.ui.theme import Theme
from tests.helpers.qt_app import make_window

pytestmark = pytest.mark.usefixtures("undressed")


class System:
    """What the system was asked for; `takes` says whether it does it."""

    def __init__(self, *, takes: bool = True) -> None:
        self.asked: list[bool] = []
        self.takes = takes

    def __call__(self, handle: int, on: bool) -> bool:
        assert handle
        self.asked.append(on)
        return self.takes


def test_it_follows_the_wish_and_the_lock(theme: Theme) -> None:
    system, window = System(), QWidget()
    capture = Capture(window, system)
    capture.set_private(True)
    assert system.asked == [], "nobody wants it"
    capture.want(True)
    capture.set_private(True)
    assert system.asked == [True], "once is enough"
    capture.set_private(False)
    assert system.asked == [True, False], "locked notes may be seen by anybody"
    capture.set_private(True)
    capture.want(False)
    assert system.asked == [True, False, True, False]
    window.deleteLater()


def test_a_refusal_is_told_and_tried_again_next_time(theme: Theme) -> None:
    system, window, told = System(takes=False), QWidget(), []
    capture = Capture(window, system)
    capture.failed.connect(lambda: told.append(True))
    capture.want(True)
    capture.set_private(True)
    assert (system.asked, told) == ([True], [True])
    system.takes = True
    capture.set_private(True)
    assert (system.asked, told) == ([True, True], [True])
    window.deleteLater()


def test_where_the_system_has_no_way_nothing_is_offered_and_nothing_asked(theme: Theme) -> None:
    window = QWidget()
    capture = Capture(window, None)
    capture.want(True)
    capture.set_private(True)
    assert not capture.possible
    assert (way_of_the_system() is None) is (sys.platform != "win32")
    window.deleteLater()


def test_the_switch_is_remembered_and_can_be_undone(theme: Theme) -> None:
    window = make_window(theme)
    messages: Messages = window.messages
    card = SeenCard(theme, window.remembered, messages, can_leave_out=True)
    card.leave_out.click()
    assert window.remembered.settings.left_out_of_pictures
    messages.undo()
    assert (window.remembered.settings.left_out_of_pictures, card.leave_out.isChecked()) == (False, False)
    card.deleteLater()
