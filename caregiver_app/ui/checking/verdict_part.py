"""What comes of the answers so far: the outcome, what it hangs on, and the rule. Follows each answer."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caregiver_app.model.trust import Outcome
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.announce import announce
from caregiver_app.ui.checking.verdict_words import VerdictWords
from caregiver_app.ui.theme import Icon, Theme, Tone, TypeRole
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel


class VerdictPart(QWidget):
    """One callout for each outcome, of which one is shown."""

    def __init__(self, theme: Theme, rule: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        looks = {
            Outcome.VETTED: (Tone.OK, Icon.CHECK),
            Outcome.NOT_VETTED: (Tone.WARN, Icon.QUESTION),
            Outcome.UNFINISHED: (Tone.INFO, Icon.CLOCK),
        }
        self._callouts = {outcome: Callout(theme, tone, icon, "") for outcome, (tone, icon) in looks.items()}
        self._shown: Outcome | None = None
        column = Column(theme, gap=8, parent=self)
        for callout in self._callouts.values():
            callout.setVisible(False)
            column.addWidget(callout)
        column.addWidget(PlainLabel(_("How this is decided"), role=TypeRole.SMALL_STRONG, ink="text-2"))
        column.addWidget(PlainLabel(rule, role=TypeRole.SMALL, ink="text-2", wrap=True))

    @property
    def words(self) -> str:
        """The bold line of what is shown."""
        return "" if self._shown is None else self._callouts[self._shown].accessibleName()

    def show_verdict(self, outcome: Outcome, words: VerdictWords) -> None:
        """Show an outcome; one that is another than before is spoken."""
        self._callouts[outcome].set_message(words.heading, words.text)
        for one, callout in self._callouts.items():
            callout.setVisible(one is outcome)
        if self._shown is not None and self._shown is not outcome:
            announce(words.heading)
        self._shown = outcome
