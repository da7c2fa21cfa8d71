"""The Library as a screen: the shelf with list and reader, and the pages that lie behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.article import ArticleFilter, ArticleRow, ItemId
from caregiver_app.model.sync import SyncReport
from caregiver_app.ui.breakpoints import FrameLayout
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.library.empties import Wish
from caregiver_app.ui.library.ground import EmptyGround
from caregiver_app.ui.library.list_panels import ListPanels
from caregiver_app.ui.library.list_ways import ListWays
from caregiver_app.ui.library.pick import Pick
from caregiver_app.ui.library.pick_options import guides_pick
from caregiver_app.ui.library.questions import Standing, row_to_read, standing
from caregiver_app.ui.library.reader.reader_pane import READ_AFTER_MS
from caregiver_app.ui.library.shelf import Shelf
from caregiver_app.ui.library.updates import Updates
from caregiver_app.ui.screen import Screen
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.page_stack import PageStack


class LibraryScreen(Screen):
    """`add_asked`, `sources_asked` (True: those in trouble), `topics_asked` and `check_asked` lead to the pages behind
    the shelf.

    `renamed` comes whenever another of them is shown, which may have another title. `leave_asked` comes from pages
    that nobody else may see: whoever listens hides them and all signs of them.
    """

    add_asked = Signal()
    check_asked = Signal()
    sources_asked = Signal(bool)
    topics_asked = Signal()
    leave_asked = Signal()
    renamed = Signal()
    stood = Signal(object)

    def __init__(
        self, desk: Desk, updates: Updates, *, read_after_ms: int = READ_AFTER_MS, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._updates = updates
        self._layout = FrameLayout.WIDE
        self._stack = PageStack(self)
        self.shelf = Shelf(desk, updates, read_after_ms=read_after_ms, parent=self._stack)
        self.lists = ListWays(desk, self.shelf, self.show_pick, self)
        self.panels = ListPanels(desk, self.shelf.pane, self)
        self._stack.addWidget(self.shelf)
        self._ground = EmptyGround(self._stack)
        self._stack.addWidget(self._ground)
        self._above: tuple[QWidget, ...] = ()
        self._column = Column(desk.theme, parent=self)
        self._column.addWidget(self._stack, 1)
        self._connect()
        self._stack.currentChanged.connect(self.renamed)

    @property
    def behind(self) -> Screen | None:
        """The page behind the shelf that is open, None while the shelf is."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Screen) else None

    def title(self) -> str:
        """Return the title of the page behind the shelf, where it has one of its own."""
        return self.behind.title() if self.behind is not None else ""

    def stands_apart(self) -> bool:
        """Return whether what is shown is no part of the library: a page behind the shelf, or nothing yet."""
        return self._stack.currentWidget() is self._ground or (self.behind is not None and self.behind.stands_apart())

    def opened(self) -> None:
        """Ask the library anew for what is shown."""
        if self.behind is not None:
            self.behind.opened()
        else:
            self.shelf.pane.reload()
        self._updates.refresh()
        self.refresh_standing()

    def new_day(self) -> None:
        """Have rows, the page that is read and the page behind speak of the day that has begun."""
        self.shelf.pane.new_day()
        self.shelf.reader.new_day()
        if self.behind is not None:
            self.behind.new_day()

    def help_key(self) -> str:
        """Return the key of the help of a page behind that has one of its own."""
        return self.behind.help_key() if self.behind is not None else ""

    def areas(self) -> Sequence[QWidget]:
        """Return filters, list, updates, toolbar, find bar and page; or those of the page behind."""
        if self.behind is not None:
            return (*self._above, *self.behind.areas())
        pane, reader = self.shelf.pane, self.shelf.reader
        listed = (pane.filters, pane.leaving, pane.list, *pane.due.areas(), pane.empty, pane.strip)
        return (*self._above, *listed, reader.toolbar, reader.find_bar, reader.page)

    def set_frame_layout(self, layout: FrameLayout) -> None:
        """Arrange the shelf and the pages behind it."""
        self._layout = layout
        self.shelf.set_frame_layout(layout)
        self._stack.updateGeometry()  # Qt does not ask a hidden screen anew, and the window would stay as wide
        if self.behind is not None:
            self.behind.set_frame_layout(layout)

    def go_back(self) -> bool:
        """Leave the innermost place: a page behind, find in page, what is read aloud, a search, the reader."""
        if self.behind is not None:
            if not self.behind.go_back():
                self.show_shelf()
            return True
        find_bar, search = self.shelf.reader.find_bar, self.shelf.pane.filters.search
        if not find_bar.isHidden():
            find_bar.close_bar()
            return True
        if self.shelf.reader.aloud.leave():
            return True
        if search.text() and search.hasFocus():
            search.clear_search()
            return True
        return self.shelf.back_to_list()

    def go_forward(self) -> bool:
        """Show the page again that was left for the list."""
        return self.behind is None and self.shelf.forward_to_page()

    def place(self) -> int | None:
        """Return the page that is open in the reader."""
        return self.shelf.reader.row.id if self.shelf.reader.row is not None else None

    def return_to(self, place: int, *, gone: Callable[[], object]) -> None:
        """Show a page again that was open before, or call `gone` where the library has it no more."""
        item_id = ItemId(place)
        self._desk.ask(self, lambda library: row_to_read(library, item_id), partial(self._return, gone), key="return")

    def hold_back(self) -> None:
        """Show an empty ground until it is known what comes first: the first steps, or the list (`let_go`)."""
        self._stack.setCurrentWidget(self._ground)
        self._ground.setFocus(Qt.FocusReason.OtherFocusReason)

    def let_go(self) -> None:
        """Show the list where it is held back and nothing came before it."""
        if self._stack.currentWidget() is self._ground:
            self._stack.setCurrentWidget(self.shelf)

    def put_above(self, part: QWidget) -> None:
        """Have a part above all that is shown here, which comes and goes by itself."""
        self._above = (part,)
        self._column.insertWidget(0, part)

    def show_behind(self, screen: Screen) -> None:
        """Open a page that lies behind the shelf."""
        if self._stack.indexOf(screen) < 0:
            self._stack.addWidget(screen)
        screen.set_frame_layout(self._layout)
        self._stack.setCurrentWidget(screen)
        screen.opened()

    def show_shelf(self) -> None:
        """Show list and reader again."""
        self.let_go()
        if self.behind is not None:
            self._stack.setCurrentWidget(self.shelf)
            self.opened()
            self.shelf.pane.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_row(self, row: ArticleRow) -> None:
        """Open a page, whatever the list shows."""
        self.show_shelf()
        self.shelf.enter(row)

    def _return(self, gone: Callable[[], object], row: ArticleRow | None) -> None:
        if row is None:
            gone()
        else:
            self.show_shelf()
            self.shelf.return_to(row)

    def choose_pick(self) -> None:
        """Open the choice of what the list shows, from any place."""
        self.show_shelf()
        self.shelf.back_to_list()
        self.panels.open_picker()

    def show_pick(self, pick: Pick) -> None:
        """Show the list, narrowed to a part of the library."""
        self.show_shelf()
        self.shelf.back_to_list()
        self.shelf.pane.filters.set_pick(pick)

    def refresh_standing(self) -> None:
        """Ask anew which sources and topics there are and how many pages they hold."""
        self._desk.ask(self, standing, self._take_standing, key="standing", failed=lambda _error: self.let_go())

    def refresh_all(self) -> None:
        """Show the list, what is open and what can be picked as the library has them now."""
        self.shelf.pane.reload()
        self.shelf.reader.refresh()
        self.refresh_standing()

    def forget_reading(self) -> None:
        """Show the whole list from its start, and hold nothing of what was read, sought or chosen."""
        self._stack.setCurrentWidget(self.shelf)
        self.shelf.forget_reading()

    def with_row(self, action: Callable[[ArticleRow], None]) -> None:
        """Do something with the page that is being read, else with the current row."""
        row = self.shelf.row_here
        if row is not None:
            action(row)

    def search(self) -> bool:
        """Search the page behind where it can be, find in the page that is being read, else search the library."""
        if self.behind is not None and self.behind.search():
            return True
        if self.behind is None and self.shelf.is_reading_here():
            self.shelf.reader.open_find()
        else:
            self.focus_search()
        return True

    def focus_search(self) -> None:
        """Put the focus into the search field, whatever was open."""
        self.show_shelf()
        self.shelf.back_to_list()
        self.shelf.pane.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.shelf.pane.filters.search.selectAll()

    def _take_standing(self, found: Standing) -> None:
        self.shelf.pane.take_standing(found)
        self.lists.take_standing(found)
        self.stood.emit(found)

    def _updated(self, report: SyncReport) -> None:
        if report.new or report.changed:
            self.shelf.pane.reload()
        self.refresh_standing()

    def _show_first_pages(self) -> None:
        """Show the first pages while an update still runs, so that an empty library fills before one's eyes."""
        progress, pane = self._updates.progress, self.shelf.pane
        waits = pane.model.rowCount() == 0 and not pane.loader.waiting
        if self._updates.running and progress is not None and progress.new and waits:
            pane.reload()

    def _wished(self, wish: Wish) -> None:
        filters = self.shelf.pane.filters
        actions: dict[Wish, Callable[[], object]] = {
            Wish.TOPICS: self.topics_asked.emit,
            Wish.ADD_SOURCE: self.add_asked.emit,
            Wish.UPDATE: self._updates.begin,
            Wish.CLEAR_SEARCH: filters.search.clear_search,
            Wish.SHOW_ALL: lambda: filters.show_chip(ArticleFilter.ALL),
            Wish.ALL_SOURCES: lambda: filters.set_pick(Pick()),
            Wish.GUIDES: lambda: filters.set_pick(guides_pick()),
        }
        actions[wish]()

    def _show_source(self, row: ArticleRow) -> None:
        self.show_pick(Pick.of_source(row.source_id, row.source_title))

    def _connect(self) -> None:
        pane = self.shelf.pane
        pane.wished.connect(self._wished)
        for leaving in (pane.leaving, self.shelf.reader.top.leaving):
            leaving.left.connect(self.leave_asked)
        pane.filters.picker_pressed.connect(self.panels.open_picker)
        pane.filters.tips_pressed.connect(self.panels.open_tips)
        self.panels.add_asked.connect(self.add_asked)
        self.panels.manage_asked.connect(partial(self.sources_asked.emit, False))
        self.panels.shelves_asked.connect(self.lists.open_shelves)
        pane.filters.more_pressed.connect(self.lists.open_menu)
        pane.filters.check_pressed.connect(self.check_asked)
        self.lists.changed.connect(self.refresh_all)
        self.lists.tips_asked.connect(self.panels.open_tips)
        self.shelf.reader.toolbar.collect_pressed.connect(lambda: self.with_row(self.lists.open_collect))
        self.shelf.reader.toolbar.mute_pressed.connect(lambda: self.with_row(self.lists.open_mutes_for))
        pane.strip.details_asked.connect(lambda: self.sources_asked.emit(True))
        self.shelf.reader.panels.pages_asked.connect(self._show_source)
        self.shelf.came_to.connect(self.came_to)
        self._updates.finished.connect(self._updated)
        self._updates.changed.connect(self._show_first_pages)
