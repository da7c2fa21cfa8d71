"""What the cards of lines and groups have in common: a name, whose it is, who brought it, that it was taken back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from caregiver_app.model.help_lines import TakenBack
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.helplines import from_words, taken_back_words
from caregiver_app.ui.help_lines.desk import HelpDesk
from caregiver_app.ui.theme import Icon, Tone
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.focus import first_stop
from caregiver_app.ui.widgets.layouts import Flow
from caregiver_app.ui.widgets.plain import PlainLabel


class EntryCard(Card):
    """Names of buttons carry the name of the entry, and where it is not alone its country: many are in one view."""

    def __init__(self, desk: HelpDesk, name: str, whose: str, publisher: str, *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, name, parent=parent)
        self._desk = desk
        if whose and whose != name:
            self.body.addWidget(PlainLabel(whose, ink="text-2", wrap=True))
        self.add_words(from_words(publisher), ink="text-2")

    def add_words(self, words: str, *, ink: str = "text") -> None:
        """Add a line, unless it is empty."""
        if words:
            self.body.addWidget(PlainLabel(words, ink=ink, wrap=True))

    def add_taken_back(self, said: TakenBack) -> None:
        """Say who no longer stands by it, and why."""
        heading, reason = taken_back_words(said)
        self.body.addWidget(Callout(self._desk.theme, Tone.WARN, Icon.ALERT, heading, reason))

    def add_buttons(self, buttons: Sequence[Button]) -> None:
        """Add what can be done with it."""
        if not buttons:
            return
        holder = QWidget()
        flow = Flow(self._desk.theme, gap=8, parent=holder)
        for button in buttons:
            flow.addWidget(button)
        self.body.addWidget(holder)

    def first_stop(self) -> QWidget | None:
        """Return where the keyboard enters it, None where it only says something."""
        return first_stop(self)

    def copy_button(self, text: str, words: str, name: str) -> Button:
        """Return a button that puts `text` on the clipboard."""
        button = Button(self._desk.theme, words, icon=Icon.COPY, name=name)
        button.clicked.connect(lambda: self._desk.copy(text))
        return button

    def page_button(self, address: str, called: str) -> Button:
        """Return a button that opens a page in the person's own browser."""
        # Translators: spoken for a button, {name} is whose page it is
        name = _("Open the web page of {name}").format(name=called)
        button = Button(self._desk.theme, _("Open the web page"), icon=Icon.EXTERNAL, name=name)
        button.clicked.connect(lambda: self._desk.open(address))
        return button
