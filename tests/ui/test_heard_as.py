"""Tabs and the ways between screens are heard as tabs of a list, headings as headings; arrow keys open no tab."""

from __future__ import annotations

import gc

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QScrollArea, QWidget

from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.heard_as import teach_role
from caregiver_app.ui.widgets.nav_state import NavEntry, NavState
from caregiver_app.ui.widgets.navigation import NavList, TopBar
from caregiver_app.ui.widgets.overlay import OverlayHost
from caregiver_app.ui.widgets.plain import Figure, PlainLabel
from caregiver_app.ui.widgets.tab_roles import TabList
from caregiver_app.ui.widgets.tab_row import TabButton, TabLook, TabRow
from tests.helpers.accessible import assert_accessible, speak
from tests.helpers.qt_app import Stage, press, settle

LOOKS = tuple(
    TabLook(key=key, text=text, icon=Icon.NOTES)
    for key, text in (("journal", "Journal"), ("questions", "Questions"), ("visits", "Appointments"))
)
Role = QAccessible.Role


def heard(part: QWidget) -> list[tuple[str, str, bool]]:
    """Return role and name of what is heard, and whether it is selected."""
    said = [one for one in speak(part) if one.role in (Role.PageTab, Role.PageTabList, Role.Button)]
    return [(one.role.name, one.name, "selected" in one.states) for one in said]


def act(button: QWidget) -> None:
    """Do what a screen reader does to press it."""
    interface = QAccessible.queryAccessibleInterface(button)
    assert interface is not None
    actions = interface.actionInterface()
    assert actions is not None
    actions.doAction(actions.actionNames()[0])


def test_tabs_are_heard_as_tabs_and_opened_only_by_a_press(theme: Theme, stage: Stage) -> None:
    """One walk: what is spoken, keys, a press by assistive technology, and a narrow row, whose "More" is no tab."""
    overlay = OverlayHost(theme, stage)
    row = TabRow(theme, "Parts", LOOKS, overlay)
    asked: list[str] = []
    row.asked.connect(asked.append)
    stage.hold(row)
    row.set_current("journal")
    assert heard(row) == [
        ("PageTabList", "Parts", False),
        ("PageTab", "Journal", True),
        ("PageTab", "Questions", False),
        ("PageTab", "Appointments", False),
    ]
    assert_accessible(row)
    row.buttons["journal"].setFocus()
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Right)  # round to the first
    press(Qt.Key.Key_Left)
    assert asked == []
    press(Qt.Key.Key_Space)
    act(row.buttons["questions"])
    assert asked == ["visits", "questions"]
    row.set_current("visits")
    assert [name for _role, name, selected in heard(row) if selected] == ["Appointments"]
    stage.resize(stage.minimumWidth() + 300, 600)
    settle()
    assert ("Button", "More tabs", False) in heard(row)
    row.more.click()
    panel = overlay.panel
    assert panel is not None
    assert type(panel.content) is TabList
    assert_accessible(panel)
    assert ("PageTab", "Questions", False) in heard(panel)


def test_screens_are_heard_as_tabs_where_they_are_listed_and_as_a_button_where_one_stands_alone(
    theme: Theme, stage: Stage
) -> None:
    entries = [
        NavEntry(key="home", title="Home", short="Home", icon=Icon.HOME),
        NavEntry(key="emergency", title="Emergency", short="Emergency", icon=Icon.PHONE, pinned=True, urgent=True),
    ]
    state = NavState(entries)
    state.set_current("home")
    places, bar = NavList(theme, state, tiles=False), TopBar(theme, state)
    for part in (places, bar):
        stage.hold(part)
    assert [one for one in heard(places) if one[0] != "Button"] == [
        ("PageTabList", "Screens", False),
        ("PageTab", "Home", True),
        ("PageTab", "Emergency", False),
    ]
    assert ("Button", "Emergency", False) in heard(bar)


def test_a_list_of_screens_that_scrolls_shows_that_there_is_more(theme: Theme, stage: Stage) -> None:
    ways = [NavEntry(key=str(n), title=f"Way {n}", short="Way", icon=Icon.HOME) for n in range(9)]
    places = NavList(theme, NavState(ways), tiles=False, in_menu=True)
    stage.hold(places)
    stage.resize(400, places.full_height() + 100)
    settle()
    assert not places.more.isVisible()
    stage.resize(400, 300)
    settle()
    assert places.more.isVisible()
    assert places.more.arrow.isVisible()
    bar = places.findChildren(QScrollArea)[0].verticalScrollBar()
    bar.setValue(bar.maximum())
    assert places.more.isVisible()
    assert not places.more.arrow.isVisible()


def test_what_is_made_at_the_place_of_tabs_that_went_is_heard_as_what_it_is(theme: Theme, stage: Stage) -> None:
    """The toolkit keeps a husk of each role that Python gave it: none is taken for another thing, none keeps a row."""
    overlay = OverlayHost(theme, stage)
    for turn in range(40):
        hear_and_throw_away(theme, overlay, LOOKS[turn % len(LOOKS)].key)
    gc.collect()
    assert [one for one in gc.get_objects() if isinstance(one, TabRow)] == []


def hear_and_throw_away(theme: Theme, overlay: OverlayHost, key: str) -> None:
    row, field, button = TabRow(theme, "Parts", LOOKS, overlay), QLineEdit(), QPushButton("Go")
    row.set_current(key)
    for part in (row.buttons["visits"], field, button, row):
        assert role_of(part) is ROLES[type(part)]
    for part in (row, field, button):
        part.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


ROLES = {TabButton: Role.PageTab, TabRow: Role.PageTabList, QLineEdit: Role.EditableText, QPushButton: Role.Button}


def role_of(part: QWidget) -> QAccessible.Role:
    interface = QAccessible.queryAccessibleInterface(part)
    assert interface is not None
    return interface.role()


class Area(QWidget):
    """A part that is taught before the one below it."""


class PartOfArea(Area):
    """One that is taught something of its own."""


class OtherPartOfArea(Area):
    """One that is taught nothing."""


def test_a_class_is_heard_as_it_was_taught_though_the_one_above_it_was_taught_first(stage: Stage) -> None:
    teach_role(Area, Role.Grouping)
    teach_role(PartOfArea, Role.Note)
    parts = (Area(), PartOfArea(), OtherPartOfArea())
    for part in parts:
        stage.hold(part)
    assert [role_of(part) for part in parts] == [Role.Grouping, Role.Note, Role.Grouping]


def test_headings_and_long_words_are_heard_as_they_were_given(theme: Theme, stage: Stage) -> None:
    heading, number = PlainLabel("Coming up", role=TypeRole.HEADING), Figure("999", role=TypeRole.TITLE)
    address = PlainLabel("https://news.example/evenings/close-the-curtains", wrap=True)
    card = Card(theme, "Backup")
    for part in (heading, number, address, card):
        stage.hold(part)
    assert [(one.role, one.name) for part in (heading, number, address) for one in speak(part)] == [
        (Role.Heading, "Coming up"),
        (Role.StaticText, "999"),
        (Role.StaticText, "https://news.example/evenings/close-the-curtains"),
    ]
    assert [one.role for one in speak(card)] == [Role.Grouping, Role.Heading]
