"""The chart of one kind of measurement: drawn from the notes' own numbers, in violet, spoken in sentences.

It is never written to disk: an SVG document in memory, made anew when size, theme or numbers change.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from caregiver_app.model.time import Millis
from caregiver_app.support.charts import ChartLook, ChartWords, line_chart
from caregiver_app.ui.care.measurements.values import series_of
from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.theme.type_roles import FAMILIES, SIZES
from caregiver_app.vault.records.measured_lines import Line, axis_day, number_words

_HEIGHT = 300
_LINE, _LINE_HIGH_CONTRAST = 2.5, 3.5


class MeasureChart(QWidget):
    """Give it lines by `show_lines`; its accessible description says the same in words."""

    def __init__(self, theme: Theme, now: Callable[[], Millis], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._now = now
        self._lines: tuple[Line, ...] = ()
        self._unit = ""
        self._drawn = QPixmap()
        self._drawn_for: tuple[object, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._resize)

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is drawn."""
        return self._lines

    def show_lines(self, name: str, lines: Sequence[Line], unit: str, words: str) -> None:
        """Draw other numbers; `name` and `words` are what is spoken."""
        self._lines, self._unit = tuple(lines), unit
        self.setAccessibleName(name)
        self.setAccessibleDescription(words)
        self._drawn_for = ()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of a chart; it takes the width there is."""
        return QSize(0, self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return a width at which a few days can be read."""
        return QSize(self._theme.px(160), self._theme.px(_HEIGHT))

    def svg(self) -> str:
        """Return the document for the size and theme in force; there must be a point."""
        tokens, px = self._theme.tokens, self._theme.px
        look = ChartLook(
            width=self.width(),
            height=self.height(),
            text=tokens.text_2,
            grid=tokens.line,
            lines=(tokens.private.line, tokens.private.ink),
            surface=tokens.surface,
            fonts=FAMILIES[0],
            font_size=px(SIZES[TypeRole.SMALL].px),
            line_width=px(_LINE_HIGH_CONTRAST if tokens.high_contrast else _LINE),
        )
        now = self._now()
        words = ChartWords(
            number=lambda value: number_words(value, self._unit),
            day=lambda at: axis_day(at, now),
            title=self.accessibleName(),
        )
        return line_chart(series_of(self._lines), look, words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the document, made anew where something has changed."""
        if not self._lines:
            return
        ratio = self.devicePixelRatioF()
        wanted = (self.width(), self.height(), self._theme.tokens.name, self._theme.percent, ratio)
        if wanted != self._drawn_for:
            self._drawn = self._draw(ratio)
            self._drawn_for = wanted
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawn)
        painter.end()

    def _draw(self, ratio: float) -> QPixmap:
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(self.svg().encode())).render(painter, QRectF(self.rect()))
        painter.end()
        return pixmap

    def _resize(self) -> None:
        self.updateGeometry()
        self.update()
