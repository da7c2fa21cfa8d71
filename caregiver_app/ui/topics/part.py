"""What somebody would like help with, and where they live: tiles and countries, without the buttons below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.topics.countries import CountryChoice
from caregiver_app.ui.topics.questions import Offer, Wanted
from caregiver_app.ui.topics.tiles import TopicTiles
from caregiver_app.ui.widgets.layouts import Column


class TopicsPart(QWidget):
    """`changed` comes with each tick."""

    changed = Signal()

    def __init__(self, theme: Theme, offer: Offer, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tiles = TopicTiles(theme, offer.topics)
        self.tiles.changed.connect(self.changed)
        self.countries = CountryChoice(theme, offer.countries, offer.country)
        column = Column(theme, gap=16, parent=self)
        column.addWidget(self.tiles)
        column.addWidget(self.countries)

    @property
    def wanted(self) -> Wanted:
        """What is chosen now."""
        return Wanted(topics=self.tiles.chosen, country=self.countries.current)

    def go_on_words(self) -> str:
        """Return what the button says that goes on with this choice."""
        count = len(self.tiles.chosen)
        words = ngettext("Continue with {count} topic", "Continue with {count} topics", count)
        return words.format(count=format_number(count)) if count else _("Continue without topics")

    def begin(self) -> None:
        """Put the keyboard at the first tile."""
        first = next(iter(self.tiles.tiles.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
