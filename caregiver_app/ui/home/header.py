"""The head of Home: a greeting by the time of day, the day in words, how current the library is, Get updates."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from caregiver_app.model.time import day_of
from caregiver_app.support.i18n import as_beginning, format_day
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import shorten, visible
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.home.update_button import UpdateButton
from caregiver_app.ui.home.when import greeting
from caregiver_app.ui.library.update_strip import see_which_button, show_status, silent_now
from caregiver_app.ui.library.updates import Updates
from caregiver_app.ui.widgets.page import ScreenHeader
from caregiver_app.ui.widgets.status_pill import StatusPill

_NAMED = 40
_MOST_LINES = 2
_ROOM_CHANGES = frozenset({QEvent.Type.Resize, QEvent.Type.LayoutRequest})


class HomeHeader(ScreenHeader):
    """It names nobody but who is greeted while the notes are open: it may be seen by whoever passes."""

    def __init__(self, desk: Desk, updates: Updates, *, parent: QWidget | None = None) -> None:
        # The line is filled when Home is opened: how days are written is still being loaded while the window is made.
        super().__init__(desk.theme, greeting(desk.clock.now()), " ", parent=parent)
        self._desk = desk
        self._updates = updates
        self._whom = ""
        self._quiet = False
        self._narrow = False
        self.setAccessibleName(_("Today"))
        self.pill = StatusPill(desk.theme)
        self.see_which = see_which_button(desk.theme)
        self.update_button = UpdateButton(desk.theme, updates)
        for widget in (self.pill, self.see_which, self.update_button):
            self.add_action(widget)
        updates.changed.connect(self._show_status)
        self._said = self._to_say()

    @property
    def is_past(self) -> bool:
        """Whether it greets as one did some time ago, or names another day than today."""
        return self._said != self._to_say()

    def greet(self, whom: str) -> None:
        """Greet somebody by name from now on, or with an empty name nobody."""
        if whom != self._whom:
            self._whom = whom
            self._show_greeting()

    def be_quiet(self, quiet: bool) -> None:
        """Leave out how current the library is, as in the night."""
        self._quiet = quiet
        for widget in (self.pill, self.update_button):
            widget.setVisible(not quiet)
        self._show_status()

    def set_stacked(self, stacked: bool) -> None:
        """Put pill and buttons below the words, also where they would leave them too little room."""
        self._narrow = stacked
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Look anew how much room is left beside pill and buttons, whose words change."""
        done = super().event(event)
        if event.type() in _ROOM_CHANGES:
            self._fit()
        return done

    def _fit(self) -> None:
        super().set_stacked(self._narrow or self.lines_beside > _MOST_LINES)

    def say_hello(self) -> None:
        """Greet, and say which day it is."""
        now = self._desk.clock.now()
        self._said = self._to_say()
        self._show_greeting()
        # Translators: {day} is a day such as "Monday 23 November"
        line = _("{day}. Everything here is saved on this computer.")
        self.set_subtitle(as_beginning(line.format(day=format_day(now))))
        self._show_status()

    def _show_greeting(self) -> None:
        hello = greeting(self._desk.clock.now())
        # Translators: a greeting and whom it is for, e.g. "Good morning, Anna"
        named = _("{greeting}, {name}").format(greeting=hello, name=shorten(visible(self._whom), _NAMED))
        self.set_title(named if self._whom else hello)

    def _to_say(self) -> tuple[str, object]:
        now = self._desk.clock.now()
        return greeting(now), day_of(now)

    def _show_status(self) -> None:
        show_status(self.pill, self._updates, self._desk.clock)
        self.see_which.setVisible(not self._quiet and silent_now(self._updates) > 0)
