"""One safety notice: what it says, whose it is, and what one can do. In red only where its frame is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from caregiver_app.bootstrap.notices import Notice
from caregiver_app.model.alert import Dealt, Standing
from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import format_number
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import shorten
from caregiver_app.ui.notices.words import medicine_advice, what_it_says, whose_it_is, why_words
from caregiver_app.ui.theme import Icon, Theme, Tone, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.icon_label import IconLabel
from caregiver_app.ui.widgets.layouts import Column, Row
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.ui.widgets.tone_frame import ToneFrame

_NAME_CHARS = 80
_STACKS_BELOW = 620


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """How a notice is shown: how it stands, whether it is of a medicine, at what time, and whether it is `first`.

    `number` counts those of the same title from 1.
    """

    standing: Standing
    of_medicine: bool
    now: Millis
    first: bool = False
    number: int = 1


class NoticePart(QWidget):
    """`read_asked` carries the notice, `dealt` the notice and a `Dealt`, `back_asked` the notice."""

    read_asked = Signal(object)
    dealt = Signal(object, object)
    back_asked = Signal(object)

    def __init__(self, theme: Theme, notice: Notice, shown: Shown, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.notice = notice
        self._name = _named(notice, shown.number)
        self.setAccessibleName(self._name)
        self._red = shown.standing.is_red and notice.dealt is None
        holder = ToneFrame(theme, Tone.URGENT) if self._red else QWidget()
        Column(theme, parent=self).addWidget(holder)
        self._line = Row(theme, gap=14, margins=(20, 14, 16, 14) if self._red else (0, 4, 0, 4), parent=holder)
        self._line.addLayout(self._said(shown), 1)
        self._line.addWidget(self._buttons(main=self._red and shown.first), 0, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the words where there is little room."""
        super().resizeEvent(event)
        stacked = self.width() < self._theme.px(_STACKS_BELOW)
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        if self._line.direction() != direction:
            self._line.setDirection(direction)

    def _said(self, shown: Shown) -> Row:
        line = Row(self._theme, gap=14)
        icon = IconLabel(self._theme, Icon.OCTAGON if self._red else Icon.INFO, tone=Tone.URGENT if self._red else None)
        line.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(self._words(shown), 1)
        return line

    def _words(self, shown: Shown) -> Column:
        words = Column(self._theme, gap=4)
        words.addWidget(self._heading())
        said = what_it_says(self.notice, shown.now)
        for text in filter(None, (said, medicine_advice() if shown.of_medicine else "")):
            words.addWidget(PlainLabel(text, wrap=True))
        for text in filter(None, (why_words(shown.standing), whose_it_is(self.notice, shown.now))):
            words.addWidget(PlainLabel(text, role=TypeRole.SMALL, ink="text-2", wrap=True))
        words.addStretch(1)
        return words

    def _heading(self) -> PlainLabel:
        title = self.notice.row.title
        if not self._red:
            return PlainLabel(title, role=TypeRole.STRONG, wrap=True)
        # Translators: {title} is what a publisher called its warning, e.g. "Heat warning for the coast"
        text = _("Safety notice: {title}").format(title=title)
        return PlainLabel(text, role=TypeRole.HEADING, ink=Tone.URGENT.value, wrap=True)

    def _buttons(self, *, main: bool) -> QWidget:
        holder = QWidget()
        side = Row(self._theme, parent=holder)
        column = Column(self._theme, gap=8)
        side.addLayout(column)
        side.addStretch(1)
        title = self._name
        # Translators: spoken for the button of one notice, e.g. "Read the notice: Heat warning"
        self.read = self._button(_("Read the notice"), _("Read the notice: {title}").format(title=title), main=main)
        self.read.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)  # as wide as both below it
        self.read.clicked.connect(lambda: self.read_asked.emit(self.notice))
        column.addWidget(self.read)
        row = Row(self._theme, gap=8)
        column.addLayout(row)
        for button in self._ways_on(title):
            row.addWidget(button)
        row.addStretch(1)
        return holder

    def _ways_on(self, title: str) -> tuple[Button, ...]:
        if self.notice.dealt is not None:
            # Translators: spoken for the button of one notice that was put away, e.g. "Bring back: Heat warning"
            self.back = self._button(_("Bring back"), _("Bring back: {title}").format(title=title))
            self.back.clicked.connect(lambda: self.back_asked.emit(self.notice))
            return (self.back,)
        # Translators: spoken for the button of one notice, e.g. "Done: Heat warning"
        self.done = self._button(_("Done"), _("Done: {title}").format(title=title))
        # Translators: spoken for the button of one notice, e.g. "Not for us: Heat warning"
        self.not_for_us = self._button(_("Not for us"), _("Not for us: {title}").format(title=title))
        self.done.clicked.connect(lambda: self.dealt.emit(self.notice, Dealt.DONE))
        self.not_for_us.clicked.connect(lambda: self.dealt.emit(self.notice, Dealt.NOT_FOR_US))
        return (self.done, self.not_for_us)

    def _button(self, text: str, name: str, *, main: bool = False) -> Button:
        return Button(self._theme, text, kind=ButtonKind.MAIN if main else ButtonKind.NORMAL, name=name)


def _named(notice: Notice, number: int) -> str:
    """Return what a notice is called aloud; a screen reader could not tell those of one title apart."""
    title = shorten(notice.row.title, _NAME_CHARS)
    # Translators: the second, third ... notice of the same title, e.g. "Heat warning (2)"
    return title if number == 1 else _("{title} ({number})").format(title=title, number=format_number(number))
