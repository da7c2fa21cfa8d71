"""The step that says who would be asked for pages. Nobody is asked before a press."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.first_run.step import RunStep
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.topics.contacts_list import ContactsList, asked_words
from caregiver_app.ui.topics.questions import Contact, contacts_of
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel


class UpdatesStep(RunStep):
    """`updates_asked` comes when pages shall be fetched now. Passed over where nobody would be asked."""

    updates_asked = Signal()

    def __init__(self, desk: Desk, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.contacts: ContactsList | None = None
        self.heading = _("Get pages from these organisations?")
        self.subtitle = _("Only these. Nothing about you is sent.")
        self._column = Column(desk.theme, gap=16, parent=self)

    def begin(self) -> None:
        """Ask the library who would be asked."""
        self._desk.ask(self, contacts_of, self._show, key="first-run.contacts")

    def go_on_words(self) -> str:
        """Say that going on asks them."""
        return _("Get updates now")

    def go_on_icon(self) -> Icon:
        """Return what stands for updates everywhere."""
        return Icon.REFRESH

    def skip_words(self) -> str:
        """Say that later is as good."""
        return _("Not now")

    def go_on(self) -> None:
        """Have pages fetched."""
        self.updates_asked.emit()
        self.done.emit()

    def _show(self, found: Sequence[Contact]) -> None:
        if not found:
            self.empty.emit()
            return
        self.contacts = ContactsList(self._desk.theme, found)
        self._column.addWidget(self.contacts)
        self._column.addWidget(PlainLabel(asked_words(), ink="text-2", wrap=True))
        self.ready.emit()
