"""The tab "Medicines": what is taken, in the person's own order, and what was stopped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import pgettext
from caregiver_app.ui.care.attached.drawer import files_option
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.medicines import steps
from caregiver_app.ui.care.medicines.form import START, MedicineDrawer, new_place
from caregiver_app.ui.care.medicines.row import MedicineLook, MedicineRow, MedicineWays
from caregiver_app.ui.care.medicines.stop_drawer import START as STOP
from caregiver_app.ui.care.medicines.stop_drawer import StopDrawer
from caregiver_app.ui.care.medicines.words import list_heading, rule_words, title_of, unchecked_words, unsaid_words
from caregiver_app.ui.care.menu import Action, open_menu
from caregiver_app.ui.care.parts.columns import TwoColumns
from caregiver_app.ui.care.parts.for_whom import ask_for_whom, kept_people, names_shown
from caregiver_app.ui.care.parts.form_drawer import open_form
from caregiver_app.ui.care.parts.headed_card import HeadedCard
from caregiver_app.ui.care.parts.kept import KeptCallout, is_kept
from caregiver_app.ui.care.parts.life_days import today_of
from caregiver_app.ui.care.parts.print_button import print_button
from caregiver_app.ui.care.parts.record_rows import RecordRows
from caregiver_app.ui.care.tab import CareTab
from caregiver_app.ui.theme import Icon, Tone
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.option_list import Option
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.changes.ordering import Direction
from caregiver_app.vault.records.medicines import Medicine, MedicineId
from caregiver_app.vault.records.people import ABOUT_NOBODY, Person, PersonId
from caregiver_app.vault.store import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """What the notes say; `checked` is the day of the check that is longest ago.

    `unsaid` is how many medicines may be this person's too, as nobody said who of several takes them.
    """

    active: tuple[Medicine, ...] = field(repr=False)
    stopped: tuple[Medicine, ...] = field(repr=False)
    checked: str | None
    unsaid: int


class MedicinesTab(CareTab):
    """Ctrl+N begins a new one."""

    def __init__(self, desk: CareDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Medicines"), parent=parent)
        theme = desk.theme
        self._wanted = 0
        self._reopened = False
        self._medicines: dict[int, Medicine] = {}
        self.add = Button(theme, _("Add a medicine"), kind=ButtonKind.MAIN, icon=Icon.PLUS)
        self.check_all = Button(theme, _("Mark all as checked today"), kind=ButtonKind.QUIET, icon=Icon.CHECK)
        self.print_list = print_button(desk, SheetKind.MEDICINES, _("Print the medicines list"))
        self.rule = Callout(theme, Tone.INFO, Icon.INFO, rule_words(), slim=True)
        self.kept = KeptCallout(desk)
        self.card = HeadedCard(theme, _("Medicines"), button=self.add)
        self.said = PlainLabel(ink="text-2", wrap=True)
        self.rows = RecordRows(theme, _("Medicines"), self._row, fallback=self._focus_add)
        self.stopped_card = HeadedCard(theme, pgettext("medicine", "Stopped"))
        self.stopped = RecordRows(theme, _("Stopped medicines"), self._row, fallback=self._focus_add)
        self.columns = TwoColumns(theme)
        self._lay_out()
        self.add.clicked.connect(self.new)
        self.check_all.clicked.connect(self._check_all)

    def opened(self) -> None:
        """Ask for the medicines of the person looked at."""
        shown, today = self.desk.whom.shown, today_of(self.desk.clock.now())

        def work(vault: Vault) -> _Read:
            return _Read(
                active=vault.medicines.active(shown, today=today),
                stopped=vault.medicines.stopped(shown, today=today),
                checked=vault.medicines.last_checked(shown, today=today),
                unsaid=0 if shown is None else len(vault.medicines.active(ABOUT_NOBODY, today=today)),
            )

        self.desk.ask(self, work, self._show, key="medicines")

    def new(self) -> bool:
        """Begin a new medicine."""
        if not self.add.isHidden():
            ask_for_whom(self.desk, self.add, self._open_new)
        return not self.add.isHidden()

    def show_record(self, record_id: int) -> None:
        """Put the keyboard at one medicine."""
        self._wanted = record_id
        self.opened()

    def set_narrow(self, narrow: bool) -> None:
        """Use the room there is."""
        super().set_narrow(narrow)
        self.columns.set_narrow(narrow)

    def _lay_out(self) -> None:
        self.body.addWidget(self.kept)
        self.body.addWidget(self.rule)
        self.body.addWidget(self.columns)
        self.card.body.addWidget(self.said)
        self.card.body.addWidget(self.rows)
        self.card.body.addWidget(self.check_all, 0, Qt.AlignmentFlag.AlignLeading)
        self.card.body.addWidget(self.print_list, 0, Qt.AlignmentFlag.AlignLeading)
        self.stopped_card.body.addWidget(self.stopped)
        self.columns.main.addWidget(self.card)
        self.columns.side.addWidget(self.stopped_card)
        for widget in (self.kept, self.check_all, self.stopped_card):
            widget.setVisible(False)

    def _row(self, look: MedicineLook) -> QWidget:
        return MedicineRow(
            self.desk.theme, look, MedicineWays(change=self.open_medicine, check=self._check, more=self._open_more)
        )

    def _show(self, read: _Read) -> None:
        self._medicines = {one.id: one for one in (*read.active, *read.stopped)}
        kept = is_kept(self.desk)
        self.kept.setVisible(kept)
        self.add.setVisible(not kept)
        self.check_all.setVisible(len(read.active) > 1 and not kept and not names_shown(self.desk))
        self.card.set_heading(list_heading(read.active, read.checked, self.desk.clock.now()))
        self.said.setText(self._said(read))
        self.said.setVisible(bool(self.said.text()))
        self.rows.show_rows(self._looks(read.active, stopped=False))
        self.rows.setVisible(bool(read.active))
        self.stopped.show_rows(self._looks(read.stopped, stopped=True))
        self.stopped_card.setVisible(bool(read.stopped))
        self._go_to_wanted()
        self._reopen()

    @staticmethod
    def _said(read: _Read) -> str:
        unsaid = unsaid_words(read.unsaid)
        if not read.active:
            return unsaid or _("No medicines yet. Copy them from the labels, just as they are written.")
        unchecked = unchecked_words(read.active) if len(read.active) > 1 else ""
        return "\n".join(filter(None, (unchecked, unsaid)))

    def _looks(self, medicines: Sequence[Medicine], *, stopped: bool) -> list[tuple[int, MedicineLook]]:
        names, over, now = names_shown(self.desk), kept_people(self.desk), self.desk.clock.now()
        ends: dict[PersonId | None, list[MedicineId]] = {}
        for one in medicines:
            ends.setdefault(one.person_id, []).append(one.id)
        return [
            (
                one.id,
                MedicineLook(
                    medicine=one,
                    whose=names.get(one.person_id, ""),
                    stopped=stopped,
                    fixed=one.person_id in over,
                    is_first=ends[one.person_id][0] == one.id,
                    is_last=ends[one.person_id][-1] == one.id,
                    now=now,
                ),
            )
            for one in medicines
        ]

    def _go_to_wanted(self) -> None:
        wanted, self._wanted = self._wanted, 0
        for rows in (self.rows, self.stopped):
            if wanted and rows.focus_row(wanted):
                return

    def _reopen(self) -> None:
        """Open again what was being written when the notes were locked."""
        if self._reopened:
            return
        self._reopened = True
        for place in (*self.desk.drafts.waiting(START), *self.desk.drafts.waiting(STOP)):
            start, _slash, number = place.rpartition("/")
            medicine = self._medicines.get(int(number)) if number.isdecimal() else None
            if place.startswith(STOP) and medicine is not None:
                open_form(self.desk, StopDrawer(self.desk, medicine))
            elif start == START.rstrip("/") and medicine is not None:
                self.open_medicine(medicine)
            elif place == new_place(self.desk.whom.written_for):
                self._open_new(self.desk.whom.person)

    def _open_new(self, person: Person | None) -> None:
        heading = _("Add a medicine")
        if person is not None and len(self.desk.whom.people) > 1:
            heading = _("Add a medicine for {name}").format(name=person.name)
        person_id = None if person is None else person.id
        open_form(self.desk, MedicineDrawer(self.desk, heading, person_id=person_id))

    def open_medicine(self, medicine: Medicine) -> None:
        """Open the form of a medicine."""
        open_form(self.desk, MedicineDrawer(self.desk, title_of(medicine.text), medicine=medicine))

    def _check(self, medicine: Medicine) -> None:
        at = self.desk.clock.now()
        self.desk.do(partial(steps.check_medicine, medicine_id=medicine.id, on=today_of(at), at=at), kind="medicine")

    def _check_all(self) -> None:
        at, shown = self.desk.clock.now(), self.desk.whom.shown
        self.desk.do(partial(steps.check_all, person_id=shown, on=today_of(at), at=at), kind="medicine")

    def _open_more(self, look: MedicineLook, anchor: QWidget) -> None:
        options = [] if look.fixed else self._changing_options(look)
        options.append(files_option(self.desk, "medicine", look.medicine.id, title_of(look.medicine.text)))
        delete: Action = partial(self._delete, look.medicine)
        options.append(Option(value=delete, text=_("Delete"), icon=Icon.TRASH))
        open_menu(self.desk, anchor, title_of(look.medicine.text), options)

    def _changing_options(self, look: MedicineLook) -> list[Option[Action]]:
        medicine = look.medicine
        again: Action = partial(self._take_again, medicine)
        if look.stopped:
            return [Option(value=again, text=_("It is taken again"), icon=Icon.PILL)]
        options: list[Option[Action]] = []
        if not look.is_first:
            options.append(Option(value=partial(self._move, medicine, Direction.UP), text=_("Move up")))
        if not look.is_last:
            options.append(Option(value=partial(self._move, medicine, Direction.DOWN), text=_("Move down")))
        stop: Action = partial(self._open_stop, medicine)
        return [*options, Option(value=stop, text=_("It was stopped"), icon=Icon.STOP)]

    def _open_stop(self, medicine: Medicine) -> None:
        open_form(self.desk, StopDrawer(self.desk, medicine))

    def _take_again(self, medicine: Medicine) -> None:
        self.desk.do(partial(steps.take_again, medicine_id=medicine.id, at=self.desk.clock.now()), kind="medicine")

    def _move(self, medicine: Medicine, way: Direction) -> None:
        at = self.desk.clock.now()
        step = partial(steps.move_medicine, medicine_id=medicine.id, way=way, today=today_of(at), at=at)
        self.desk.do(step, kind="medicine")

    def _delete(self, medicine: Medicine) -> None:
        self.desk.do(partial(steps.delete_medicine, medicine_id=medicine.id, at=self.desk.clock.now()), kind="medicine")

    def _focus_add(self) -> None:
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
