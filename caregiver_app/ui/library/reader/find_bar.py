"""Find in page: a field, what was found, and the way from hit to hit."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QLineEdit, QTextEdit, QWidget

from caregiver_app.support.i18n import format_number
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.announce import announce
from caregiver_app.ui.library.reader.page_view import PageView
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.button import Button, IconButton
from caregiver_app.ui.widgets.heard_as import teach_role
from caregiver_app.ui.widgets.layouts import Flow
from caregiver_app.ui.widgets.look import set_look
from caregiver_app.ui.widgets.plain import PlainLabel

MOST_HITS = 500
_FIELD = 200


class FindBar(QFrame):
    """Marks the hits in a `PageView`. `closed` comes when the person is done."""

    closed = Signal()

    def __init__(self, theme: Theme, view: PageView, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = view
        self._hits: list[QTextCursor] = []
        self._here = 0
        set_look(self, kind="bar")
        self.setAccessibleName(_("Find in this page"))
        self.field = QLineEdit()
        self.field.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self.field.setAccessibleName(_("Find in this page"))
        self.field.setPlaceholderText(_("Find in this page"))
        self.field.textChanged.connect(self.find_words)
        self._found = PlainLabel(ink="text-2")
        self._lay_out()
        self.setVisible(False)
        theme.changed.connect(self._restyle)
        self._restyle()

    def open(self) -> None:
        """Show the bar with the field ready for typing."""
        self.setVisible(True)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self.find_words()

    def close_bar(self) -> None:
        """Take the bar and its marks away and give the focus to the page."""
        self.setVisible(False)
        self._view.setExtraSelections([])
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def find_words(self) -> None:
        """Mark what the field asks for and go to the first hit from where the page stands."""
        self._hits = _hits(self._view, self.field.text())
        self._here = 0
        self._say()
        self._mark()

    def step(self, by: int) -> None:
        """Go to the next hit (1) or the one before (-1), round the ends."""
        if self._hits:
            self._here = (self._here + by) % len(self._hits)
            self._say()
            self._mark()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter, back with Shift+Enter, close with Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    @property
    def found(self) -> str:
        """What the bar says was found."""
        return self._found.text()

    def _lay_out(self) -> None:
        flow = Flow(self._theme, gap=8, parent=self)
        following = Button(self._theme, _("Next"), name=_("Next hit"), repeats=True)
        following.clicked.connect(lambda: self.step(1))
        previous = Button(self._theme, _("Previous"), name=_("Previous hit"), repeats=True)
        previous.clicked.connect(lambda: self.step(-1))
        close = IconButton(self._theme, Icon.CLOSE, _("Close find in page"))
        close.clicked.connect(self.close_bar)
        for widget in (self.field, following, previous, self._found, close):
            flow.addWidget(widget)

    def _say(self) -> None:
        if not self.field.text():
            words = ""
        elif not self._hits:
            words = _("Not on this page")
        else:
            # Translators: which hit of how many, e.g. "2 of 14"
            found = format_number(len(self._hits)) + ("+" if len(self._hits) == MOST_HITS else "")
            words = _("{here} of {all}").format(here=format_number(self._here + 1), all=found)
        if words != self._found.text():
            self._found.setText(words)
            announce(words)

    def _mark(self) -> None:
        self._view.setExtraSelections([self._marked(place, hit) for place, hit in enumerate(self._hits)])
        if self._hits:
            cursor = QTextCursor(self._hits[self._here])
            cursor.clearSelection()
            self._view.setTextCursor(cursor)
            self._view.ensureCursorVisible()

    def _marked(self, place: int, hit: QTextCursor) -> QTextEdit.ExtraSelection:
        tokens = self._theme.tokens
        look = QTextCharFormat()
        here = place == self._here
        look.setBackground(QColor(tokens.accent if here else tokens.mark))
        look.setForeground(QColor(tokens.on_accent if here else tokens.on_mark))
        selection = QTextEdit.ExtraSelection()
        selection.cursor = hit
        selection.format = look
        return selection

    def _restyle(self) -> None:
        self.field.setFixedWidth(self._theme.px(_FIELD))
        pad = self._theme.px(8)
        self.setContentsMargins(pad, pad, pad, pad)
        if self.isVisible():
            self.find_words()


def _hits(view: PageView, words: str) -> list[QTextCursor]:
    hits: list[QTextCursor] = []
    if not words.strip():
        return hits
    document = view.document()
    cursor = document.find(words, 0)
    while not cursor.isNull() and len(hits) < MOST_HITS:
        hits.append(cursor)
        cursor = document.find(words, cursor)
    return hits


teach_role(FindBar, QAccessible.Role.Grouping)
