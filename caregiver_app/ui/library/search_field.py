"""The search field: asks while somebody types, after a short rest, and at once on Enter."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.button import IconButton
from caregiver_app.ui.widgets.draw import IconLook, draw_icon, mirror

REST_MS = 200
RANKED_FROM = 4
"""From so many letters on, the best hits come first while somebody types; below, the newest."""

_LONGEST = 400
_ICON = 20
_BEFORE_TEXT = 42


class SearchField(QLineEdit):
    """`asked` carries the words and whether they are complete (Enter) or still being typed."""

    asked = Signal(str, bool)

    def __init__(
        self, theme: Theme, placeholder: str, *, rest_ms: int = REST_MS, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setAccessibleDescription(_("The list follows while you type."))  # else the example is read out, again
        self.setMaxLength(_LONGEST)
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self._clear = IconButton(theme, Icon.CLOSE, _("Clear search"), parent=self)
        self._clear.clicked.connect(self.clear_search)
        self._clear.setVisible(False)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(rest_ms)
        self._rest.timeout.connect(lambda: self.asked.emit(self.text(), False))
        self._waits = False
        self.textChanged.connect(self._changed)
        theme.changed.connect(self._fit)
        self._fit()

    def search(self, words: str) -> None:
        """Put words into the field and ask for them at once."""
        self.setText(words)
        self._ask_now()

    def put(self, words: str) -> None:
        """Put words into the field without asking for them."""
        self.setText(words)
        self._rest.stop()

    def clear_search(self) -> None:
        """Empty the field, ask for everything again and stay here."""
        self.search("")
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask at once on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask_now()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field with a lens at its start."""
        super().paintEvent(event)
        px = self._theme.px
        place = mirror(self.layoutDirection(), self.rect(), QRect(px(13), 0, px(_ICON), self.height()))
        look = IconLook(icon=Icon.SEARCH, colour=self._theme.tokens.text_2, size=_ICON)
        painter = QPainter(self)
        draw_icon(painter, self._theme, place, look, self.layoutDirection())
        painter.end()

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask nothing while nobody sees it: the window may be closing."""
        super().hideEvent(event)
        self._waits = self._rest.isActive()
        self._rest.stop()

    def showEvent(self, event: QShowEvent) -> None:
        """Go on with what was being typed."""
        super().showEvent(event)
        if self._waits:
            self._rest.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the clear button at the end."""
        super().resizeEvent(event)
        self._fit()

    def _ask_now(self) -> None:
        self._rest.stop()
        self.asked.emit(self.text(), True)

    def _changed(self) -> None:
        self._clear.setVisible(bool(self.text()))
        self._fit()
        self._rest.start()

    def _fit(self) -> None:
        side = self._theme.px(44)
        padding = self._theme.px(12)
        after = side - padding if self.text() else 0
        self.setTextMargins(self._theme.px(_BEFORE_TEXT) - padding, 0, after, 0)
        place = QRect(self.width() - side, (self.height() - side) // 2, side, side)
        self._clear.setGeometry(mirror(self.layoutDirection(), self.rect(), place))


def is_ranked(words: str, *, complete: bool) -> bool:
    """Return whether the best hits come first for these words; otherwise the newest do."""
    return complete or sum(letter.isalnum() for letter in words) >= RANKED_FROM
