"""The appointments: what comes, what came of it, what is to be chased."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.appointments.after_place import AFTER, AfterPlace, VisitPage, read_visit
from caregiver_app.ui.care.appointments.chase_drawer import NEW as NEW_CHASE
from caregiver_app.ui.care.appointments.chases_card import ChasesCard
from caregiver_app.ui.care.appointments.next_visit import NextVisitCard
from caregiver_app.ui.care.appointments.steps import delete_visit, set_state
from caregiver_app.ui.care.appointments.visit_drawer import NEW, VisitDrawer
from caregiver_app.ui.care.appointments.visit_looks import VisitLook
from caregiver_app.ui.care.appointments.visit_row import VisitRow
from caregiver_app.ui.care.appointments.visits_read import VisitsRead, read_visits
from caregiver_app.ui.care.attached.drawer import files_option
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.menu import Action, open_menu
from caregiver_app.ui.care.parts.form_drawer import open_form
from caregiver_app.ui.care.parts.gone import if_there
from caregiver_app.ui.care.parts.kept import KeptCallout, is_kept
from caregiver_app.ui.care.parts.placed_tab import PlacedTab
from caregiver_app.ui.care.parts.record_rows import RecordRows
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.empty import EmptyState
from caregiver_app.ui.widgets.option_list import Option
from caregiver_app.ui.widgets.tab_order import put_in_order
from caregiver_app.vault.records.appointments import Appointment, AppointmentId, AppointmentState

_PAST = 20
_GROUPS = ("to-write-up", "coming", "past")


class AppointmentsTab(PlacedTab):
    """The tab "Appointments"."""

    def __init__(self, desk: CareDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Appointments"), parent=parent)
        theme = desk.theme
        self.kept = KeptCallout(desk)
        self.add = Button(theme, _("Add an appointment"), kind=ButtonKind.MAIN, icon=Icon.PLUS)
        self.add.clicked.connect(self.new)
        self.empty = EmptyState(
            theme,
            Icon.CALENDAR,
            _("No appointments yet."),
            _("Add the next visit, and your questions for it stand ready on the day."),
        )
        self.rows = {group: self._rows(words) for group, words in zip(_GROUPS, _titles(), strict=True)}
        self.cards = {group: self._card(words, group) for group, words in zip(_GROUPS, _titles(), strict=True)}
        self.more = Button(theme, _("Show earlier appointments"), kind=ButtonKind.QUIET, icon=Icon.CHEV_DOWN)
        self.more.clicked.connect(self._show_more)
        self.cards["past"].body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        self.visit = NextVisitCard(desk)
        self.chases = ChasesCard(desk)
        self._past = _PAST
        self._wanted = 0
        self._began = False
        self._lay_out()

    def opened(self) -> None:
        """Ask for the visits of who is looked at."""
        kept = is_kept(self.desk)
        self.kept.setVisible(kept)
        self.add.setVisible(not kept)
        shown, past, now = self.desk.whom.shown, self._past, self.desk.clock.now()
        self.desk.ask(self, lambda vault: read_visits(vault, shown, past=past, now=now), self._show, key="appointments")
        if not self._began:
            self._began = True
            QTimer.singleShot(0, self, self._take_up)

    def new(self) -> bool:
        """Open an empty appointment."""
        if is_kept(self.desk):
            return False
        open_form(self.desk, VisitDrawer(self.desk))
        return True

    def show_record(self, record_id: int) -> None:
        """Put the keyboard at a visit once it is shown; a negative number is that of something to chase."""
        self.close_place()
        self._wanted = record_id
        self.opened()

    def open_after(self, visit_id: AppointmentId) -> None:
        """Open the place in which one writes down what came of a visit."""
        now = self.desk.clock.now()
        read = if_there(lambda vault: read_visit(vault, visit_id, now=now))
        self.desk.ask(self, read, self._show_after, key="visit")

    def _show_after(self, page: VisitPage | None) -> None:
        if page is None:
            return
        place = AfterPlace(self.desk, page)
        place.kept.connect(self.close_place)
        self.open_place(place)

    def _show(self, read: VisitsRead) -> None:
        groups = (read.to_write_up, read.coming, read.past)
        for group, looks in zip(_GROUPS, groups, strict=True):
            self.rows[group].show_rows([(look.id, (look, is_kept(self.desk, look.person_id))) for look in looks])
            self.cards[group].setVisible(bool(looks))
        self.more.setVisible(read.more)
        self.empty.setVisible(not any(groups))
        self.visit.show_next(read.visit)
        self.chases.show_chases(read.chases)
        put_in_order(self.front)
        self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        wanted, self._wanted = self._wanted, 0
        if wanted < 0:
            self.chases.rows.focus_row(-wanted)
        elif wanted:
            any(rows.focus_row(wanted) for rows in self.rows.values())

    def _row(self, value: tuple[VisitLook, bool]) -> VisitRow:
        look, kept = value
        row = VisitRow(self.desk.theme, look, kept=kept)
        row.after_asked.connect(lambda: self.open_after(look.id))
        row.sheet_asked.connect(lambda: self.desk.print_sheet(SheetKind.VISIT, look.id))
        row.change_asked.connect(lambda: self._change(look.id))
        row.more_asked.connect(lambda: self._open_menu(look, row.more))
        return row

    def _change(self, visit_id: AppointmentId) -> None:
        self.desk.ask(
            self,
            if_there(lambda vault: vault.appointments.get(visit_id)),
            self._show_change,
            key="visit",
        )

    def _show_change(self, visit: Appointment | None) -> None:
        if visit is not None:
            open_form(self.desk, VisitDrawer(self.desk, visit))

    def _open_menu(self, look: VisitLook, anchor: QWidget) -> None:
        options: list[Option[Action]] = []
        if not is_kept(self.desk, look.person_id):
            planned = look.state is AppointmentState.PLANNED
            state = AppointmentState.CANCELLED if planned else AppointmentState.PLANNED
            words = _("Mark as cancelled") if planned else _("Planned again")
            if look.state is not AppointmentState.CANCELLED:
                after = partial(self.open_after, look.id)
                options.append(Option(value=after, text=_("After the visit"), icon=Icon.CHECK))
            options.append(Option(value=partial(self._set_state, look.id, state), text=words, icon=Icon.CALENDAR))
        options.append(files_option(self.desk, "appointment", look.id, look.name))
        options.append(Option(value=partial(self._delete, look.id), text=_("Delete"), icon=Icon.TRASH))
        open_menu(self.desk, anchor, _("More for this appointment"), options)

    def _set_state(self, visit_id: AppointmentId, state: AppointmentState) -> None:
        at = self.desk.clock.now()
        self.desk.do(partial(set_state, visit_id=visit_id, state=state, at=at), kind="appointment")

    def _delete(self, visit_id: AppointmentId) -> None:
        at = self.desk.clock.now()
        self.desk.do(partial(delete_visit, visit_id=visit_id, at=at), kind="appointment")

    def _show_more(self) -> None:
        self._past += _PAST
        self.opened()

    def _take_up(self) -> None:
        """Open again what was being written when the notes were locked."""
        waiting = self.desk.drafts.waiting
        after, visit, chase = (_number(waiting(start), start) for start in (AFTER, "appointment/", "chase/"))
        if after:
            self.open_after(AppointmentId(after))
        elif NEW in waiting(NEW):
            self.new()
        elif visit:
            self._change(AppointmentId(visit))
        elif NEW_CHASE in waiting(NEW_CHASE):
            self.chases.open_new()
        elif chase:
            self.chases.open_number(chase)

    def _rows(self, words: str) -> RecordRows:
        return RecordRows(self.desk.theme, words, self._row, fallback=self._focus_add)

    def _card(self, words: str, group: str) -> Card:
        card = Card(self.desk.theme, words)
        card.body.addWidget(self.rows[group])
        return card

    def _focus_add(self) -> None:
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        main = self.front.main
        main.addWidget(self.kept)
        main.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)
        for part in (self.empty, *self.cards.values()):
            main.addWidget(part)
        for part in (self.kept, self.empty, self.visit, *self.cards.values()):
            part.setVisible(False)
        for card in (self.visit, self.chases):
            self.front.side.addWidget(card)


def _titles() -> tuple[str, str, str]:
    return _("What came of it?"), _("Coming"), _("Past or cancelled")


def _number(places: tuple[str, ...], start: str) -> int:
    numbers = (place.removeprefix(start) for place in places)
    return next((int(number) for number in numbers if number.isdecimal()), 0)
