"""Long lists come page by page, in the library's own order, and nothing twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QListView

from caregiver_app.library.store import Library
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.source import NewSource
from caregiver_app.ui.library.questions import FIRST_ROWS, PAGE_ROWS
from caregiver_app.ui.theme import Theme
from tests.helpers.clock import MONDAY
from tests.helpers.library_files import APage, add_pages, fill_with_pages
from tests.helpers.whole_window import open_whole

pytestmark = pytest.mark.usefixtures("undressed")


def test_scrolling_to_the_end_loads_every_page_once(theme: Theme, tmp_path: Path, starter_folder: Path) -> None:
    count = 2 * PAGE_ROWS + 30
    with open_whole(
        theme, tmp_path, start=starter_folder, fill=lambda library: fill_with_pages(library, count, at=MONDAY)
    ) as opened:
        shown = opened.whole.library.shelf.pane.list
        assert opened.model.rowCount() == FIRST_ROWS
        while opened.model.canFetchMore(opened.model.index(-1, 0)):
            shown.scrollToBottom()
            opened.model.fetchMore(opened.model.index(-1, 0))
            opened.quiet()
        expected = opened.library.articles.page(ArticleQuery(), limit=count).rows
        assert [row.id for row in opened.rows] == [row.id for row in expected]


def test_the_list_is_laid_out_in_batches(theme: Theme, tmp_path: Path, starter_folder: Path) -> None:
    with open_whole(theme, tmp_path, start=starter_folder) as opened:
        shown = opened.whole.library.shelf.pane.list
        assert shown.layoutMode() == QListView.LayoutMode.Batched
        assert shown.verticalScrollMode() == QListView.ScrollMode.ScrollPerPixel


@pytest.mark.usefixtures("dressed")
def test_rows_are_laid_out_anew_when_the_text_grows(theme: Theme, tmp_path: Path, starter_folder: Path) -> None:
    with open_whole(
        theme, tmp_path, start=starter_folder, fill=lambda library: fill_with_pages(library, 20, at=MONDAY)
    ) as opened:
        shown = opened.whole.library.shelf.pane.list
        before = shown.visualRect(opened.model.index(0)).height()
        theme.set_percent(150)
        opened.quiet()
        assert shown.visualRect(opened.model.index(0)).height() > 1.4 * before


def test_a_list_that_is_asked_for_again_stays_where_it_stands(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    with open_whole(
        theme, tmp_path, start=starter_folder, fill=lambda library: fill_with_pages(library, 300, at=MONDAY)
    ) as opened:
        pane = opened.whole.library.shelf.pane
        opened.model.fetchMore(opened.model.index(-1, 0))
        opened.quiet()
        loaded = opened.model.rowCount()
        pane.list.scrollTo(opened.model.index(100), QListView.ScrollHint.PositionAtTop)
        first = pane.list.first_seen
        assert first == opened.rows[100].id
        pane.reload()
        opened.quiet()
        assert opened.model.rowCount() == loaded
        assert pane.list.first_seen == first


def test_rows_of_own_sources_are_not_laid_out_twice(theme: Theme, tmp_path: Path) -> None:
    """They come knowing whose source they are of: how the library stands, which is known later, changes nothing."""
    with open_whole(theme, tmp_path, fill=_fill_own_source) as opened:
        changes: list[object] = []
        opened.model.dataChanged.connect(lambda *_: changes.append(None))
        assert all(opened.model.is_own(row) for row in opened.rows)
        opened.whole.library.refresh_all()
        opened.quiet()
        assert opened.model.rowCount() == 3
        assert not changes


def _fill_own_source(library: Library) -> None:
    source = library.sources.add(NewSource(url="https://own.example/feed"), at=MONDAY)
    add_pages(library, source, [APage(title=f"Page {number}") for number in range(3)], at=MONDAY)
