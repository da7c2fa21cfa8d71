"""The rows of the list, as far as they were loaded. It asks for more and never loads anything itself."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from caregiver_app.model.article import ArticleRow, ItemId, MarkKind
from caregiver_app.model.source import SourceId
from caregiver_app.model.time import Millis
from caregiver_app.model.trust import Stamp
from caregiver_app.ui.library.marked_row import with_mark
from caregiver_app.ui.library.row_words import RowWords, row_words
from caregiver_app.ui.widgets.row_model import AnyIndex, RowModel

WORDS_ROLE = Qt.ItemDataRole.UserRole + 2
"""Under which the model gives the words of a page (`RowWords`), made once for each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedRow:
    """A row that was taken out, and the place it had."""

    place: int
    row: ArticleRow


class ArticleListModel(RowModel[ArticleRow]):
    """Loaded rows in order. `more_wanted` is sent once for each further page that the view comes to need."""

    more_wanted = Signal()

    def __init__(self, now: Callable[[], Millis], parent: QObject | None = None) -> None:
        super().__init__(parent=parent)
        self._now = now
        self._at = now()
        self._words: dict[ArticleRow, RowWords] = {}
        self._own: frozenset[SourceId] = frozenset()
        self._whose: dict[ItemId, Stamp] = {}
        self._has_more = False
        self._asked = False
        self._compact = False

    @property
    def compact(self) -> bool:
        """True while rows take little room."""
        return self._compact

    def set_compact(self, compact: bool) -> None:
        """Have rows take little room, or show all they can."""
        if compact != self._compact:
            self._compact = compact
            self._words.clear()
            self.layoutChanged.emit()

    def new_day(self) -> None:
        """Have the rows speak of the day that has begun."""
        self._at = self._now()
        self._words.clear()
        if self._rows:
            self.tell_changed(0, len(self._rows) - 1)

    def show_rows(
        self, rows: Iterable[ArticleRow], *, has_more: bool = False, whose: Mapping[ItemId, Stamp] | None = None
    ) -> None:
        """Show a new list from its first page; `whose` says whose check stands behind rows that are checked."""
        self._at = self._now()
        self._whose = dict(whose or {})
        self._words.clear()
        self._has_more, self._asked = has_more, False
        super().show_rows(rows)

    def append_rows(
        self, rows: Iterable[ArticleRow], *, has_more: bool, whose: Mapping[ItemId, Stamp] | None = None
    ) -> None:
        """Add the page that was asked for; rows that came with an earlier page are passed over."""
        self._whose.update(whose or {})
        known = {row.id for row in self._rows}
        fresh = [row for row in rows if row.id not in known]
        self._has_more, self._asked = has_more, False
        if fresh:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(fresh) - 1)
            self._rows.extend(fresh)
            self.endInsertRows()

    def mark_rows(self, ids: Collection[ItemId], kind: MarkKind, value: bool) -> None:
        """Show a mark on rows that are loaded."""
        wanted = set(ids)
        for place, row in enumerate(self._rows):
            if row.id in wanted:
                self._rows[place] = with_mark(row, kind, value)
                self.tell_changed(place)

    def remove_rows(self, ids: Collection[ItemId]) -> tuple[RemovedRow, ...]:
        """Take rows out of the list and return them with their places."""
        removed = []
        for place in reversed(range(len(self._rows))):
            if self._rows[place].id in ids:
                self.beginRemoveRows(QModelIndex(), place, place)
                removed.append(RemovedRow(place=place, row=self._rows.pop(place)))
                self.endRemoveRows()
        return tuple(reversed(removed))

    def put_back(self, removed: Iterable[RemovedRow]) -> None:
        """Undo `remove_rows`, unless the rows came back by themselves."""
        known = {row.id for row in self._rows}
        for one in removed:
            if one.row.id not in known:
                place = min(one.place, len(self._rows))
                self.beginInsertRows(QModelIndex(), place, place)
                self._rows.insert(place, one.row)
                self.endInsertRows()

    def set_own_sources(self, ids: Collection[SourceId]) -> None:
        """Remember which sources the person added."""
        if self._own == frozenset(ids):
            return
        self._own = frozenset(ids)
        self._words.clear()
        if self._rows:
            self.tell_changed(0, len(self._rows) - 1)

    def is_own(self, row: ArticleRow) -> bool:
        """Return True when the person added the source of `row`."""
        return row.source_id in self._own

    def index_of(self, item_id: ItemId) -> QModelIndex:
        """Return where an item stands, an invalid index when it is not loaded."""
        return self.index_where(lambda row: row.id == item_id)

    def next_new(self, start: int, step: int) -> QModelIndex:
        """Return the nearest unread row from `start` (left out) in the direction of `step`, 1 or -1."""
        place = start + step
        while 0 <= place < len(self._rows):
            if not self._rows[place].read:
                return self.index(place)
            place += step
        return QModelIndex()

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row, its words, or what a screen reader says of it."""
        row = self.row_at(index) if role == WORDS_ROLE else None
        return self.words(row) if row is not None else super().data(index, role)

    def text_of(self, row: ArticleRow) -> str:
        """Return the title of a page."""
        return row.title

    def spoken_of(self, row: ArticleRow) -> str:
        """Return all that a screen reader says of a page."""
        return self.words(row).spoken

    def summary_of(self, row: ArticleRow) -> str:
        """Return the beginning of a page."""
        return self.words(row).summary

    def words(self, row: ArticleRow) -> RowWords:
        """Return what `row` says."""
        found = self._words.get(row)
        if found is None:
            found = self._words[row] = row_words(
                row, now=self._at, own=self.is_own(row), compact=self._compact, stamp=self._whose.get(row.id)
            )
        return found

    def canFetchMore(self, parent: AnyIndex) -> bool:
        """Return True while more rows are in the library and none are on their way."""
        return not parent.isValid() and self._has_more and not self._asked

    def fetchMore(self, parent: AnyIndex) -> None:
        """Ask for the next page."""
        if self.canFetchMore(parent):
            self._asked = True
            self.more_wanted.emit()

    def more_failed(self) -> None:
        """Let the page that did not come be asked for again."""
        self._asked = False
