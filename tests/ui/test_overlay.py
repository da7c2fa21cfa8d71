"""Popovers and drawers: Tab stays inside, Esc and a press outside close them, the focus goes back to the opener."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from caregiver_app.ui.frame import MainWindow
from caregiver_app.ui.screen import Screen
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.overlay import Panel
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.ui.widgets.toast import Message
from tests.helpers.qt_app import make_window, picture, press, settle, show


class Opener(Screen):
    """A screen with one button at its top and one at its foot."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        column = Column(theme, parent=self)
        self.top, self.foot = QPushButton("top"), QPushButton("foot")
        column.addWidget(self.top)
        column.addStretch(1)
        column.addWidget(self.foot)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> MainWindow:
    window = make_window(theme)
    window.add_screen("library", Opener(theme))
    window.open_screen("library")
    show(window)
    return window


def opener(window: MainWindow) -> Opener:
    screen = window.stack.currentWidget()
    assert isinstance(screen, Opener)
    return screen


def content(theme: Theme, words: str = "Filter") -> QWidget:
    holder = QWidget()
    holder.setAccessibleName(words)
    column = Column(theme, margins=16, gap=8, parent=holder)
    column.addWidget(PlainLabel(f"{words}: which pages shall the list show?", wrap=True))
    for name in ("one", "two", "three"):
        column.addWidget(QPushButton(name))
    return holder


def place(window: MainWindow, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def focused_text() -> str:
    focused = QApplication.focusWidget()
    return focused.text() if isinstance(focused, QPushButton) else ""


def open_panel(window: MainWindow, theme: Theme, form: str) -> Panel:
    opener(window).top.setFocus()
    if form == "drawer":
        panel = window.overlay.open_drawer(content(theme))
    else:
        panel = window.overlay.open_popover(content(theme), anchor=opener(window).top, width=320)
    settle()
    return panel


@pytest.mark.parametrize("form", ["popover", "drawer"])
def test_the_ring_of_the_keyboard_is_seen_inside(window: MainWindow, theme: Theme, form: str) -> None:
    panel = open_panel(window, theme, form)
    press(Qt.Key.Key_Tab)
    target = window.ring.target
    assert target is not None
    assert panel.isAncestorOf(target)
    inside, image = place(window, target), picture(window)
    colours = [image.pixelColor(inside.center().x(), inside.top() - distance).name().upper() for distance in (1, 3)]
    assert colours == [theme.tokens.focus_gap, theme.tokens.focus]


@pytest.mark.parametrize("form", ["popover", "drawer"])
def test_tab_stays_inside_and_goes_round_both_ways(window: MainWindow, theme: Theme, form: str) -> None:
    open_panel(window, theme, form)
    visited = [focused_text()]
    for _ in range(3):
        press(Qt.Key.Key_Tab)
        visited.append(focused_text())
    press(Qt.Key.Key_Backtab)
    visited.append(focused_text())
    assert visited == ["one", "two", "three", "one", "three"]


@pytest.mark.parametrize("form", ["popover", "drawer"])
def test_esc_closes_and_the_focus_returns(window: MainWindow, theme: Theme, form: str) -> None:
    panel = open_panel(window, theme, form)
    closed: list[bool] = []
    panel.closed.connect(lambda: closed.append(True))
    press(Qt.Key.Key_Escape)
    assert closed == [True]
    assert window.overlay.panel is None
    assert not window.overlay.isVisible()
    assert focused_text() == "top"


def test_a_press_outside_closes_and_one_inside_does_not(window: MainWindow, theme: Theme) -> None:
    panel = open_panel(window, theme, "popover")
    QTest.mouseClick(panel, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert window.overlay.panel is panel
    QTest.mouseClick(window.overlay, Qt.MouseButton.LeftButton, pos=window.overlay.rect().bottomRight() - QPoint(4, 4))
    assert window.overlay.panel is None


def test_an_opener_that_is_gone_does_no_harm(window: MainWindow, theme: Theme) -> None:
    open_panel(window, theme, "popover")
    opener(window).top.deleteLater()
    settle()
    window.overlay.close_panel()
    settle()
    assert window.overlay.panel is None


def test_a_second_panel_takes_the_place_of_the_first(window: MainWindow, theme: Theme) -> None:
    first = open_panel(window, theme, "popover")
    closed: list[bool] = []
    first.closed.connect(lambda: closed.append(True))
    window.overlay.open_drawer(content(theme, "About"))
    settle()
    assert closed == [True]
    assert window.overlay.panel is not None
    assert window.overlay.panel.accessibleName() == "About"


def test_a_popover_stands_below_its_anchor_or_above_it_where_there_is_no_room(window: MainWindow, theme: Theme) -> None:
    screen = opener(window)
    below = place(window, open_panel(window, theme, "popover"))
    assert below.top() > place(window, screen.top).bottom()
    window.overlay.close_panel()
    above = place(window, window.overlay.open_popover(content(theme), anchor=screen.foot, width=320))
    assert above.bottom() < place(window, screen.foot).top()


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("form", ["popover", "drawer"])
def test_a_panel_never_leaves_the_window(window: MainWindow, theme: Theme, form: str, percent: int) -> None:
    theme.set_percent(percent)
    show(window, 960, 640)
    panel = open_panel(window, theme, form)
    assert window.rect().contains(place(window, panel))
    window.resize(1100, 700)
    settle()
    assert window.rect().contains(place(window, panel))


def test_a_drawer_stands_at_the_side_where_lines_end(window: MainWindow, theme: Theme, qapp: QApplication) -> None:
    panel = open_panel(window, theme, "drawer")
    assert place(window, panel).right() == window.rect().right()
    assert panel.width() == theme.px(420)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window.overlay.cover()
    assert place(window, panel).left() == 0


def test_a_drawer_takes_the_whole_pane_where_only_a_strip_would_be_left(window: MainWindow, theme: Theme) -> None:
    panel = open_panel(window, theme, "drawer")
    assert panel.width() < window.width()
    theme.set_percent(150)
    settle()
    rail = window.bars.rail
    assert rail.isVisible()
    assert place(window, panel) == window.rect().adjusted(rail.width(), 0, 0, 0), "Emergency stays before the eyes"
    theme.set_percent(200)
    settle()
    bar = window.bars.topbar
    assert bar.isVisible()
    assert place(window, panel) == window.rect().adjusted(0, bar.height(), 0, 0)
    press(Qt.Key.Key_Escape)
    assert window.overlay.panel is None


def test_a_message_stands_below_a_drawer_and_can_be_pressed_there(window: MainWindow, theme: Theme) -> None:
    panel, pressed = open_panel(window, theme, "drawer"), list[str]()
    tall = panel.height()
    message = Message(text="Put away: not for us.", action="Undo", on_action=lambda: pressed.append("undo"))
    window.toasts.show_message(message)
    settle()
    (undo,) = (one for one in window.toasts.findChildren(Button) if one.isVisible())
    assert place(window, panel).bottom() < place(window, window.toasts).top()
    assert window.childAt(place(window, undo).center()) is undo, "no layer lies over it"
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    settle()
    assert pressed == ["undo"]
    assert panel.isVisible()
    assert panel.height() == tall


def test_f6_stays_inside_an_open_panel(window: MainWindow, theme: Theme) -> None:
    open_panel(window, theme, "popover")
    press(Qt.Key.Key_F6)
    assert focused_text() in ("one", "two", "three")


def test_opening_a_screen_closes_the_panel(window: MainWindow, theme: Theme) -> None:
    open_panel(window, theme, "popover")
    window.open_screen("library")
    assert window.overlay.panel is None


@pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)
def test_what_opens_while_a_dialog_still_has_the_keyboard_gives_it_back_to_the_window(
    qtbot: QtBot, window: MainWindow, theme: Theme
) -> None:
    opener(window).top.setFocus()
    dialog = QPushButton("a dialog of its own")
    qtbot.addWidget(dialog)
    show(dialog)
    dialog.activateWindow()
    dialog.setFocus()
    settle()
    assert focused_text() == "a dialog of its own"
    window.overlay.open_drawer(content(theme))
    dialog.close()
    window.activateWindow()
    settle()
    window.overlay.close_panel()
    settle()
    assert focused_text() == "top"
