"""All helplines that ship, of one country at a time. Which country is looked at is kept nowhere."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from PySide6.QtWidgets import QWidget

from caregiver_app.support.helplines import HelpKind, Helpline, emergency_numbers, helplines_of
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.helplines import kind_words, name_words, state_words
from caregiver_app.ui.announce import announce
from caregiver_app.ui.helplines.line_part import LinePart
from caregiver_app.ui.leaving_callout import LeavingCallout
from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.chips import ChipChoice, ChipGroup
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel

_EVERYWHERE = "everywhere"
_DISCREET = (HelpKind.ABUSE, HelpKind.CRISIS)


class HelplinesDrawer(Drawer):
    """Begins with the emergency numbers of all countries: where somebody is, is asked and never guessed."""

    def __init__(self, theme: Theme, today: date, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Emergency numbers and helplines"), parent=parent)
        self._today = today
        self._shown: QWidget | None = None
        self.body.addWidget(PlainLabel(_("Nobody is told that you look here, and nothing of it is kept."), wrap=True))
        named = sorted((state_words(line), line.state) for line in emergency_numbers())
        choices = [ChipChoice(key=state, text=name) for name, state in named]
        self.countries = ChipGroup(
            theme, _("Where are you?"), [ChipChoice(key=_EVERYWHERE, text=_("All countries")), *choices]
        )
        self.body.addWidget(PlainLabel(_("Where are you?"), role=TypeRole.HEADING))
        self.body.addWidget(self.countries)
        self.countries.chosen.connect(self._show)
        self._show(_EVERYWHERE)

    def begin(self) -> None:
        """Put the keyboard at the choice of countries."""
        self.countries.chip(self.countries.current).setFocus()

    def _show(self, key: str) -> None:
        self.countries.set_current(key)  # Tab comes back to this one, however it was chosen
        before, self._shown = self._shown, QWidget()
        lines = emergency_numbers() if key == _EVERYWHERE else helplines_of(key)
        column = Column(self._theme, gap=20, parent=self._shown)
        if any(line.kind in _DISCREET for line in lines):
            leaving = LeavingCallout(self._theme)
            leaving.left.connect(self.closed)
            column.addWidget(leaving)
        for kind, some in groupby(lines, key=lambda line: line.kind):
            column.addWidget(self._group(kind_words(kind), list(some), named=key == _EVERYWHERE))
        if before is not None:
            self.body.removeWidget(before)
            before.hide()
            before.deleteLater()
            announce(self.countries.chip(key).text())
        self.body.addWidget(self._shown)

    def _group(self, heading: str, lines: Sequence[Helpline], *, named: bool) -> QWidget:
        group = QWidget()
        group.setAccessibleName(heading)
        column = Column(self._theme, gap=12, parent=group)
        column.addWidget(PlainLabel(heading, role=TypeRole.HEADING, wrap=True))
        for line in lines:
            name = state_words(line) if named else name_words(line)
            column.addWidget(LinePart(self._theme, line, name, self._today))
        return group
