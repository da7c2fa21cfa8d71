"""The card of the settings that says whether the library is protected, with the button that changes it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.access import LockState
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.layouts import Flow
from caregiver_app.ui.widgets.plain import PlainLabel


class ProtectCard(Card):
    """`button` is there only while the care notes are open: their passphrase is what protects."""

    def __init__(self, theme: Theme, *, protected: bool, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Protect the library too"), parent=parent)
        self._protected = protected
        self.says = PlainLabel(wrap=True)
        self.button = Button(
            theme,
            _("Stop protecting it") if protected else _("Protect the library"),
            icon=Icon.UNLOCK if protected else Icon.LOCK,
        )
        self._holder = QWidget()
        Flow(theme, gap=8, parent=self._holder).addWidget(self.button)
        self.body.addWidget(self.says)
        self.body.addWidget(self._holder)

    def show_state(self, state: LockState) -> None:
        """Show how it stands."""
        absent = state is LockState.ABSENT
        self._holder.setVisible(state is LockState.OPEN)
        if self._protected:
            self.says.setText(_("On. Your library opens with your passphrase and locks with your care notes."))
        elif absent:
            self.says.setText(
                _("What you read tells what your family has. Make your care notes first: their passphrase protects it.")
            )
        else:
            self.says.setText(
                _("Off. What you read tells what your family has, and whoever opens the files here can see it.")
            )
