"""The emergency number, first of all: of the country somebody is in, or of all until they said which that is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from caregiver_app.support.helplines import HelpKind, Helpline, helplines_of
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.helplines import about_words, checked_words, name_words, number_words
from caregiver_app.ui.helplines.all_numbers import AllNumbers
from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import Figure, PlainLabel


class EmergencyPart(Card):
    """These numbers come with the application alone; no pack can change one."""

    def __init__(self, theme: Theme, country: str, today: date, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("In danger right now? Call"), parent=parent)
        own = [line for line in helplines_of(country) if line.kind is HelpKind.EMERGENCY]
        if own:
            self._show_own(own, today)
            return
        self.body.addWidget(AllNumbers(theme))

    def _show_own(self, lines: Sequence[Helpline], today: date) -> None:
        for place, line in enumerate(lines):
            column = Column(self._theme, gap=2)
            column.addWidget(Figure(number_words(line), role=TypeRole.TITLE if place else TypeRole.DISPLAY, wrap=True))
            about = about_words(line)
            for words in (name_words(line), about):
                if words:
                    column.addWidget(PlainLabel(words, wrap=True))
            checked = checked_words(line, today)
            column.addWidget(PlainLabel(checked, role=TypeRole.SMALL, ink="text-2", wrap=True))
            self.body.addLayout(column)
