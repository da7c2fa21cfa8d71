"""The reader: toolbar, find bar and page, for the one page that is open. Everything in it comes from the library."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from caregiver_app.model.article import ArticleRow, ItemId
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.library.mark_actions import MarksChanged
from caregiver_app.ui.library.marked_row import with_mark
from caregiver_app.ui.library.reader.aloud_bar import AloudBar
from caregiver_app.ui.library.reader.find_bar import FindBar
from caregiver_app.ui.library.reader.kept_places import KeptPlaces
from caregiver_app.ui.library.reader.open_page import OpenPage, open_page
from caregiver_app.ui.library.reader.page_top import PageTop
from caregiver_app.ui.library.reader.page_view import PageView
from caregiver_app.ui.library.reader.reader_panels import ReaderPanels
from caregiver_app.ui.library.reader.toolbar import ReaderToolbar
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.empty import EmptyState
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.look import set_look
from caregiver_app.ui.widgets.scrolled import Scrolled

READ_AFTER_MS = 1_000
"""A page counts as looked at when it was open for so long: passing over it with the arrow keys does not count."""

_KEY = "page"


class ReaderPane(QWidget):
    """Shows one page. `stayed` comes once it was open for a while, `was_read` where it counts as read by that.

    `pictures_asked` comes when its pictures are wanted.
    """

    stayed = Signal(object)
    was_read = Signal(object)
    shown = Signal(object)
    pictures_asked = Signal(object)
    source_asked = Signal(object)

    def __init__(self, desk: Desk, *, read_after_ms: int = READ_AFTER_MS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._opened: OpenPage | None = None
        self._wanted: ItemId | None = None  # open, or on its way
        self.panels = ReaderPanels(desk, self)
        self._places = KeptPlaces()
        self._dwell = QTimer(self)
        self._dwell.setSingleShot(True)
        self._dwell.setInterval(read_after_ms)
        self._dwell.timeout.connect(self._tell_stayed)
        set_look(self, kind="surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.toolbar = ReaderToolbar(desk.theme)
        self.page = PageView(desk.theme)
        self.top = PageTop(desk.theme)
        self.find_bar = FindBar(desk.theme, self.page)
        self.aloud = AloudBar(desk, self.page)
        self.empty = EmptyState(desk.theme, Icon.LIBRARY, _("Choose a page on the left to read it here."))
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.toolbar.show_row(None)

    @property
    def row(self) -> ArticleRow | None:
        """The row of the page that is open."""
        return self._opened.article.row if self._opened is not None else None

    @property
    def is_changed(self) -> bool:
        """True while a page is open that its publisher changed."""
        return self._opened is not None and bool(self._opened.article.revisions)

    def show_item(self, item_id: ItemId, *, own: bool) -> None:
        """Open a page; `own` says that the person added its source."""
        if self._wanted == item_id:
            return
        self._wanted = item_id
        self._keep_place()
        self._dwell.stop()
        self.aloud.stop()
        stamps_of = self._desk.stamps_of
        self._desk.ask(
            self,
            lambda library: open_page(library, item_id, own=own, stamps_of=stamps_of),
            self._show,
            key=_KEY,
            failed=lambda _error: self.clear(),
        )

    def begin_at(self, item_id: ItemId, scrolled: int) -> None:
        """Show this page from there when it is opened next; `scrolled` is in device-independent pixels."""
        self._places.keep(item_id, scrolled)

    def clear(self) -> None:
        """Show no page."""
        self._keep_place()
        self._dwell.stop()
        self.aloud.stop()
        self._opened = self._wanted = None
        self.find_bar.setVisible(False)
        self.toolbar.show_row(None)
        self._stack.setCurrentWidget(self._nothing)

    def forget(self) -> None:
        """Show no page, and hold nothing of those that were open: no place in them, no word sought in them."""
        self.clear()
        self._places.forget()
        self.find_bar.field.setText("")
        self.page.show_html("")

    def take_marks(self, changed: MarksChanged) -> None:
        """Show marks that are now in the library."""
        opened = self._opened
        if opened is None or opened.article.row.id not in changed.values:
            return
        row = with_mark(opened.article.row, changed.kind, changed.values[opened.article.row.id])
        self._opened = replace(opened, article=replace(opened.article, row=row))
        self._show_tools(self._opened)

    def open_about(self) -> None:
        """Open the drawer that says whose the open page is."""
        if self._opened is not None:
            self.panels.open_about(self._opened)

    def open_source(self) -> None:
        """Ask for all there is to know of the source of the open page."""
        if self._opened is not None:
            self.source_asked.emit(self._opened.article.row)

    def refresh(self) -> None:
        """Show the open page as the library has it now, at the place where it stands."""
        opened = self._opened
        if opened is not None and opened.article.row.id == self._wanted:  # another one is on its way
            item_id, own = opened.article.row.id, opened.own
            self._keep_place()
            stamps_of = self._desk.stamps_of
            self._desk.ask(
                self,
                lambda library: open_page(library, item_id, own=own, stamps_of=stamps_of),
                self._show_again,
                key=_KEY,
            )

    def new_day(self) -> None:
        """Have the lines above the page speak of the day that has begun."""
        if self._opened is not None:
            self.top.show_page(self._opened, self._desk.clock.now())

    def open_changes(self) -> None:
        """Open the drawer with what changed in the open page."""
        if self._opened is not None:
            self.panels.open_changes(self._opened)

    def read_aloud(self) -> None:
        """Read the open page aloud, from where the keyboard's mark stands in it."""
        if self._opened is not None:
            self.find_bar.setVisible(False)
            self.aloud.begin(self._opened.article.row.language)

    def open_find(self) -> None:
        """Open the field that finds words in this page."""
        if self._opened is not None:
            self.aloud.stop()  # both mark places of the text
            self.find_bar.open()

    def _show(self, opened: OpenPage) -> None:
        row = opened.article.row
        self._opened = opened
        self.find_bar.setVisible(False)
        self.aloud.stop()
        self.page.setExtraSelections([])
        self.top.show_page(opened, self._desk.clock.now())
        self.page.show_html(opened.html, opened.pictures)
        self._show_tools(opened)
        self._stack.setCurrentWidget(self.page)
        self.page.fit_top()
        self.page.verticalScrollBar().setValue(self._places.of(row.id))
        self._dwell.start()
        self.shown.emit(row)

    def _show_again(self, opened: OpenPage) -> None:
        if self.row is None or self.row.id != opened.article.row.id:
            return
        if self._opened is not None and self._opened.html == opened.html:
            self._opened = opened
            self.top.show_page(opened, self._desk.clock.now())
            self._show_tools(opened)
        else:
            self._show(opened)

    def _show_tools(self, opened: OpenPage) -> None:
        self.toolbar.show_row(opened.article.row, link_may_leave=bool(opened.stamp.leads_to))

    def _ask_pictures(self) -> None:
        """For a source of one's own one page can be asked for; of others only all, so that asking tells nothing."""
        if self._opened is None:
            return
        if self._opened.own:
            self.pictures_asked.emit(self._opened.article.row)
        else:
            self.open_source()

    def _keep_place(self) -> None:
        if self.row is not None:
            self._places.keep(self.row.id, self.page.verticalScrollBar().value())

    def _tell_stayed(self) -> None:
        if self.row is not None and self.isVisible():
            self.stayed.emit(self.row)
            if not self.row.read:
                self.was_read.emit(self.row)

    def _with_row(self, action: Callable[[ArticleRow], None]) -> None:
        if self.row is not None:
            action(self.row)

    def _step_hit(self, by: int) -> None:
        if self.find_bar.isVisible():
            self.find_bar.step(by)
        else:
            self.open_find()

    def _lay_out(self) -> None:
        column = Column(self._desk.theme, parent=self)
        column.addWidget(self.toolbar)
        column.addWidget(self.find_bar)
        column.addWidget(self.aloud)
        column.addWidget(self._stack, 1)
        self._nothing = Scrolled(self.empty, parent=self._stack)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self.page)
        self.page.set_top(self.top)

    def _connect(self) -> None:
        self.page.link_asked.connect(self.panels.open_link)
        self.page.pictures_asked.connect(self._ask_pictures)
        self.top.source_pressed.connect(self.open_source)
        self.toolbar.source_pressed.connect(self.open_source)
        self.top.about_pressed.connect(self.open_about)
        self.top.open_pressed.connect(lambda: self._with_row(self.panels.open_outside))
        self.top.changes_pressed.connect(self.open_changes)
        self.toolbar.about_pressed.connect(self.open_about)
        self.toolbar.find_pressed.connect(self.open_find)
        self.toolbar.aloud_pressed.connect(self.read_aloud)
        for keys, by in (("F3", 1), ("Shift+F3", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._step_hit, by))
        self.toolbar.open_pressed.connect(lambda: self._with_row(self.panels.open_outside))
        self.toolbar.copy_pressed.connect(lambda: self._with_row(self.panels.copy_address))
