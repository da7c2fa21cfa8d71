"""What holds for all parts: names, targets, sizes at every scale, and both directions of writing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from caregiver_app.ui.frame import SMALLEST, MainWindow
from caregiver_app.ui.theme import Icon, Theme, ThemeChoice, Tone
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.nav_button import NavButton
from caregiver_app.ui.widgets.pill import Pill
from tests.helpers.accessible import assert_accessible, speak
from tests.helpers.fitting import cut_labels
from tests.helpers.parts_screen import PartsScreen
from tests.helpers.qt_app import make_window, picture, settle, show

SCALES = (100, 150, 200)
CHIP, CHECK, TARGET, FLOOR = 38, 36, 44, 24


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> MainWindow:
    window = make_window(theme)
    window.add_screen("library", PartsScreen(theme))
    window.open_screen("library")
    return window


@pytest.mark.parametrize("percent", SCALES)
def test_everything_that_takes_the_focus_is_named_and_tab_goes_round(
    window: MainWindow, theme: Theme, percent: int
) -> None:
    theme.set_percent(percent)
    show(window)
    assert_accessible(window)


def test_the_accessible_check_finds_what_it_looks_for(theme: Theme) -> None:
    window = QWidget()
    for name in ("", "Look", "Look", " Look up "):
        button = Button(theme, "x", parent=window)
        button.setText("")
        button.setAccessibleName(name)
    show(window)
    with pytest.raises(AssertionError) as found:
        assert_accessible(window)
    for problem in ("has no name", "names 2 things", "not trimmed"):
        assert problem in str(found.value)


@pytest.mark.parametrize("percent", SCALES)
def test_targets_are_large_enough(window: MainWindow, theme: Theme, percent: int) -> None:
    theme.set_percent(percent)
    show(window)
    for button in window.findChildren(QAbstractButton):
        if button.isVisible():
            least = CHIP if button.property("kind") == "chip" else CHECK if isinstance(button, QCheckBox) else TARGET
            assert button.height() >= theme.px(least), button.accessibleName()
            assert button.width() >= theme.px(CHECK), button.accessibleName()
    for field in window.findChildren(QLineEdit):
        assert field.height() >= theme.px(TARGET)


@pytest.mark.parametrize("percent", SCALES)
@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.HIGH_CONTRAST_DARK])
def test_the_smallest_window_holds_every_scale(
    window: MainWindow, theme: Theme, percent: int, choice: ThemeChoice
) -> None:
    theme.set_percent(percent)
    theme.set_choice(choice)
    show(window, *SMALLEST)
    least = window.minimumSizeHint()
    assert least.width() <= SMALLEST[0]
    assert least.height() <= SMALLEST[1]
    assert (window.width(), window.height()) == SMALLEST
    assert cut_labels(window) == []
    for area in window.findChildren(QScrollArea):
        inner = area.widget()
        assert not area.horizontalScrollBar().isVisible()
        assert inner is None or not inner.isVisible() or inner.width() <= area.viewport().width()


def test_painted_words_are_spoken(window: MainWindow) -> None:
    show(window)
    spoken = {thing.name for thing in speak(window)}
    assert {"Pill ok", "No updates yet", "Library", "Sources", "Settings"} <= spoken
    assert "" not in {thing.name for thing in speak(window) if thing.focusable}


@pytest.mark.parametrize("make", ["pill", "callout", "nav", "check"])
def test_what_is_painted_mirrors(qapp: QApplication, theme: Theme, make: str) -> None:
    """The icon, bar or box stands at the side where lines start, in either direction."""
    holder = QWidget()
    widget = _painted(theme, make)
    widget.setParent(holder)
    widget.resize(widget.sizeHint().expandedTo(widget.minimumSize()))
    show(holder)
    left_to_right = _inked_half(widget)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settle()
    assert left_to_right == "left"
    assert _inked_half(widget) == "right"


def _painted(theme: Theme, make: str) -> QWidget:
    match make:
        case "pill":
            return Pill(theme, " " * 40, tone=Tone.OK, icon=Icon.SHIELD)
        case "callout":
            return Callout(theme, Tone.WARN, Icon.ALERT, " ")
        case "nav":
            button = NavButton(theme, "key", " ", " ", Icon.SHIELD, tile=False)
            button.set_current(True)
            return button
    return CheckBox(theme, " " * 40)


def _inked_half(widget: QWidget) -> str:
    image = picture(widget)
    ground = image.pixelColor(QPoint(image.width() // 2, image.height() // 2))
    edge = 6
    halves = {"left": 0, "right": 0}
    for x in range(edge, image.width() - edge):
        for y in range(edge, image.height() - edge):
            if _far(image.pixelColor(x, y), ground):
                halves["left" if x < image.width() / 2 else "right"] += 1
    return max(halves, key=lambda half: halves[half])


def _far(one: QColor, other: QColor) -> bool:
    return abs(one.lightness() - other.lightness()) > 60
