"""Rows of records are made anew after each step without the keyboard losing its place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from caregiver_app.ui.care.parts.record_rows import RecordRow, RecordRows
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.card import Hairline
from caregiver_app.ui.widgets.focus import tab_stops
from caregiver_app.ui.widgets.layouts import Row
from tests.helpers.accessible import assert_accessible
from tests.helpers.qt_app import Stage, settle


@pytest.fixture
def rows(theme: Theme, stage: Stage) -> RecordRows:
    fallback = Button(theme, "Add one")

    def make(title: str) -> QWidget:
        row = RecordRow(theme, title)
        for verb in ("Change", "Delete"):
            row.add_button(Button(theme, verb, name=f"{verb}: {title}"))
        return row

    rows = RecordRows(theme, "Things", make, fallback=fallback.setFocus)
    stage.hold(fallback)
    stage.hold(rows)
    rows.show_rows([(1, "One"), (2, "Two"), (3, "Three")])
    settle()
    return rows


def focus(rows: RecordRows, name: str) -> None:
    stop = next(stop for stop in tab_stops(rows) if stop.accessibleName() == name)
    stop.setFocus()


def focused() -> str:
    widget = QApplication.focusWidget()
    return "" if widget is None else widget.accessibleName()


def test_a_row_whose_value_is_equal_stays_the_same_widget(rows: RecordRows) -> None:
    before = rows.row(2)
    rows.show_rows([(2, "Two"), (1, "Other")])
    assert rows.row(2) is before
    assert rows.keys == (2, 1)


def test_the_same_rows_again_are_not_laid_out_anew(rows: RecordRows) -> None:
    lines = rows.findChildren(Hairline)
    rows.show_rows([(1, "One"), (2, "Two"), (3, "Three")])
    settle()
    assert rows.findChildren(Hairline) == lines
    rows.show_rows([(1, "One"), (2, "Two")])
    assert rows.keys == (1, 2)


def test_the_keyboard_stays_at_the_same_button_when_its_row_is_made_anew(rows: RecordRows) -> None:
    focus(rows, "Delete: Two")
    rows.show_rows([(1, "One"), (2, "Two, changed"), (3, "Three")])
    assert focused() == "Delete: Two, changed"


def test_the_keyboard_goes_to_the_next_row_when_its_row_goes_and_to_the_last_where_none_follows(
    rows: RecordRows,
) -> None:
    focus(rows, "Delete: Two")
    rows.show_rows([(1, "One"), (3, "Three")])
    assert focused() == "Change: Three"
    rows.show_rows([(1, "One")])
    assert focused() == "Change: One"
    rows.show_rows([])
    assert focused() == "Add one"


def test_tab_goes_through_rows_as_they_stand_after_they_moved(rows: RecordRows) -> None:
    rows.show_rows([(3, "Three"), (2, "Two, changed"), (1, "One")])
    settle()
    names = [stop.accessibleName().partition(": ")[2] for stop in tab_stops(rows)]
    assert names == ["Three", "Three", "Two, changed", "Two, changed", "One", "One"]
    assert_accessible(rows.window())


@pytest.mark.usefixtures("dressed")
def test_what_stands_at_the_end_takes_no_room_from_the_buttons(theme: Theme, stage: Stage) -> None:
    """The last button wrapped to a line of its own below the room that "More" alone had."""
    row = RecordRow(theme, "Why the swollen feet?")
    buttons = [row.add_button(Button(theme, words)) for words in ("Write the answer", "Asked", "Move up", "Move down")]
    more = Button(theme, "More")
    row.add_at_end(more)
    holder = QWidget()
    Row(theme, parent=holder).addWidget(row)
    stage.hold(holder, width=sum(one.sizeHint().width() for one in buttons) + 3 * theme.px(8))
    assert len({one.mapTo(row, QPoint()).y() for one in buttons}) == 1
    assert more.mapTo(row, QPoint()).y() < buttons[0].mapTo(row, QPoint()).y()
    assert [stop.accessibleName() for stop in tab_stops(row)][-1] == "More"


def test_many_rows_are_laid_out_together_and_not_once_for_each(theme: Theme, stage: Stage) -> None:
    measured = list[None]()

    class Measured(QWidget):
        def hasHeightForWidth(self) -> bool:  # noqa: N802  Qt's name
            return True

        def heightForWidth(self, _width: int) -> int:  # noqa: N802  Qt's name
            measured.append(None)
            return 20

    rows = RecordRows(theme, "Things", lambda _value: Measured())
    stage.hold(rows)
    rows.show_rows([(number, "thing") for number in range(60)])
    settle()
    first, *_others, last = rows.findChildren(Measured)
    assert first.y() < last.y()
    assert len(measured) < 60 * 20
