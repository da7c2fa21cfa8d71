"""The name of a site with some letters marked, so that two can be compared by eye. Always from left to right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Theme, TypeRole

_ROOM = 10_000  # wider than any name


class MarkedHost(QLabel):
    """Paints a name that wraps anywhere; being a label, it is spoken, with what is marked as its description."""

    def __init__(
        self, theme: Theme, host: str, marked: Sequence[tuple[int, int]] = (), *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._host = host
        self._marked = tuple((start, end) for start, end in marked if start < end)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(host)
        if self._marked:
            letters = ", ".join(host[start:end] for start, end in self._marked)
            # Translators: spoken for letters in a web address that are not those of the real one
            self.setAccessibleDescription(_("Different letters: {letters}").format(letters=letters))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._resize)

    @property
    def marked(self) -> tuple[str, ...]:
        """The letters that are marked."""
        return tuple(self._host[start:end] for start, end in self._marked)

    def hasHeightForWidth(self) -> bool:
        """Height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that `width` leads to."""
        return self._laid_out(width)[1]

    def sizeHint(self) -> QSize:
        """Return the size of one line."""
        layout, height = self._laid_out(_ROOM)
        return QSize(round(layout.maximumWidth()) + 1, height)

    def minimumSizeHint(self) -> QSize:
        """Return a width that any window has; the name then takes more lines."""
        return QSize(self._theme.px(80), self._laid_out(_ROOM)[1])

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the name."""
        painter = QPainter(self)
        painter.setPen(QColor(self._theme.tokens.text))
        self._laid_out(self.width())[0].draw(painter, QPointF(0, 0))
        painter.end()

    def _laid_out(self, width: int) -> tuple[QTextLayout, int]:
        layout = QTextLayout(self._host, self._theme.font(TypeRole.HEADING))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        layout.setTextOption(option)
        layout.setFormats([self._format(start, end) for start, end in self._marked])
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout, round(height + 0.5)

    def _format(self, start: int, end: int) -> QTextLayout.FormatRange:
        looks = QTextCharFormat()
        looks.setBackground(QColor(self._theme.tokens.mark))
        looks.setForeground(QColor(self._theme.tokens.on_mark))
        looks.setFontUnderline(True)
        looks.setFontWeight(QFont.Weight.Bold)
        marked = QTextLayout.FormatRange()
        marked.start, marked.length, marked.format = start, end - start, looks
        return marked

    def _resize(self) -> None:
        self.updateGeometry()
        self.update()
