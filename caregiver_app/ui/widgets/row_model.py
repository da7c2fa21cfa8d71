"""Records as the rows of a list, for models that hold what they show. It never asks for anything itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex

R = TypeVar("R")

AnyIndex = QModelIndex | QPersistentModelIndex

ROOT = QModelIndex()


class RowModel(QAbstractListModel, Generic[R]):
    """Rows in order. What a row says in which role is for those who make one of it."""

    def __init__(self, rows: Iterable[R] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[R] = list(rows)

    def show_rows(self, rows: Iterable[R]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row_at(self, index: AnyIndex) -> R | None:
        """Return the row at `index`, None where there is none."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def index_where(self, holds: Callable[[R], bool]) -> QModelIndex:
        """Return where the first row stands of which something holds, an invalid index when there is none."""
        place = next((place for place, row in enumerate(self._rows) if holds(row)), None)
        return QModelIndex() if place is None else self.index(place)

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        """Return how many rows there are, headings included."""
        return 0 if parent.isValid() else len(self._rows)

    def tell_changed(self, first: int, last: int | None = None) -> None:
        """Have the rows from `first` to `last` (it alone when not given) drawn and spoken anew."""
        self.dataChanged.emit(self.index(first), self.index(first if last is None else last))
