"""Records as the rows of a list, for models that hold what they show. It never asks for anything itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

R = TypeVar("R")

AnyIndex = QModelIndex | QPersistentModelIndex

ROOT = QModelIndex()

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""Under which a model gives the record itself, e.g. to a delegate."""


class RowModel(QAbstractListModel, Generic[R]):
    """Rows in order. What a row says is for those who make one of it: `text_of`, and where it differs `spoken_of`."""

    def __init__(self, rows: Iterable[R] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[R] = list(rows)

    def text_of(self, row: R) -> str:
        """Return what a row is called, e.g. for who types its first letters.

        Raises:
            NotImplementedError: who makes a model says it.
        """
        raise NotImplementedError

    def spoken_of(self, row: R) -> str:
        """Return all that a screen reader says of a row."""
        return self.text_of(row)

    def summary_of(self, _row: R) -> str:
        """Return what a screen reader can say beyond that, empty for nothing."""
        return ""

    def is_heading(self, _row: R) -> bool:
        """Return whether a row is a heading, which cannot be reached."""
        return False

    @property
    def rows(self) -> tuple[R, ...]:
        """All rows, headings included."""
        return tuple(self._rows)

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

    def tell_changed(self, first: int, last: int | None = None) -> None:
        """Have the rows from `first` to `last` (it alone when not given) drawn and spoken anew."""
        self.dataChanged.emit(self.index(first), self.index(first if last is None else last))

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        """Return how many rows there are, headings included."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row, what it is called, or what a screen reader says of it."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text_of(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken_of(row)
        return (self.summary_of(row) or None) if role == Qt.ItemDataRole.AccessibleDescriptionRole else None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Headings cannot be reached."""
        row = self.row_at(index)
        if row is None or self.is_heading(row):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
