"""The message that goes with what is shared: plain text, with marks where it gives somebody away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QWidget

from caregiver_app.model.card import LONGEST_MESSAGE
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import visible
from caregiver_app.ui.care.private_fields import PrivateText
from caregiver_app.ui.share.marks import GuardMarks
from caregiver_app.ui.share.pieces import Piece, in_units
from caregiver_app.ui.theme import Theme

_LINES = 5


class MessageEdit(PrivateText):
    """What input methods learn nothing from, and what pasting makes no longer than it may be."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, name=_("Your message"), lines=_LINES, parent=parent)
        self.marks = GuardMarks(self.document(), theme, self)
        self.textChanged.connect(self._take_invisible_out)

    def show_marks(self, pieces: Sequence[Piece]) -> None:
        """Mark pieces, given in code points."""
        self.marks.show_pieces(in_units(self.toPlainText(), pieces))

    def put(self, text: str) -> None:
        """Write another text in the place of what stands here, so that the keyboard's own undo can take it back."""
        if text != self.toPlainText():
            cursor = QTextCursor(self.document())
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(text)

    def add(self, words: str) -> None:
        """Write words behind what stands here, unless they stand here already or have no room."""
        typed = self.toPlainText().rstrip()
        if visible(words) not in typed and len(typed) + len(words) + 2 <= LONGEST_MESSAGE:
            self.put(f"{typed}\n\n{words}" if typed else words)

    def forget_steps(self) -> None:
        """Let the keyboard's own undo bring back nothing of what stood here."""
        self.document().clearUndoRedoStacks()

    def change(self, piece: Piece, words: str) -> TextChange:
        """Put words in the place of a piece, given in code points, and return how that is taken back."""
        (place,) = in_units(self.toPlainText(), (piece,))
        change = TextChange(self.document(), place, words)
        change.do()
        return change

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text alone, and no more of it than a message takes."""
        room = LONGEST_MESSAGE - len(self.toPlainText()) + len(self.textCursor().selectedText())
        self.insertPlainText(visible(source.text())[: max(0, room)])

    def _take_invisible_out(self) -> None:
        """Take out what nobody can see: it does not leave, and places would else count otherwise for the guard."""
        text = self.toPlainText()
        if visible(text) == text:
            return
        hidden = [place for place, sign in enumerate(text) if not visible(sign)]
        for piece in reversed(in_units(text, [Piece(start=place, end=place + 1) for place in hidden])):
            cursor = QTextCursor(self.document())
            cursor.setPosition(piece.start)
            cursor.setPosition(piece.end, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()


class TextChange:
    """Words in the place of a piece. It can be taken back although the text before and after it was changed since.

    Where the person took it back in the text already, there is nothing left to do.
    """

    def __init__(self, document: QTextDocument, piece: Piece, words: str) -> None:
        """`piece` is in units of UTF-16."""
        self._start = QTextCursor(document)
        self._start.setPosition(piece.start)
        self._start.setKeepPositionOnInsert(True)
        self._words = words
        self._before = _selected(self._start, piece.end - piece.start).selectedText()

    def do(self) -> None:
        """Put the words there."""
        self._swap(self._before, self._words)

    def undo(self) -> None:
        """Put back what stood there."""
        if self._words and self._stands(self._words):
            self._swap(self._words, self._before)
        elif not self._stands(self._before):
            self._swap("", self._before)

    def _swap(self, old: str, new: str) -> None:
        if self._stands(old):
            _selected(self._start, _units(old)).insertText(new)

    def _stands(self, words: str) -> bool:
        return _selected(self._start, _units(words)).selectedText() == words


def _selected(start: QTextCursor, length: int) -> QTextCursor:
    """Return a cursor over `length` units from a place on, less where the text ends before."""
    cursor = QTextCursor(start.document())  # no copy: a copy would share that it keeps its place
    cursor.setPosition(start.position())
    end = min(start.position() + length, start.document().characterCount() - 1)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _units(words: str) -> int:
    return len(words.encode("utf-16-le")) // 2
