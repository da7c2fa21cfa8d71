"""Tab goes as layouts stand, whatever was made first and whichever of a group is chosen; buttons below come last."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.chips import ChipChoice, ChipGroup
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.focus import tab_stops
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.overlay import OverlayHost
from caregiver_app.ui.widgets.tab_order import put_in_order
from tests.helpers.qt_app import Stage, press, settle

pytestmark = pytest.mark.usefixtures("undressed")


def names(part: QWidget) -> list[str]:
    return [stop.accessibleName() for stop in tab_stops(part)]


def round_from(name: str, part: QWidget) -> list[str]:
    """Return the names in the order of Tab, which goes round, from one of them on."""
    found = names(part)
    start = found.index(name)
    return found[start:] + found[:start]


def test_a_choice_keeps_its_place_when_another_of_it_is_taken(theme: Theme, stage: Stage) -> None:
    part = QWidget()
    column = Column(theme, parent=part)
    for words in ("Back", "Continue"):
        column.addWidget(Button(theme, words))
    chips = ChipGroup(theme, "Size", [ChipChoice(key="a", text="Small"), ChipChoice(key="b", text="Large")])
    column.insertWidget(1, chips)
    stage.hold(part)
    put_in_order(part)
    assert round_from("Back", part) == ["Back", "Small", "Continue"]
    chips.chip("b").setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    assert round_from("Back", part) == ["Back", "Large", "Continue"]


def test_in_a_drawer_the_buttons_below_come_after_what_was_put_in_later(theme: Theme, stage: Stage) -> None:
    stage.hold(QWidget())
    overlay = OverlayHost(theme, stage)
    drawer = Drawer(theme, "Question")
    drawer.add_foot(Button(theme, "Done"))
    panel = overlay.open_drawer(drawer)
    field = QLineEdit()
    field.setAccessibleName("Your question")
    drawer.body.addWidget(field)
    field.setVisible(True)
    assert names(panel) == ["Close", "Your question", "Done"]
    heard = []
    for _ in range(3):
        focused = stage.focusWidget()
        assert focused is not None
        heard.append(focused.accessibleName())
        press(Qt.Key.Key_Tab)
    assert heard == ["Close", "Your question", "Done"]
