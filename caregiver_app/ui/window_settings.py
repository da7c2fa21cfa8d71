"""The window follows the settings, and the settings follow what the person does to it: look, text size, place."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QSize
from PySide6.QtWidgets import QWidget

from caregiver_app.support.regional import use_habits
from caregiver_app.support.settings import Settings
from caregiver_app.ui.letter_keys import switch_letters
from caregiver_app.ui.remember import Remembered, place_of, put_in_place, take_size, with_place
from caregiver_app.ui.theme import Reading, Theme, read_spacing
from caregiver_app.ui.widgets.focus_ring import FocusRing
from caregiver_app.ui.widgets.toast_host import ToastHost

_FIRST = QSize(1280, 860)


class WindowSettings(QObject):
    """Puts the settings in force at once and whenever they change."""

    def __init__(
        self, window: QWidget, theme: Theme, remembered: Remembered, *, toasts: ToastHost, ring: FocusRing
    ) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._remembered = remembered
        self._toasts = toasts
        self._ring = ring
        self._apply(remembered.settings)
        remembered.changed.connect(self._apply)
        theme.changed.connect(self._remember_look)
        self._find_place()

    def remember_place(self) -> None:
        """Remember where the window stands."""
        place = place_of(self._window)
        self._remembered.change(lambda settings: with_place(settings, place))

    def _find_place(self) -> None:
        place = self._remembered.settings.window
        if place is not None:
            put_in_place(self._window, place)
        else:
            take_size(self._window, _FIRST)

    def _apply(self, settings: Settings) -> None:
        self._toasts.set_keep(settings.keep_messages)
        self._ring.set_always(settings.ring_always)
        use_habits(settings)
        switch_letters(self._window, settings.letter_keys)
        self._theme.set_reading(Reading(own_font=settings.own_font, spacing=read_spacing(settings.text_spacing)))
        self._theme.set_still(None if settings.animation is None else not settings.animation)

    def _remember_look(self) -> None:
        theme = self._theme
        self._remembered.change(lambda settings: replace(settings, theme=theme.choice.value, text_scale=theme.percent))
