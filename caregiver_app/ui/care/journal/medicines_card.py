"""The medicines of who is looked at, in short, beside the journal; all of them are in their own tab."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import pgettext
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.parts.day_field import short_day
from caregiver_app.ui.care.parts.people_words import names_of
from caregiver_app.ui.theme import Icon, Tone, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.card import Card, Hairline
from caregiver_app.ui.widgets.icon_label import IconLabel
from caregiver_app.ui.widgets.layouts import Column, Row
from caregiver_app.ui.widgets.pill import Pill
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.records.medicines import Medicine
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.store import Vault

_MOST = 6
_NEW = timedelta(days=28)
"""So long a medicine is called new."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MedicineLine:
    """A medicine in two lines: name with strength, and how it is taken as it was written."""

    title: str = field(repr=False)
    about: str = field(repr=False)
    is_new: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MedicinesInShort:
    """The first medicines, and when they were last compared with a label, letter or list (YYYY-MM-DD)."""

    lines: tuple[MedicineLine, ...]
    checked_on: str | None


def read_medicines(vault: Vault, person_id: PersonId | None, *, today: date) -> MedicinesInShort:
    """Return those that are taken now."""
    names = names_of(vault) if person_id is None else {}
    found = vault.medicines.active(person_id, today=today.isoformat())
    return MedicinesInShort(
        lines=tuple(_line(one, names, today) for one in found[:_MOST]),
        checked_on=vault.medicines.last_checked(person_id, today=today.isoformat()),
    )


def _line(medicine: Medicine, names: dict[PersonId, str], today: date) -> MedicineLine:
    text = medicine.text
    started = date.fromisoformat(text.started) if text.started else None
    is_new = started is not None and timedelta() <= today - started <= _NEW
    since = _("Since {day}").format(day=short_day(started)) if started is not None and is_new else ""
    about = (text.dose, text.times, since, names.get(medicine.person_id, "") if medicine.person_id is not None else "")
    return MedicineLine(
        title=" ".join(filter(None, (text.name, text.strength))), about=", ".join(filter(None, about)), is_new=is_new
    )


class MedicinesCard(Card):
    """Hidden where there are none."""

    def __init__(self, desk: CareDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, parent=parent)
        self.setAccessibleName(_("Medicines"))
        self._desk = desk
        self._found: MedicinesInShort | None = None
        self._shown: QWidget | None = None
        self._holder = Column(desk.theme)
        self.body.addLayout(self._holder)
        self.all = Button(desk.theme, _("See all medicines"), kind=ButtonKind.QUIET)
        self.all.clicked.connect(lambda: desk.open("medicines"))
        self.body.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeading)
        self.setVisible(False)

    def show_medicines(self, found: MedicinesInShort) -> None:
        """Show what is taken."""
        self.setVisible(bool(found.lines))
        if found == self._found:
            return
        self._found = found
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = QWidget()
        column = Column(self._desk.theme, gap=10, parent=self._shown)
        column.addWidget(PlainLabel(_heading(found.checked_on), role=TypeRole.HEADING, wrap=True))
        for number, line in enumerate(found.lines):
            if number:
                column.addWidget(Hairline(self._desk.theme))
            column.addLayout(self._row(line))
        self._holder.addWidget(self._shown)

    def _row(self, line: MedicineLine) -> Row:
        row = Row(self._desk.theme, gap=12)
        icon = IconLabel(self._desk.theme, Icon.PILL, size=20, tone=Tone.PRIVATE)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        words = Column(self._desk.theme, gap=2)
        words.addWidget(PlainLabel(line.title, role=TypeRole.STRONG, wrap=True))
        if line.about:
            words.addWidget(PlainLabel(line.about, role=TypeRole.SMALL, ink="text-2", wrap=True))
        row.addLayout(words, 1)
        if line.is_new:
            new = Pill(self._desk.theme, pgettext("medicine", "New"), tone=Tone.INFO)
            row.addWidget(new, 0, Qt.AlignmentFlag.AlignTop)
        return row


def _heading(checked_on: str | None) -> str:
    if checked_on is None:
        return _("Medicines")
    # Translators: {day} is when the list was last compared with the labels, e.g. "16 November"
    return _("Medicines, checked {day}").format(day=short_day(date.fromisoformat(checked_on)))
