"""A field that leads a list below it: letters go into the field, arrows and Enter to the list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.announce import announce
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.draw import IconLook, draw_icon, mirror
from caregiver_app.ui.widgets.option_list import OptionList

_LONGEST = 200
_ICON = 20
_BEFORE_TEXT = 42
_PADDING = 12
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_PAGES = {Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class LeadField(QLineEdit):
    """Keeps the keyboard. The row that an arrow reaches is announced, since the focus never gets there.

    `entered` comes on Enter; whether the row that is reached may be chosen by then is not for the field to say.
    """

    entered = Signal()

    def __init__(self, theme: Theme, name: str, led: OptionList, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._led = led
        self.setAccessibleName(name)
        self.setAccessibleDescription(_("Arrow keys go through the list, Enter chooses."))
        self.setPlaceholderText(name)
        self.setMaxLength(_LONGEST)
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        theme.changed.connect(self._fit)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list with Up, Down and the page keys, choose with Enter."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._step(_STEPS[key], times=1)
        elif key in _PAGES:
            self._step(1 if _PAGES[key] > 0 else -1, times=abs(_PAGES[key]))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field with a lens at its start."""
        super().paintEvent(event)
        px = self._theme.px
        place = mirror(self.layoutDirection(), self.rect(), QRect(px(_PADDING), 0, px(_ICON), self.height()))
        look = IconLook(icon=Icon.SEARCH, colour=self._theme.tokens.text_2, size=_ICON)
        painter = QPainter(self)
        draw_icon(painter, self._theme, place, look, self.layoutDirection())
        painter.end()

    def _step(self, by: int, *, times: int) -> None:
        for _time in range(times):
            if not self._led.step(by):
                break
        option = self._led.current_option
        if option is not None:
            announce(option.spoken or option.text)

    def changeEvent(self, event: QEvent) -> None:
        """Leave the room for the lens at the other side when the direction of the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._fit()

    def _fit(self) -> None:
        room = self._theme.px(_BEFORE_TEXT - _PADDING)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setTextMargins(0 if mirrored else room, 0, room if mirrored else 0, 0)
