"""What will come out: page by page as a picture, or the same words as text; and the ways out below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.shares import lacks_signs_sentence
from caregiver_app.ui.announce import announce
from caregiver_app.ui.sheets.nothing_part import NothingPart
from caregiver_app.ui.sheets.page_view import ZOOMS, PageView
from caregiver_app.ui.sheets.previewing import Previewing, Seen, Shown
from caregiver_app.ui.sheets.sheet_text import SheetText
from caregiver_app.ui.sheets.unsettled import Unsettled
from caregiver_app.ui.theme import Icon, Theme, Tone
from caregiver_app.ui.widgets.button import Button, ButtonKind, IconButton
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.layouts import Column, Flow, Row
from caregiver_app.ui.widgets.look import set_look
from caregiver_app.ui.widgets.plain import PlainLabel

_PAPER_INCHES = 8.27  # the width of A4; that of Letter is so near that nobody sees the difference
_LEAST_DOTS, _MOST_DOTS = 40.0, 240.0
_LEAST_HEIGHT = 300
"""Pixels, at every size of the text: less of its words tells nobody anything, so that all of it scrolls instead."""

_NEXT_TO_NONE = 1
"""Pixels: in the lowest window a preview gives way while a message stands below."""


class PreviewPart(QWidget):
    """`seen` comes once pages are there, `failed` with what went wrong."""

    seen = Signal()
    failed = Signal(object)

    def __init__(self, theme: Theme, previewing: Previewing, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Preview"))
        self._theme = theme
        self._previewing = previewing
        self._reads = False
        self.back = Button(theme, _("Page before"), kind=ButtonKind.QUIET, icon=Icon.BACK, repeats=True)
        self.on = Button(theme, _("Next page"), kind=ButtonKind.QUIET, icon=Icon.CHEV_RIGHT, repeats=True)
        self.where = PlainLabel(ink="text-2")
        self.smaller = IconButton(theme, Icon.MINUS, _("Page smaller"))
        self.larger = IconButton(theme, Icon.PLUS, _("Page larger"))
        self.read = Button(theme, _("Read this sheet as text"), kind=ButtonKind.QUIET, icon=Icon.EYE)
        self.boxes = Callout(theme, Tone.WARN, Icon.ALERT, lacks_signs_sentence())
        self.left_out = Callout(theme, Tone.INFO, Icon.INFO, "")
        self.left_out.setVisible(False)
        self.pages = PageView(theme)
        self.text = SheetText(_("The sheet as text"))
        self.nothing = NothingPart(theme)
        self._scroll = QScrollArea()
        self._tools = QWidget()
        self._well = QFrame()
        self._lay_out()
        self._connect()
        self.show_nothing(_("Choose a sheet on the left to see it here."))

    @property
    def waits(self) -> bool:
        """True while what is seen is older than what was chosen."""
        return self._previewing.waits

    @property
    def is_private(self) -> bool:
        """Whether something of care notes is seen, or may be still."""
        return self._previewing.is_private

    @property
    def shows_pages(self) -> bool:
        """Whether there is a sheet to be seen."""
        return self.pages.count > 0

    def set_short(self, short: bool) -> None:
        """Show pages in full where there is hardly any height: all of this scrolls then, by one bar."""
        self.pages.roll_with(self._scroll.verticalScrollBar() if short else None)
        self.text.setMinimumHeight(_LEAST_HEIGHT if short else 0)

    def show_sheets(self, shown: Shown) -> None:
        """Show other sheets; what is seen stays until they are there."""
        self._set_dots()
        self._previewing.show(shown)

    def say_left_out(self, words: str, text: str = "") -> None:
        """Say what of a set could not be made, and why; nothing for no words."""
        self.left_out.set_message(words, text)
        self.left_out.setVisible(bool(words))

    def show_nothing(self, words: str, text: str = "") -> None:
        """Hold no sheet, and say why there is none to see."""
        self._let_go()
        self.nothing.say(words, text)

    def show_unsettled(self, error: Unsettled) -> None:
        """Hold no sheet, and say which words are in its way, with what can be done."""
        self._let_go()
        self.nothing.say_unsettled(error)

    def _let_go(self) -> None:
        self._previewing.forget()
        self.say_left_out("")
        self.pages.forget()
        self.text.clear()
        self._arrange()

    def set_reading(self, reads: bool) -> None:
        """Show the words in the place of the pages, or the pages again."""
        self._reads = reads
        self.read.set_words(_("Look at the pages") if reads else _("Read this sheet as text"))
        self._arrange()
        (self.text if reads else self.pages).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, seen: Seen) -> None:
        before = self.shows_pages
        self.text.setPlainText(seen.words)
        if seen.pages is None:
            return
        self.pages.show_pages(seen.pages)
        self.boxes.setProperty("wanted", seen.lacks_signs)
        self._arrange()
        if not before:
            announce(self.pages.accessibleName())
        self.seen.emit()

    def _arrange(self) -> None:
        there = self.shows_pages
        self.nothing.setVisible(not there)
        self._tools.setVisible(there)
        self._well.setVisible(there and not self._reads)
        self.text.setVisible(there and self._reads)
        self.boxes.setVisible(there and bool(self.boxes.property("wanted")))
        several = self.pages.count > 1 and not self._reads
        for part in (self.back, self.on):
            part.setVisible(several)
        self.where.setVisible(several)
        for part in (self.smaller, self.larger):
            part.setVisible(not self._reads)
        self._show_place()

    def _show_place(self) -> None:
        self.where.setText(self.pages.paper.accessibleName())
        self.back.setEnabled(self.pages.at > 0)
        self.on.setEnabled(self.pages.at + 1 < self.pages.count)
        self.smaller.setEnabled(self.pages.zoom > ZOOMS[0])
        self.larger.setEnabled(self.pages.zoom < ZOOMS[-1])

    def _turn(self, by: int) -> None:
        self.pages.turn_to(self.pages.at + by)
        announce(self.pages.accessibleName())

    def _zoom(self, by: int) -> None:
        self.pages.zoom_by(by)
        self._show_place()

    def _set_dots(self) -> None:
        """Have pages made as sharp as this screen shows them."""
        dots = self.pages.page_width * self.devicePixelRatioF() / _PAPER_INCHES
        self._previewing.dots_per_inch = max(_LEAST_DOTS, min(dots, _MOST_DOTS))

    def _sharpen(self) -> None:
        before = self._previewing.dots_per_inch
        self._set_dots()
        if self.shows_pages and abs(self._previewing.dots_per_inch - before) > before / 8:
            self._previewing.again()

    def _connect(self) -> None:
        self._previewing.made.connect(self._show)
        self._previewing.failed.connect(self.failed)
        self.back.clicked.connect(lambda: self._turn(-1))
        self.on.clicked.connect(lambda: self._turn(1))
        self.smaller.clicked.connect(lambda: self._zoom(-1))
        self.larger.clicked.connect(lambda: self._zoom(1))
        self.read.clicked.connect(lambda: self.set_reading(not self._reads))
        self.pages.turned.connect(self._show_place)
        self.pages.resized.connect(self._sharpen)

    def _group(self, parts: Sequence[QWidget]) -> QWidget:
        holder = QWidget()
        row = Row(self._theme, gap=4, parent=holder)
        for part in parts:
            row.addWidget(part)
        return holder

    def _lay_out(self) -> None:
        scroll, holder = self._scroll, QWidget()
        scroll.setWidgetResizable(True)
        scroll.setMinimumHeight(_NEXT_TO_NONE)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_look(holder, kind="page")
        scroll.setWidget(holder)
        Column(self._theme, parent=self).addWidget(scroll)
        column = Column(self._theme, gap=8, parent=holder)
        flow = Flow(self._theme, gap=4, parent=self._tools)
        for group in ((self.read,), (self.smaller, self.larger), (self.back, self.where), (self.on,)):
            flow.addWidget(self._group(group))
        column.addWidget(self._tools)
        column.addWidget(self.left_out)
        column.addWidget(self.boxes)
        set_look(self._well, kind="sunken")
        Column(self._theme, margins=1, parent=self._well).addWidget(self.pages)
        for view in (self.nothing, self._well, self.text):
            column.addWidget(view, 1)
