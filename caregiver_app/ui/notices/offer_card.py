"""Where no source of notices is on: an offer to switch on those of one's country, until somebody says no."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.bootstrap.notices import Offer
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import pgettext
from caregiver_app.ui.theme import Icon, Theme, Tone
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.callout import Callout

_MOST_NAMES = 5


class OfferCard(Callout):
    """Unseen while nothing is offered. `taken` and `refused` carry the `Offer`."""

    taken = Signal(object)
    refused = Signal(object)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, Tone.INFO, Icon.INFO, "", parent=parent)
        self._offer: Offer | None = None
        words = pgettext("sources of safety notices", "Add them")
        self.add = Button(theme, words, name=_("Add them: sources of safety notices"))
        self.no = Button(theme, _("No, thank you"), name=_("No, thank you: no safety notices"))
        self.add.clicked.connect(lambda: self.taken.emit(self._offer))
        self.no.clicked.connect(lambda: self.refused.emit(self._offer))
        self.add_button(self.add)
        self.add_button(self.no)
        self.setVisible(False)

    def show_offer(self, offer: Offer | None) -> None:
        """Say who would be asked."""
        self._offer = offer
        self.setVisible(offer is not None)
        if offer is not None:
            # Translators: {names} are organisations, joined by commas
            words = _("They come from: {names}. Nothing is asked before you get updates.")
            names = ", ".join(offer.names[:_MOST_NAMES])
            self.set_message(
                _("No source of safety notices is on. Add those of your country?"), words.format(names=names)
            )
