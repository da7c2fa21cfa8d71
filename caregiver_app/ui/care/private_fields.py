"""Fields for private words: plain text only, marked so that input methods learn nothing from them."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from caregiver_app.ui.theme import Theme

SENSITIVE = Qt.InputMethodHint.ImhSensitiveData
LONGEST_LINE = 500
LONGEST_TEXT = 200_000
_MOST_LINES = 40
_COPIES_ARE_PRIVATE = "copies-are-private"


def keep_copies_private(part: QWidget) -> None:
    """Treat what is copied from a part of the window as a copy from the notes, wherever it stands and locked or not."""
    part.setProperty(_COPIES_ARE_PRIVATE, True)


def are_copies_private() -> bool:
    """Return whether the keyboard is in such a part, so that what is copied now is copied from there."""
    widget = QApplication.focusWidget()
    while widget is not None:
        if widget.property(_COPIES_ARE_PRIVATE):
            return True
        widget = widget.parentWidget()
    return False


class PrivateLine(QLineEdit):
    """One line of private text."""

    def __init__(self, text: str = "", *, longest: int = LONGEST_LINE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setInputMethodHints(SENSITIVE)
        keep_copies_private(self)
        self.setMaxLength(longest)
        self.setText(text)

    def clear_kept(self, kept: str) -> None:
        """Clear it, unless more was typed while those words were kept."""
        if kept and self.text().strip() == kept:
            self.clear()


class PrivateText(QPlainTextEdit):
    """Several lines of private text; Tab leaves it. `lines` is how high it stands at first."""

    padding = 8
    """Above and below the text, as its look has it."""

    def __init__(self, theme: Theme, *, name: str, lines: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines = lines
        self.setInputMethodHints(SENSITIVE | Qt.InputMethodHint.ImhMultiLine)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self._resize)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._resize())
        self._resize()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text alone, and no more of it than the notes take."""
        room = LONGEST_TEXT - self.document().characterCount()
        self.insertPlainText(source.text()[: max(0, room)])

    def _resize(self) -> None:
        """Grow with what is written, so that a page scrolls and not a box inside it."""
        wanted = max(self._lines, round(self.document().size().height()))
        margins = ceil(2 * self.document().documentMargin()) + 1  # with room to the point it would scroll by one line
        around = self._theme.px(2 * self.padding) + 2 * self._theme.edge + margins
        # A bar where everything is seen would take width, so that more lines are needed, so that it is needed.
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if wanted > _MOST_LINES else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self.verticalScrollBarPolicy() is not bar:
            self.setVerticalScrollBarPolicy(bar)
        self.setFixedHeight(min(wanted, _MOST_LINES) * self._line_height() + around)

    def _line_height(self) -> int:
        """Return how high a line really is: it is laid out in whole points above and below its letters."""
        layout = self.document().firstBlock().layout()
        return ceil(layout.lineAt(0).height()) if layout.lineCount() else self.fontMetrics().lineSpacing()
