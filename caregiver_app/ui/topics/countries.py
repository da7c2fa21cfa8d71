"""Where somebody lives, so that only warnings for their own country come. It never leaves the computer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.help_lines import state_of
from caregiver_app.support.i18n import country_name
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.helplines import nation_words
from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.chips import ChipChoice, ChipGroup
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel

ANYWHERE = "anywhere"
_NATIONS = ("ENG", "SCT", "WLS", "NIR")
_IN_PARTS = "GB"
"""The country whose parts have phone lines, warnings and days of their own in what ships."""


class CountryChoice(QWidget):
    """One country, or none said; in the United Kingdom its nation too. `chosen` comes with each press."""

    chosen = Signal()

    def __init__(self, theme: Theme, countries: Sequence[str], current: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        home = state_of(current)
        named = sorted((country_name(code), code) for code in {*countries, *filter(None, [home])})
        choices = [ChipChoice(key=code, text=name) for name, code in named]
        question, part = _("Where do you live?"), _("Which part of the United Kingdom?")
        self.chips = ChipGroup(theme, question, [ChipChoice(key=ANYWHERE, text=_("I would rather not say")), *choices])
        self.nations = ChipGroup(theme, part, _nations())
        self._part = QWidget()
        parts = Column(theme, gap=8, margins=(0, 8, 0, 8), parent=self._part)
        parts.addWidget(PlainLabel(part, role=TypeRole.STRONG, wrap=True))
        parts.addWidget(self.nations)
        column = Column(theme, gap=8, parent=self)
        column.addWidget(PlainLabel(question, role=TypeRole.HEADING))
        column.addWidget(self.chips)
        column.addWidget(self._part)
        hint = _("We leave out warnings and news from other countries. World-wide ones still come.")
        column.addWidget(PlainLabel(hint, ink="text-2", wrap=True))
        self.show_current(current)
        self.chips.chosen.connect(self._choose)
        self.nations.chosen.connect(lambda _key: self.chosen.emit())

    @property
    def current(self) -> str:
        """The code of the country (ISO 3166) or of its part, e.g. "GB-SCT"; "" for none said."""
        country = "" if self.chips.current == ANYWHERE else self.chips.current
        nation = self.nations.current if country == _IN_PARTS else ANYWHERE
        return country if nation == ANYWHERE else f"{country}-{nation}"

    def show_current(self, code: str) -> None:
        """Show another choice as the one that holds, without telling anybody.

        Raises:
            KeyError: it is not among those that can be chosen.
        """
        country, _hyphen, nation = code.partition("-")
        self.chips.set_current(country or ANYWHERE)
        self.nations.set_current(nation if nation in _NATIONS else ANYWHERE)
        self._part.setVisible(country == _IN_PARTS)

    def _choose(self, key: str) -> None:
        self._part.setVisible(key == _IN_PARTS)
        self.chosen.emit()


def _nations() -> list[ChipChoice]:
    whole = _("Any part")
    spoken = _("Any part of the United Kingdom")
    return [
        ChipChoice(key=ANYWHERE, text=whole, name=spoken),
        *(ChipChoice(key=nation, text=nation_words(nation)) for nation in _NATIONS),
    ]
