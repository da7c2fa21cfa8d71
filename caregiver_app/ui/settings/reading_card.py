"""How pages and notes are set: whose letters, how much room between them, with a sample; and how pages are read out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QAbstractTextDocumentLayout, QPainter, QPaintEvent, QPalette, QTextDocument
from PySide6.QtWidgets import QSizePolicy, QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import pgettext
from caregiver_app.support.settings import Settings
from caregiver_app.support.undo import UndoStep
from caregiver_app.support.voices import can_speak
from caregiver_app.ui.library.reader.page_style import settle
from caregiver_app.ui.messages import Messages
from caregiver_app.ui.remember import Remembered
from caregiver_app.ui.theme import Icon, Spacing, Theme, TypeRole
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.chips import ChipChoice, ChipGroup
from caregiver_app.ui.widgets.plain import PlainLabel

V = TypeVar("V")

_OURS, _OWN = "ours", "own"


class ReadingCard(Card):
    """Two choices and a sample of both; where the computer has a voice, whether it takes its time."""

    def __init__(
        self, theme: Theme, remembered: Remembered, messages: Messages, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, _("Text of pages and notes"), parent=parent)
        self._theme = theme
        self._remembered = remembered
        self._messages = messages
        self.fonts = ChipGroup(theme, _("Letters"), _font_choices())
        self.spacing = ChipGroup(theme, _("Room between lines and letters"), _spacing_choices())
        self.sample = Sample(theme, _("Sit down by a window. Ten minutes of daylight can make the evening easier."))
        for heading, group in ((_("Letters"), self.fonts), (_("Room between lines and letters"), self.spacing)):
            self.body.addWidget(PlainLabel(heading, role=TypeRole.STRONG, wrap=True))
            self.body.addWidget(group)
        self.body.addWidget(self.sample)
        self.slow = CheckBox(theme, _("Read pages aloud slowly"))
        self.body.addWidget(self.slow)
        self.slow.setVisible(can_speak())
        self.slow.clicked.connect(self._choose_slow)
        self.fonts.chosen.connect(self._choose_font)
        self.spacing.chosen.connect(self._choose_spacing)
        remembered.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        self.fonts.set_current(_OWN if self._theme.reading.own_font else _OURS)
        self.spacing.set_current(self._theme.reading.spacing.value)
        self.slow.setChecked(self._remembered.settings.slow_voice)

    def _choose_font(self, key: str) -> None:
        own = key == _OWN
        text = _("Pages are shown in the font of your computer.") if own else _("Pages are shown in Atkinson again.")
        before = self._remembered.settings.own_font
        self._put(text, lambda settings, value: replace(settings, own_font=value), before, own)

    def _choose_slow(self, on: bool) -> None:
        text = _("Pages are read aloud slowly.") if on else _("Pages are read aloud at the usual pace.")
        self._put(text, lambda settings, value: replace(settings, slow_voice=value), not on, on)

    def _choose_spacing(self, key: str) -> None:
        names = {choice.key: choice.text for choice in _spacing_choices()}
        # Translators: {name} is "Normal", "Wide" or "Very wide"
        text = _("Room between lines and letters: {name}.").format(name=names[key])
        before = self._remembered.settings.text_spacing
        self._put(text, lambda settings, value: replace(settings, text_spacing=value), before, key)

    def _put(self, text: str, change: Callable[[Settings, V], Settings], before: V, after: V) -> None:
        def put(value: V) -> None:
            self._remembered.change(lambda settings: change(settings, value))

        put(after)
        step = UndoStep(text=text, undo=lambda: put(before), redo=lambda: put(after))
        self._messages.did(step, icon=Icon.SETTINGS, kind="display")


class Sample(QWidget):
    """A sentence as a page would show it."""

    def __init__(self, theme: Theme, words: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._set)
        self._set()

    def hasHeightForWidth(self) -> bool:
        """It takes as many lines as it needs."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at which all of it is seen."""
        self._document.setTextWidth(width)
        return round(self._document.size().height())

    def sizeHint(self) -> QSize:
        """Return a size that is lower than the sentence on one line is long."""
        width = self._theme.px(400)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Be as narrow as the card wants."""
        return QSize(1, self._theme.line_height(TypeRole.READING_BODY))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sentence."""
        self._document.setTextWidth(self.width())
        look = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Text, self._theme.tokens.text)
        look.palette = palette
        look.clip = QRectF(self.rect())
        painter = QPainter(self)
        self._document.documentLayout().draw(painter, look)
        painter.end()

    def _set(self) -> None:
        self._document.setDefaultFont(self._theme.font(TypeRole.READING_BODY))
        self._document.setPlainText(self._words)
        settle(self._document, self._theme)
        self.updateGeometry()
        self.update()


def _font_choices() -> tuple[ChipChoice, ...]:
    return (
        ChipChoice(key=_OURS, text=_("Atkinson, made to be easy to read")),
        ChipChoice(key=_OWN, text=_("The font of my computer")),
    )


def _spacing_choices() -> tuple[ChipChoice, ...]:
    return (
        ChipChoice(key=Spacing.NORMAL.value, text=pgettext("room between lines", "Normal")),
        ChipChoice(key=Spacing.WIDE.value, text=pgettext("room between lines", "Wide")),
        ChipChoice(key=Spacing.WIDEST.value, text=pgettext("room between lines", "Very wide")),
    )
