"""Awareness days in the window: by month and as a grid, shared, and told of on Home; and guides of packs to read."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from caregiver_app.library.store import Library
from caregiver_app.model.article import ItemKind
from caregiver_app.model.time import from_datetime
from caregiver_app.ui.awareness.body import MONTH, AwarenessBody
from caregiver_app.ui.awareness.day_row import DayRow
from caregiver_app.ui.awareness.joining import AWARENESS
from caregiver_app.ui.home.joining import HOME
from caregiver_app.ui.home.screen import HomeScreen
from caregiver_app.ui.library.pick import Pick
from caregiver_app.ui.library.pick_options import guides_pick
from caregiver_app.ui.theme import Theme
from tests.helpers.share_window import body_of
from tests.helpers.whole_window import Opened, open_whole

pytestmark = pytest.mark.usefixtures("undressed")


def choose_dementia(library: Library) -> None:
    library.topics.choose(["dementia"], at=library.packs.list()[0].installed_at)


def body_in(opened: Opened) -> AwarenessBody:
    body = opened.whole.gate.side.awareness.screen.body
    assert body is not None
    return body


def rows_of(body: AwarenessBody) -> list[DayRow]:
    lists = body.agenda.lists.values()
    rows = [shown.rows.row(key) for shown in lists for key in shown.rows.keys]
    return [row for row in rows if isinstance(row, DayRow)]


def told_on(home: HomeScreen) -> list[DayRow]:
    """Return the rows of the days that Home tells of now."""
    if home.days.days is None or home.days.isHidden():
        return []
    rows = [home.days.days.rows.row(key) for key in home.days.days.rows.keys]
    return [row for row in rows if isinstance(row, DayRow)]


def test_days_come_up_are_shared_and_told_of_on_home(theme: Theme, tmp_path: Path, starter_folder: Path) -> None:
    with open_whole(theme, tmp_path, start=starter_folder, fill=choose_dementia, screen=AWARENESS) as opened:
        body = body_in(opened)
        body.agenda.later.click()
        for _more in range(3):
            body.agenda.later.click()
        opened.quiet()
        assert len(body.agenda.lists) == 12
        assert body.agenda.later.isHidden()
        names = [row.accessibleName() for row in rows_of(body)]
        assert "World Alzheimer's Day" in names
        body.outside.click()
        opened.quiet()
        assert len(rows_of(body)) > len(names)

        row = next(row for row in rows_of(body) if row.accessibleName() == "World Alzheimer's Day")
        assert row.kit is not None
        row.reminder.click()
        opened.quiet()
        assert opened.message.startswith("Home will remind you of “World Alzheimer's Day”")
        assert [day.name for day in opened.library.awareness_days.list() if day.reminds] == ["World Alzheimer's Day"]

        row = next(row for row in rows_of(body) if row.accessibleName() == "World Alzheimer's Day")
        assert row.reminder.words == "Stop reminding me"
        assert row.kit is not None
        row.kit.click()
        opened.quiet()
        share = body_of(opened)
        assert "World Alzheimer's Day" in share.edit.toPlainText()
        assert 1 <= len(share.judging.now.content.cards) <= 3
        typed = share.edit.toPlainText()
        opened.whole.window.open_screen(AWARENESS)
        row.kit.click()
        opened.quiet()
        assert share.edit.toPlainText() == typed

        home = opened.whole.home.screen
        assert not told_on(home)
        opened.clock.jump(from_datetime(datetime(2027, 9, 18, 9, tzinfo=UTC)))
        opened.whole.window.open_screen(HOME)
        opened.quiet()
        (told,) = told_on(home)
        told.reminder.click()
        opened.quiet()
        assert not told_on(home)
        assert opened.whole.window.undo_stack.undo() is not None
        opened.quiet()
        assert len(told_on(home)) == 1


def test_the_month_is_gone_through_by_keyboard(theme: Theme, tmp_path: Path, starter_folder: Path) -> None:
    with open_whole(theme, tmp_path, start=starter_folder, fill=choose_dementia, screen=AWARENESS) as opened:
        body = body_in(opened)
        body.show_tab(MONTH)
        grid = body.month.grid
        here = next(cell for cell in grid.cells if cell.isChecked())
        here.setFocus()
        start = grid.day
        for key, expected in (
            (Qt.Key.Key_Right, date(2026, 11, 24)),
            (Qt.Key.Key_Down, date(2026, 12, 1)),
            (Qt.Key.Key_Up, date(2026, 11, 24)),
            (Qt.Key.Key_PageDown, date(2026, 12, 24)),
            (Qt.Key.Key_End, date(2026, 12, 31)),
            (Qt.Key.Key_Home, date(2026, 12, 1)),
            (Qt.Key.Key_Left, date(2026, 11, 30)),
        ):
            focused = opened.whole.window.focusWidget()
            assert focused is not None
            QTest.keyClick(focused, key)
            assert grid.day == expected, key
        assert start == date(2026, 11, 23)
        assert (grid.before.text(), grid.after.text()) == ("Month before", "Month after")
        grid.after.click()
        grid.after.click()
        grid.before.click()
        assert grid.month == date(2026, 12, 1)
        grid.go_to(date(2027, 9, 21))
        shown = [body.month.list.rows.row(key) for key in body.month.list.rows.keys]
        assert "World Alzheimer's Day" in [row.accessibleName() for row in shown if row is not None]
        marked = next(cell for cell in grid.cells if cell.isChecked())
        assert "awareness day" in marked.accessibleName()


def test_guides_are_read_from_the_library(theme: Theme, tmp_path: Path, starter_folder: Path) -> None:
    with open_whole(theme, tmp_path, start=starter_folder, fill=choose_dementia) as opened:
        assert opened.rows
        assert {row.kind for row in opened.rows} == {ItemKind.GUIDE, ItemKind.CHECKLIST}
        assert {row.language for row in opened.rows} == {"en"}
        opened.whole.library.show_pick(guides_pick())
        opened.quiet()
        everything = opened.titles
        assert len(everything) >= 40
        row = opened.pick(everything[0])
        reader = opened.whole.library.shelf.reader
        assert reader.row == row
        assert reader.toolbar.archive.isHidden()
        assert reader.toolbar.read.isHidden()
        assert reader.top.source.isHidden()
        reader.open_about()
        opened.quiet()
        reader.toolbar.save_pressed.emit()
        opened.quiet()
        assert opened.message.startswith("Saved")
        opened.whole.library.show_pick(Pick())
        opened.whole.library.focus_search()
        QTest.keyClicks(opened.whole.library.shelf.pane.filters.search, "alzheimer visit")
        QTest.keyClick(opened.whole.library.shelf.pane.filters.search, Qt.Key.Key_Return)
        opened.quiet()
        assert opened.rows
        assert len(opened.rows) <= 5
        assert opened.door.asked == []
