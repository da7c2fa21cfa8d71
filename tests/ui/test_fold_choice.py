"""A choice that folds is as wide as its place: long words are cut there and spoken whole."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.fold_choice import FoldChoice
from caregiver_app.ui.widgets.layouts import Column, Flow
from caregiver_app.ui.widgets.option_list import Option
from caregiver_app.ui.widgets.plain import PlainLabel
from tests.helpers.qt_app import settle, show

pytestmark = [
    pytest.mark.usefixtures("dressed"),
    pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True),
]

LONG = "Memory clinic at Northfield Hospital, 2 December 2026"


def test_long_words_make_no_place_wider(theme: Theme) -> None:
    place = QWidget()
    choice = FoldChoice(theme, "Which visit", ring=lambda: True)
    Column(theme, parent=place).addWidget(choice)
    choice.show_options([Option(value=1, text=LONG), Option(value=2, text="Any")], 1)
    show(place, 284, 120)
    assert place.minimumSizeHint().width() < 284
    assert choice.button.width() <= 284
    assert choice.button.text().endswith("…")
    assert choice.button.accessibleName().startswith(LONG)
    place.resize(900, 120)
    settle()
    assert choice.button.text() == LONG


def test_words_that_have_room_are_whole_beside_a_question(theme: Theme) -> None:
    place = QWidget()
    choice = FoldChoice(theme, "Country", ring=lambda: True)
    flow = Flow(theme, gap=12, parent=place)
    flow.addWidget(PlainLabel("Which country are you in?"))
    flow.addWidget(choice)
    countries = [Option(value=1, text="Spain"), Option(value=2, text="United Kingdom")]
    choice.show_options(countries, 1)
    show(place, 900, 120)
    assert choice.button.text() == "Spain"
    choice.show_options(countries, 2)
    settle()
    assert choice.button.text() == "United Kingdom"
