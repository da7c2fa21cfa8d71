"""What a note is written with: text first, then chips of the daily log, and folded away what is needed rarely.

It is a form: all of it is a draft until the note is kept. The same part writes a new note and changes one.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date, datetime, time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.time import Millis, day_of, from_datetime, to_datetime
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.journal.answers import Answers
from caregiver_app.ui.care.parts.about_whom import AboutWhom
from caregiver_app.ui.care.parts.day_field import ClockField, DayField, spoken_clock, typed_day
from caregiver_app.ui.care.parts.form import Form, choice_part, line_part, text_part, tick_part
from caregiver_app.ui.care.private_fields import PrivateLine, PrivateText
from caregiver_app.ui.theme import Icon, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.chips import ChipChoice, ChipGroup
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.records.note_templates import TEMPLATES, NoteKind, kind_labels
from caregiver_app.vault.records.notes import Note
from caregiver_app.vault.records.people import PersonId

_NOON = time(12)


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenNote:
    """What was written. `happened_at` is None for now."""

    text: str = field(repr=False)
    kind: NoteKind
    answers: dict[str, str] = field(repr=False)
    tags: tuple[str, ...] = field(repr=False)
    author: str = field(repr=False)
    about_me: bool
    happened_at: Millis | None
    person_id: PersonId | None

    def __bool__(self) -> bool:
        """Whether anything is said."""
        return bool(self.text.strip()) or bool(self.answers)


class NoteWriter(QWidget):
    """`folded` comes when what is rarely needed is shown or folded away."""

    folded = Signal()

    def __init__(self, desk: CareDesk, place: str, note: Note | None = None, *, parent: QWidget | None = None) -> None:
        """`note` is what is changed, None for a new one; `place` names the draft."""
        super().__init__(parent)
        theme = desk.theme
        self._desk = desk
        self._note = note
        self.edit = PrivateText(theme, name=_("What happened") if note else _("What happened today"), lines=4)
        self.answers = Answers(theme)
        self.kind = ChipGroup(theme, _("Kind of note"), _kinds())
        self.tags = PrivateLine()
        self.author = PrivateLine()
        self.about_me = CheckBox(theme, _("About me: leave it out of handovers and copies"))
        self.day = DayField(theme, _("Day"), today=day_of(desk.clock.now()))
        self.clock = ClockField(theme, _("Time"))
        self.whom = AboutWhom(desk)
        self.more = Button(theme, _("Kind, tags, day"), kind=ButtonKind.QUIET, icon=Icon.CHEV_DOWN, checkable=True)
        self._folded = QWidget()
        self._lay_out(desk)
        self.form = Form(desk, place, self)
        self._add_parts()
        self.kind.chosen.connect(lambda key: self.answers.set_kind(NoteKind(key)))
        self.more.clicked.connect(self._fold)
        self.came_back = self.form.begin(_values_of(note) if note else self._empty())
        self._show_kind()

    @property
    def written(self) -> WrittenNote:
        """What stands there now.

        Raises:
            RecordRefused: day or time cannot be read; `check` tells.
        """
        answers, kind = self.answers.answers, NoteKind(self.kind.current)
        known = self._note.answers if self._note is not None else {}
        answers = {name: answer for name, answer in answers.items() if name in TEMPLATES[kind] or name in known}
        if kind is NoteKind.DAILY_LOG and not any(name in TEMPLATES[kind] for name in answers):
            kind = NoteKind.NOTE
        return WrittenNote(
            text=self.edit.toPlainText(),
            kind=kind,
            answers=answers,
            tags=tuple(filter(None, (tag.strip() for tag in self.tags.text().split(",")))),
            author=self.author.text().strip(),
            about_me=self.about_me.isChecked(),
            happened_at=self._happened_at(),
            person_id=self._person_id(),
        )

    def check(self) -> bool:
        """Return whether it can be kept; else say what is missing, with the keyboard there."""
        if not (self.day.check() and self.clock.check()):
            return False
        if not self.written:
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        return True

    def clear(self) -> None:
        """Empty it for the next note; who writes stays."""
        self.form.show(self._empty() | {"author": self.author.text()})
        self._show_kind()

    def look_at_person(self) -> None:
        """Write for whom is looked at now, unless something is written already."""
        if not self.written_anything:
            self.whom.show_person(self._desk.whom.written_for)

    def offer_author(self, author: str) -> None:
        """Name who wrote last as the author, where nothing is written yet; it is no draft by itself."""
        if author and not self.author.text() and not self.form.is_changed:
            self.author.setText(author)
            self.form.take_as_kept()

    @property
    def written_anything(self) -> bool:
        """Whether there is a word or an answer."""
        return bool(self.edit.toPlainText().strip()) or bool(self.answers.answers)

    def _person_id(self) -> PersonId | None:
        several = len(self._desk.whom.people) > 1
        return self.whom.person_id if several or self._note is None else self._note.person_id

    def _happened_at(self) -> Millis | None:
        day, clock = self.day.day(), self.clock.clock()
        if self._note is not None and _moment_words(self._note.at) == (day, clock):
            return self._note.at
        if day is None and clock is None:
            return None
        moment = datetime.combine(day or day_of(self._desk.clock.now()), clock or _NOON)
        return from_datetime(moment.astimezone())

    def _empty(self) -> dict[str, str]:
        person = self._desk.whom.written_for
        return {
            "text": "",
            "answers": "",
            "kind": NoteKind.DAILY_LOG.value,
            "tags": "",
            "author": "",
            "about-me": "",
            "day": "",
            "time": "",
            "person": "" if person is None else str(person),
        }

    def _add_parts(self) -> None:
        form = self.form
        form.add(text_part("text", self.edit))
        form.add(choice_part("kind", self.kind))
        form.add(self.answers.part("answers"))
        form.add(line_part("tags", self.tags))
        form.add(line_part("author", self.author))
        form.add(tick_part("about-me", self.about_me))
        form.add(self.day.part("day"))
        form.add(self.clock.part("time"))
        form.add(self.whom.part())

    def _show_kind(self) -> None:
        self.answers.set_kind(NoteKind(self.kind.current))

    def _fold(self) -> None:
        self._folded.setVisible(self.more.isChecked())
        self.folded.emit()

    def _lay_out(self, desk: CareDesk) -> None:
        theme = desk.theme
        column = Column(theme, gap=12, parent=self)
        column.addWidget(self.edit)
        column.addWidget(self.whom)
        column.addWidget(self.answers)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        inner = Column(theme, gap=12, parent=self._folded)
        kinds = Column(theme, gap=6)
        kinds.addWidget(PlainLabel(_("Kind of note"), role=TypeRole.STRONG))
        kinds.addWidget(self.kind)
        inner.addLayout(kinds)
        hint = _("Words to find it by, with commas between them.")
        inner.addWidget(Field(theme, _("Tags"), self.tags, hint=hint))
        inner.addWidget(Field(theme, _("Who wrote it"), self.author))
        inner.addWidget(self.day)
        inner.addWidget(self.clock)
        inner.addWidget(self.about_me)
        column.addWidget(self._folded)
        self._folded.setVisible(False)


def _kinds() -> list[ChipChoice]:
    labels = kind_labels()
    words = {**labels, NoteKind.DAILY_LOG: _("Note or daily log")}
    return [ChipChoice(key=kind.value, text=words[kind]) for kind in NoteKind if kind is not NoteKind.NOTE]


def _values_of(note: Note) -> dict[str, str]:
    day, clock = _moment_words(note.at)
    kind = NoteKind.DAILY_LOG if note.kind is NoteKind.NOTE else note.kind
    return {
        "text": note.text,
        "kind": kind.value,
        "answers": json.dumps(dict(note.answers), sort_keys=True) if note.answers else "",
        "tags": ", ".join(note.tags),
        "author": note.author,
        "about-me": "yes" if note.about_me else "",
        "day": typed_day(day),
        "time": spoken_clock(clock),
        "person": "" if note.person_id is None else str(note.person_id),
    }


def _moment_words(at: Millis) -> tuple[date, time]:
    moment = to_datetime(at).astimezone()
    return moment.date(), moment.time().replace(second=0, microsecond=0)
