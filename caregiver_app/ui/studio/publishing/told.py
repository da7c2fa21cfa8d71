"""What came of the last try: published, or why not, with the way to what is in the way."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.announce import announce
from caregiver_app.ui.theme import Icon, Theme, Tone
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.layouts import Column


class Told(QWidget):
    """Out of sight while there is nothing to say. `problems_wanted` asks for the list of what is in the way."""

    problems_wanted = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done = Callout(theme, Tone.OK, Icon.CHECK, "")
        self._refused = Callout(theme, Tone.WARN, Icon.ALERT, "")
        self.see = Button(theme, _("See what is in the way"), icon=Icon.SEARCH)
        self.see.clicked.connect(self.problems_wanted)
        self._refused.add_button(self.see)
        column = Column(theme, parent=self)
        for callout in (self._done, self._refused):
            column.addWidget(callout)
        self.words = ""
        self.clear()

    def clear(self) -> None:
        """Say nothing any more."""
        self._show("", self._done, shown=False)

    def done(self, heading: str, text: str) -> None:
        """Say what was done."""
        self._done.set_message(heading, text)
        self._show(f"{heading} {text}".strip(), self._done, shown=True)
        announce(self.words)

    def refuse(self, text: str, *, problems: bool = False) -> None:
        """Say why nothing was done; with `problems` there is a list of what is in the way."""
        heading = _("Not published")
        self._refused.set_message(heading, text)
        self.see.setVisible(problems)
        self._show(text, self._refused, shown=True)
        announce(f"{heading}. {text}", urgent=True)

    def _show(self, words: str, which: Callout, *, shown: bool) -> None:
        self.words = words
        for callout in (self._done, self._refused):
            callout.setVisible(shown and callout is which)
        self.setVisible(shown)
