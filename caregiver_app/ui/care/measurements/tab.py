"""The tab "Measurements": kinds as chips, the last value large, a place to write one down, a chart and a list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.measurements.edit_drawer import START as EDITED
from caregiver_app.ui.care.measurements.edit_drawer import MeasurementDrawer
from caregiver_app.ui.care.measurements.entry import START as NEW
from caregiver_app.ui.care.measurements.entry import EntryCard, entry_place
from caregiver_app.ui.care.measurements.history import HistoryCard
from caregiver_app.ui.care.measurements.kind_drawer import START as KIND
from caregiver_app.ui.care.measurements.kind_drawer import KindDrawer
from caregiver_app.ui.care.measurements.kinds import KindLook
from caregiver_app.ui.care.measurements.reading_notes import ReadMeasures, Wanted, read_measures
from caregiver_app.ui.care.parts.for_whom import names_shown
from caregiver_app.ui.care.parts.form_drawer import open_form
from caregiver_app.ui.care.parts.kept import KeptCallout, is_kept
from caregiver_app.ui.care.parts.whose_card import WhoseCard
from caregiver_app.ui.care.tab import CareTab
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.chips import ChipChoice, ChipGroup
from caregiver_app.ui.widgets.layouts import Column, Flow, Row
from caregiver_app.ui.widgets.tab_order import put_in_order
from caregiver_app.vault.records.measures import Measurement, MeasurementId

_ENTRY, _HISTORY = 38, 62


class MeasurementsTab(CareTab):
    """Ctrl+N goes to where a value is typed."""

    def __init__(self, desk: CareDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Measurements"), parent=parent)
        theme = desk.theme
        self._code = ""
        self._wanted: MeasurementId | None = None
        self._reopened = False
        self._shown_entry: tuple[object, ...] = ()
        self._begins = False
        self.read: ReadMeasures | None = None
        self.entry: EntryCard | None = None
        self.kinds: ChipGroup | None = None
        self.kept = KeptCallout(desk)
        self.whose = WhoseCard(desk, _("Choose whose measurements you want to see and write down."))
        self.other = Button(theme, _("Something else"), kind=ButtonKind.QUIET, icon=Icon.PLUS)
        self.change_kind = Button(theme, _("Change"), kind=ButtonKind.QUIET)
        self.history = HistoryCard(desk)
        self._front = QWidget()
        self._chips = Column(theme)
        self._entries = Column(theme)
        self._parts = Row(theme, gap=16)
        self._lay_out()
        self.whose.picked.connect(self._picked)
        self.other.clicked.connect(lambda: self._open_kind(None))
        self.change_kind.clicked.connect(self._change_kind)
        self.history.period_chosen.connect(self.opened)
        self.history.opened.connect(self.open_measurement)

    def opened(self) -> None:
        """Ask for the measurements of the person looked at."""
        several = bool(names_shown(self.desk))
        if self._shown_entry and self._shown_entry[0] != self.desk.whom.written_for:
            self._begins = self._take_entry_away() or self._begins  # what is typed before the answer is about nobody
        self.whose.setVisible(several)
        self._front.setVisible(not several)
        self.kept.setVisible(is_kept(self.desk))
        if several:
            self.whose.show_people()
            return
        if not self._code:
            self._look_at_drafts()
        wanted = Wanted(
            person_id=self.desk.whom.shown,
            code=self._code,
            period=self.history.period,
            now=self.desk.clock.now(),
            record=self._wanted,
        )
        self.desk.ask(self, lambda vault: read_measures(vault, wanted), self._show, key="measurements")

    def new(self) -> bool:
        """Put the keyboard where a value is typed."""
        if not self.whose.isHidden():
            self.whose.begin()
        elif self.entry is not None and not is_kept(self.desk):
            self.entry.begin()
        else:
            self._begins = self.entry is None  # as soon as it is there
        return not is_kept(self.desk)

    def show_record(self, record_id: int) -> None:
        """Go to one value in the list."""
        self._wanted = MeasurementId(record_id)
        self.opened()

    def set_narrow(self, narrow: bool) -> None:
        """Use the room there is."""
        super().set_narrow(narrow)
        self._parts.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def choose(self, code: str) -> None:
        """Look at another kind."""
        if code != self._code:
            self._code = code
            self.opened()

    def open_measurement(self, measurement: Measurement) -> None:
        """Open the form of one value."""
        if self.read is not None and not is_kept(self.desk):
            open_form(self.desk, MeasurementDrawer(self.desk, self.read.kind, measurement))

    def _lay_out(self) -> None:
        theme = self.desk.theme
        front = Column(theme, gap=16, parent=self._front)
        front.addLayout(self._chips)
        buttons = QWidget()
        flow = Flow(theme, gap=8, parent=buttons)
        for button in (self.other, self.change_kind):
            flow.addWidget(button)
        front.addWidget(buttons)
        for part, share in ((self._entries, _ENTRY), (self.history, _HISTORY)):
            holder = QWidget()
            outer = Column(theme, parent=holder)
            if isinstance(part, QWidget):
                outer.addWidget(part)
            else:
                outer.addLayout(part)
            outer.addStretch(1)
            self._parts.addWidget(holder, share, Qt.AlignmentFlag(0))
        front.addLayout(self._parts)
        for widget in (self.kept, self.whose, self._front):
            self.body.addWidget(widget)
            widget.setVisible(False)

    def _show(self, read: ReadMeasures) -> None:
        changed_kinds = self.read is None or self.read.kinds != read.kinds
        self.read = read
        self._code = read.kind.code
        if changed_kinds:
            self._show_kinds(read)
        if self.kinds is not None:
            self.kinds.set_current(self._code)
        own = read.kind.own
        self.change_kind.setVisible(own is not None)
        if own is not None:
            self.change_kind.set_words(_("Change {name}").format(name=own.name))
        self._show_entry(read)
        self.history.periods.set_current(read.period.value)
        self.history.show_measured(read.kind, read.unit, read.measured)
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.history.go_to(str(wanted))
        if self._begins:
            self._begins = False
            self.new()
        self._reopen()

    def _picked(self) -> None:
        """Have the keyboard where one types of who was just chosen."""
        self._begins = True

    def _show_kinds(self, read: ReadMeasures) -> None:
        """Make the chips anew: there is another kind, or one is called otherwise."""
        old = self.kinds
        focused = QApplication.focusWidget()
        had_keyboard = old is not None and focused is not None and old.isAncestorOf(focused)
        choices = [ChipChoice(key=kind.code, text=kind.name) for kind in read.kinds]
        self.kinds = ChipGroup(self.desk.theme, _("What was measured"), choices)
        self.kinds.set_current(read.kind.code)
        self.kinds.chosen.connect(self.choose)
        self._chips.addWidget(self.kinds)
        if old is not None:
            old.hide()
            old.deleteLater()
        put_in_order(self)
        if had_keyboard:
            self.kinds.chip(read.kind.code).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_entry(self, read: ReadMeasures) -> None:
        """Make the card anew for another kind or person; else only what was read last is another."""
        person_id, fixed = self.desk.whom.written_for, is_kept(self.desk)
        wanted = (person_id, read.kind, fixed)
        if self.entry is not None and wanted == self._shown_entry:
            self.entry.show_last(read.last)
            return
        self._take_entry_away()
        self._shown_entry = wanted
        self.entry = EntryCard(self.desk, read.kind, person_id, read.last, fixed=fixed)
        self._entries.addWidget(self.entry)
        put_in_order(self)

    def _take_entry_away(self) -> bool:
        """Take the card away, what is typed kept as a draft; return whether the keyboard was in it."""
        old, self.entry = self.entry, None
        self._shown_entry = ()
        if old is None:
            return False
        focused = QApplication.focusWidget()
        had_keyboard = focused is not None and old.isAncestorOf(focused)
        old.leave()
        old.hide()
        old.deleteLater()
        return had_keyboard

    def _look_at_drafts(self) -> None:
        """Begin where something was being written when the notes were locked: a new value, or one that was open."""
        start = entry_place(self.desk.whom.written_for, "")
        drafts = self.desk.drafts
        self._code = next((place.removeprefix(start) for place in drafts.waiting(start)), "")
        numbers = [place.rpartition("/")[2] for place in drafts.waiting(EDITED) if not place.startswith(NEW)]
        found = next((number for number in numbers if number.isdecimal()), None)
        if found is not None:
            self._wanted = MeasurementId(int(found))

    def _reopen(self) -> None:
        """Open again what was being written when the notes were locked."""
        if self._reopened or self.read is None:
            return
        self._reopened = True
        if f"{KIND}new" in self.desk.drafts.waiting(KIND):
            self._open_kind(None)
        waiting = self.desk.drafts.waiting(EDITED)
        found = next((one for one in self.read.measured if f"{EDITED}{one.id}" in waiting), None)
        if found is not None:
            self.open_measurement(found)

    def _change_kind(self) -> None:
        if self.read is not None:
            self._open_kind(self.read.kind)

    def _open_kind(self, kind: KindLook | None) -> None:
        drawer = open_form(self.desk, KindDrawer(self.desk, None if kind is None else kind.own))
        drawer.made.connect(self.choose)
