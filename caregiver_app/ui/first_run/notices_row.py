"""Whether safety notices of the own country shall come: a ticked row that names who sends them, or a line where none is
here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from caregiver_app.bootstrap.notices import OFFER_OVER, Offer, notices_of, sources_off
from caregiver_app.model.help_lines import state_of
from caregiver_app.support.i18n import country_name
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from caregiver_app.library.store import Library
    from caregiver_app.model.time import Millis

_INSET = 38  # where the words of a check box begin


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticesOffer:
    """What may be switched on: `offer` is None where there is nothing to switch on, `are_on` where one is on already.

    `country` is where the person lives (ISO 3166, also a part), "" where they did not say. `ticked`: nobody declined.
    """

    country: str
    offer: Offer | None
    are_on: bool
    ticked: bool


class NoticesRow(QWidget):
    """Empty until `show_offer`."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer: Offer | None = None
        self.box = CheckBox(theme, "")
        self.line = PlainLabel(ink="text-2", wrap=True)
        self._below = Column(theme)
        self._below.addWidget(self.line)
        column = Column(theme, gap=4, parent=self)
        column.addWidget(self.box)
        column.addLayout(self._below)

    @property
    def answer(self) -> tuple[Offer | None, bool]:
        """What was offered, and whether it is wanted."""
        return self._offer, self.box.isChecked()

    def show_offer(self, found: NoticesOffer) -> None:
        """Name who would be asked, or say that nobody is here who could be."""
        self._offer = found.offer
        self.box.setVisible(found.offer is not None)
        if found.offer is not None:
            # Translators: {names} are organisations, joined by commas
            words = _("Safety notices from: {names}")
            self.box.set_words(words.format(names=", ".join(found.offer.names)))
            self.box.setChecked(found.ticked)
        self._below.set_margins((_INSET if found.offer is not None else 0, 0, 0, 0))
        self.line.setText(_line_words(found))
        self.line.setVisible(bool(self.line.text()))
        self.setVisible(found.offer is not None or bool(self.line.text()))


def read_notices(library: Library, now: Millis) -> NoticesOffer:
    """Return what may be switched on; for the library's thread."""
    return NoticesOffer(
        country=library.topics.place()[0],
        offer=sources_off(library),
        are_on=notices_of(library, now) is not None,
        ticked=not library.choices.get(OFFER_OVER, False),
    )


def settle_notices(library: Library, offer: Offer | None, *, wanted: bool) -> None:
    """Switch on what was offered, or never offer it again; for the library's thread."""
    if offer is not None:
        library.choices.put(OFFER_OVER, not wanted)
        if wanted:
            library.sources.set_all_enabled(offer.sources, True)


def _line_words(found: NoticesOffer) -> str:
    if found.offer is not None:
        return _("They are asked with the next update, and not before.")
    if found.are_on:
        return ""
    if not found.country:
        return _("Safety notices come by country. You can name yours later, in Settings.")
    words = _("There is no source of safety notices for {country} here. You can add one in the Library.")
    return words.format(country=country_name(state_of(found.country)))
