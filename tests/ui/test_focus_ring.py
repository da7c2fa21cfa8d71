"""The ring shows where the keyboard is: after keyboard use, whole, and never in the way of the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from caregiver_app.ui.frame import MainWindow
from caregiver_app.ui.screen import Screen
from caregiver_app.ui.theme import Theme, ThemeChoice
from caregiver_app.ui.widgets.chips import ChipChoice, ChipGroup
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.line_list import Line, LineList
from caregiver_app.ui.widgets.page import Page
from tests.helpers.qt_app import make_window, picture, press, settle, show


class LongScreen(Screen):
    """More buttons than fit, in a page that scrolls, and a field."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.page = Page(theme, "Page")
        Column(theme, parent=self).addWidget(self.page)
        self.field = QLineEdit()
        self.page.body.addWidget(self.field)
        self.buttons = [QPushButton(f"button {n}") for n in range(40)]
        for button in self.buttons:
            self.page.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> MainWindow:
    window = make_window(theme)
    window.add_screen("library", LongScreen(theme))
    window.open_screen("library")
    show(window)
    screen_of(window).field.setFocus(Qt.FocusReason.MouseFocusReason)
    settle()
    return window


def screen_of(window: MainWindow) -> LongScreen:
    screen = window.stack.currentWidget()
    assert isinstance(screen, LongScreen)
    return screen


def place(window: MainWindow, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def test_the_ring_comes_with_tab_and_goes_with_the_mouse(window: MainWindow) -> None:
    buttons = screen_of(window).buttons
    targets = [window.ring.target]
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        press(key)
        targets.append(window.ring.target)
    QTest.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    targets.append(window.ring.target)
    assert QApplication.focusWidget() is buttons[1]
    assert targets == [None, buttons[0], screen_of(window).field, None]


def test_a_press_on_what_has_the_focus_hides_the_ring(window: MainWindow) -> None:
    press(Qt.Key.Key_Tab)
    QTest.mouseClick(screen_of(window).buttons[0], Qt.MouseButton.LeftButton)
    assert window.ring.target is None


def test_typing_alone_shows_no_ring(window: MainWindow) -> None:
    QTest.keyClicks(screen_of(window).field, "words")
    press(Qt.Key.Key_Left)
    assert window.ring.target is None


def test_a_widget_that_hides_under_the_mouse_brings_no_ring(window: MainWindow) -> None:
    button = screen_of(window).buttons[0]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    button.setVisible(False)
    settle()
    assert window.ring.target is None


def test_the_ring_can_be_always_on(window: MainWindow) -> None:
    QTest.mouseClick(screen_of(window).buttons[1], Qt.MouseButton.LeftButton)
    window.ring.set_always(True)
    assert window.ring.target is screen_of(window).buttons[1]


def test_arrow_keys_inside_a_group_bring_the_ring(window: MainWindow, theme: Theme) -> None:
    chips = ChipGroup(theme, "Show", [ChipChoice(key=key, text=key) for key in ("all", "new")])
    screen_of(window).page.body.insertWidget(0, chips)
    settle()
    QTest.mouseClick(chips.chip("all"), Qt.MouseButton.LeftButton)
    assert window.ring.target is None
    press(Qt.Key.Key_Right)
    assert window.ring.target is chips.chip("new")


@pytest.mark.parametrize("choice", [choice for choice in ThemeChoice if choice is not ThemeChoice.FOLLOW])
def test_the_ring_is_three_pixels_with_a_gap_of_two_in_the_colours_of_the_theme(
    window: MainWindow, theme: Theme, choice: ThemeChoice
) -> None:
    theme.set_choice(choice)
    press(Qt.Key.Key_Tab)
    inside = place(window, screen_of(window).buttons[0])
    image = picture(window)
    middle = inside.center().x()
    colours = [image.pixelColor(middle, inside.top() - distance).name().upper() for distance in range(1, 7)]
    tokens = theme.tokens
    assert colours == [tokens.focus_gap] * 2 + [tokens.focus] * 3 + [QColor(tokens.canvas).name().upper()]


def test_what_is_focused_is_scrolled_whole_into_sight_with_its_ring(window: MainWindow) -> None:
    screen = screen_of(window)
    for _ in range(30):
        press(Qt.Key.Key_Tab)
    target = window.ring.target
    assert target is screen.buttons[29]
    seen = place(window, screen.page.viewport())
    assert seen.contains(window.ring.ring_rect())


def test_a_field_is_scrolled_whole_into_sight_not_the_line_in_it_alone(window: MainWindow) -> None:
    screen = screen_of(window)
    line, text, last = QLineEdit(), QPlainTextEdit(), QPushButton("last")
    line.setMinimumHeight(120)
    text.setMinimumHeight(300)
    text.setTabChangesFocus(True)
    text.setReadOnly(True)
    for widget in (line, text, last):
        screen.page.body.addWidget(widget)
    settle()
    bar = screen.page.verticalScrollBar()
    for key, at, field, place_of_bar in (
        (Qt.Key.Key_Tab, screen.buttons[39], line, bar.minimum()),
        (Qt.Key.Key_Tab, line, text, bar.minimum()),
        (Qt.Key.Key_Backtab, last, text, bar.maximum()),
    ):
        at.setFocus()
        bar.setValue(place_of_bar)
        press(key)
        assert window.ring.target is field
        assert place(window, screen.page.viewport()).contains(window.ring.ring_rect())
    text.setMinimumHeight(2_000)
    settle()
    screen.buttons[0].setFocus()
    bar.setValue(bar.minimum())
    text.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    seen = place(window, screen.page.viewport())
    assert (place(window, text) & seen).height() > seen.height() - 20, "one higher than the window fills it"
    text.setReadOnly(False)
    text.setPlainText("line\n" * 200)
    text.moveCursor(QTextCursor.MoveOperation.End)
    screen.buttons[0].setFocus()
    text.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    assert seen.contains(text.cursorRect().translated(text.mapTo(window, QPoint(0, 0)))), "with where one writes"


def test_the_current_row_of_a_list_higher_than_its_page_stays_in_sight(window: MainWindow, theme: Theme) -> None:
    screen = screen_of(window)
    rows = LineList(theme, "Pages", ring=lambda: True, rows=40)
    rows.show_lines([Line(key=str(number), title=f"Page {number}", facts="Guide") for number in range(40)])
    screen.page.body.insertWidget(0, rows)
    settle()
    seen = place(window, screen.page.viewport())
    assert rows.height() > seen.height()

    def current() -> QRect:
        row = rows.visualRect(rows.currentIndex())
        return row.translated(rows.viewport().mapTo(window, QPoint(0, 0)))

    rows.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (*[Qt.Key.Key_Down] * 30, *[Qt.Key.Key_Up] * 25, Qt.Key.Key_End):
        press(key)
        assert seen.contains(current()), key
    screen.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
    screen.page.verticalScrollBar().setValue(0)
    rows.setFocus(Qt.FocusReason.BacktabFocusReason)
    settle()
    assert seen.contains(current()), "come back to"


def test_the_ring_follows_scrolling_and_stays_inside_the_page(window: MainWindow, theme: Theme) -> None:
    screen = screen_of(window)
    press(Qt.Key.Key_Tab)
    before = window.ring.ring_rect()
    screen.page.verticalScrollBar().setValue(40)
    settle()
    assert window.ring.ring_rect() == before.translated(0, -40)
    screen.page.verticalScrollBar().setValue(400)
    settle()
    image = picture(window)
    column = before.center().x()
    assert theme.tokens.focus not in {image.pixelColor(column, y).name().upper() for y in range(image.height())}


def test_a_widget_can_hand_its_ring_to_what_it_stands_in(window: MainWindow) -> None:
    field = screen_of(window).field
    field.setProperty("ring", "parent")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Backtab)
    assert window.ring.target is field.parentWidget()


def test_a_list_with_a_current_row_draws_its_own_ring(window: MainWindow) -> None:
    rows = QListWidget()
    screen = screen_of(window)
    screen.page.body.insertWidget(1, rows)
    QWidget.setTabOrder(screen.field, rows)
    settle()
    press(Qt.Key.Key_Tab)
    assert window.ring.target is rows
    rows.addItem("row")
    rows.setCurrentRow(0)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is rows
    assert window.ring.target is None


def test_a_focused_widget_that_is_deleted_does_no_harm(window: MainWindow) -> None:
    press(Qt.Key.Key_Tab)
    screen_of(window).buttons[0].deleteLater()
    settle()
    picture(window)
    assert QApplication.focusWidget() is screen_of(window).field


def test_the_ring_lets_the_mouse_through(window: MainWindow) -> None:
    button = screen_of(window).buttons[0]
    press(Qt.Key.Key_Tab)
    under = window.childAt(place(window, button).center())
    assert under is button
