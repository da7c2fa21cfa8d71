"""What opens over the reader: a link's way out, whose page it is, what changed.

Each is imported when it is first asked for: the first window must not wait for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from caregiver_app.model.article import ArticleRow, ItemId
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.library.reader.open_page import OpenPage, open_page
from caregiver_app.ui.library.reader.versions import LastSeen, PageChanges, Version

if TYPE_CHECKING:
    from caregiver_app.ui.library.reader.changes_view import ChangesView


class ReaderPanels(QObject):
    """Opens one panel at a time. Signals carry the row they are about, and what is wanted; `save_asked` an address."""

    pages_asked = Signal(object)
    check_asked = Signal(object)
    save_asked = Signal(str)
    keep_asked = Signal(object, object, bool)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.with_check = False

    def open_link(self, address: str) -> None:
        """Say where a link leads, and offer to open it."""
        from caregiver_app.ui.library.reader.link_popover import WIDTH, LinkPopover

        popover = LinkPopover(self._desk, address, self._desk.overlay.close_panel, with_save=self.with_check)
        popover.saved.connect(self.save_asked)
        self._desk.overlay.open_popover(popover, width=WIDTH)

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

        about = AboutPage(self._desk, opened, with_check=self.with_check)
        about.check_asked.connect(lambda: self.check_asked.emit(opened.article.row))
        about.source_asked.connect(self._desk.overlay.close_panel)
        about.source_asked.connect(lambda: self.pages_asked.emit(opened.article.row))
        self._desk.overlay.open_drawer(about)

    def ask_about(self, item_id: ItemId, *, own: bool) -> None:
        """Say the same of a page that is not open."""
        stamps_of = self._desk.stamps_of
        self._desk.ask(
            self,
            lambda library: open_page(library, item_id, own=own, stamps_of=stamps_of),
            self.open_about,
            key="about",
        )

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
