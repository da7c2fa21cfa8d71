"""Where somebody lives, so that only warnings for their own country come. It never leaves the computer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import country_name
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.chips import ChipChoice, ChipGroup
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel

ANYWHERE = "anywhere"


class CountryChoice(QWidget):
    """One country, or anywhere."""

    def __init__(self, theme: Theme, countries: Sequence[str], current: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named = sorted((country_name(code), code) for code in {*countries, *filter(None, [current])})
        choices = [ChipChoice(key=code, text=name) for name, code in named]
        question = _("Where do you live?")
        self.chips = ChipGroup(theme, question, [ChipChoice(key=ANYWHERE, text=_("Anywhere")), *choices])
        self.chips.set_current(current or ANYWHERE)
        column = Column(theme, gap=8, parent=self)
        column.addWidget(PlainLabel(question, role=TypeRole.HEADING))
        column.addWidget(self.chips)
        hint = _("Then warnings and news from other countries stay away. World-wide ones still come.")
        column.addWidget(PlainLabel(hint, ink="text-2", wrap=True))

    @property
    def current(self) -> str:
        """The country's code (ISO 3166), "" for anywhere."""
        return "" if self.chips.current == ANYWHERE else self.chips.current
