"""Stands where something belongs to one person: asks which of several is meant, or what the first one is called."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDesk, CareDone
from caregiver_app.ui.care.person_steps import add_person
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.layouts import Flow
from caregiver_app.ui.widgets.name_edit import NameEdit
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.store import Vault


class WhoseCard(Card):
    """A press on a name looks at that person from then on; `picked` comes before, that the keyboard may follow."""

    picked = Signal()

    def __init__(self, desk: CareDesk, why: str, *, parent: QWidget | None = None) -> None:
        """`why` says for what a person is needed here."""
        super().__init__(desk.theme, _("Whose notes?"), parent=parent)
        self._desk = desk
        self._shown: tuple[tuple[PersonId, str], ...] | None = None
        self.name: NameEdit | None = None
        self.buttons: list[Button] = []
        self.body.addWidget(PlainLabel(why, ink="text-2", wrap=True))
        self._holder = QWidget()
        self._flow = Flow(desk.theme, gap=8, parent=self._holder)
        self.body.addWidget(self._holder)

    def show_people(self) -> None:
        """Show who may be chosen now; made anew only when the people are others."""
        people = tuple((person.id, person.name) for person in self._desk.whom.people)
        if people == self._shown:
            return
        self._shown = people
        for widget in (*self.buttons, *([self.name] if self.name is not None else [])):
            widget.hide()
            widget.deleteLater()
        self.buttons, self.name = [], None
        for person_id, name in people:
            button = Button(self._desk.theme, name, icon=Icon.PERSON)
            button.clicked.connect(partial(self._pick, person_id))
            self.buttons.append(button)
            self._flow.addWidget(button)
        if not people:
            self._ask_name()

    def begin(self) -> None:
        """Put the keyboard where one chooses."""
        if self.name is not None:
            self.name.begin()
        elif self.buttons:
            self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _pick(self, person_id: PersonId) -> None:
        self.picked.emit()
        self._desk.whom.choose(person_id)

    def _ask_name(self) -> None:
        hint = _("What you call them, for example Mum.")
        edit = NameEdit(self._desk.theme, _("Who are these notes about?"), _("Go on"), hint=hint, main=True)
        edit.cancel.setVisible(False)
        edit.named.connect(self._add)
        self.name = edit
        self.body.addWidget(edit)

    def _add(self, name: str) -> None:
        at = self._desk.clock.now()
        self.picked.emit()

        def step(vault: Vault) -> CareDone:
            return add_person(vault, name, at=at)[1]

        self._desk.do(step, kind="person")
