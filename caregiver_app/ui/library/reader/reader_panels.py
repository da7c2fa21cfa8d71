"""What opens over the reader: a link's way out, whose page it is, its source, what changed.

Each is imported when it is first asked for: the first window must not wait for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from caregiver_app.model.article import ArticleRow, ItemId
from caregiver_app.ui.library.desk import Desk
from caregiver_app.ui.library.reader.open_page import OpenPage, open_page
from caregiver_app.ui.library.reader.versions import LastSeen, PageChanges, Version

if TYPE_CHECKING:
    from caregiver_app.ui.library.reader.about_source import AboutSource, SourceFacts
    from caregiver_app.ui.library.reader.changes_view import ChangesView


class ReaderPanels(QObject):
    """Opens one panel at a time. Signals carry the row they are about, and what is wanted."""

    pages_asked = Signal(object)
    keep_asked = Signal(object, object, bool)
    full_text_asked = Signal(object, bool)
    move_back_asked = Signal(object)
    copy_asked = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def open_link(self, address: str) -> None:
        """Say where a link leads, and offer to open it."""
        from caregiver_app.ui.library.reader.link_popover import WIDTH, LinkPopover

        close = self._desk.overlay.close_panel
        self._desk.overlay.open_popover(LinkPopover(self._desk, address, close), width=WIDTH)

    def open_outside(self, row: ArticleRow) -> None:
        """Open the address of a page in the person's browser."""
        from caregiver_app.ui.library.reader.link_popover import open_and_tell

        if row.url:
            open_and_tell(self._desk, row.url)

    def copy_address(self, row: ArticleRow) -> None:
        """Put the address of a page on the clipboard."""
        from caregiver_app.ui.library.reader.link_popover import copy_and_tell

        if row.url:
            copy_and_tell(self._desk, row.url)

    def open_about(self, opened: OpenPage) -> None:
        """Say whose a page is and since when it is here."""
        from caregiver_app.ui.library.reader.about_page import AboutPage

        about = AboutPage(self._desk, opened.article, own=opened.own)
        about.closed.connect(self._desk.overlay.close_panel)
        about.source_asked.connect(self._desk.overlay.close_panel)
        about.source_asked.connect(lambda: self.pages_asked.emit(opened.article.row))
        self._desk.overlay.open_drawer(about)

    def ask_about(self, item_id: ItemId, *, own: bool) -> None:
        """Say the same of a page that is not open."""
        self._desk.ask(self, lambda library: open_page(library, item_id, own=own), self.open_about, key="about")

    def open_changes(self, opened: OpenPage) -> None:
        """Show what changed in a page since the person knew it; one that never changed has nothing to show."""
        from caregiver_app.ui.library.reader.versions import page_changes

        row, seen = opened.article.row, opened.seen
        self._desk.ask(
            self,
            lambda library: page_changes(library, row.id, seen),
            lambda changes: self._show_changes(changes, row, seen) if changes is not None else None,
            key="changes",
        )

    def open_source(self, row: ArticleRow) -> None:
        """Say how the source of a page is doing, and what is saved of it and of the page."""
        from caregiver_app.ui.library.reader.about_source import source_facts

        self._desk.ask(
            self,
            lambda library: source_facts(library, row.source_id, row.id),
            lambda facts: self._show_source(facts, row),
            key="source",
        )

    def refresh_source(self, *, working: bool = False) -> None:
        """Show in the drawer about a source, if one is open, how things are now."""
        from caregiver_app.ui.library.reader.about_source import source_facts

        drawer = self._source_drawer()
        if drawer is None:
            return
        drawer.copy.button.set_working(working)
        if not working:
            source_id, item_id = drawer.facts.source.id, drawer.facts.item_id
            self._desk.ask(
                drawer,
                lambda library: source_facts(library, source_id, item_id),
                drawer.show_facts,
                key="source",
            )

    def _show_source(self, facts: SourceFacts, row: ArticleRow) -> None:
        from caregiver_app.ui.library.reader.about_source import AboutSource

        drawer = AboutSource(self._desk, facts)
        drawer.closed.connect(self._desk.overlay.close_panel)
        drawer.pages_asked.connect(self._desk.overlay.close_panel)
        drawer.pages_asked.connect(lambda: self.pages_asked.emit(row))
        drawer.kept.connect(self.full_text_asked)
        drawer.moved_back.connect(self.move_back_asked)
        drawer.copy_asked.connect(lambda: self.copy_asked.emit(row))
        self._desk.overlay.open_drawer(drawer)

    def _source_drawer(self) -> AboutSource | None:
        from caregiver_app.ui.library.reader.about_source import AboutSource

        panel = self._desk.overlay.panel
        return panel.content if panel is not None and isinstance(panel.content, AboutSource) else None

    def show_kept(self, item_id: ItemId, version: Version) -> None:
        """Show in the drawer that is open, if it is about this page, whether an old version is kept."""
        view = self._changes_view()
        if view is not None and view.item_id == item_id:
            view.show_kept(version)

    def _show_changes(self, changes: PageChanges, row: ArticleRow, seen: LastSeen) -> None:
        from caregiver_app.ui.library.reader.changes_view import ChangesView

        view = ChangesView(self._desk, row.id, changes, seen)
        view.closed.connect(self._desk.overlay.close_panel)
        view.keep_asked.connect(lambda version, kept: self.keep_asked.emit(row, version, kept))
        self._desk.overlay.open_drawer(view)
        view.following.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changes_view(self) -> ChangesView | None:
        from caregiver_app.ui.library.reader.changes_view import ChangesView

        panel = self._desk.overlay.panel
        return panel.content if panel is not None and isinstance(panel.content, ChangesView) else None
