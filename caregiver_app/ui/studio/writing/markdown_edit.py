"""Where the words of a text are typed: plain text in Markdown. What is pasted is words alone and loads nothing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.markdown_html import LONGEST_MARKDOWN
from caregiver_app.support.plain_text import visible
from caregiver_app.ui.studio.writing import marks
from caregiver_app.ui.studio.writing.line_controls import PlainEdit
from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.look import set_look

_LEAST_HEIGHT = 220


class MarkdownEdit(PlainEdit):
    """`typed` comes with each change that a person makes, undo and redo too."""

    typed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(_("Words of the text"), LONGEST_MARKDOWN, parent)
        self._quiet = False
        self._theme = theme
        set_look(self, role=TypeRole.READING_BODY.value)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._say_typed)
        theme.changed.connect(self._resize)
        self._resize()

    def words(self) -> str:
        """Return what stands there, without what cannot be seen."""
        return visible(self.toPlainText())

    def show_words(self, words: str) -> None:
        """Show another text, its beginning first; nothing of the one before can be brought back."""
        self._quiet = True
        self.setPlainText(words)
        self._quiet = False

    def go_to_line(self, number: int) -> None:
        """Put the keyboard at the start of a line, counted from 1; at the last one where there are fewer."""
        block = self.document().findBlockByNumber(max(0, min(number, self.document().blockCount()) - 1))
        cursor = QTextCursor(block)
        self.setTextCursor(cursor)
        self.centerCursor()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def change_lines(self, change: Callable[[str], str]) -> None:
        """Change the lines in which the cursor stands or which are marked; one undo takes it back."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        cursor.setPosition(start)
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        self._put(cursor, change(cursor.selection().toPlainText()))

    def change_words(self, change: Callable[[str], str]) -> None:
        """Change what is marked, or put something where the cursor stands; one undo takes it back."""
        cursor = self.textCursor()
        self._put(cursor, change(cursor.selection().toPlainText()))

    def marked(self) -> str:
        """Return what is marked, on one line."""
        return " ".join(self.textCursor().selection().toPlainText().split())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Make words bold with Ctrl+B."""
        if event.key() == Qt.Key.Key_B and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.make_bold()
            return
        super().keyPressEvent(event)

    def make_bold(self) -> None:
        """Make what is marked bold, or plain again."""
        self.change_words(lambda words: marks.as_bold(words, _("bold words")))

    def _put(self, cursor: QTextCursor, words: str) -> None:
        start = cursor.selectionStart()
        cursor.insertText(words)
        end = cursor.position()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_typed(self) -> None:
        if not self._quiet:
            self.typed.emit()

    def _resize(self) -> None:
        self.setMinimumHeight(self._theme.px(_LEAST_HEIGHT))
