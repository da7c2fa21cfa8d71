"""The reader: toolbar, find bar and page, for the one page that is open. Everything in it comes from the library.

What opens over it is imported when it is first asked for: the first window must not wait for that.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from caregiver_app.model.article import Article, ArticleRow, ItemId
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.library.desk import Desk
from caregiver_app.ui.library.mark_actions import MarksChanged
from caregiver_app.ui.library.marked_row import with_mark
from caregiver_app.ui.library.reader.find_bar import FindBar
from caregiver_app.ui.library.reader.page_top import PageTop
from caregiver_app.ui.library.reader.page_view import PageView
from caregiver_app.ui.library.reader.toolbar import ReaderToolbar
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.empty import EmptyState
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.look import set_look
from caregiver_app.ui.widgets.scrolled import Scrolled

if TYPE_CHECKING:
    from caregiver_app.library.store import Library
    from caregiver_app.ui.library.reader.changes_view import PageChanges

READ_AFTER_MS = 1_000
"""A page counts as read when it was open for so long: passing over it with the arrow keys does not count."""

_PLACES_KEPT = 200
_KEY = "page"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPage:
    """A page ready to be shown."""

    article: Article
    html: str


class ReaderPane(QWidget):
    """Shows one page. `was_read` comes once it was open for a while."""

    was_read = Signal(object)
    shown = Signal(object)
    source_asked = Signal(object)

    def __init__(self, desk: Desk, *, read_after_ms: int = READ_AFTER_MS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._article: Article | None = None
        self._wanted: ItemId | None = None  # open, or on its way
        self._own = False
        self._places: OrderedDict[ItemId, int] = OrderedDict()
        self._dwell = QTimer(self)
        self._dwell.setSingleShot(True)
        self._dwell.setInterval(read_after_ms)
        self._dwell.timeout.connect(self._tell_read)
        set_look(self, kind="surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.toolbar = ReaderToolbar(desk.theme)
        self.page = PageView(desk.theme)
        self.top = PageTop(desk.theme)
        self.find_bar = FindBar(desk.theme, self.page)
        self.empty = EmptyState(desk.theme, Icon.LIBRARY, _("Choose a page on the left to read it here."))
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.toolbar.show_row(None)

    @property
    def article(self) -> Article | None:
        """The page that is open."""
        return self._article

    @property
    def row(self) -> ArticleRow | None:
        """The row of the page that is open."""
        return self._article.row if self._article is not None else None

    def show_item(self, item_id: ItemId, *, own: bool) -> None:
        """Open a page; `own` says that the person added its source."""
        if self._wanted == item_id:
            return
        self._wanted = item_id
        self._keep_place()
        self._dwell.stop()
        self._own = own
        self._desk.ask(
            self, lambda library: open_page(library, item_id), self._show, key=_KEY, failed=lambda _error: self.clear()
        )

    def clear(self) -> None:
        """Show no page."""
        self._keep_place()
        self._dwell.stop()
        self._article = self._wanted = None
        self.find_bar.setVisible(False)
        self.toolbar.show_row(None)
        self._stack.setCurrentWidget(self._nothing)

    def take_marks(self, changed: MarksChanged) -> None:
        """Show marks that are now in the library."""
        if self._article is None or self._article.row.id not in changed.values:
            return
        row = with_mark(self._article.row, changed.kind, changed.values[self._article.row.id])
        self._article = replace(self._article, row=row)
        self.toolbar.show_row(row)

    def about(self, item_id: ItemId, *, own: bool) -> None:
        """Open the drawer that says whose page an item is."""
        self._desk.ask(
            self,
            lambda library: library.articles.get(item_id),
            lambda article: self._open_about(article, own=own),
            key="about",
        )

    def open_find(self) -> None:
        """Open the field that finds words in this page."""
        if self._article is not None:
            self.find_bar.open()

    def _show(self, opened: OpenPage) -> None:
        self._article = opened.article
        self.find_bar.setVisible(False)
        self.page.setExtraSelections([])
        self.top.show_article(opened.article, self._desk.clock.now(), own=self._own)
        self.page.show_html(opened.html)
        self.toolbar.show_row(opened.article.row)
        self._stack.setCurrentWidget(self.page)
        self.page.fit_top()
        self.page.verticalScrollBar().setValue(self._places.get(opened.article.row.id, 0))
        if not opened.article.row.read:
            self._dwell.start()
        self.shown.emit(opened.article.row)

    def _keep_place(self) -> None:
        if self._article is None:
            return
        self._places[self._article.row.id] = self.page.verticalScrollBar().value()
        self._places.move_to_end(self._article.row.id)
        if len(self._places) > _PLACES_KEPT:
            self._places.popitem(last=False)

    def _tell_read(self) -> None:
        if self._article is not None and self.isVisible() and not self._article.row.read:
            self.was_read.emit(self._article.row)

    def _open_link(self, address: str) -> None:
        from caregiver_app.ui.library.reader.link_popover import WIDTH, LinkPopover

        close = self._desk.overlay.close_panel
        self._desk.overlay.open_popover(LinkPopover(self._desk, address, close), width=WIDTH)

    def _open_about(self, article: Article, *, own: bool) -> None:
        from caregiver_app.ui.library.reader.about_page import AboutPage

        about = AboutPage(self._desk, article, own=own)
        about.closed.connect(self._desk.overlay.close_panel)
        about.source_asked.connect(self._desk.overlay.close_panel)
        about.source_asked.connect(lambda: self.source_asked.emit(article.row))
        self._desk.overlay.open_drawer(about)

    @property
    def is_changed(self) -> bool:
        """True while a page is open that its publisher changed."""
        return self._article is not None and bool(self._article.revisions)

    def open_about(self) -> None:
        """Open the drawer that says whose the open page is."""
        if self._article is not None:
            self._open_about(self._article, own=self._own)

    def open_changes(self) -> None:
        """Open the drawer with what changed in the open page."""
        from caregiver_app.ui.library.reader.changes_view import ChangesView, page_changes

        article = self._article
        if article is None:
            return

        def show(changes: PageChanges) -> None:
            view = ChangesView(self._desk, changes, article)
            view.closed.connect(self._desk.overlay.close_panel)
            self._desk.overlay.open_drawer(view)

        self._desk.ask(self, lambda library: page_changes(library, article.row.id), show, key="changes")

    def _open_outside(self) -> None:
        from caregiver_app.ui.library.reader.link_popover import open_and_tell

        if self._article is not None and self._article.row.url:
            open_and_tell(self._desk, self._article.row.url)

    def _copy_address(self) -> None:
        from caregiver_app.ui.library.reader.link_popover import copy_and_tell

        if self._article is not None and self._article.row.url:
            copy_and_tell(self._desk, self._article.row.url)

    def _lay_out(self) -> None:
        column = Column(self._desk.theme, parent=self)
        column.addWidget(self.toolbar)
        column.addWidget(self.find_bar)
        column.addWidget(self._stack, 1)
        self._nothing = Scrolled(self.empty)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self.page)
        self.page.set_top(self.top)

    def _connect(self) -> None:
        self.page.link_asked.connect(self._open_link)
        self.top.about_pressed.connect(self.open_about)
        self.top.changes_pressed.connect(self.open_changes)
        self.toolbar.about_pressed.connect(self.open_about)
        self.toolbar.find_pressed.connect(self.open_find)
        self.toolbar.open_pressed.connect(self._open_outside)
        self.toolbar.copy_pressed.connect(self._copy_address)


def open_page(library: Library, item_id: ItemId) -> OpenPage:
    """Return a page ready to be shown; runs in the library's thread.

    Raises:
        UnknownItem: it is not there any more.
    """
    from caregiver_app.ui.library.reader.page_html import page_html  # it brings the sanitiser's library along

    article = library.articles.get(item_id)
    return OpenPage(article=article, html=page_html(article.row.title, article.html))
