"""What is said above the tabs after an unlock: a sheet that is missing, and signs that files were changed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.care_notices import CareNotice
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.care_notices import care_notice_sentence
from caregiver_app.ui.care.opening import SheetState
from caregiver_app.ui.theme import Icon, Theme, Tone
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.callout import Callout


class SheetNotice(Callout):
    """Reminds of a sheet that is missing, or was never compared. `pressed` leads to it."""

    pressed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, Tone.WARN, Icon.ALERT, "", parent=parent)
        self.button = Button(theme, "")
        self.button.clicked.connect(self.pressed)
        self.add_button(self.button)
        self.show_state(SheetState.MISSING)

    def show_state(self, state: SheetState) -> None:
        """Say what is missing; nothing when the sheet was compared."""
        if state is SheetState.CHECKED:
            self.setVisible(False)
        elif state is SheetState.MISSING:
            self.set_message(
                _("You have no recovery sheet yet"),
                _("Without it, a forgotten passphrase means that nobody can open your notes."),
            )
            self.button.set_words(_("Make it now"), name=_("Make it now: the recovery sheet"))
        else:
            self.set_message(
                _("Compare your recovery sheet"), _("Type its last group once, so you know that it can be read.")
            )
            self.button.set_words(_("Compare it now"), name=_("Compare it now: the recovery sheet"))


class SignNotice(Callout):
    """Tells a sign that somebody or something changed files; it goes when it was read."""

    def __init__(self, theme: Theme, notice: CareNotice, *, parent: QWidget | None = None) -> None:
        sentence = care_notice_sentence(notice)
        text = " ".join(part for part in (sentence.means, sentence.to_do) if part)
        super().__init__(theme, Tone.WARN, Icon.ALERT, sentence.happened, text, parent=parent)
        close = Button(theme, _("I have read this"), name=_("I have read this: {what}").format(what=sentence.happened))
        close.clicked.connect(lambda: self.setVisible(False))
        self.add_button(close)
