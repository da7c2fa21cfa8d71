"""Reads a page aloud, paragraph by paragraph, with the voice of this computer, and marks what is being read."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QTextEdit

from caregiver_app.support.plain_text import visible
from caregiver_app.support.voices import environment, pieces, speech
from caregiver_app.ui.theme import Theme

_NO_TEXT = "\ufffc"  # where a picture stands in the text


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    words: str
    block: int  # the paragraph it is of


class ReadAloud(QObject):
    """Speaks the text of `view`. `changed` comes when it begins and when it ends; `failed` when no voice answers."""

    changed = Signal(bool)
    failed = Signal()

    def __init__(self, theme: Theme, view: QTextEdit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = view
        self._waiting: deque[_Piece] = deque()
        self._process: QProcess | None = None
        self._language = ""
        self._slow = False
        self._block: int | None = None
        theme.changed.connect(self._mark_again)

    @property
    def is_reading(self) -> bool:
        """Whether it speaks."""
        return self._process is not None

    def begin(self, language: str, *, slow: bool = False) -> None:
        """Read from the paragraph with the keyboard's mark on, or the first that is seen where that is out of sight."""
        if self.is_reading:
            return
        self._language, self._slow = language, slow
        self._waiting.extend(self._pieces_from(self._first().block().blockNumber()))
        if self._next():
            self.changed.emit(True)

    def stop(self) -> None:
        """Be silent at once."""
        process, self._process = self._process, None
        self._waiting.clear()
        if process is None:
            return
        process.finished.disconnect(self._said)
        process.errorOccurred.disconnect(self._stumbled)
        process.finished.connect(process.deleteLater)
        process.kill()
        spoken = speech(self._language)
        if spoken is not None and spoken.stopping:
            stopping = self._made(spoken.stopping)
            stopping.startDetached()
            stopping.deleteLater()
        self._mark(None)
        self.changed.emit(False)

    def _first(self) -> QTextCursor:
        mark, seen = self._view.textCursor(), self._view.viewport().rect()
        return mark if self._view.cursorRect(mark).intersects(seen) else self._view.cursorForPosition(seen.topLeft())

    def _pieces_from(self, first: int) -> list[_Piece]:
        found: list[_Piece] = []
        block = self._view.document().findBlockByNumber(first)
        while block.isValid():
            words = visible(block.text().replace(_NO_TEXT, " "))
            found += [_Piece(words=piece, block=block.blockNumber()) for piece in pieces(words)]
            block = block.next()
        return found

    def _next(self) -> bool:
        spoken = speech(self._language, slow=self._slow)
        if spoken is None or not self._waiting:
            return False
        piece = self._waiting.popleft()
        process = self._made(spoken.command)
        process.finished.connect(self._said)
        process.errorOccurred.connect(self._stumbled)
        self._process = process
        self._mark(piece.block)
        process.start()
        process.write(f"{piece.words}\n".encode())
        process.closeWriteChannel()
        return True

    def _made(self, command: tuple[str, ...]) -> QProcess:
        process = QProcess(self)
        process.setProgram(command[0])
        process.setArguments(list(command[1:]))
        process.setStandardOutputFile(QProcess.nullDevice())  # some repeat there what they say
        process.setStandardErrorFile(QProcess.nullDevice())
        known = QProcessEnvironment()
        for name, value in environment().items():
            known.insert(name, value)
        process.setProcessEnvironment(known)
        return process

    def _said(self, code: int, status: QProcess.ExitStatus) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
        well = code == 0 and status is QProcess.ExitStatus.NormalExit
        if well and self._next():
            return
        self._end(well=well)

    def _stumbled(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and self._process is not None:
            self._process.deleteLater()
            self._process = None
            self._end(well=False)

    def _end(self, *, well: bool) -> None:
        self._waiting.clear()
        self._mark(None)
        self.changed.emit(False)
        if not well:
            self.failed.emit()

    def _mark_again(self) -> None:
        if self.is_reading:
            self._mark(self._block)

    def _mark(self, number: int | None) -> None:
        self._block = number
        if number is None:
            self._view.setExtraSelections([])
            return
        marked = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self._view.document().findBlockByNumber(number))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        marked.cursor = cursor
        marked.format.setBackground(QColor(self._theme.tokens.mark))
        marked.format.setForeground(QColor(self._theme.tokens.on_mark))
        self._view.setExtraSelections([marked])
        self._bring_into_sight(cursor)

    def _bring_into_sight(self, cursor: QTextCursor) -> None:
        """Scroll only where the paragraph begins outside of what is seen: a moving page is hard to follow."""
        begin = QTextCursor(cursor)
        begin.setPosition(cursor.selectionStart())
        top, height = self._view.cursorRect(begin).top(), self._view.viewport().height()
        if not 0 <= top < height * 3 // 4:
            bar = self._view.verticalScrollBar()
            bar.setValue(bar.value() + top - height // 4)
