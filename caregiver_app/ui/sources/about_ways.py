"""The way from a page to what there is to know of its source, and what is done there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from caregiver_app.model.article import ArticleRow
from caregiver_app.ui.checking.ways import CheckWays
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.library.page_keeping import PageKeeping
from caregiver_app.ui.library.pick import Pick
from caregiver_app.ui.library.screen import LibraryScreen
from caregiver_app.ui.sources.source_actions import SourceActions

if TYPE_CHECKING:
    from caregiver_app.ui.sources.about_source import AboutSource, SourceFacts


class AboutSourceWays(QObject):
    """Opens the drawer for the page that is read, and has it show what came of each choice.

    The drawer is imported when it is first asked for: the first window must not wait for it.
    """

    def __init__(self, desk: Desk, screen: LibraryScreen, keeping: PageKeeping, checking: CheckWays) -> None:
        super().__init__(screen)
        self._desk = desk
        self._checking = checking
        self._screen = screen
        self._keeping = keeping
        self.actions = SourceActions(desk, self)
        self.actions.changed.connect(screen.refresh_all)
        self.actions.changed.connect(self.refresh)
        screen.lists.doer.changed.connect(self.refresh)
        screen.shelf.reader.source_asked.connect(self.open)
        keeping.changed.connect(self._show_keeping)

    def open(self, row: ArticleRow) -> None:
        """Say how the source of a page is doing, and what is saved of it and of the page."""
        from caregiver_app.ui.sources.about_source import source_facts

        stamps_of = self._checking.stamps_of
        self._desk.ask(
            self,
            lambda library: source_facts(library, row.source_id, row.id, stamps_of),
            lambda facts: self._show(facts, row),
            key="source",
        )

    def refresh(self) -> None:
        """Show in the drawer, if it is open, how things are now."""
        from caregiver_app.ui.sources.about_source import source_facts

        drawer = self._drawer()
        if drawer is not None:
            source_id, item_id, stamps_of = drawer.facts.source.id, drawer.facts.item_id, self._checking.stamps_of
            self._desk.ask(
                drawer,
                lambda library: source_facts(library, source_id, item_id, stamps_of),
                drawer.show_facts,
                key="source",
            )

    def _show(self, facts: SourceFacts, row: ArticleRow) -> None:
        from caregiver_app.ui.sources.about_source import AboutSource

        drawer = AboutSource(self._desk, facts, with_check=self._checking.for_others)
        drawer.check_asked.connect(self._checking.open)
        drawer.pages_asked.connect(lambda: self._show_pages(row))
        drawer.kept.connect(lambda source, on: self.actions.keep([source], on))
        drawer.moved_back.connect(self.actions.move_back)
        drawer.copy_asked.connect(lambda: self._keeping.keep(row))
        self._desk.overlay.open_drawer(drawer)

    def _show_pages(self, row: ArticleRow) -> None:
        self._desk.overlay.close_panel()
        self._screen.show_pick(Pick.of_source(row.source_id, row.source_title))

    def _show_keeping(self) -> None:
        drawer = self._drawer()
        if drawer is not None:
            drawer.copy.button.set_working(self._keeping.running)
        if not self._keeping.running:
            self.refresh()
            self._screen.shelf.reader.refresh()

    def _drawer(self) -> AboutSource | None:
        from caregiver_app.ui.sources.about_source import AboutSource

        panel = self._desk.overlay.panel
        return panel.content if panel is not None and isinstance(panel.content, AboutSource) else None
