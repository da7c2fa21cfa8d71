"""A list of things to choose one from, under headings, with a count at the end of each row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.draw import IconLook, draw_box, draw_icon, leading, mirror

V = TypeVar("V")

AnyIndex = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_ROW = 44
_HEADING = 40
_ICON = 20
_PADDING = 12
_RADIUS = 8
_OPTION_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Option(Generic[V]):
    """A row to choose; without a `value` it is a heading."""

    value: V | None
    text: str
    count: str = ""
    icon: Icon | None = None


class OptionList(QListView):
    """`chosen` carries the value of the row that was pressed or entered."""

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        name: str,
        options: Sequence[Option[V]],
        current: V,
        *,
        ring: Callable[[], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._options = tuple(options)
        self.setAccessibleName(name)
        self.setModel(_Options(self._options, self))
        self.setItemDelegate(_OptionDelegate(theme, current, ring, self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)
        theme.changed.connect(self.scheduleDelayedItemsLayout)
        place = next((place for place, option in enumerate(self._options) if option.value == current), 0)
        self.setCurrentIndex(self.model().index(place, 0))

    def full_height(self) -> int:
        """Return the height at which every row is seen."""
        px = self._theme.px
        return sum(px(_HEADING if option.value is None else _ROW) for option in self._options) + px(4)

    def _choose(self, index: QModelIndex) -> None:
        option = index.data(_OPTION_ROLE)
        if isinstance(option, Option) and option.value is not None:
            self.chosen.emit(option.value)


class _Options(QAbstractListModel):
    def __init__(self, options: Sequence[Option[Any]], parent: QObject) -> None:
        super().__init__(parent)
        self._options = options

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._options)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        option = self._options[index.row()]
        if role == _OPTION_ROLE:
            return option
        if role == Qt.ItemDataRole.DisplayRole:
            return option.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if not option.count:
                return option.text
            # Translators: spoken for a topic or source, with its number of pages
            return _("{title}, pages: {count}").format(title=option.text, count=option.count)
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if self._options[index.row()].value is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _OptionDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, current: object, ring: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ring = ring
        self._current = current

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        option = index.data(_OPTION_ROLE)
        return QSize(0, self._theme.px(_HEADING if option.value is None else _ROW))

    def paint(self, painter: QPainter, style: QStyleOptionViewItem, index: AnyIndex) -> None:
        option = index.data(_OPTION_ROLE)
        bounds: QRect = style.rect
        padding = self._theme.px(_PADDING)
        painter.save()
        painter.setLayoutDirection(style.direction)
        if option.value is None:
            words = bounds.adjusted(padding, 0, -padding, 0)
            self._draw_words(painter, words, option.text, TypeRole.SMALL_STRONG, self._theme.tokens.text_2)
        else:
            self._draw_option(painter, style, option)
        painter.restore()

    def _draw_option(self, painter: QPainter, style: QStyleOptionViewItem, option: Option[Any]) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        bounds: QRect = style.rect
        state: QStyle.StateFlag = style.state
        reached = bool(state & QStyle.StateFlag.State_Selected)
        ink = tokens.on_selection if reached else tokens.text
        if reached or state & QStyle.StateFlag.State_MouseOver:
            fill = tokens.selection if reached else tokens.accent_soft
            draw_box(painter, bounds, radius=px(_RADIUS), fill=fill, edge="", width=0)
        if reached and self._ring() and state & QStyle.StateFlag.State_HasFocus:
            draw_box(painter, bounds, radius=px(_RADIUS), fill="", edge=tokens.focus, width=px(3))
        chosen = option.value == self._current
        icon = Icon.CHECK if chosen else option.icon
        inner = bounds.adjusted(px(_PADDING), 0, -px(_PADDING), 0)
        if icon is not None:
            place = _within(painter, bounds, QRect(inner.x(), inner.y(), px(_ICON), inner.height()))
            look = IconLook(icon=icon, colour=ink if reached else tokens.accent, size=_ICON)
            draw_icon(painter, self._theme, place, look, painter.layoutDirection())
        inner.setLeft(inner.left() + px(_ICON + 10))
        inner.setWidth(inner.width() - self._draw_count(painter, bounds, inner, option.count, ink))
        words = _within(painter, bounds, inner)
        self._draw_words(painter, words, option.text, TypeRole.STRONG if chosen else TypeRole.BODY, ink)

    def _draw_count(self, painter: QPainter, bounds: QRect, inner: QRect, count: str, ink: str) -> int:
        """Draw the count at the end of `inner`; return how much room it takes."""
        if not count:
            return 0
        width = QFontMetrics(self._theme.font(TypeRole.SMALL)).horizontalAdvance(count) + 1
        place = QRect(inner.x() + inner.width() - width, inner.y(), width, inner.height())
        self._draw_words(painter, _within(painter, bounds, place), count, TypeRole.SMALL, ink)
        return width + self._theme.px(8)

    def _draw_words(self, painter: QPainter, place: QRect, text: str, role: TypeRole, ink: str) -> None:
        painter.setFont(self._theme.font(role))
        painter.setPen(QColor(ink))
        fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, leading(painter.layoutDirection()) | Qt.TextFlag.TextSingleLine, fitting)


def _within(painter: QPainter, bounds: QRect, rect: QRect) -> QRect:
    return mirror(painter.layoutDirection(), bounds, rect)
