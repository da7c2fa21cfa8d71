"""The card about the next visit: in the journal and beside the appointments."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.appointments.visit_looks import VisitLook, look_of_visit
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.parts.people_words import names_of
from caregiver_app.ui.theme import Icon, TypeRole
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.layouts import Column, Flow, Row
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.records.questions import QuestionState
from caregiver_app.vault.store import Vault

_TO_ASK = (QuestionState.OPEN, QuestionState.ASKED)


@dataclass(frozen=True, slots=True, kw_only=True)
class NextVisit:
    """The next visit and how many questions are ready for it."""

    visit: VisitLook


def read_next(vault: Vault, person_id: PersonId | None, *, now: Millis) -> NextVisit | None:
    """Return what comes next, None where nothing is planned."""
    visit = vault.appointments.next_visit(person_id, now=now)
    if visit is None:
        return None
    names = names_of(vault) if person_id is None else {}
    about = names.get(visit.person_id, "") if visit.person_id is not None else ""
    questions = len(vault.questions.list(states=_TO_ASK, appointment_id=visit.id))
    return NextVisit(visit=look_of_visit(visit, now=now, about=about, questions=questions))


class NextVisitCard(Card):
    """Hidden while nothing is planned. Its button opens the visit in the tab "Appointments"."""

    def __init__(self, desk: CareDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("Next visit"), parent=parent)
        self._desk = desk
        self._shown: QWidget | None = None
        self.button = Button(desk.theme, _("See the visit"))
        self.button.clicked.connect(self._open)
        self._visit: VisitLook | None = None
        self.sheet = Button(desk.theme, _("Make visit sheet"), icon=Icon.PRINT)
        self.sheet.clicked.connect(self._make_sheet)
        self.holder = Column(desk.theme, gap=12)
        self.body.addLayout(self.holder)
        ways = QWidget()
        flow = Flow(desk.theme, gap=8, parent=ways)
        flow.addWidget(self.sheet)
        flow.addWidget(self.button)
        self.body.addWidget(ways)

    def show_next(self, found: NextVisit | None) -> None:
        """Show the next visit, or nothing."""
        visit = None if found is None else found.visit
        self.setVisible(visit is not None)
        if visit == self._visit:
            return
        self._visit = visit
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
            self._shown = None
        if visit is not None:
            self._shown = self._words(visit)
            self.holder.addWidget(self._shown)
            self.button.set_words(_("See the visit"), name=_("See the visit: {visit}").format(visit=visit.name))

    def _words(self, visit: VisitLook) -> QWidget:
        theme = self._desk.theme
        shown = QWidget()
        column = Column(theme, gap=12, parent=shown)
        row = Row(theme, gap=12)
        row.addWidget(visit.tile.tile(theme), 0, Qt.AlignmentFlag.AlignTop)
        lines = Column(theme, gap=2)
        for text, role in ((visit.title, TypeRole.STRONG), (visit.when, TypeRole.BODY), (visit.about, TypeRole.BODY)):
            if text:
                lines.addWidget(PlainLabel(text, role=role, wrap=True))
        lines.addStretch(1)
        row.addLayout(lines, 1)
        column.addLayout(row)
        if visit.questions:
            words = ngettext(
                "{count} question is ready for it.", "{count} questions are ready for it.", visit.questions
            )
            column.addWidget(PlainLabel(words.format(count=format_number(visit.questions)), wrap=True))
        return shown

    def _make_sheet(self) -> None:
        if self._visit is not None:
            self._desk.print_sheet(SheetKind.VISIT, self._visit.id)

    def _open(self) -> None:
        if self._visit is not None:
            self._desk.open("appointments", self._visit.id)
