"""List and reader joined: side by side, or one at a time where there is little room. Marks go through here."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from caregiver_app.model.article import ArticleRow, MarkKind
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.breakpoints import FrameLayout
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.library.list_menu import marked_menu
from caregiver_app.ui.library.list_pane import ListPane
from caregiver_app.ui.library.mark_actions import MarkActions, MarksChanged
from caregiver_app.ui.library.questions import FirstPage, NewCounts, new_counts
from caregiver_app.ui.library.reader.reader_pane import READ_AFTER_MS, ReaderPane
from caregiver_app.ui.library.updates import Updates
from caregiver_app.ui.library.version_actions import VersionActions
from caregiver_app.ui.widgets.card import VerticalHairline
from caregiver_app.ui.widgets.layouts import Row

_LIST_WIDE, _LIST_MID = 408, 360
_UNBOUNDED = (1 << 24) - 1  # Qt's own bound for the width of a widget


class Shelf(QWidget):
    """Opens what is picked, marks what is read, and keeps list and reader telling the same.

    `came_to` carries a page that was opened by will, or stayed open for a while; `counted` how many pages are new;
    `share_marked_asked` wants the rows shared that are marked together.
    """

    came_to = Signal(int)
    counted = Signal(int)
    share_marked_asked = Signal()

    def __init__(
        self, desk: Desk, updates: Updates, *, read_after_ms: int = READ_AFTER_MS, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._layout = FrameLayout.WIDE
        self.marks = MarkActions(desk, self)
        self.versions = VersionActions(desk, self)
        self.pane = ListPane(desk, updates, parent=self)
        self.reader = ReaderPane(desk, read_after_ms=read_after_ms, parent=self)
        self._line = VerticalHairline(desk.theme)
        row = Row(desk.theme, parent=self)
        row.addWidget(self.pane)
        row.addWidget(self._line)
        row.addWidget(self.reader, 1)
        self._connect()
        self._bind_letters()
        desk.theme.changed.connect(self._fit_list)
        self.set_frame_layout(FrameLayout.WIDE)

    @property
    def one_pane(self) -> bool:
        """True while list and reader share one pane."""
        return self._layout <= FrameLayout.NARROW

    @property
    def reading(self) -> bool:
        """True while the reader has the one pane to itself."""
        return self.one_pane and not self.reader.isHidden()

    def set_frame_layout(self, layout: FrameLayout) -> None:
        """Show list and reader side by side where there is room for both."""
        reading = self.reader.row is not None and (self.reading or self._has_focus(self.reader))
        self._layout = layout
        self.reader.toolbar.set_with_back(self.one_pane)
        self._fit_list()
        self._show_panes(reading=reading)

    def back_to_list(self) -> bool:
        """Leave the reader where it has the pane to itself; return whether it had."""
        if not self.reading:
            return False
        self._show_panes(reading=False)
        self.pane.list.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def forward_to_page(self) -> bool:
        """Show the page again that was left for the list; return whether there was one."""
        if not self.one_pane or self.reading or self.reader.row is None:
            return False
        self._turn_to_page()
        return True

    def return_to(self, row: ArticleRow) -> None:
        """Show a page again that was open before; the keyboard stays in its pane where that stays."""
        self.pane.list.show_current(row.id)
        self.reader.show_item(row.id, own=self.pane.model.is_own(row))
        if self.one_pane:
            self._turn_to_page()

    def is_reading_here(self) -> bool:
        """Return whether the keyboard is in the reader with a page open."""
        return self.reader.row is not None and self._has_focus(self.reader)

    def forget_reading(self) -> None:
        """Show the list, all of it, and no page; places, words and picks of before are forgotten."""
        self.reader.forget()
        self.pane.forget()
        self._show_panes(reading=False)

    def set_compact(self, compact: bool) -> None:
        """Have rows take little room, or show all they can."""
        self.pane.model.set_compact(compact)
        self.pane.list.scheduleDelayedItemsLayout()

    def _open(self, row: ArticleRow) -> None:
        self.reader.show_item(row.id, own=self.pane.model.is_own(row))
        self.came_to.emit(row.id)
        if self.one_pane:
            self._turn_to_page()

    def _turn_to_page(self) -> None:
        self._show_panes(reading=True)
        self.reader.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self, row: ArticleRow) -> None:
        """Open a page and put the keyboard into it; its row becomes the current one where it is in the list."""
        self.pane.list.show_current(row.id)
        self._open(row)
        self.reader.page.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _picked(self, row: ArticleRow) -> None:
        if not self.one_pane or self.reading:
            self.reader.show_item(row.id, own=self.pane.model.is_own(row))

    def _step_new(self, step: int) -> None:
        """Go to another unread page; the focus stays in the pane where it was."""
        if not self.pane.list.pick_new(step):
            self._desk.messages.say(_("No further new pages in this list."), kind="step")

    @property
    def row_here(self) -> ArticleRow | None:
        """The page that keys are about: the one being read, else the current row."""
        if self.reader.row is not None and self.reader.isVisible():
            return self.reader.row
        return self.pane.list.current_row

    def _toggle(self, kind: MarkKind) -> None:
        row = self.row_here
        if row is None:
            return
        now = {MarkKind.STARRED: row.starred, MarkKind.READ: row.read, MarkKind.ARCHIVED: row.archived}[kind]
        self.marks.set(row, kind, not now)

    def _open_menu(self, place: QPoint) -> None:
        """Offer for a row what "More" offers for the open page, and for marked rows to share them at once."""
        row = self.pane.model.row_at(self.pane.list.indexAt(place))
        if row is None:
            return
        marked = self.pane.list.marked_rows
        if row in marked:
            self._popup(marked_menu(self.pane.list, len(marked), self.share_marked_asked.emit), place)
            return
        self.pane.list.show_current(row.id)
        if not self.one_pane:
            self.reader.show_item(row.id, own=self.pane.model.is_own(row))
        self._popup(self.reader.toolbar.menu(row), place)

    def _popup(self, menu: QMenu, place: QPoint) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.pane.list.viewport().mapToGlobal(place))

    def _take_marks(self, changed: MarksChanged) -> None:
        current = self.pane.list.current_row
        leaves = current is not None and changed.kind is MarkKind.ARCHIVED and changed.values.get(current.id, False)
        following = self.pane.neighbour(current.id) if leaves and current is not None else None
        self.reader.take_marks(changed)
        self.pane.take_marks(changed)
        if leaves and self.pane.list.current_row != current:
            self._go_on_to(following)
        self._count()

    def _go_on_to(self, row: ArticleRow | None) -> None:
        """Show what follows the page that left the list; where there is one pane, the list."""
        self.back_to_list()
        self.reader.clear()
        self.pane.list.show_current(row.id if row is not None else None)
        if row is not None and not self.one_pane:
            self.reader.show_item(row.id, own=self.pane.model.is_own(row))

    def _listed(self, _page: FirstPage) -> None:
        if self.reader.row is not None:
            self.pane.list.show_current(self.reader.row.id)
        self._count()

    def _count(self) -> None:
        query = self.pane.loader.query
        self._desk.ask(self, lambda library: new_counts(library, query), self._take_counts, key="counts")

    def _take_counts(self, counts: NewCounts) -> None:
        self.pane.filters.show_new(counts.here)
        self.counted.emit(counts.everywhere)

    def _show_panes(self, *, reading: bool) -> None:
        self.pane.setVisible(not self.one_pane or not reading)
        self.reader.setVisible(not self.one_pane or reading)
        self._line.setVisible(not self.one_pane)

    def _fit_list(self) -> None:
        if self.one_pane:
            self.pane.setMinimumWidth(0)
            self.pane.setMaximumWidth(_UNBOUNDED)
        else:
            width = _LIST_WIDE if self._layout is FrameLayout.WIDE else _LIST_MID
            self.pane.setFixedWidth(self._desk.theme.px(width))

    @staticmethod
    def _has_focus(part: QWidget) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and part.isAncestorOf(focused)

    def _connect(self) -> None:
        pane, reader = self.pane, self.reader
        pane.list.picked.connect(self._picked)
        pane.list.opened.connect(self._open)
        pane.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        pane.list.customContextMenuRequested.connect(self._open_menu)
        pane.entered.connect(self.enter)
        pane.listed.connect(self._listed)
        reader.was_read.connect(self.marks.mark_read_quietly)
        reader.stayed.connect(lambda row: self.came_to.emit(row.id))
        reader.toolbar.back_pressed.connect(self.back_to_list)
        reader.toolbar.save_pressed.connect(lambda: self._toggle(MarkKind.STARRED))
        reader.toolbar.read_pressed.connect(lambda: self._toggle(MarkKind.READ))
        reader.toolbar.archive_pressed.connect(lambda: self._toggle(MarkKind.ARCHIVED))
        self.marks.changed.connect(self._take_marks)
        reader.panels.keep_asked.connect(self.versions.keep)
        self.versions.changed.connect(reader.panels.show_kept)

    def _bind_letters(self) -> None:
        """Single letters work in the list and in the page only (WCAG 2.1.4)."""
        letters: dict[str, Callable[[], object]] = {
            "N": lambda: self._step_new(1),
            "P": lambda: self._step_new(-1),
            "M": lambda: self._toggle(MarkKind.READ),
            "S": lambda: self._toggle(MarkKind.STARRED),
            "C": self._check,
            "I": self._about,
        }
        for keys, action in letters.items():
            for place in (self.pane.list, self.reader.page):
                shortcut = QShortcut(QKeySequence(keys), place)
                shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
                shortcut.activated.connect(action)

    def _check(self) -> None:
        if self.reader.toolbar.offers_check:
            self.reader.toolbar.check_pressed.emit()

    def _about(self) -> None:
        row = self.row_here
        if row is not None:
            self.reader.panels.ask_about(row.id, own=self.pane.model.is_own(row))
