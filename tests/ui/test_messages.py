"""Messages: one at a time, kept while attended to, undoable also later, and never over what one is doing."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from caregiver_app.support.undo import UndoStack, UndoStep
from caregiver_app.ui.frame import MainWindow
from caregiver_app.ui.messages import Messages, Remedy
from caregiver_app.ui.screen import Screen
from caregiver_app.ui.theme import Theme, ThemeChoice
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.ui.widgets.toast import Message, Toast
from caregiver_app.ui.widgets.toast_host import SHOWN_MS, ToastHost
from tests.helpers.qt_app import Listener, Stage, make_window, picture, press, settle, show

SOON, NEVER = 1, 3_600_000


MakeHost = Callable[..., ToastHost]


@pytest.fixture
def host(theme: Theme, stage: Stage) -> MakeHost:
    def make(*, shown_ms: int = NEVER, linger_ms: int = NEVER) -> ToastHost:
        toasts = ToastHost(theme, shown_ms=shown_ms, linger_ms=linger_ms)
        stage.hold(toasts)
        return toasts

    return make


def toast_of(host: ToastHost) -> Toast:
    return next(toast for toast in host.findChildren(Toast) if toast.isVisible())


def button_of(host: ToastHost, start: str) -> QPushButton:
    return next(button for button in host.findChildren(QPushButton) if button.accessibleName().startswith(start))


def timer_of(host: ToastHost) -> QTimer:
    timer = host.findChild(QTimer)
    assert isinstance(timer, QTimer)
    return timer


def step(text: str, done: list[str]) -> UndoStep:
    done.append(text)
    return UndoStep(text=text, undo=lambda: done.remove(text), redo=lambda: done.append(text))


def test_messages_stay_twenty_seconds() -> None:
    assert SHOWN_MS == 20_000


def test_a_newer_message_waits_for_its_turn(host: MakeHost, listener: Listener) -> None:
    toasts = host()
    for text in ("first", "second", "third"):
        toasts.show_message(Message(text=text))
    assert toasts.message == Message(text="first")
    assert [message.text for message in toasts.waiting] == ["second", "third"]
    toast_of(toasts).dismissed.emit()
    assert toasts.message == Message(text="second")
    assert listener.words == ["first", "second"]


def test_a_newer_message_of_the_same_kind_takes_the_place_of_the_older(host: MakeHost, listener: Listener) -> None:
    toasts = host()
    toasts.show_message(Message(text="1 page put away", kind="archive"))
    toasts.show_message(Message(text="Starred", kind="star"))
    toasts.show_message(Message(text="2 pages put away", kind="archive"))
    toasts.show_message(Message(text="Starred again", kind="star"))
    assert toasts.message is not None
    assert toasts.message.text == "2 pages put away"
    assert [message.text for message in toasts.waiting] == ["Starred again"]
    assert listener.words == ["1 page put away", "2 pages put away"]


def test_time_takes_messages_away_one_after_the_other(qtbot: QtBot, host: MakeHost) -> None:
    toasts = host(shown_ms=SOON)
    gone: list[str] = []
    toasts.gone.connect(lambda message: gone.append(message.text))
    toasts.show_message(Message(text="first"))
    toasts.show_message(Message(text="second"))
    qtbot.waitUntil(lambda: gone == ["first", "second"])
    settle()
    assert not toasts.isVisible()


def test_a_message_stays_while_it_has_the_focus(qtbot: QtBot, host: MakeHost) -> None:
    toasts = host(shown_ms=SOON, linger_ms=SOON)
    looks: list[bool] = []
    toasts.show_message(Message(text="first", action="Undo", on_action=lambda: None))
    button_of(toasts, "Undo").setFocus()
    assert toast_of(toasts).attended
    other = QPushButton("elsewhere", toasts)
    other.show()

    def looked_twenty_times() -> bool:
        looks.append(toasts.message is not None)
        return len(looks) > 20

    qtbot.waitUntil(looked_twenty_times)
    assert all(looks)
    other.setFocus()
    qtbot.waitUntil(lambda: toasts.message is None)


def test_a_message_stays_while_the_pointer_is_on_it(qtbot: QtBot, host: MakeHost) -> None:
    toasts = host(linger_ms=SOON)
    looks: list[bool] = []
    window = toasts.window()
    QTest.mouseMove(window, QPoint(1, 1))
    toasts.show_message(Message(text="first"))
    settle()
    QTest.mouseMove(window, toast_of(toasts).mapTo(window, toast_of(toasts).rect().center()))
    settle()
    timer_of(toasts).start(SOON)

    def looked_twenty_times() -> bool:
        looks.append(toasts.message is not None)
        return len(looks) > 20

    qtbot.waitUntil(looked_twenty_times)
    assert all(looks)
    QTest.mouseMove(window, QPoint(1, 1))
    qtbot.waitUntil(lambda: toasts.message is None)


def test_whoever_listens_has_three_times_as_long(host: MakeHost) -> None:
    toasts = host()
    QAccessible.setActive(True)
    try:
        toasts.show_message(Message(text="first"))
        assert timer_of(toasts).interval() == 3 * NEVER
        toasts.set_keep(True)
        toasts.set_keep(False)
        assert timer_of(toasts).interval() == 3 * NEVER
    finally:
        QAccessible.setActive(False)


def test_what_can_be_undone_goes_before_what_only_tells(host: MakeHost) -> None:
    toasts = host()

    def undo(text: str) -> Message:
        return Message(text=text, action="Undo", on_action=_nothing)

    for message in (Message(text="told"), undo("first"), Message(text="told later"), undo("second")):
        toasts.show_message(message)
    seen = []
    while toasts.message is not None:
        seen.append(toasts.message.text)
        toast_of(toasts).dismissed.emit()
    assert seen == ["first", "second", "told", "told later"]


def test_a_grave_message_gives_way_to_none(host: MakeHost) -> None:
    toasts = host()
    toasts.show_message(Message(text="grave", urgent=True))
    toasts.show_message(Message(text="done", action="Undo", on_action=_nothing))
    assert toasts.message == Message(text="grave", urgent=True)


def test_messages_are_kept_until_closed_when_the_person_wants_that(host: MakeHost) -> None:
    toasts = host(shown_ms=SOON)
    toasts.set_keep(True)
    toasts.show_message(Message(text="Saved."))
    settle()
    close = button_of(toasts, "Close")
    assert close.accessibleName() == "Close this message"
    close.click()
    assert toasts.message is None


def test_esc_closes_a_message_that_has_the_focus(host: MakeHost) -> None:
    toasts = host()
    toasts.show_message(Message(text="Saved.", action="Undo", on_action=lambda: None))
    button_of(toasts, "Undo").setFocus()
    press(Qt.Key.Key_Escape)
    assert toasts.message is None


def test_the_button_acts_once_and_the_message_goes(host: MakeHost) -> None:
    toasts = host()
    pressed: list[str] = []
    toasts.show_message(Message(text="Saved.", action="Show", on_action=lambda: pressed.append("x")))
    button_of(toasts, "Show").click()
    settle()
    assert pressed == ["x"]
    assert toasts.message is None


def test_long_messages_wrap_and_short_ones_take_no_more_room_than_they_need(theme: Theme, host: MakeHost) -> None:
    toasts = host()
    toasts.show_message(Message(text="Saved."))
    settle()
    short = toast_of(toasts).size()
    (words,) = toast_of(toasts).findChildren(QLabel)
    assert words.width() >= words.fontMetrics().horizontalAdvance("Saved."), "it stands on one line"
    toasts.clear()
    toasts.show_message(Message(text="Saved in a very long sentence that goes on and on. " * 4))
    settle()
    long = toast_of(toasts).size()
    assert short.width() < long.width() <= theme.px(560)
    assert short.height() == theme.px(56) < long.height()


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.HIGH_CONTRAST_LIGHT])
def test_shadows_are_for_normal_contrast_only(theme: Theme, host: MakeHost, choice: ThemeChoice) -> None:
    theme.set_choice(choice)
    toasts = host()
    toasts.show_message(Message(text="Saved."))
    settle()
    below = QRect(toast_of(toasts).geometry()).bottomLeft() + QPoint(40, 4)
    ground = picture(toasts).pixelColor(1, 1)
    assert (picture(toasts).pixelColor(below) != ground) == (choice is ThemeChoice.LIGHT)


class Editor(Screen):
    """A screen filled by a text in which one writes."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.notes = QPlainTextEdit()
        self.notes.setAccessibleName("Notes")
        Column(theme, parent=self).addWidget(self.notes)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> MainWindow:
    QCursor.setPos(0, 0)
    window = make_window(theme, sentence=lambda error: f"It did not work: {error}")
    window.add_screen("library", Editor(theme))
    window.open_screen("library")
    show(window)
    return window


@pytest.mark.parametrize("percent", [100, 200])
def test_a_message_covers_neither_the_text_one_writes_nor_its_last_line(
    window: MainWindow, theme: Theme, percent: int
) -> None:
    theme.set_percent(percent)
    screen = window.stack.currentWidget()
    assert isinstance(screen, Editor)
    notes = screen.notes
    notes.setPlainText("\n".join(f"line {n}" for n in range(200)))
    notes.setFocus()
    notes.moveCursor(notes.textCursor().MoveOperation.End)
    window.messages.say("Saved.")
    settle()
    toast = toast_of(window.toasts)
    place = QRect(toast.mapTo(window, QPoint(0, 0)), toast.size())
    editor = QRect(notes.mapTo(window, QPoint(0, 0)), notes.size())
    cursor = QRect(notes.viewport().mapTo(window, notes.cursorRect().topLeft()), notes.cursorRect().size())
    assert not place.intersects(editor)
    assert editor.contains(cursor)


def test_the_current_row_stays_in_sight_when_a_message_takes_room(window: MainWindow, theme: Theme) -> None:
    rows = QListWidget()
    rows.addItems([f"row {n}" for n in range(200)])
    screen = Screen()
    Column(theme, parent=screen).addWidget(rows)
    window.add_screen("sources", screen)
    window.open_screen("sources")
    settle()
    lowest = rows.itemAt(rows.viewport().rect().bottomLeft() - QPoint(0, 5))
    assert lowest is not None
    rows.setCurrentItem(lowest)
    rows.setFocus()
    window.messages.say("Put away.")
    settle()
    assert rows.viewport().rect().contains(rows.visualItemRect(lowest))


def test_undo_in_the_message_takes_back_its_own_step_though_a_newer_one_was_done(window: MainWindow) -> None:
    done: list[str] = []
    window.messages.did(step("one", done), kind="star")
    window.messages.did(step("two", done), kind="archive")
    settle()
    button_of(window.toasts, "Undo: one").click()
    assert done == ["two"]


def test_undo_by_key_takes_the_message_away_that_offered_it(window: MainWindow, listener: Listener) -> None:
    done: list[str] = []
    window.messages.did(step("one", done))
    window.messages.did(step("two", done))
    window.messages.undo()
    assert done == ["one"]
    assert window.toasts.message is not None
    assert window.toasts.message.text == "Taken back: two"
    assert [message.text for message in window.toasts.waiting] == ["one"]
    window.messages.undo()
    assert done == []
    assert window.toasts.waiting == ()
    assert listener.words == ["one", "Taken back: two", "Taken back: one"]


def test_undo_works_long_after_the_message_has_gone(window: MainWindow) -> None:
    done: list[str] = []
    for number in range(50):
        window.messages.did(step(f"step {number}", done), kind="steps")
    window.toasts.clear()
    for _ in range(50):
        window.messages.undo()
    assert done == []


@pytest.mark.parametrize("kinds", [("a", "b", "c"), ("a", "b", "b")], ids=["taken away", "replaced"])
def test_a_private_step_is_let_go_at_the_lock_though_its_message_was_never_seen(
    window: MainWindow, kinds: tuple[str, ...]
) -> None:
    """What waits for its turn, or was replaced while it waited, holds nothing of the notes afterwards."""

    class Held:
        def turn(self) -> None:
            pass

    def do(kind: str) -> weakref.ref[Held]:
        one = Held()
        window.messages.did(UndoStep(text=kind, undo=one.turn, redo=one.turn, private=True), kind=kind)
        return weakref.ref(one)

    held = [do(kind) for kind in kinds]
    assert held[0]() is not None
    window.messages.forget_private()
    settle()
    gc.collect()
    assert [ref() for ref in held] == [None, None, None]


def test_each_undoable_step_is_announced_once(window: MainWindow, listener: Listener) -> None:
    window.messages.did(step("Starred the page.", []))
    assert listener.heard == [("Starred the page.", False)]


def test_errors_are_said_in_the_words_of_the_one_place_for_sentences(window: MainWindow) -> None:
    tried: list[str] = []
    window.messages.fail(OSError("disk"), Remedy(words="Try again", act=lambda: tried.append("x")))
    assert window.toasts.message is not None
    assert window.toasts.message.text == "It did not work: disk"
    settle()
    button_of(window.toasts, "Try again").click()
    assert tried == ["x"]


def test_text_from_outside_is_shown_letter_for_letter(window: MainWindow) -> None:
    window.messages.say("<img src='file:///etc/passwd'><b>bold</b>")
    settle()
    (label,) = toast_of(window.toasts).findChildren(PlainLabel)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == "<img src='file:///etc/passwd'><b>bold</b>"


def test_after_closing_nothing_is_listened_to(host: MakeHost, qapp: QApplication) -> None:
    undo = UndoStack()
    toasts = host()
    messages = Messages(toasts, undo, str)
    messages.did(step("one", []))
    messages.close()
    assert toasts.message is None
    undo.push(UndoStep(text="two", undo=_nothing, redo=_nothing))
    assert toasts.message is None


def _nothing() -> None:
    return None
