"""What a screen reader or a voice switches on or off is done, as by a press; what the program itself shows is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractButton

from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.chips import ChipChoice, ChipGroup
from tests.helpers.qt_app import Stage


def a_button(theme: Theme) -> QAbstractButton:
    return Button(theme, "Save", checkable=True)


def a_box(theme: Theme) -> QAbstractButton:
    return CheckBox(theme, "Stay offline")


@pytest.mark.parametrize("make", [a_button, a_box])
def test_each_switch_is_told_once_and_what_is_shown_is_not(
    stage: Stage, theme: Theme, undressed: None, make: Callable[[Theme], QAbstractButton]
) -> None:
    button, told = make(theme), list[bool]()
    button.clicked.connect(lambda on: told.append(bool(on)))
    stage.hold(button)
    button.toggle()  # what the toolkit does when assistive technology asks for it
    assert told == [True]
    button.click()
    assert told == [True, False]
    button.setChecked(True)
    assert told == [True, False]
    button.toggle()
    assert told == [True, False, False]


def test_one_of_several_is_chosen(stage: Stage, theme: Theme, undressed: None) -> None:
    choices = [ChipChoice(key=key, text=key) for key in ("all", "new")]
    group, chosen = ChipGroup(theme, "Show", choices), list[str]()
    group.set_current("all")
    group.chosen.connect(chosen.append)
    stage.hold(group)
    group.chip("new").toggle()
    assert (chosen, group.current) == (["new"], "new")
