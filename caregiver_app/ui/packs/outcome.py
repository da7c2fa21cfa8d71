"""What came of the last step with packs, when it was not as hoped: why nothing was taken, or what should be known."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.announce import announce
from caregiver_app.ui.theme import Icon, Theme, Tone
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.layouts import Column


class Outcome(QWidget):
    """Out of sight while there is nothing to say."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.refusal = Callout(theme, Tone.URGENT, Icon.OCTAGON, _("Not installed"))
        self.known = Callout(theme, Tone.WARN, Icon.ALERT, _("Good to know"))
        self.close_refusal = Button(theme, _("Close"), kind=ButtonKind.QUIET, name=_("Close: not installed"))
        self.close_known = Button(theme, _("Close"), kind=ButtonKind.QUIET, name=_("Close: good to know"))
        self.refusal.add_button(self.close_refusal)
        self.known.add_button(self.close_known)
        column = Column(theme, gap=12, parent=self)
        for callout in (self.refusal, self.known):
            column.addWidget(callout)
        self.close_refusal.clicked.connect(lambda: self._show(refused=False))
        self.close_known.clicked.connect(lambda: self._show(known=False))
        self._why = self._what = ""
        self._refused = self._knows = False
        self._show()

    @property
    def words(self) -> str:
        """What is said now, empty while nothing is."""
        return " ".join(words for words, shown in ((self._why, self._refused), (self._what, self._knows)) if shown)

    def refuse(self, words: str, *, heading: str = "") -> None:
        """Say why nothing was installed, or what else was not done."""
        heading = heading or _("Not installed")
        self._why = words
        self.refusal.set_message(heading, words)
        self._show(refused=True)
        announce(f"{heading}. {words}", urgent=True)

    def notice(self, sentences: Sequence[str]) -> None:
        """Say what should be known of whoever makes the packs; nothing where it is nothing."""
        self._what = " ".join(sentences)
        self.known.set_message(_("Good to know"), self._what)
        self._show(known=bool(sentences))

    def clear_refusal(self) -> None:
        """Say no more why something was not installed: another step begins."""
        self._show(refused=False)

    def _show(self, *, refused: bool | None = None, known: bool | None = None) -> None:
        self._refused = self._refused if refused is None else refused
        self._knows = self._knows if known is None else known
        self.refusal.setVisible(self._refused)
        self.known.setVisible(self._knows)
        self.setVisible(self._refused or self._knows)
