"""The frame: layouts by room and scale, keys that work everywhere, the place it is remembered at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from caregiver_app.support.settings import Settings, WindowPlace
from caregiver_app.support.undo import UndoStep
from caregiver_app.ui.breakpoints import FrameLayout, layout_for
from caregiver_app.ui.frame import SMALLEST, MainWindow
from caregiver_app.ui.screen import Screen
from caregiver_app.ui.theme import Icon, Theme, ThemeChoice
from caregiver_app.ui.trail import Stop, Trail
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.nav_button import NavButton
from caregiver_app.ui.widgets.nav_state import NavEntry
from tests.helpers.fitting import cut_labels
from tests.helpers.qt_app import ENTRIES, Listener, make_window, press, settle, show

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class TwoAreas(Screen):
    """A screen with a header and a list, each with two things to focus."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        column = Column(theme, parent=self)
        self.parts = [QWidget(), QWidget()]
        self.stops: list[QWidget] = []
        for part in self.parts:
            inner = Column(theme, parent=part)
            for name in ("one", "two"):
                button = QPushButton(f"{name} {len(self.stops)}")
                inner.addWidget(button)
                self.stops.append(button)
            column.addWidget(part)
        self.layouts: list[FrameLayout] = []
        self.times_opened = 0
        self.inner_place = False

    def areas(self) -> Sequence[QWidget]:
        return self.parts

    def set_frame_layout(self, layout: FrameLayout) -> None:
        self.layouts.append(layout)

    def opened(self) -> None:
        self.times_opened += 1

    def go_back(self) -> bool:
        was, self.inner_place = self.inner_place, False
        return was


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> MainWindow:
    window = make_window(theme)
    for key in ("library", "sources"):
        window.add_screen(key, TwoAreas(theme))
    window.open_screen("library")
    return window


def screen_of(window: MainWindow) -> TwoAreas:
    screen = window.stack.currentWidget()
    assert isinstance(screen, TwoAreas)
    return screen


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


@pytest.mark.parametrize(
    ("width", "height", "scale", "layout"),
    [
        (1100, 700, 1.0, FrameLayout.WIDE),
        (1099, 700, 1.0, FrameLayout.MID),
        (900, 700, 1.0, FrameLayout.MID),
        (899, 700, 1.0, FrameLayout.NARROW),
        (600, 560, 1.0, FrameLayout.NARROW),
        (599, 700, 1.0, FrameLayout.COMPACT),
        (1400, 559, 1.0, FrameLayout.COMPACT),
        (1280, 900, 1.5, FrameLayout.NARROW),
        (1280, 900, 2.0, FrameLayout.COMPACT),
        (2200, 1400, 2.0, FrameLayout.WIDE),
        (960, 640, 1.0, FrameLayout.MID),
    ],
)
def test_the_layout_follows_the_room_divided_by_the_scale(
    width: int, height: int, scale: float, layout: FrameLayout
) -> None:
    assert layout_for(width, height, scale) is layout


@given(st.integers(1, 10_000), st.integers(1, 10_000), st.sampled_from([1.0, 1.15, 1.3, 1.5, 1.75, 2.0]))
def test_larger_text_never_asks_for_more_room(width: int, height: int, scale: float) -> None:
    assert layout_for(width, height, scale) <= layout_for(width, height, 1.0)


@pytest.mark.parametrize(
    ("percent", "size", "expected"),
    [
        (100, (1280, 860), (FrameLayout.WIDE, "sidebar")),
        (100, (960, 640), (FrameLayout.MID, "rail")),
        (130, (1100, 800), (FrameLayout.NARROW, "rail")),
        (200, (1180, 860), (FrameLayout.COMPACT, "topbar")),
    ],
)
def test_each_layout_has_its_navigation_and_reaches_every_screen(
    window: MainWindow, theme: Theme, percent: int, size: tuple[int, int], expected: tuple[FrameLayout, str]
) -> None:
    layout, seen = expected
    theme.set_percent(percent)
    show(window, *size)
    assert window.frame_layout is layout
    assert screen_of(window).layouts[-1] is layout
    bars = {name: getattr(window.bars, name).isVisible() for name in ("sidebar", "rail", "topbar")}
    assert [name for name, visible in bars.items() if visible] == [seen]
    window.focus_navigation()
    if seen == "topbar":
        press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert window.windowTitle() == "Sources, Caregiver"
    assert window.overlay.panel is None


def test_a_change_of_scale_alone_changes_the_layout(window: MainWindow, theme: Theme) -> None:
    show(window, 1280, 860)
    before = window.frame_layout
    theme.set_percent(200)
    settle()
    assert (before, window.frame_layout) == (FrameLayout.WIDE, FrameLayout.COMPACT)


def test_focus_in_the_navigation_survives_a_change_of_layout(window: MainWindow, theme: Theme) -> None:
    show(window, 1280, 860)
    window.focus_navigation()
    theme.set_percent(130)
    settle()
    assert isinstance(focused(), NavButton)
    assert focused().isVisible()
    theme.set_percent(200)
    settle()
    assert focused().accessibleName() == "Menu"


def test_the_navigation_is_one_tab_stop_and_opens_with_enter_and_space(window: MainWindow) -> None:
    show(window)
    window.focus_navigation()
    names = [focused().accessibleName()]
    for _ in range(3):
        press(Qt.Key.Key_Down)
        names.append(focused().accessibleName())
    assert names == ["Library", "Sources", "Settings", "Library"]
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Space)
    assert window.windowTitle() == "Sources, Caregiver"
    assert focused().accessibleName() == "Sources"
    press(Qt.Key.Key_Tab)
    assert focused() is screen_of(window).stops[0]


def test_the_open_screen_is_spoken_and_counts_stop_at_99(window: MainWindow) -> None:
    show(window)
    window.nav.set_count("library", 6)
    window.nav.set_count("sources", 100)
    buttons = {button.key: button for button in window.findChildren(NavButton) if button.isVisible()}
    assert buttons["library"].accessibleName() == "Library, 6 new"
    assert buttons["library"].accessibleDescription() == "You are here"
    assert buttons["sources"].accessibleName() == "Sources, 99+ new"
    assert buttons["sources"].accessibleDescription() == ""


def test_keys_open_screens_and_a_screen_is_told_each_time(window: MainWindow, listener: Listener) -> None:
    show(window)
    window.focus_navigation()
    press(Qt.Key.Key_2, CONTROL)
    press(Qt.Key.Key_1, CONTROL)
    assert window.windowTitle() == "Library, Caregiver"
    assert screen_of(window).times_opened == 2
    assert listener.words == ["Sources", "Library"]


def test_an_entry_without_a_screen_opens_nothing(window: MainWindow) -> None:
    show(window)
    window.nav.asked.emit("settings")
    assert window.windowTitle() == "Library, Caregiver"


def test_text_size_has_keys_everywhere(window: MainWindow, theme: Theme) -> None:
    show(window)
    window.focus_navigation()
    sizes = []
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_0):
        press(key, CONTROL)
        sizes.append(theme.percent)
    assert sizes == [115, 130, 115, 100]


def test_f6_goes_round_the_areas_and_comes_back_to_where_each_was_left(window: MainWindow) -> None:
    show(window)
    screen = screen_of(window)
    window.focus_navigation()
    press(Qt.Key.Key_F6)
    assert focused() is screen.stops[0]
    press(Qt.Key.Key_Tab)
    assert focused() is screen.stops[1]
    press(Qt.Key.Key_F6)
    assert focused() is screen.stops[2]
    press(Qt.Key.Key_F6)
    assert isinstance(focused(), NavButton)
    press(Qt.Key.Key_F6)
    assert focused() is screen.stops[1]
    press(Qt.Key.Key_F6, SHIFT)
    assert isinstance(focused(), NavButton)


def test_f6_reaches_a_message(window: MainWindow) -> None:
    show(window)
    window.messages.say("Copied.", action="Show", on_action=lambda: None)
    settle()
    window.focus_navigation()
    press(Qt.Key.Key_F6, SHIFT)
    assert focused().accessibleName() == "Show: Copied."


def test_undo_and_redo_have_keys_and_say_what_they_did(window: MainWindow, listener: Listener) -> None:
    stars: list[str] = []
    show(window)
    window.focus_navigation()
    stars.append("page")
    window.messages.did(UndoStep(text="Starred the page.", undo=stars.clear, redo=lambda: stars.append("page")))
    press(Qt.Key.Key_Z, CONTROL)
    assert stars == []
    press(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert stars == ["page"]
    press(Qt.Key.Key_Z, CONTROL)
    press(Qt.Key.Key_Z, CONTROL)
    assert listener.words == [
        "Starred the page.",
        "Taken back: Starred the page.",
        "Done again: Starred the page.",
        "Taken back: Starred the page.",
        "There is nothing to undo.",
    ]


def test_undo_in_a_text_field_is_the_fields_own(window: MainWindow) -> None:
    show(window)
    taken_back: list[str] = []
    window.messages.did(UndoStep(text="Starred.", undo=lambda: taken_back.append("x"), redo=lambda: None))
    field = QLineEdit(screen_of(window).parts[0])
    field.show()
    field.setFocus()
    QTest.keyClicks(field, "word")
    press(Qt.Key.Key_Z, CONTROL)
    assert field.text() == ""
    assert taken_back == []


def test_saving_is_never_needed(window: MainWindow, listener: Listener) -> None:
    show(window)
    window.focus_navigation()
    press(Qt.Key.Key_S, CONTROL)
    assert listener.words == ["Already saved."]


@pytest.mark.parametrize(
    ("key", "modifier"),
    [(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)],
)
def test_back_leaves_the_inner_place_of_a_screen(
    window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    show(window)
    window.focus_navigation()
    screen_of(window).inner_place = True
    press(key, modifier)
    assert not screen_of(window).inner_place


def test_alt_and_arrows_go_back_and_forward_through_screens(window: MainWindow) -> None:
    alt = Qt.KeyboardModifier.AltModifier
    show(window)
    window.focus_navigation()
    press(Qt.Key.Key_2, CONTROL)
    titles = []
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right):
        press(key, alt)
        titles.append(window.windowTitle().partition(",")[0])
    assert titles == ["Library", "Library", "Sources", "Sources"]


def test_esc_goes_back_from_the_screen_and_from_the_navigation(window: MainWindow) -> None:
    show(window)
    for begin in (window.focus_navigation, screen_of(window).stops[0].setFocus):
        window.open_screen("sources")
        begin()
        press(Qt.Key.Key_Escape)
        assert window.nav.current == "library"
        assert focused().accessibleName() == "Library"


def test_esc_in_a_field_with_words_leaves_the_screen_only_once_it_is_empty(window: MainWindow) -> None:
    show(window)
    window.open_screen("sources")
    field = QLineEdit("half a word", screen_of(window).parts[0])
    field.show()
    field.setFocus()
    press(Qt.Key.Key_Escape)
    assert (window.nav.current, field.text()) == ("sources", "half a word")
    field.clear()
    press(Qt.Key.Key_Escape)
    assert window.nav.current == "library"


def test_esc_on_a_message_closes_it_and_stays_on_the_screen(window: MainWindow) -> None:
    show(window)
    window.open_screen("sources")
    window.messages.say("Saved.", action="Show")
    next(button for button in window.toasts.findChildren(QPushButton)).setFocus()
    press(Qt.Key.Key_Escape)
    assert (window.toasts.message, window.nav.current) == (None, "sources")


def test_an_urgent_screen_has_a_way_back_where_there_is_only_a_bar(qtbot: QtBot, theme: Theme) -> None:
    urgent = NavEntry(key="emergency", title="Emergency", short="Emergency", icon=Icon.EMERGENCY, urgent=True)
    window = make_window(theme, entries=(*ENTRIES, urgent))
    for key in ("library", "emergency"):
        window.add_screen(key, TwoAreas(theme))
    window.open_screen("library")
    show(window, 960, 640)
    theme.set_percent(200)
    settle()
    back = window.bars.topbar.back
    assert (window.frame_layout, back.isVisible()) == (FrameLayout.COMPACT, False)
    window.open_screen("emergency")
    assert back.isVisible()
    back.click()
    assert (window.nav.current, back.isVisible()) == ("library", False)
    window.forget()
    window.open_screen("emergency")  # nobody came from anywhere
    screen_of(window).stops[0].setFocus()
    press(Qt.Key.Key_Escape)
    assert window.nav.current == "library"
    press(Qt.Key.Key_Escape)
    assert window.nav.current == "library"


def test_a_long_title_takes_a_second_line_and_leaves_what_is_urgent_whole(qtbot: QtBot, theme: Theme) -> None:
    urgent = NavEntry(key="emergency", title="Emergencia", short="Emergencia", icon=Icon.EMERGENCY, urgent=True)
    long = NavEntry(key="long", title="Comprobar un enlace o un mensaje", short="Comprobar", icon=Icon.SHIELD)
    window = make_window(theme, entries=(long, urgent))
    window.add_screen("long", TwoAreas(theme))
    window.open_screen("long")
    theme.set_percent(200)
    show(window, *SMALLEST)
    bar = window.bars.topbar
    assert cut_labels(bar) == []
    (button,) = bar.findChildren(NavButton)
    assert button.width() >= button.sizeHint().width()


def test_keys_put_the_keyboard_on_the_entry_of_what_they_open(window: MainWindow) -> None:
    show(window)
    window.open_screen("library")
    window.focus_navigation()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    assert focused().accessibleName() == "Settings"
    press(Qt.Key.Key_2, CONTROL)
    assert focused().accessibleName() == "Sources"
    opener = screen_of(window).stops[0]
    opener.setFocus()
    window.overlay.open_drawer(QLineEdit())
    press(Qt.Key.Key_2, CONTROL)
    assert focused().accessibleName() == "Sources"


def test_a_new_way_forgets_what_lay_ahead() -> None:
    trail = Trail()
    for key in ("a", "b", "b", "c"):
        trail.go(Stop(key))
    trail.go(Stop("c", 1))
    assert [trail.back(), trail.forward()] == [Stop("b"), Stop("c", 1)], "c held nothing before that"
    assert [trail.back(), trail.back(), trail.back()] == [Stop("b"), Stop("a"), None]
    trail.go(Stop("d", 1))
    assert trail.forward() is None
    assert trail.back() == Stop("a")
    for place in range(200):
        trail.go(Stop("d", place))
    back = [stop for _step in range(200) if (stop := trail.back()) is not None]
    assert back == [Stop("d", place) for place in range(198, 148, -1)], "no more than fifty are kept"


def test_a_screen_opened_from_inside_another_leaves_the_focus_on_its_entry(window: MainWindow) -> None:
    show(window)
    screen_of(window).stops[0].setFocus()
    press(Qt.Key.Key_2, CONTROL)
    assert focused().accessibleName() == "Sources"


def test_the_window_comes_back_where_it_was(qtbot: QtBot, theme: Theme) -> None:
    place = WindowPlace(x=20, y=30, width=780, height=700)
    window = make_window(theme, settings=Settings(window=place))
    assert (window.width(), window.height()) == (SMALLEST[0], 700)
    assert (window.x(), window.y()) == (20, 30)


def test_a_window_that_would_be_out_of_sight_only_takes_its_size(qtbot: QtBot, theme: Theme) -> None:
    window = make_window(theme, settings=Settings(window=WindowPlace(x=50_000, y=0, width=800, height=700)))
    assert (window.width(), window.height()) == (SMALLEST[0], 700)
    assert window.x() < 50_000


@pytest.mark.parametrize(
    "place",
    [
        pytest.param(None, id="first"),
        pytest.param(WindowPlace(x=300, y=200, width=2600, height=1500), id="made on a larger screen"),
        pytest.param(WindowPlace(x=20, y=600, width=800, height=700), id="left low on a larger screen"),
        pytest.param(WindowPlace(x=50_000, y=0, width=2600, height=1500), id="on a screen that is gone"),
    ],
)
def test_no_window_opens_beyond_the_foot_of_its_screen(qtbot: QtBot, theme: Theme, place: WindowPlace | None) -> None:
    window = make_window(theme, settings=Settings(window=place))
    screen = QGuiApplication.primaryScreen().availableGeometry()
    assert SMALLEST[1] < window.height() < screen.height()
    assert window.geometry().bottom() <= screen.bottom()


def test_place_theme_and_size_are_remembered_and_nothing_else_is_lost(qtbot: QtBot, theme: Theme) -> None:
    before = Settings(language="es", keep_messages=True)
    window = make_window(theme, settings=before)
    kept: list[Settings] = []
    window.remembered.changed.connect(kept.append)
    show(window, 1100, 800)
    theme.set_choice(ThemeChoice.DARK)
    theme.set_percent(150)
    window.close()
    inner = window.geometry()
    place = WindowPlace(x=inner.x(), y=inner.y(), width=1100, height=800)
    assert kept[-1] == replace(before, theme="dark", text_scale=150, window=place)


def test_closing_is_told_once_the_place_is_remembered(window: MainWindow) -> None:
    told: list[WindowPlace | None] = []
    window.closing.connect(lambda: told.append(window.remembered.settings.window))
    show(window)
    window.close()
    assert len(told) == 1
    assert told[0] is not None


def test_the_window_is_never_smaller_than_promised(window: MainWindow, theme: Theme) -> None:
    theme.set_percent(200)
    show(window, 300, 200)
    assert (window.width(), window.height()) == SMALLEST


def test_two_screens_for_one_entry_are_a_mistake(window: MainWindow, theme: Theme) -> None:
    with pytest.raises(RuntimeError):
        window.add_screen("library", TwoAreas(theme))
