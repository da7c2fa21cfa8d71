"""Numbered steps in a row: those done or passed over, the one that is open, and those to come. Goes nowhere by itself.

Where there is no room for the words of all, the open step alone keeps its words, or none does. What is spoken is whole.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from caregiver_app.support.i18n import format_number, pgettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.draw import IconLook, draw_box, draw_icon, leading, mirror
from caregiver_app.ui.widgets.painted_button import PaintedButton
from caregiver_app.ui.widgets.roving import Roving

_HEIGHT = 44
_CIRCLE = 28
_PADDING = 8
_GAP = 8
_LINE = 2
_NOTHING = "\N{EN DASH}"
_SHORTEST_LINE, _LONGEST_LINE = 10, 72


class StepState(StrEnum):
    """How a step stands."""

    DONE = "done"
    SKIPPED = "skipped"
    NOT_NEEDED = "not_needed"  # there was nothing to ask
    HERE = "here"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLook:
    """One step: `key` for the program, `text` (one to three words) for people."""

    key: str
    text: str


class StepButton(PaintedButton):
    """A number in a circle with its words where there is room: a tick once it is done, a dash if nothing was asked."""

    def __init__(self, theme: Theme, look: StepLook, place: tuple[int, int], *, parent: QWidget) -> None:
        """`place` is the number of the step, and how many there are."""
        super().__init__(theme, parent=parent)
        self.look = look
        self.state = StepState.AHEAD
        self._number = format_number(place[0])
        self._with_words = True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        # Translators: spoken for a step, e.g. "Step 2 of 5: Topics"
        name = _("Step {number} of {count}: {title}")
        self.setAccessibleName(name.format(number=self._number, count=format_number(place[1]), title=look.text))

    def show_state(self, state: StepState) -> None:
        """Show and say how the step stands."""
        self.state = state
        self.setAccessibleDescription(_said(state))
        self.update()

    def set_with_words(self, with_words: bool) -> None:
        """Show the words beside the circle, or the circle alone."""
        self._with_words = with_words
        self.updateGeometry()
        self.update()

    def width_with(self, *, words: bool) -> int:
        """Return the width with or without the words, in device-independent pixels."""
        px = self._theme.px
        alone = px(2 * _PADDING + _CIRCLE)
        if not words:
            return alone
        return alone + px(_GAP) + QFontMetrics(self._theme.font(TypeRole.STRONG)).horizontalAdvance(self.look.text) + 2

    def sizeHint(self) -> QSize:
        """Return the size of what is shown."""
        return QSize(self.width_with(words=self._with_words), self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the whole size."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the circle with its number or tick, and the words."""
        painter = QPainter(self)
        if self.isEnabled() and (self.isDown() or self.underMouse()):
            draw_box(
                painter, self.rect(), radius=self._theme.px(8), fill=self._theme.tokens.accent_soft, edge="", width=0
            )
        self._draw_circle(painter)
        if self._with_words:
            self._draw_words(painter)
        painter.end()

    def _draw_circle(self, painter: QPainter) -> None:
        tokens, px, here = self._theme.tokens, self._theme.px, self.state is StepState.HERE
        side = px(_CIRCLE)
        place = QRect(px(_PADDING), (self.height() - side) // 2, side, side)
        place = mirror(self.layoutDirection(), self.rect(), place)
        edge = tokens.accent if self.state in (StepState.DONE, StepState.HERE) else tokens.line_strong
        fill = tokens.accent if here else tokens.surface
        draw_box(painter, place, radius=side / 2, fill=fill, edge=edge, width=max(2, self._theme.edge))
        if self.state is StepState.DONE:
            look = IconLook(icon=Icon.CHECK, colour=tokens.accent, size=18)
            draw_icon(painter, self._theme, place, look, self.layoutDirection())
            return
        painter.setFont(self._theme.font(TypeRole.SMALL_STRONG))
        painter.setPen(QColor(tokens.on_accent if here else tokens.text_2))
        shown = _NOTHING if self.state is StepState.NOT_NEEDED else self._number
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, shown)

    def _draw_words(self, painter: QPainter) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        start = px(_PADDING + _CIRCLE + _GAP)
        place = mirror(self.layoutDirection(), self.rect(), QRect(start, 0, self.width() - start, self.height()))
        painter.setFont(self._theme.font(TypeRole.STRONG))
        painter.setPen(QColor(tokens.text if self.state is StepState.HERE else tokens.text_2))
        painter.drawText(place, leading(self.layoutDirection()) | Qt.TextFlag.TextSingleLine, self.look.text)


class StepRow(QWidget):
    """`asked` carries the key of a step that is wanted. One Tab stop; arrow keys move, Enter or Space asks."""

    asked = Signal(str)

    def __init__(self, theme: Theme, name: str, looks: Sequence[StepLook], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.current = looks[0].key
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._roving = Roving(self)
        self.buttons: dict[str, StepButton] = {}
        for number, look in enumerate(looks, start=1):
            self.buttons[look.key] = self._button(look, (number, len(looks)))
        theme.changed.connect(self._changed)
        self.show_steps(self.current)
        self._changed()

    def show_steps(
        self, current: str, *, behind: Mapping[str, StepState] | None = None, open_to: Collection[str] = ()
    ) -> None:
        """Show which step is open, how those behind it stand, and to which others one can go now."""
        self.current = current
        states = {**(behind or {}), current: StepState.HERE}
        for key, button in self.buttons.items():
            button.show_state(states.get(key, StepState.AHEAD))
            button.setEnabled(key == current or key in open_to)
        if not any(button.hasFocus() for button in self.buttons.values()):
            self._roving.set_stop(self.buttons[current])
        self._arrange()

    def sizeHint(self) -> QSize:
        """Return the height of the row; it takes the width there is."""
        return QSize(0, self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return a width at which every circle is seen."""
        return QSize(sum(button.width_with(words=False) for button in self.buttons.values()), self._theme.px(_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many words as there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Begin at the other side when the direction of the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines from step to step."""
        thick = max(_LINE, self._theme.edge)
        painter = QPainter(self)
        places = [mirror(self.layoutDirection(), self.rect(), one.geometry()) for one in self.buttons.values()]
        for before, after in pairwise(places):
            line = QRect(before.right() + 1, (self.height() - thick) // 2, after.x() - before.right() - 1, thick)
            line = mirror(self.layoutDirection(), self.rect(), line)
            painter.fillRect(line, QColor(self._theme.tokens.line_strong))
        painter.end()

    def _button(self, look: StepLook, place: tuple[int, int]) -> StepButton:
        button = StepButton(self._theme, look, place, parent=self)
        button.clicked.connect(lambda: self._ask(look.key))
        self._roving.add(button)
        return button

    def _ask(self, key: str) -> None:
        if key != self.current:
            self.asked.emit(key)

    def _changed(self) -> None:
        self.setFixedHeight(self._theme.px(_HEIGHT))
        self._arrange()

    def _arrange(self) -> None:
        shown = self._fitting()
        for key, button in self.buttons.items():
            button.set_with_words(key in shown)
        room = (self.width() - self._width_with(shown)) // max(1, len(self.buttons) - 1)
        self._place(min(max(room, 0), self._theme.px(_LONGEST_LINE)))
        self.update()

    def _fitting(self) -> Collection[str]:
        """Return the steps whose words are shown: all, else the open one, else none."""
        least = (len(self.buttons) - 1) * self._theme.px(_SHORTEST_LINE)
        for shown in (tuple(self.buttons), (self.current,)):
            if self._width_with(shown) + least <= self.width():
                return shown
        return ()

    def _width_with(self, shown: Collection[str]) -> int:
        return sum(button.width_with(words=key in shown) for key, button in self.buttons.items())

    def _place(self, line: int) -> None:
        x = 0
        for button in self.buttons.values():
            size = button.sizeHint()
            place = QRect(x, 0, size.width(), size.height())
            button.setGeometry(mirror(self.layoutDirection(), self.rect(), place))
            x += size.width() + line


def _said(state: StepState) -> str:
    match state:
        case StepState.HERE:
            return _("You are here")
        case StepState.DONE:
            return _("Done")
        case StepState.SKIPPED:
            return pgettext("a step", "Skipped")
        case StepState.NOT_NEEDED:
            return pgettext("a step", "Not needed")
        case StepState.AHEAD:
            return _("Still to come")
