"""What Home says of care notes that are locked, or that are not there yet. No word of them is here."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.access import LockState
from caregiver_app.ui.theme import Icon, Theme, Tone
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.layouts import Column, Flow
from caregiver_app.ui.widgets.plain import PlainLabel


class ShutPart(QWidget):
    """`unlock_asked` and `set_up_asked` say what is wanted."""

    unlock_asked = Signal()
    set_up_asked = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.locked = Callout(
            theme,
            Tone.PRIVATE,
            Icon.LOCK,
            _("Your care notes are locked."),
            _("Unlock to see appointments and questions here."),
        )
        self.unlock = Button(
            theme, _("Unlock"), kind=ButtonKind.MAIN, icon=Icon.UNLOCK, name=_("Unlock your care notes")
        )
        self.set_up = Button(theme, _("Set up care notes"), icon=Icon.LOCK)
        self.unlock.clicked.connect(self.unlock_asked)
        self.set_up.clicked.connect(self.set_up_asked)
        self.locked.add_button(self.unlock)
        self.absent = self._offer(theme)
        column = Column(theme, parent=self)
        column.addWidget(self.locked)
        column.addWidget(self.absent)

    def be_louder(self, louder: bool) -> None:
        """Have the filled button of the view, or leave it to what matters more now."""
        self.unlock.set_kind(ButtonKind.MAIN if louder else ButtonKind.NORMAL)

    def show_state(self, state: LockState) -> None:
        """Show how it stands; nothing of it while the notes are open."""
        self.setVisible(state is not LockState.OPEN)
        self.locked.setVisible(state in (LockState.LOCKED, LockState.OPENING))
        self.absent.setVisible(state is LockState.ABSENT)

    def _offer(self, theme: Theme) -> Card:
        card = Card(theme, _("Keep private notes, if you like"))
        words = _(
            "What happened, what to ask, medicines and visits, for the people you care for. "
            "Locked with a passphrase on this computer, and never sent anywhere by itself."
        )
        card.body.addWidget(PlainLabel(words, wrap=True))
        holder = QWidget()
        Flow(theme, gap=8, parent=holder).addWidget(self.set_up)
        card.body.addWidget(holder)
        return card
