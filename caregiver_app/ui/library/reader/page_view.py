"""Shows the text of one page. It loads nothing: no address, no file, no picture but those it was given under `local:`.

What is told besides the text (whose page it is, what changed) stands in a widget over the text that scrolls with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QByteArray, QEvent, QObject, QPoint, QRect, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QColor, QFocusEvent, QImage, QKeyEvent, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.library.reader.marks_of_html import LOCAL, PICTURES_WANTED
from caregiver_app.ui.library.reader.page_style import page_css, settle
from caregiver_app.ui.library.reader.stored_pictures import fit_pictures, is_picture_name, no_picture
from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.look import set_look

_COLUMN = 660
_SIDE = 28
_SIDE_COMPACT = 8
_TOP = 16
_BOTTOM = 48
_SCROLL_PERCENT = 85


class PageView(QTextBrowser):
    """A page in a column of at most 660 px. `link_asked` says which link was pressed; nothing is opened here.

    `pictures_asked` comes when the pictures that are missing are wanted.
    """

    link_asked = Signal(str)
    pictures_asked = Signal()

    _html = ""
    _place: int | None = None  # of the text, while its letters change their size

    def __init__(
        self,
        theme: Theme,
        *,
        compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`compact` leaves little room around the text."""
        super().__init__(parent)
        self._theme = theme
        self._pictures: Mapping[str, QImage] = {}
        self._side = _SIDE_COMPACT if compact else _SIDE
        self._top_widget: QWidget | None = None
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName(_("Page text"))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.document().setDocumentMargin(0)
        self.anchorClicked.connect(self._ask)
        set_look(self, role=TypeRole.READING_BODY.value)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_html(self, html: str, pictures: Mapping[str, QImage] | None = None) -> None:
        """Show a document made by `page_html`, with its pictures by name, from its beginning."""
        self._html = html
        self._pictures = pictures or {}
        self._place = None
        self._render()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def set_top(self, widget: QWidget) -> None:
        """Put `widget` over the text; call `fit_top` when its height may have changed."""
        self._top_widget = widget
        widget.setParent(self.viewport())
        widget.installEventFilter(self)
        widget.show()
        self.fit_top()

    def fit_top(self) -> None:
        """Make room over the text for what stands there now."""
        room = self._theme.px(_TOP)
        if self._top_widget is not None:
            width = self.viewport().width()
            height = self._top_widget.heightForWidth(width)
            if height < 0:
                height = self._top_widget.sizeHint().height()
            self._top_widget.setGeometry(QRect(0, room - self.verticalScrollBar().value(), width, height))
            room += height + self._theme.px(_TOP)
        frame = self.document().rootFrame().frameFormat()
        if frame.topMargin() != room or frame.bottomMargin() != self._theme.px(_BOTTOM):
            frame.setTopMargin(room)
            frame.setBottomMargin(self._theme.px(_BOTTOM))
            self.document().rootFrame().setFrameFormat(frame)

    def go_to(self, anchor: str) -> None:
        """Bring the place with this name into sight, put the cursor there and mark its line's piece of text."""
        cursor = place_of(self.document(), anchor)
        if cursor is None:
            return
        here = QTextCursor(cursor)
        here.clearSelection()
        self.setTextCursor(here)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(here).top() - self.viewport().height() // 3)
        marked = QTextEdit.ExtraSelection()
        marked.cursor = cursor
        marked.format.setBackground(QColor(self._theme.tokens.accent))
        marked.format.setForeground(QColor(self._theme.tokens.on_accent))
        self.setExtraSelections([marked])

    def scroll_by_pages(self, pages: int) -> None:
        """Scroll 85 per cent of what is seen, so that the last lines stay in sight."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + pages * self.viewport().height() * _SCROLL_PERCENT // 100)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Return the picture that was given under a `local:` name, and nothing for any other address or kind.

        A picture is always answered with one, at least an empty one: given none, Qt opens a file of that name itself.
        """
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return QByteArray()
        url = QUrl(name)
        stored = url.path() if url.scheme() == LOCAL and is_picture_name(url.path()) else ""
        return self._pictures.get(stored) or no_picture()

    def doSetSource(self, name: QUrl | str, type: Any = None) -> None:
        """Go nowhere: pages are shown by `show_html` only."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll with Space and Shift+Space, Home and End; never leave the page."""
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        bar = self.verticalScrollBar()
        if plain and event.key() == Qt.Key.Key_Space:
            self.scroll_by_pages(-1 if shift else 1)
        elif plain and not shift and event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif plain and not shift and event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column narrow enough to be read."""
        self._fit_column()
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_pictures()
        self.fit_top()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Take what stands over the text along."""
        super().scrollContentsBy(dx, dy)
        if self._top_widget is not None:
            self._top_widget.move(0, self._theme.px(_TOP) - self.verticalScrollBar().value())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the focus without jumping to the cursor."""
        place = self.verticalScrollBar().value()
        super().focusInEvent(event)
        self.verticalScrollBar().setValue(place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make room when what stands over the text grows or shrinks."""
        if watched is self._top_widget and event.type() == QEvent.Type.LayoutRequest:
            QTimer.singleShot(0, self, self.fit_top)
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the direction of the language, and remember the place before the letters change their size."""
        if event.type() == QEvent.Type.FontChange and self._html and self._place is None:
            self._place = self._first_seen()
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._fit_column()

    def _ask(self, url: QUrl) -> None:
        if url.toString() == PICTURES_WANTED:
            self.pictures_asked.emit()
            return
        self.link_asked.emit(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))

    def _restyle(self) -> None:
        self.document().setIndentWidth(self._theme.px(22))
        self.document().setDefaultStyleSheet(page_css(self._theme))
        self._fit_column()
        if self._html:
            place = self._first_seen() if self._place is None else self._place
            self._place = None
            self._render()
            self._scroll_to(place)

    def _render(self) -> None:
        self.document().setDefaultFont(self._theme.font(TypeRole.READING_BODY))
        self.setHtml(self._html)
        settle(self.document(), self._theme)
        self._fit_pictures()
        self.fit_top()

    def _fit_column(self) -> None:
        bar = self.verticalScrollBar().sizeHint().width()
        free = self.width() - bar - self._theme.px(_COLUMN)
        side = max(self._theme.px(self._side), free // 2)
        self.setViewportMargins(side, 0, side, 0)

    def _fit_pictures(self) -> None:
        if self._pictures:
            fit_pictures(self.document(), self._pictures, self.viewport().width(), self.devicePixelRatioF())

    def _first_seen(self) -> int:
        """Return which place of the text stands at the upper edge."""
        return self.cursorForPosition(QPoint(0, 0)).position() if self.verticalScrollBar().value() else 0

    def _scroll_to(self, place: int) -> None:
        """Bring a place of the text to the upper edge."""
        self.document().pageCount()  # lays out the whole text, so that the scroll bar knows how long it is
        cursor = QTextCursor(self.document())
        cursor.setPosition(place)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(cursor).top() if place else 0)


def place_of(document: QTextDocument, anchor: str) -> QTextCursor | None:
    """Return the piece of text at a named place, None when there is no such place."""
    block = document.begin()
    while block.isValid():
        walk = block.begin()
        while not walk.atEnd():
            piece = walk.fragment()
            if anchor in piece.charFormat().anchorNames():
                cursor = QTextCursor(block)
                cursor.setPosition(piece.position())
                cursor.movePosition(QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor)
                return cursor
            walk += 1
        block = block.next()
    return None
