"""A status in one to three words, painted; it cannot be pressed."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from caregiver_app.ui.theme import Icon, Theme, Tone
from caregiver_app.ui.widgets.draw import PillLook, draw_pill, pill_size


class Pill(QLabel):
    """Shows a `PillLook`. Being a label, its words are spoken by screen readers."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        tone: Tone = Tone.NEUTRAL,
        icon: Icon | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = PillLook(text=text, tone=tone, icon=icon)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._resize)

    @property
    def look(self) -> PillLook:
        """What is shown now."""
        return self._look

    def set_look(self, look: PillLook) -> None:
        """Show `look` from now on."""
        if look != self._look:
            self._look = look
            self.setText(look.text)
            self._resize()

    def sizeHint(self) -> QSize:
        """Return the size of the whole pill."""
        return pill_size(self._theme, self._look)

    def minimumSizeHint(self) -> QSize:
        """Return a width that still shows the first letters."""
        return QSize(min(self.sizeHint().width(), self._theme.px(80)), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pill in place of the label's own text."""
        painter = QPainter(self)
        draw_pill(painter, self._theme, self.rect(), self._look, self.layoutDirection())
        painter.end()

    def _resize(self) -> None:
        self.updateGeometry()
        self.update()
