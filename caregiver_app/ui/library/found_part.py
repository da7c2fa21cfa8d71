"""What a search of the list found, in words, and where else the same words can be looked for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.bootstrap.widening import Instead
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.searching import in_help_words, instead_words
from caregiver_app.ui.announce import announce
from caregiver_app.ui.library.help_offer import HelpOffer
from caregiver_app.ui.library.questions import COUNT_CAP
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel


class FoundPart(QWidget):
    """`notes_asked` comes when the care notes are to be searched too; `help_asked` carries the words for which Help is
    wanted, and whether it has groups alone.
    """

    notes_asked = Signal()
    help_asked = Signal(str, bool)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._low = False
        self._holds_words = True
        self._shows_pages = True
        self._words = PlainLabel(ink="text-2", wrap=True)
        self.offers_notes = False
        self.notes_too = Button(theme, _("Search care notes too"), kind=ButtonKind.QUIET, icon=Icon.NOTES)
        self.help_offered = HelpOffer()
        self.help_too = Button(theme, "", kind=ButtonKind.QUIET, icon=Icon.PHONE)
        column = Column(theme, gap=6, parent=self)
        column.addWidget(self._words)
        for part in (self.help_too, self.notes_too):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeading)
        self._show_parts()
        self.notes_too.clicked.connect(self.notes_asked)
        self.help_too.clicked.connect(self.ask_help)

    def show_found(self, text: str, found: int, instead: Instead | None = None) -> None:
        """Say how many pages were found for `text`, or what is shown `instead`, and have it spoken."""
        words = found_words(text, found) if text else ""
        words = words if instead is None else instead_words(instead.words, instead.topic)
        is_new = words != self._words.text()
        self._words.setText(words)
        self._holds_words = bool(found) and instead is None
        self._show_parts()
        if is_new:
            announce(words)

    def offer_notes(self, offered: bool) -> None:
        """Offer to search open care notes for the same words, or offer it no more."""
        self.offers_notes = offered
        self._show_parts()

    def offer_help(self, offer: HelpOffer) -> None:
        """Offer to see what Help has for the same words, or offer it no more."""
        words = in_help_words(offer.lines, offer.groups)
        is_new = bool(words) and (offer.words, words) != (self.help_offered.words, self.help_too.words)
        self.help_offered = offer
        self.help_too.set_words(words)
        self._show_parts()
        if is_new and self.help_too.isVisible():
            announce(words)

    def ask_help(self) -> None:
        """Have Help shown with the words for which it was offered."""
        self.help_asked.emit(self.help_offered.words, not self.help_offered.lines)

    def forget(self) -> None:
        """Hold nothing of what was looked for."""
        self._words.setText("")
        self.offer_help(HelpOffer())

    def set_low(self, low: bool) -> None:
        """Take as little height as possible: what is offered is under More then."""
        self._low = low
        self._show_parts()

    def set_shows_pages(self, shown: bool) -> None:
        """Offer nothing while something else stands in the place of the pages."""
        self._shows_pages = shown
        self._show_parts()

    def _show_parts(self) -> None:
        """Show the buttons where there is room; otherwise the steps are under More.

        There always is for the way to Help where no page holds the words: then it is what was looked for.
        """
        has_words = bool(self._words.text())
        room = not self._low or not self._holds_words
        self._words.setVisible(has_words)
        self.help_too.setVisible(bool(self.help_too.words) and room and self._shows_pages)
        self.notes_too.setVisible(self.offers_notes and not self._low and has_words)
        self.setVisible(any(not part.isHidden() for part in (self._words, self.help_too, self.notes_too)))


def found_words(text: str, found: int) -> str:
    """Return what a search found, in words."""
    if found >= COUNT_CAP:
        return _("{count} or more pages found for “{words}”").format(count=format_number(COUNT_CAP), words=text)
    pattern = ngettext("{count} page found for “{words}”", "{count} pages found for “{words}”", found)
    return pattern.format(count=format_number(found), words=text)
