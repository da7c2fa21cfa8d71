"""The pane with the list: title and status, what narrows the list, the rows or why there are none, and updates."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from caregiver_app.library.discreet import DISCREET_TOPICS
from caregiver_app.model.article import ArticleRow, ItemId, MarkKind, Sort
from caregiver_app.model.reviews import Reviews
from caregiver_app.model.search import ArticleQuery
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.leaving_callout import LeavingCallout
from caregiver_app.ui.library.due_host import DueHost
from caregiver_app.ui.library.empties import EmptyList, emptiness
from caregiver_app.ui.library.filter_bar import FilterBar
from caregiver_app.ui.library.help_offer import HelpOffer, found_itself, help_offer, words_for_help
from caregiver_app.ui.library.list_heading import ListHeading
from caregiver_app.ui.library.list_model import ArticleListModel, RemovedRow
from caregiver_app.ui.library.loading import ListLoader
from caregiver_app.ui.library.mark_actions import MarksChanged
from caregiver_app.ui.library.questions import FirstPage, Standing
from caregiver_app.ui.library.row_list import RowList
from caregiver_app.ui.library.update_strip import UpdateStrip, show_status
from caregiver_app.ui.library.updates import Updates
from caregiver_app.ui.widgets.card import Hairline
from caregiver_app.ui.widgets.layouts import Column, Row
from caregiver_app.ui.widgets.look import set_look

_LOW = 480  # below this height (at 100 %) the head of the pane takes as little room as it can
_LEAST = 320


class ListPane(QWidget):
    """Keeps list, filters, what is due and empty states together. Rows are shown here and opened elsewhere."""

    wished = Signal(object)
    listed = Signal(object)
    entered = Signal(object)

    def __init__(self, desk: Desk, updates: Updates, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._updates = updates
        self._standing: Standing | None = None
        self._removed: dict[ItemId, RemovedRow] = {}
        self._low: bool | None = None
        self._enter_waits = False
        self._return_to: ItemId | None = None
        set_look(self, kind="surface-alt")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = ArticleListModel(desk.clock.now, self)
        self.loader = ListLoader(desk, self.model, self)
        self.list = RowList(desk.theme, self.model, ring=desk.ring)
        self.filters = FilterBar(desk.theme)
        self.empty = EmptyList(desk.theme)
        self._heading = ListHeading(desk.theme)
        self.pill = self._heading.pill
        self.leaving = LeavingCallout(desk.theme, parent=self)
        self.leaving.setVisible(False)
        self.strip = UpdateStrip(desk.theme, updates, desk.messages)
        self._body = QStackedWidget()
        self.due = DueHost(desk, self._body, self)
        self._lay_out()
        self.filters.asked.connect(self._ask)
        self.filters.due_asked.connect(self._ask_due)
        self.list.enter_pressed.connect(self._enter)
        self.empty.wished.connect(self.wished)
        self.loader.loaded.connect(self._loaded)
        updates.changed.connect(self.show_status)
        self.strip.arranged.connect(self._show_foot)
        desk.theme.changed.connect(self._fit)
        self.show_status()

    @property
    def standing(self) -> Standing | None:
        """How the library stood when it was last asked."""
        return self._standing

    def reload(self) -> None:
        """Show the list as it is now, at the place where it stands."""
        self._return_to = self.list.first_seen
        self.loader.reload()

    def new_day(self) -> None:
        """Have rows and the pill speak of the day that has begun; which rows there are stays."""
        self.model.new_day()
        self.show_status()

    def set_sort(self, sort: Sort) -> None:
        """Show the list in another order, from the start where none was asked for yet."""
        if sort is self.filters.sort:
            return
        self.filters.set_sort(sort)
        if self.loader.begun:
            self._ask(self.filters.query)
        else:
            self.loader.prepare(self.filters.query)

    def take_standing(self, standing: Standing) -> None:
        """Show how the library stands."""
        self._standing = standing
        self.model.set_own_sources(standing.own)
        self._show_body()

    def show_due(self, reviews: Reviews) -> None:
        """Show what waits to be looked at while it is asked for, and how much that is in any case."""
        self.filters.count_due(len(reviews.due))
        self.due.show_reviews(reviews)
        self._show_body()

    def take_marks(self, changed: MarksChanged, keep: ItemId | None = None) -> None:
        """Show marks that are now in the library; what was archived leaves the list, or comes back to its place."""
        for item_id, value in changed.values.items():
            self.model.mark_rows([item_id], changed.kind, value)
            if changed.kind is MarkKind.ARCHIVED:
                self._archive(item_id, value)
        self._show_body()
        if keep is not None:
            self.list.show_current(keep)

    def forget(self) -> None:
        """Ask for everything again, and show nothing of what was asked before."""
        self.model.show_rows((), has_more=False)
        self._removed.clear()
        self._enter_waits = False
        self.leaving.setVisible(False)
        self.filters.forget()

    def neighbour(self, item_id: ItemId) -> ArticleRow | None:
        """Return the row that follows an item in the list, else the one before."""
        place = self.model.index_of(item_id).row()
        if place < 0:
            return None
        following = self.model.row_at(self.model.index(place + 1))
        return following or self.model.row_at(self.model.index(place - 1))

    def show_status(self) -> None:
        """Have the pill say how current the library is."""
        show_status(self.pill, self._updates, self._desk.clock)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use less room for the head of the pane where there is little height."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Return a width at which the field and the chips can be used, and room for a row."""
        return QSize(0, min(super().minimumSizeHint().height(), self._desk.theme.px(_LEAST)))

    def _archive(self, item_id: ItemId, archived: bool) -> None:
        if archived and not self._shows_archived():
            for removed in self.model.remove_rows([item_id]):
                self._removed[item_id] = removed
        elif not archived and item_id in self._removed:
            self.model.put_back([self._removed.pop(item_id)])
            self.model.mark_rows([item_id], MarkKind.ARCHIVED, False)
        elif not archived and not self.model.index_of(item_id).isValid():
            self.reload()

    def _shows_archived(self) -> bool:
        query = self.loader.query
        return query.filter.value == "saved" or "is:archived" in query.text.lower()

    def _ask(self, query: ArticleQuery) -> None:
        self._return_to = None
        self.loader.load(query)

    def _ask_due(self) -> None:
        self.filters.found.show_found("", 0)
        self.due.asked.emit()
        self._show_body()

    def _enter(self) -> None:
        """Open the current row; while a new list is on its way, its first one: keys are quicker than answers."""
        row = self.list.current_row
        if self.loader.waiting:
            self._enter_waits = True
        elif row is not None:
            self.entered.emit(row)

    def _ask_help(self, page: FirstPage) -> None:
        """Ask what Help has for the words: after the pages, which must not wait for it."""
        words, pages_found = words_for_help(page), found_itself(page)
        if words != self.filters.found.help_offered.words:
            self.filters.found.offer_help(HelpOffer())
        if words:
            self._desk.ask(
                self,
                lambda library: help_offer(library, words, pages_found=pages_found),
                self.filters.found.offer_help,
                key="help-offer",
            )

    def _loaded(self, page: FirstPage) -> None:
        self._removed.clear()
        self.filters.found.show_found(page.query.text, page.found, page.instead)
        self._ask_help(page)
        self.leaving.setVisible(_is_discreet(page))
        self._show_body()
        self.listed.emit(page)
        place, self._return_to = self._return_to, None
        if place is not None:
            self.list.return_to(place)
        enter, self._enter_waits = self._enter_waits, False
        if self.list.hasFocus():
            self.list.find_place()
            if enter:
                self._enter()

    def _show_body(self) -> None:
        if self.filters.shows_due:
            self._body.setCurrentWidget(self.due.part)
            return
        if self.model.rowCount() or self.loader.waiting:
            self._body.setCurrentWidget(self.list)
            return
        query: ArticleQuery = self.loader.query
        self.empty.show_emptiness(emptiness(query, self._standing, self.filters.pick))
        self._body.setCurrentWidget(self.empty)

    def _lay_out(self) -> None:
        theme = self._desk.theme
        column = Column(theme, parent=self)
        self._head = QWidget()
        head = Column(theme, margins=(16, 12, 16, 12), gap=10, parent=self._head)
        head.addWidget(self._heading)
        head.addWidget(self.filters)
        head.addWidget(self.leaving)
        column.addWidget(self._head)
        column.addWidget(Hairline(theme))
        self._body.addWidget(self.list)
        self._body.addWidget(self.empty)
        self._body.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        column.addWidget(self._body, 1)
        column.addWidget(Hairline(theme))
        self._foot = QWidget()
        foot = Row(theme, margins=(16, 8, 16, 8), parent=self._foot)
        foot.addWidget(self.strip)
        column.addWidget(self._foot)

    def _fit(self) -> None:
        low = self.height() < self._desk.theme.px(_LOW)
        if low == self._low:
            return
        self._low = low
        self._heading.setVisible(not low)
        self.filters.set_low(low)
        if low:
            self.filters.add_beside_chips(self.strip.button)
        else:
            self.strip.take_button()
        self._show_foot()

    def _show_foot(self) -> None:
        self._foot.setVisible(not self._low or self.strip.shows_progress)


def _is_discreet(page: FirstPage) -> bool:
    """Return whether a list shows nothing but what others should not know to be read here."""
    return page.query.topic in DISCREET_TOPICS or (bool(page.rows) and all(row.discreet for row in page.rows))
