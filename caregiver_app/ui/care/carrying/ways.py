"""What the menu of open care notes offers for files that leave and come. Goes with the body of one unlock."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.carrying.bringing import BringingWays
from caregiver_app.ui.care.carrying.leaving import LeavingWays
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.menu import Action, CareMenu, open_menu
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.option_list import Option


class CarryingWays:
    """`anchor` is the button under which the menu of what can be saved opens."""

    def __init__(self, desk: CareDesk, body: QWidget, anchor: QWidget) -> None:
        self._desk = desk
        self._anchor = anchor
        self.leaving = LeavingWays(desk, body)
        self.bringing = BringingWays(desk, body)

    def options(self) -> tuple[Option[Action], ...]:
        """Return what the menu offers."""
        return (
            Option(value=self.choose_what, text=_("Save as files"), icon=Icon.UPLOAD),
            Option(value=self.bringing.ask_which, text=_("Bring in from a file"), icon=Icon.DOWNLOAD),
        )

    def choose_what(self) -> CareMenu:
        """Ask what shall be saved."""
        options: list[Option[Action]] = [
            Option(value=self.leaving.everything, text=_("Save everything as files"), icon=Icon.NOTES),
            Option(value=self.leaving.appointments, text=_("Appointments for a calendar"), icon=Icon.CALENDAR),
            Option(value=self.leaving.contacts, text=_("Contacts for an address book"), icon=Icon.PHONE),
        ]
        return open_menu(self._desk, self._anchor, _("Save as files"), options)
