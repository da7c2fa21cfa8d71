"""Language and region: what the window speaks, where somebody lives, and what differs from one country to the next."""

from __future__ import annotations

from collections.abc import Callable

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.messages import Messages
from caregiver_app.ui.remember import Remembered
from caregiver_app.ui.settings.language_card import LanguageCard
from caregiver_app.ui.settings.part import SettingsPart
from caregiver_app.ui.settings.place_card import PlaceCard
from caregiver_app.ui.settings.region_card import RegionCard
from caregiver_app.ui.speaking import SpeakWish
from caregiver_app.ui.theme import Theme


class LanguagePart(SettingsPart):
    """The page "Language and region". `place` and `region` are there while the library is open, which may keep them."""

    def __init__(
        self,
        theme: Theme,
        remembered: Remembered,
        messages: Messages,
        between: Callable[[SpeakWish], object],
        place: PlaceCard | None = None,
    ) -> None:
        super().__init__(theme, _("Language and region"))
        self.language = LanguageCard(theme, remembered, messages, between)
        self.place = place
        self.region = None if place is None else RegionCard(theme, remembered, messages)
        for card in (self.language, place, self.region):
            if card is not None:
                self.body.addWidget(card)

    def opened(self) -> None:
        """Ask the library where somebody lives."""
        if self.place is not None:
            self.place.look()
