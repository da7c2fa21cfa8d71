"""Tabs inside a screen: icon and words, the open one underlined. What has no room stands under "More"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.draw import IconLook, draw_box, draw_icon, leading, mirror
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.nav_button import NavButton
from caregiver_app.ui.widgets.overlay import OverlayHost
from caregiver_app.ui.widgets.roving import Roving
from caregiver_app.ui.widgets.tab_roles import TabLike, TabList

_HEIGHT = 48
_PADDING = 14
_ICON = 20
_GAP = 8
_LINE = 3
_MENU = 320


@dataclass(frozen=True, slots=True, kw_only=True)
class TabLook:
    """One tab: `key` for the program, the rest for people."""

    key: str
    text: str
    icon: Icon


class TabButton(TabLike):
    """Painted, because the underline of the open tab cannot be had without clipping its words."""

    def __init__(self, theme: Theme, look: TabLook, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.look = look
        self._count = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._speak()

    def set_open(self, is_open: bool) -> None:
        """Mark this as the tab that is shown."""
        self.set_here(is_open)
        self._speak()
        self.update()

    def set_count(self, count: int) -> None:
        """Show a number behind the words; none for 0."""
        self._count = count
        self._speak()
        self.updateGeometry()
        self.update()

    @property
    def words(self) -> str:
        """What is shown: the name, and the number where there is one."""
        return f"{self.look.text} {self._count}" if self._count else self.look.text

    def sizeHint(self) -> QSize:
        """Return the size of icon and words."""
        px = self._theme.px
        words = QFontMetrics(self._theme.font(TypeRole.STRONG)).horizontalAdvance(self.words)
        return QSize(words + px(2 * _PADDING + _ICON + _GAP) + 2, px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the whole size: the words of a tab are never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon, the words, and the line below the open tab."""
        tokens, px, direction = self._theme.tokens, self._theme.px, self.layoutDirection()
        painter = QPainter(self)
        if self.isDown() or self.underMouse():
            draw_box(painter, self.rect(), radius=px(8), fill=tokens.accent_soft, edge="", width=0)
        ink = tokens.accent if self.is_here else tokens.text
        icon = mirror(direction, self.rect(), QRect(px(_PADDING), 0, px(_ICON), self.height()))
        draw_icon(painter, self._theme, icon, IconLook(icon=self.look.icon, colour=ink, size=_ICON), direction)
        start = px(_PADDING + _ICON + _GAP)
        painter.setFont(self._theme.font(TypeRole.STRONG))
        painter.setPen(QColor(ink))
        words = mirror(direction, self.rect(), QRect(start, 0, self.width() - start, self.height()))
        painter.drawText(words, leading(direction) | Qt.TextFlag.TextSingleLine, self.words)
        if self.is_here:
            painter.fillRect(QRect(0, self.height() - px(_LINE), self.width(), px(_LINE)), QColor(tokens.accent))
        painter.end()

    def _speak(self) -> None:
        name = self.look.text
        if self._count:
            # Translators: spoken for a tab with a number, e.g. "Questions, 3"
            name = _("{title}, {count}").format(title=name, count=self._count)
        self.setAccessibleName(name)
        self.setAccessibleDescription(_("You are here") if self.is_here else "")


class TabRow(TabList):
    """`asked` carries the key of the tab that is wanted. One Tab stop; arrow keys move, Enter or Space opens."""

    asked = Signal(str)

    def __init__(
        self, theme: Theme, name: str, looks: Sequence[TabLook], overlay: OverlayHost, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._overlay = overlay
        self.current = ""
        self._withheld: set[str] = set()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._roving = Roving(self)
        self.buttons: dict[str, TabButton] = {}
        for look in looks:
            self.buttons[look.key] = self._button(look)
        self.more = TabButton(theme, TabLook(key="", text=_("More"), icon=Icon.MORE), parent=self)
        self.more.opens_a_place = False
        # Translators: spoken for the button behind which those tabs are for which there is no room
        self.more.setAccessibleName(_("More tabs"))
        self.more.clicked.connect(self._open_more)
        self._roving.add(self.more)
        theme.changed.connect(self._changed)
        self._changed()

    def set_current(self, key: str) -> None:
        """Mark the tab that is open; it is always seen."""
        self.current = key
        for button in self.buttons.values():
            button.set_open(button.look.key == key)
        self._arrange()
        if not any(button.hasFocus() for button in (*self.buttons.values(), self.more)):
            self._roving.set_stop(self.buttons[key])

    def set_count(self, key: str, count: int) -> None:
        """Show a number on a tab; one that is not there has none."""
        if key in self.buttons:
            self.buttons[key].set_count(count)
            self._arrange()

    def offer(self, look: TabLook, *, offered: bool) -> None:
        """Have a tab at the end, made when it is first offered, or withhold it; the open one is not to be withheld."""
        if look.key not in self.buttons:
            if not offered:
                return
            self.buttons[look.key] = self._button(look)
        (self._withheld.discard if offered else self._withheld.add)(look.key)
        self._arrange()

    @property
    def hidden_keys(self) -> tuple[str, ...]:
        """The tabs that stand under "More" now."""
        hidden = (key for key, button in self.buttons.items() if button.isHidden())
        return tuple(key for key in hidden if key not in self._withheld)

    def sizeHint(self) -> QSize:
        """Return the height of a row; it takes the width there is."""
        return QSize(0, self._theme.px(_HEIGHT) + self._theme.edge)

    def minimumSizeHint(self) -> QSize:
        """Return a width at which one tab and "More" are seen."""
        widest = max((button.sizeHint().width() for button in self.buttons.values()), default=0)
        return QSize(min(widest, self._theme.px(200)), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put under "More" what does not fit."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Begin at the other side when the direction of the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line below all tabs."""
        edge = self._theme.edge
        painter = QPainter(self)
        painter.fillRect(QRect(0, self.height() - edge, self.width(), edge), QColor(self._theme.tokens.line))
        painter.end()

    def _button(self, look: TabLook) -> TabButton:
        button = TabButton(self._theme, look, parent=self)
        button.clicked.connect(lambda: self.asked.emit(look.key))
        self._roving.add(button)
        return button

    def _changed(self) -> None:
        self.setFixedHeight(self.sizeHint().height())
        self._arrange()

    def _arrange(self) -> None:
        shown = self._fitting()
        x = 0
        for button in (*self.buttons.values(), self.more):
            button.setVisible(button in shown)
            if button in shown:
                size = button.sizeHint()
                button.setGeometry(
                    mirror(self.layoutDirection(), self.rect(), QRect(x, 0, size.width(), size.height()))
                )
                x += size.width()

    def _fitting(self) -> list[TabButton]:
        buttons = [button for key, button in self.buttons.items() if key not in self._withheld]
        if sum(button.sizeHint().width() for button in buttons) <= self.width():
            return buttons
        room = self.width() - self.more.sizeHint().width()
        kept = [self.buttons[self.current]] if self.current else []
        room -= sum(button.sizeHint().width() for button in kept)
        for button in buttons:
            if button not in kept:
                room -= button.sizeHint().width()
                if room < 0:
                    break
                kept.append(button)
        return [*(button for button in buttons if button in kept), self.more]

    def _open_more(self) -> None:
        menu = TabList()
        menu.setAccessibleName(_("More tabs"))
        column = Column(self._theme, margins=8, gap=2, parent=menu)
        roving = Roving(menu)
        for key in self.hidden_keys:
            button = self.buttons[key]
            entry = NavButton(self._theme, key, button.words, button.words, button.look.icon, tile=False)
            entry.clicked.connect(lambda _checked=False, key=key: self._choose(key))
            roving.add(entry)
            column.addWidget(entry)
        self._overlay.open_popover(menu, anchor=self.more, width=_MENU)

    def _choose(self, key: str) -> None:
        self._overlay.close_panel()
        self.asked.emit(key)
