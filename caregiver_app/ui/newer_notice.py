"""A newer Caregiver: one calm line, and the way to our own page about it. Nothing is asked for and nothing changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.bootstrap.newer_caregiver import PUT_AWAY
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.own_pages import GETTING_PAGE
from caregiver_app.support.sentences.newer_caregiver import (
    how_to_get_words,
    newer_words,
    put_away_words,
    said_by_words,
)
from caregiver_app.ui.doer import Step
from caregiver_app.ui.messages import Messages
from caregiver_app.ui.open_outside import open_outside
from caregiver_app.ui.put_away import putting_away
from caregiver_app.ui.theme import Icon, Theme, Tone
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.callout import Callout

if TYPE_CHECKING:
    from caregiver_app.bootstrap.newer_caregiver import NewerCaregiver
    from caregiver_app.library.store import Library


class NewerNotice(Callout):
    """Unseen while nobody knows of a newer one.

    A `slim` one leaves out who says so and can be put away: `put_away` carries its version, of which no more is said.
    """

    put_away = Signal(str)

    def __init__(self, theme: Theme, messages: Messages, *, slim: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(theme, Tone.INFO, Icon.INFO, "", slim=slim, parent=parent)
        self._messages = messages
        self.button = Button(theme, _("How to get it"), name=_("How to get it: a newer Caregiver"), icon=Icon.EXTERNAL)
        self.button.clicked.connect(self._open)
        self.add_button(self.button)
        self._version = ""
        if slim:
            self.away = Button(theme, _("Got it"), kind=ButtonKind.QUIET, name=_("Got it: a newer Caregiver"))
            self.away.clicked.connect(lambda: self.put_away.emit(self._version))
            self.add_button(self.away)
        self.setVisible(False)

    def show_newer(self, newer: NewerCaregiver | None) -> None:
        """Say which there is."""
        self.setVisible(newer is not None)
        if newer is not None:
            self._version = newer.version
            self.set_message(newer_words(newer.version), "" if self._slim else _about(newer.said_by))

    def _open(self) -> None:
        if not open_outside(GETTING_PAGE):
            # Translators: {address} is a page on the web
            words = _("Nothing on this computer opened it. The address is {address}")
            self._messages.say(words.format(address=GETTING_PAGE), icon=Icon.ALERT)


def putting_newer_away(version: str) -> Step[Library]:
    """Return the step after which Home says no more of a version."""
    return putting_away(PUT_AWAY, version, put_away_words(version))


def _about(said_by: str) -> str:
    return f"{how_to_get_words()}\n{said_by_words(said_by)}"
