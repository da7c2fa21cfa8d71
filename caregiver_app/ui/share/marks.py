"""Marks what the guard found, in the message as it is typed. A highlighter: what can be undone stays the person's."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from caregiver_app.ui.share.pieces import Piece, after_change
from caregiver_app.ui.theme import Theme


class GuardMarks(QSyntaxHighlighter):
    """Bold, underlined, on the colour of marks. Pieces are in units of UTF-16 and move with what is typed."""

    def __init__(self, document: QTextDocument, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pieces: tuple[Piece, ...] = ()
        document.contentsChange.connect(self._follow)  # before the highlighter hears of it, so that places are right
        self.setDocument(document)
        theme.changed.connect(self.rehighlight)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What is marked now."""
        return self._pieces

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Mark these and nothing else."""
        if tuple(pieces) != self._pieces:
            self._pieces = tuple(pieces)
            self.rehighlight()

    def highlightBlock(self, _text: str) -> None:
        """Mark what lies in one paragraph (Qt calls this)."""
        begin = self.currentBlock().position()
        end = begin + self.currentBlock().length()
        for piece in self._pieces:
            if piece.start < end and piece.end > begin:
                start = max(piece.start, begin)
                self.setFormat(start - begin, min(piece.end, end) - start, self._look())

    def _look(self) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setBackground(QColor(self._theme.tokens.mark))
        look.setForeground(QColor(self._theme.tokens.on_mark))
        look.setFontWeight(QFont.Weight.Bold)
        look.setFontUnderline(True)
        return look

    def _follow(self, at: int, removed: int, added: int) -> None:
        self._pieces = after_change(self._pieces, at=at, removed=removed, added=added)
