"""Where somebody lives: kept in the library, where it decides which news and warnings come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import current_language
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.helplines import place_name
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.doer import Doer, putting
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.topics.countries import CountryChoice
from caregiver_app.ui.topics.questions import Offer, list_offer
from caregiver_app.ui.widgets.card import Card

if TYPE_CHECKING:
    from caregiver_app.library.store import Library


class PlaceCard(Card):
    """Asks the library when it is looked at; a choice counts at once, with Undo."""

    def __init__(self, desk: Desk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, parent=parent)
        self.setAccessibleName(_("Country"))
        self._desk = desk
        self._doer: Doer[Library] = Doer(desk, self)
        self._doer.changed.connect(self.look)
        self.choice: CountryChoice | None = None
        self._country = ""

    def look(self) -> None:
        """Show where the library says that the person lives."""
        self._desk.ask(self, list_offer, self._show)

    def _show(self, offer: Offer) -> None:
        self._country = offer.country
        if self.choice is not None:
            self.choice.show_current(offer.country)
            return
        self.choice = CountryChoice(self._desk.theme, offer.countries, offer.country)
        self.choice.chosen.connect(self._put)
        self.body.addWidget(self.choice)

    def _put(self) -> None:
        before, after = self._country, self.choice.current if self.choice is not None else ""
        if before == after:
            return
        language = current_language()

        def put(library: Library, country: str) -> None:
            library.topics.live_in(country, language)

        # Translators: {country} is where somebody lives, e.g. "Canada"
        words = _("You live in {country}.").format(country=place_name(after)) if after else _("You live anywhere.")
        self._doer.do(putting(words, put, before=before, after=after, icon=Icon.SETTINGS), kind="country")
