"""Steps in a row: said whole, gone to only where that is open, and within the room there is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.step_row import StepLook, StepRow, StepState
from tests.helpers.accessible import assert_accessible, speak
from tests.helpers.qt_app import Stage, press, settle

LOOKS = (
    StepLook(key="topics", text="Topics"),
    StepLook(key="packs", text="Starter packs"),
    StepLook(key="notes", text="Private notes"),
)


def said(row: StepRow) -> dict[str, str]:
    return {one.name: one.description for one in speak(row) if one.role == QAccessible.Role.Button}


def test_steps_say_where_one_is_and_lead_only_to_those_that_are_open(theme: Theme, stage: Stage) -> None:
    """One walk: what is spoken, keys, presses, and a narrow window, in which only words go that are spoken still."""
    row = StepRow(theme, "Steps", LOOKS)
    asked: list[str] = []
    row.asked.connect(asked.append)
    stage.hold(row, 640)
    row.show_steps("packs", behind={"topics": StepState.DONE}, open_to=("topics",))
    assert said(row) == {
        "Step 1 of 3: Topics": "Done",
        "Step 2 of 3: Starter packs": "You are here",
        "Step 3 of 3: Private notes": "Still to come",
    }
    assert_accessible(row)
    row.buttons["packs"].setFocus()
    press(Qt.Key.Key_Space)
    assert asked == []  # one is there already
    press(Qt.Key.Key_Left)
    assert row.buttons["topics"].hasFocus()
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Left)
    assert row.buttons["packs"].hasFocus()  # round, past the one that is not open
    row.buttons["notes"].click()
    assert asked == ["topics"]
    wide = {key: button.width() for key, button in row.buttons.items()}
    stage.resize(330, 600)
    settle()
    assert row.buttons["packs"].width() == wide["packs"]
    assert row.buttons["notes"].width() < wide["notes"]
    assert row.buttons["notes"].geometry().right() <= row.rect().right()
    stage.resize(200, 600)
    settle()
    assert row.buttons["packs"].width() < wide["packs"]
    assert row.buttons["notes"].geometry().right() <= row.rect().right()
    assert all(button.height() >= theme.px(44) for button in row.buttons.values())
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settle()
    assert row.buttons["topics"].x() > row.buttons["notes"].x()
    assert row.buttons["notes"].x() >= 0
