"""Long lists come page by page, in the library's own order, and nothing twice."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QListView

from caregiver_app.model.search import ArticleQuery
from caregiver_app.ui.library.questions import PAGE_ROWS
from caregiver_app.ui.theme import Theme
from tests.helpers.clock import MONDAY
from tests.helpers.library_files import fill_with_pages
from tests.helpers.whole_window import open_whole


def test_scrolling_to_the_end_loads_every_page_once(theme: Theme, tmp_path: Path, starter_folder: Path) -> None:
    count = 2 * PAGE_ROWS + 30
    with open_whole(
        theme, tmp_path, start=starter_folder, fill=lambda library: fill_with_pages(library, count, at=MONDAY)
    ) as opened:
        shown = opened.whole.library.shelf.pane.list
        assert opened.model.rowCount() == PAGE_ROWS
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
        pane.list.scrollTo(opened.model.index(150), QListView.ScrollHint.PositionAtTop)
        first = pane.list.first_seen
        assert first == opened.rows[150].id
        pane.reload()
        opened.quiet()
        assert opened.model.rowCount() == loaded
        assert pane.list.first_seen == first
