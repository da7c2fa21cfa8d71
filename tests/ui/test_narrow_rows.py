"""Rows in a narrow list get higher before words are cut, and stay alike where there are too many to measure.

The ring of the keyboard has a gap to whatever it lies on.
"""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from caregiver_app.ui.theme import Icon, Theme, ThemeChoice, Tone, TypeRole
from caregiver_app.ui.widgets.broken_words import broken, width_of
from caregiver_app.ui.widgets.draw import PillLook
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.line_list import MOST_MEASURED, Line, LineList
from caregiver_app.ui.widgets.line_places import place_line, plain_height
from caregiver_app.ui.widgets.option_list import Option, OptionList
from tests.helpers.qt_app import Stage, settle

pytestmark = pytest.mark.usefixtures("undressed")

TITLE = "How to ask for a carer's assessment, and what happens next"
PILL = PillLook(text="Not checked", tone=Tone.WARN, icon=Icon.QUESTION)


def no_ring() -> bool:
    return False


def heights(view: LineList | OptionList) -> list[int]:
    return [view.visualRect(view.model().index(row, 0)).height() for row in range(view.model().rowCount())]


def test_words_take_a_second_line_and_only_that_one_is_cut(theme: Theme) -> None:
    font = theme.font(TypeRole.STRONG)
    room = width_of(TITLE, font) * 2 // 3
    assert broken(TITLE, font, width_of(TITLE, font)) == (TITLE,)
    assert " ".join(broken(TITLE, font, room)) == TITLE
    first, second = broken(TITLE, font, room // 3)
    assert TITLE.startswith(first)
    assert second.endswith("…")
    smiling = "🙂 " * 40
    assert set("".join(broken(smiling, font, room))) <= {"🙂", " ", "…"}, "no letter is taken apart"
    assert broken(TITLE, font, 0) == (TITLE,), "before the list has a width"


def test_a_narrow_line_puts_its_pill_down_and_nothing_over_another(theme: Theme) -> None:
    facts = "Riverside Carers Centre  ·  Yesterday"
    for width in range(260, 900, 40):
        places = place_line(theme, TITLE, facts, PILL, width)
        title = places.title.adjusted(0, 0, 0, (len(places.title_lines) - 1) * places.title.height())
        parts = (title, places.facts, places.pill)
        assert not any(one.intersects(other) for one in parts for other in parts if one is not other), width
        assert all(part.bottom() < places.height and part.x() >= 0 and part.right() < width for part in parts), width
    assert place_line(theme, "Short", facts, PILL, 900).height == plain_height(theme)


def test_rows_follow_the_width_of_their_list(theme: Theme, stage: Stage) -> None:
    part = QWidget()
    column = Column(theme, parent=part)
    lines = LineList(theme, "Pages", ring=no_ring, rows=4)
    lines.show_lines([Line(key="a", title=TITLE, facts="Today", pill=PILL), Line(key="b", title="Short", pill=PILL)])
    options = OptionList(theme, "Times", (), ring=no_ring)
    options.show_options(
        [Option(value=1, text=TITLE, end="Riverside Carers Centre"), Option(value=2, text="Short", end="10:00")],
        fit=True,
    )
    column.addWidget(lines)
    column.addWidget(options)
    stage.hold(part, 320, 600)
    settle()
    for view in (lines, options):
        tall, short = heights(view)
        assert tall > short, view.accessibleName()
        assert sum(heights(view)) <= view.viewport().height(), "nothing scrolls"
    stage.resize(1000, 600)
    settle()
    assert heights(lines) == [plain_height(theme)] * 2
    assert len(set(heights(options))) == 1
    stage.resize(320, 600)
    lines.show_lines([Line(key=str(number), title=TITLE) for number in range(MOST_MEASURED + 1)])
    settle()
    assert set(heights(lines)) == {plain_height(theme)}


def test_the_ring_around_a_row_to_choose_has_a_gap_to_its_ground(theme: Theme, stage: Stage) -> None:
    theme.set_choice(ThemeChoice.HIGH_CONTRAST_LIGHT)
    options = OptionList(theme, "Menu", [Option(value=1, text="Change")], ring=lambda: True)
    stage.hold(options, 400, 200)
    options.setFocus()
    settle()
    image, row, tokens = options.grab().toImage(), options.visualRect(options.model().index(0, 0)), theme.tokens
    down = [QColor(image.pixel(row.center().x(), row.y() + y)).name().upper() for y in range(row.height() // 3)]
    seen = [one for one, before in zip(down, ["", *down], strict=False) if one != before]
    assert [one for one in seen if one in {tokens.focus, tokens.focus_gap, tokens.selection}][:3] == [
        tokens.focus,
        tokens.focus_gap,
        tokens.selection,
    ]
