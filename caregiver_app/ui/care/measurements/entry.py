"""The card of one kind: what was read last, large, and the place to write down what is read now."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from caregiver_app.model.time import day_of
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import pgettext
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.measurements.kinds import KindLook, first_unit
from caregiver_app.ui.care.measurements.reading_fields import NOW, ReadingFields
from caregiver_app.ui.care.measurements.steps import add_reading
from caregiver_app.ui.care.measurements.values import when_words
from caregiver_app.ui.care.parts.form import Form
from caregiver_app.ui.theme import TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import Figure, PlainLabel
from caregiver_app.vault.measuring.words import reading_words
from caregiver_app.vault.records.measures import Measurement
from caregiver_app.vault.records.people import PersonId

START = "measurement/new/"


def entry_place(person_id: PersonId | None, code: str) -> str:
    """Return where a value is being written, among the drafts."""
    return f"{START}{person_id or 0}/{code}"


class EntryCard(Card):
    """Made anew for each kind and person; call `leave` before it goes."""

    def __init__(
        self,
        desk: CareDesk,
        kind: KindLook,
        person_id: PersonId | None,
        last: Measurement | None,
        *,
        fixed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """With `fixed` nothing can be written: the notes are kept for reading."""
        super().__init__(desk.theme, kind.name, parent=parent)
        self._desk = desk
        self._person_id = person_id
        self.last = Figure(role=TypeRole.DISPLAY, ink="private", wrap=True)
        self.about = PlainLabel(ink="text-2", wrap=True)
        # Translators: the label of a field, e.g. "Weight, new value"
        self.fields = ReadingFields(desk, kind, _("{kind}, new value").format(kind=kind.name))
        keep = pgettext("a measured value", "Keep")
        self.keep_button = Button(desk.theme, keep, kind=ButtonKind.MAIN, name=_("Keep this value"))
        self.form = Form(desk, entry_place(person_id, kind.code), self)
        self.fields.add_to(self.form)
        self._first = {"unit": first_unit(kind, None if last is None else last.reading), "when": NOW}
        self._lay_out(fixed)
        self.show_last(last)
        if not fixed:
            self.form.begin(self._first)
            self.fields.show_time()
        self.keep_button.clicked.connect(self.keep)
        self.fields.sure.connect(self.keep)
        self.fields.value.returnPressed.connect(self.keep)
        self.fields.note.returnPressed.connect(self.keep)

    def show_last(self, last: Measurement | None) -> None:
        """Show what was read last, as one says it today."""
        now = self._desk.clock.now()
        self.fields.day.set_today(day_of(now))
        if last is None:
            self.last.setText(_("Nothing yet"))
            self.about.setText(_("The first value you keep stands here."))
            return
        self.last.setText(reading_words(last.reading))
        when = when_words(last.at, now)
        self.about.setText("\n".join(part for part in (when, last.note) if part))

    def begin(self) -> None:
        """Put the keyboard where one types."""
        self.fields.value.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keep(self) -> None:
        """Keep what was typed, or say what needs mending."""
        typed = self.fields.read()
        if typed is None:
            return
        step = partial(
            add_reading,
            reading=typed.reading,
            person_id=self._person_id,
            note=typed.note,
            taken_at=typed.taken_at,
            at=self._desk.clock.now(),
        )
        self._desk.do(step, kind="measurement", then=self._kept)

    def leave(self) -> None:
        """Keep what is typed as a draft: the card goes."""
        self.form.leave()

    def _kept(self) -> None:
        unit = self.fields.units.current
        self.form.show({"value": "", "note": "", "day": "", "time": "", "when": NOW, "unit": unit})
        self.form.finish()
        self.fields.forget_doubt()
        self.fields.show_time()
        self.fields.value.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, fixed: bool) -> None:
        read = Column(self._desk.theme, gap=2)
        read.addWidget(self.last)
        read.addWidget(self.about)
        self.body.addLayout(read)
        self.body.addWidget(self.fields)
        self.body.addWidget(self.keep_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.fields.setVisible(not fixed)
        self.keep_button.setVisible(not fixed)
