"""A newer Caregiver: one calm line, and the way to our own page about it. Nothing is asked for and nothing changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.own_pages import GETTING_PAGE
from caregiver_app.support.sentences.newer_caregiver import how_to_get_words, newer_words, said_by_words
from caregiver_app.ui.messages import Messages
from caregiver_app.ui.open_outside import open_outside
from caregiver_app.ui.theme import Icon, Theme, Tone
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.callout import Callout

if TYPE_CHECKING:
    from caregiver_app.bootstrap.newer_caregiver import NewerCaregiver


class NewerNotice(Callout):
    """Unseen while nobody knows of a newer one. A `slim` one leaves out who says so."""

    def __init__(self, theme: Theme, messages: Messages, *, slim: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(theme, Tone.INFO, Icon.INFO, "", slim=slim, parent=parent)
        self._messages = messages
        self.button = Button(theme, _("How to get it"), name=_("How to get it: a newer Caregiver"), icon=Icon.EXTERNAL)
        self.button.clicked.connect(self._open)
        self.add_button(self.button)
        self.setVisible(False)

    def show_newer(self, newer: NewerCaregiver | None) -> None:
        """Say which there is."""
        self.setVisible(newer is not None)
        if newer is not None:
            self.set_message(newer_words(newer.version), "" if self._slim else _about(newer.said_by))

    def _open(self) -> None:
        if not open_outside(GETTING_PAGE):
            # Translators: {address} is a page on the web
            words = _("Nothing on this computer opened it. The address is {address}")
            self._messages.say(words.format(address=GETTING_PAGE), icon=Icon.ALERT)


def _about(said_by: str) -> str:
    return f"{how_to_get_words()}\n{said_by_words(said_by)}"
