"""The head of open care notes: for whom, when they lock, the button that locks them, and what else there is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import ngettext
from caregiver_app.ui.breakpoints import FrameLayout
from caregiver_app.ui.care.whom import Whom
from caregiver_app.ui.theme import Icon, Theme, Tone
from caregiver_app.ui.widgets.button import Button, ButtonKind, IconButton
from caregiver_app.ui.widgets.draw import PillLook
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.page import ScreenHeader
from caregiver_app.ui.widgets.pill import Pill


class CareHeader(QWidget):
    """`lock_pressed`, `person_pressed`, `search_pressed` and `more_pressed` say what is wanted."""

    lock_pressed = Signal()
    person_pressed = Signal()
    search_pressed = Signal()
    more_pressed = Signal()

    def __init__(self, theme: Theme, whom: Whom, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whom = whom
        self.setAccessibleName(_("Care notes"))
        line = _("Private. Kept locked on this computer. It leaves only when you print or send it yourself.")
        self.head = ScreenHeader(theme, _("Care notes"), line)
        self.person = Button(theme, "", icon=Icon.PERSON)
        self.pill = Pill(theme, "", tone=Tone.PRIVATE, icon=Icon.UNLOCK)
        self.lock = Button(theme, _("Lock now"), icon=Icon.LOCK)
        self.search = Button(
            theme, _("Search"), kind=ButtonKind.TOOL, icon=Icon.SEARCH, name=_("Search in your care notes")
        )
        self.more = IconButton(theme, Icon.MORE, _("More for your care notes"))
        for widget in (self.person, self.pill, self.lock, self.search, self.more):
            self.head.add_action(widget)
        Column(theme, parent=self).addWidget(self.head)
        self.lock.clicked.connect(self.lock_pressed)
        self.person.clicked.connect(self.person_pressed)
        self.search.clicked.connect(self.search_pressed)
        self.more.clicked.connect(self.more_pressed)
        whom.changed.connect(self._show_person)
        self._show_person()
        self.show_minutes(0)

    def show_minutes(self, minutes: int) -> None:
        """Say in how many minutes the notes lock when nobody does anything."""
        words = _("Unlocked")
        if minutes > 0:
            words = ngettext("Unlocked. Locks in {count} min", "Unlocked. Locks in {count} min", minutes)
        said = words.format(count=minutes)
        self.pill.set_look(PillLook(text=said, tone=Tone.PRIVATE, icon=Icon.UNLOCK))
        self.lock.setAccessibleDescription(said)

    def set_frame_layout(self, layout: FrameLayout) -> None:
        """Put what can be done below the title; with little room, leave out what is said elsewhere too."""
        has_room = layout > FrameLayout.COMPACT
        self.head.set_stacked(layout <= FrameLayout.NARROW)
        self.head.show_words(has_room)
        self.search.setVisible(has_room)

    def _show_person(self) -> None:
        person = self._whom.person
        self.person.setVisible(len(self._whom.people) > 1)
        # Translators: "For" as in "notes for Mum"
        self.person.set_words(_("For: {name}").format(name=person.name if person is not None else _("Everybody")))
