"""What is offered where everything else is locked: emergency numbers, helplines, and that no notices are checked."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caregiver_app.model.time import Clock, Millis, day_of
from caregiver_app.support.i18n import format_clock, format_near_day
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.helplines.all_numbers import AllNumbers
from caregiver_app.ui.helplines.drawer import HelplinesDrawer
from caregiver_app.ui.theme import Icon, Theme, Tone
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.overlay import OverlayHost


class HelpPart(QWidget):
    """The same for everybody: which country somebody is in stands in the locked library, and is not guessed.

    `short` is for a place above everything, where there is too little room to see the rest at once.
    """

    def __init__(self, theme: Theme, overlay: OverlayHost, clock: Clock, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._overlay = overlay
        self._clock = clock
        self.helplines = Button(theme, _("Helplines"), icon=Icon.PHONE)
        self.helplines.clicked.connect(self.open_helplines)
        self.short = Button(theme, _("Emergency numbers and helplines"), icon=Icon.PHONE)
        self.short.clicked.connect(self.open_helplines)
        self.short.setVisible(False)
        self.unchecked = Callout(theme, Tone.WARN, Icon.CLOCK, "")
        self.show_since(None)
        column = Column(theme, gap=12, parent=self)
        column.addWidget(self._emergency_card())
        column.addWidget(self.unchecked)

    def show_since(self, at: Millis | None) -> None:
        """Say since when nobody could look whether there are safety notices, where that is known."""
        heading = _("Safety notices are not checked while Caregiver is locked.")
        if at is None:
            self.unchecked.set_message(heading, _("Unlock to get them."))
        else:
            now = self._clock.now()
            # Translators: {when} is e.g. "today, 8:05"
            words = _("Not checked since: {when}. Unlock to get them.")
            day = format_near_day(min(at, now), now, inside=True)
            when = _("{day}, {time}").format(day=day, time=format_clock(min(at, now)))
            self.unchecked.set_message(heading, words.format(when=when))

    def open_helplines(self) -> None:
        """Open all helplines beside what is shown."""
        drawer = HelplinesDrawer(self._theme, day_of(self._clock.now()))
        self._overlay.open_drawer(drawer)
        drawer.begin()

    def _emergency_card(self) -> Card:
        card = Card(self._theme, _("In an emergency, call"), button=self.helplines)
        card.body.addWidget(AllNumbers(self._theme))
        return card
