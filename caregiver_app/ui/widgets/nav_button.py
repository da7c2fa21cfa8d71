"""One screen in the navigation: a row in the sidebar and in the menu, a tile in the rail."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import ngettext
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.draw import IconLook, draw_box, draw_icon, leading, mirror
from caregiver_app.ui.widgets.nav_state import NavMark
from caregiver_app.ui.widgets.tab_roles import TabLike

_ROW = QSize(212, 44)
_TILE = QSize(84, 60)
_LOW_TILE = 44  # icon and words close to each other
_LEAST_TILE, _LEAST_ROW = 60, 120
_ICON = 22
_BEFORE = 14 + _ICON + 7  # the icon between its gaps, then the words
_AFTER = 18
_RADIUS = 8
_BAR = QSize(4, 24)
_BADGE = 24
_MARK = 18
_MOST = 99


class NavButton(TabLike):
    """Painted, because the mark of the current screen and the count cannot be had from a style sheet."""

    def __init__(
        self,
        theme: Theme,
        key: str,
        title: str,
        short: str,
        icon: Icon,
        *,
        tile: bool,
        urgent: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self.key = key
        self._title = title
        self._short = short
        self._icon = icon
        self._tile = tile
        self._urgent = urgent
        self._count = 0
        self._mark: NavMark | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._speak()

    def set_count(self, count: int) -> None:
        """Show how much is new; nothing for 0, "99+" for more than that."""
        self._count = count
        self._speak()
        self.update()

    def set_mark(self, mark: NavMark | None) -> None:
        """Show how the screen is, e.g. locked."""
        self._mark = mark
        self._speak()
        self.update()

    def set_current(self, current: bool) -> None:
        """Mark this as the screen that is open."""
        self.set_here(current)
        self._speak()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size at the scale in force; a long word widens a tile, what is urgent is as wide as its words."""
        base = _TILE if self._tile else _ROW
        size = QSize(self._theme.px(base.width()), self._theme.px(base.height()))
        if self._tile:
            words = QFontMetrics(self._theme.font(TypeRole.SMALL_STRONG)).horizontalAdvance(self._short)
            size.setWidth(max(size.width(), words + self._theme.px(8)))
        elif self._urgent:
            words = QFontMetrics(self._theme.font(TypeRole.STRONG)).horizontalAdvance(self._title)
            size.setWidth(self._theme.px(_BEFORE + _AFTER) + words)
        return size

    def minimumSizeHint(self) -> QSize:
        """Return a size beside a scroll bar or in a small window: words take a second line there or are cut."""
        return QSize(self._theme.px(_LEAST_TILE if self._tile else _LEAST_ROW), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, the mark, the icon, the words and the count."""
        painter = QPainter(self)
        self._draw_ground(painter)
        if self._tile:
            self._draw_tile(painter)
        else:
            self._draw_row(painter)
        painter.end()

    def _draw_ground(self, painter: QPainter) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        if self._urgent:
            pressed = self.isDown() or self.underMouse()
            fill, edge = tokens.urgent.ground if pressed else tokens.surface, tokens.urgent.line
            draw_box(painter, self.rect(), radius=px(_RADIUS), fill=fill, edge=edge, width=self._theme.edge)
        elif self.is_here:
            draw_box(
                painter, self.rect(), radius=px(_RADIUS), fill=tokens.surface, edge=tokens.line, width=self._theme.edge
            )
            width, height = px(_BAR.width()), px(_BAR.height())
            bar = QRect(px(3), (self.height() - height) // 2, width, height)
            bar = mirror(self.layoutDirection(), self.rect(), bar)
            draw_box(painter, bar, radius=width / 2, fill=tokens.accent, edge="", width=0)
        elif self.isDown() or self.underMouse():
            fill = tokens.accent_soft if self.isDown() else tokens.accent_soft_2
            draw_box(painter, self.rect(), radius=px(_RADIUS), fill=fill, edge="", width=0)

    def _draw_row(self, painter: QPainter) -> None:
        px, direction = self._theme.px, self.layoutDirection()
        icon = mirror(direction, self.rect(), QRect(px(14), 0, px(_ICON), self.height()))
        draw_icon(painter, self._theme, icon, IconLook(icon=self._icon, colour=self._ink(), size=_ICON), direction)
        start = px(_BEFORE)
        end = self.width() - px(10)
        if self._count:
            width = self._badge_width()
            badge = QRect(end - width, (self.height() - px(_BADGE)) // 2, width, px(_BADGE))
            self._draw_badge(painter, mirror(direction, self.rect(), badge), outlined=False)
            end = badge.x() - px(8)
        if self._mark is not None:
            place = QRect(end - px(_MARK), 0, px(_MARK), self.height())
            self._draw_mark(painter, mirror(direction, self.rect(), place))
            end = place.x() - px(8)
        role = TypeRole.STRONG if self.is_here or self._urgent else TypeRole.BODY
        words = mirror(direction, self.rect(), QRect(start, 0, end - start, self.height()))
        self._draw_words(painter, words, self._title, role, leading(direction))

    def _draw_tile(self, painter: QPainter) -> None:
        px, direction = self._theme.px, self.layoutDirection()
        # In a low window all tiles get lower together, down to 44: icon and words move closer then.
        low = self.height() < px(_TILE.height())
        top = max(0, (self.height() - px(_LOW_TILE)) // 2) if low else px(9)
        icon = QRect((self.width() - px(_ICON)) // 2, top, px(_ICON), px(_ICON))
        draw_icon(painter, self._theme, icon, IconLook(icon=self._icon, colour=self._ink(), size=_ICON), direction)
        if self._count:
            side = px(20)
            width = max(side, self._badge_width() - px(4))
            over = px(4 if low else 10)  # beside a low icon: above it there is no room
            badge = QRect(icon.x() + icon.width() - over, px(2), width, side)
            self._draw_badge(painter, mirror(direction, self.rect(), badge), outlined=True)
        if self._mark is not None:
            self._draw_mark(painter, QRect(icon.x() + icon.width() + px(2), px(4), px(_MARK), px(_MARK)))
        role = TypeRole.SMALL_STRONG if self.is_here or self._urgent else TypeRole.SMALL
        below = QRect(px(2), px(34), self.width() - 2 * px(2), self.height() - px(36))
        close = QRect(px(2), top + px(_ICON + 1), self.width() - 2 * px(2), px(20))
        words = close if low else below
        centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        self._draw_words(painter, words, self._short, role, centre)

    def _draw_words(
        self, painter: QPainter, rect: QRect, text: str, role: TypeRole, alignment: Qt.AlignmentFlag
    ) -> None:
        painter.setFont(self._theme.font(role))
        painter.setPen(QColor(self._ink()))
        metrics, wraps = painter.fontMetrics(), alignment | Qt.TextFlag.TextWordWrap
        is_long = metrics.horizontalAdvance(text) > rect.width() + 1
        if is_long and rect.contains(metrics.boundingRect(rect, wraps, text)):
            painter.drawText(rect, wraps, text)
            return
        fitting = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 1)
        painter.drawText(rect, alignment | Qt.TextFlag.TextSingleLine, fitting)

    def _draw_mark(self, painter: QPainter, rect: QRect) -> None:
        if self._mark is not None:
            look = IconLook(icon=self._mark.icon, colour=self._theme.tokens.private.ink, size=_MARK)
            draw_icon(painter, self._theme, rect, look, self.layoutDirection())

    def _draw_badge(self, painter: QPainter, rect: QRect, *, outlined: bool) -> None:
        tokens = self._theme.tokens
        if outlined:
            around = rect.adjusted(-2, -2, 2, 2)
            ground = tokens.surface if self.is_here else tokens.sidebar
            draw_box(painter, around, radius=around.height() / 2, fill=ground, edge="", width=0)
        draw_box(painter, rect, radius=rect.height() / 2, fill=tokens.accent, edge="", width=0)
        painter.setFont(self._theme.font(TypeRole.SMALL_STRONG))
        painter.setPen(QColor(tokens.on_accent))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._badge_text())

    def _badge_text(self) -> str:
        return f"{_MOST}+" if self._count > _MOST else str(self._count)

    def _badge_width(self) -> int:
        words = QFontMetrics(self._theme.font(TypeRole.SMALL_STRONG)).horizontalAdvance(self._badge_text())
        return max(self._theme.px(_BADGE), words + self._theme.px(14))

    def _ink(self) -> str:
        if self._urgent:
            return self._theme.tokens.urgent.ink
        return self._theme.tokens.accent if self.is_here else self._theme.tokens.text

    def _speak(self) -> None:
        name = self._title
        if self._count:
            # Translators: spoken for an entry of the navigation, e.g. "Library, 6 new"
            pattern = ngettext("{title}, {count} new", "{title}, {count} new", self._count)
            name = pattern.format(title=self._title, count=self._badge_text())
        if self._mark is not None:
            # Translators: spoken for an entry of the navigation, e.g. "Care notes, locked"
            name = _("{title}, {state}").format(title=name, state=self._mark.words)
        self.setAccessibleName(name)
        self.setAccessibleDescription(_("You are here") if self.is_here else "")
