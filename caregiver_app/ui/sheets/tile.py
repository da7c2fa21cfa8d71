"""A tile for a sheet or a set: icon, name, what is in it; violet, with a lock, where it is made of care notes."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.sheets.wanted import What
from caregiver_app.ui.sheets.words import what_holds, what_icon, what_name
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.draw import IconLook, draw_box, draw_icon, leading, mirror
from caregiver_app.ui.widgets.painted_button import PaintedButton
from caregiver_app.ui.widgets.switched import Switched

_PADDING = 14
_ICON = 24
_LOCK = 18
_GAP = 12
_LOWEST = 56
_RADIUS = 12
_BAR = 5
_WORDS = Qt.TextFlag.TextWordWrap


class SheetTile(Switched, PaintedButton):
    """Its words take as many lines as they need."""

    def __init__(self, theme: Theme, what: What, *, private: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.what = what
        self._private = private
        self._icon = what_icon(what)
        self._locked = private
        self._name = what_name(what)
        self._line = what_holds(what)
        self._heights: dict[int, int] = {}
        theme.changed.connect(self._heights.clear)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setProperty("ringRadius", _RADIUS)
        self.setCheckable(True)
        self.hear_switching()
        self._speak()

    def set_locked(self, locked: bool) -> None:
        """Show a lock where the passphrase is asked first."""
        self._locked = locked and self._private
        self._speak()
        self.update()

    def nextCheckState(self) -> None:
        """Stay as it is when pressed: whoever shows the sheet says which one is chosen."""

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at which all words are seen."""
        if width not in self._heights:
            room = max(1, width - self._beside())
            name = self._height_of(self._name, TypeRole.STRONG, room)
            line = self._height_of(self._line, TypeRole.SMALL, room)
            self._heights[width] = max(self._theme.px(_LOWEST), name + line + self._theme.px(2 * 10 + 2))
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Return a size with the words on few lines."""
        width = self._theme.px(250)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return a width at which a few words stand in each line."""
        width = self._beside() + self._theme.px(90)
        return QSize(width, self._theme.px(_LOWEST))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, the icon, the words and the lock."""
        painter = QPainter(self)
        self._draw_ground(painter)
        self._draw_icons(painter)
        self._draw_words(painter)
        painter.end()

    def _draw_ground(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        chosen, reached = self.isChecked(), self.underMouse()
        ground = tokens.private.ground if self._private else tokens.accent_soft
        edge = tokens.private.line if self._private else tokens.accent
        draw_box(
            painter,
            self.rect(),
            radius=self._theme.px(_RADIUS),
            fill=ground if chosen or reached else tokens.surface,
            edge=edge if chosen or self._private else tokens.line_strong,
            width=max(2, self._theme.edge) if chosen else self._theme.edge,
        )
        if chosen:
            clear, bar = self._theme.px(_RADIUS), self._theme.px(_BAR)
            place = self._placed(QRect(self._theme.edge, clear, bar, self.height() - 2 * clear))
            draw_box(painter, place, radius=bar // 2, fill=edge, edge="", width=0)

    def _draw_icons(self, painter: QPainter) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        ink = tokens.private.ink if self._private else tokens.accent
        first = QRect(px(_PADDING), 0, px(_ICON), self.height())
        look = IconLook(icon=self._icon, colour=ink, size=_ICON)
        draw_icon(painter, self._theme, self._placed(first), look, self.layoutDirection())
        if self._locked:
            last = QRect(self.width() - px(_PADDING + _LOCK), 0, px(_LOCK), self.height())
            lock = IconLook(icon=Icon.LOCK, colour=ink, size=_LOCK)
            draw_icon(painter, self._theme, self._placed(last), lock, self.layoutDirection())

    def _draw_words(self, painter: QPainter) -> None:
        px, start = self._theme.px, self._start()
        room = self.width() - self._beside()
        name = self._height_of(self._name, TypeRole.STRONG, room)
        line = self._height_of(self._line, TypeRole.SMALL, room)
        top = (self.height() - name - line - px(2)) // 2
        flags = (leading(self.layoutDirection()) & ~Qt.AlignmentFlag.AlignVCenter) | Qt.AlignmentFlag.AlignTop | _WORDS
        painter.setPen(QColor(self._theme.tokens.text))
        painter.setFont(self._theme.font(TypeRole.STRONG))
        painter.drawText(self._placed(QRect(start, top, room, name)), flags, self._name)
        painter.setPen(QColor(self._theme.tokens.text_2))
        painter.setFont(self._theme.font(TypeRole.SMALL))
        painter.drawText(self._placed(QRect(start, top + name + px(2), room, line)), flags, self._line)

    def _placed(self, rect: QRect) -> QRect:
        return mirror(self.layoutDirection(), self.rect(), rect)

    def _start(self) -> int:
        return self._theme.px(_PADDING + _ICON + _GAP)

    def _beside(self) -> int:
        after = _PADDING + (_LOCK + 8 if self._private else 0)
        return self._start() + self._theme.px(after)

    def _height_of(self, words: str, role: TypeRole, width: int) -> int:
        metrics = QFontMetrics(self._theme.font(role))
        return metrics.boundingRect(QRect(0, 0, width, 1 << 16), _WORDS, words).height() if words else 0

    def _speak(self) -> None:
        # Translators: spoken for a sheet of care notes while they are locked
        locked = _("{name}, locked").format(name=self._name)
        words = locked if self._locked else self._name
        # Translators: spoken for a sheet and what is in it
        self.setAccessibleName(_("{name}. {line}").format(name=words, line=self._line))
