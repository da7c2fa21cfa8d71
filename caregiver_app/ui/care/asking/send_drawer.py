"""Choosing what to send to somebody one trusts: questions, notes, to whom, and why. Nothing is written down yet."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.errors import AskError, AskTrouble, RecordRefused
from caregiver_app.model.time import day_of
from caregiver_app.support.i18n import format_near_day
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import sentence_for
from caregiver_app.ui.announce import announce
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.parts.day_field import DayField
from caregiver_app.ui.care.private_fields import PrivateLine
from caregiver_app.ui.theme import Icon, Tone, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.chips import ChipChoice, ChipGroup
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.exchange.composing import Wishes
from caregiver_app.vault.exchange.correspondents import Correspondent, CorrespondentId
from caregiver_app.vault.records.note_html import note_text
from caregiver_app.vault.records.notes import Note
from caregiver_app.vault.records.questions import Question, QuestionState
from caregiver_app.vault.store import Vault

_MOST_NOTES = 30
_SHOWN_CHARS = 160
_USUAL_DAYS = 7
_ASKABLE = (QuestionState.OPEN, QuestionState.ASKED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choosable:
    """What may be sent, and the people whose keys were compared."""

    questions: tuple[Question, ...] = field(repr=False)
    notes: tuple[Note, ...] = field(repr=False)
    people: tuple[Correspondent, ...] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What is to go, as a request is composed of it."""

    wishes: Wishes = field(repr=False)
    questions: tuple[int, ...]
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HalfDone:
    """What was ticked and typed in a drawer that was left; `typed` in the order of its fields."""

    questions: tuple[int, ...]
    notes: tuple[int, ...]
    to: str
    typed: tuple[str, ...] = field(repr=False)


class SendDrawer(Drawer):
    """`wanted` carries the `Chosen`; `key_wanted` asks for the drawer with people's keys.

    `half_done` is what one comes back to.
    """

    wanted = Signal(object)
    key_wanted = Signal()

    def __init__(self, desk: CareDesk, half_done: HalfDone | None = None, *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("Send to someone I trust"), parent=parent)
        self._desk = desk
        self._came_back = half_done
        self._today = day_of(desk.clock.now())
        self.questions: dict[int, CheckBox] = {}
        self.notes: dict[int, CheckBox] = {}
        self._is_filled = False
        self.to: ChipGroup | None = None
        self.why = Field(
            desk.theme, _("Why you send it"), PrivateLine(), hint=_("For your own record. It does not go along.")
        )
        self.from_whom = Field(desk.theme, _("From"), PrivateLine(), hint=_("As they know you. It may stay empty."))
        self.about = Field(desk.theme, _("About"), PrivateLine(), hint=_("For example a first name, or nothing."))
        self.call = Field(desk.theme, _("If it cannot wait, call"), PrivateLine(), hint=_("A number you both know."))
        self.day = DayField(desk.theme, _("Answer expected by"), today=self._today)
        self.day.show_day(self._today + timedelta(days=_USUAL_DAYS))
        self.preview = Button(desk.theme, _("See what goes"), kind=ButtonKind.MAIN)
        self.keys = Button(desk.theme, _("People I trust"))
        self.preview.clicked.connect(self._go_on)
        self.keys.clicked.connect(self.key_wanted)
        self.add_foot(self.preview, self.keys)
        desk.ask(self, _read, self._show, key="asking")

    def half_done(self) -> HalfDone | None:
        """Return what was ticked and typed so far, None before it could be."""
        if not self._is_filled:
            return None
        return HalfDone(
            questions=_ticked(self.questions),
            notes=_ticked(self.notes),
            to=self.to.current if self.to is not None else "",
            typed=tuple(line.text() for line in self._lines),
        )

    def refuse(self, error: BaseException) -> None:
        """Say what was wrong, beside what it is about where it is about one thing."""
        places = {AskTrouble.NO_REASON: self.why, AskTrouble.DAY_PASSED: self.day.field}
        place = places.get(error.kind) if isinstance(error, AskError) else None
        if place is not None and isinstance(error, AskError):
            place.show_error(sentence_for(error).message)
        else:
            self._desk.tell(error)

    def _show(self, found: Choosable) -> None:
        holder = QWidget()  # shown as one: each part that is shown by itself would have all of them laid out once more
        parts = Column(self._desk.theme, gap=16, parent=holder)
        parts.addWidget(
            Callout(
                self._desk.theme,
                Tone.PRIVATE,
                Icon.LOCK,
                _("Only they can open it"),
                _("You see exactly what goes before anything is saved. You send the file yourself."),
            )
        )
        self._add_boxes(parts, _("Questions"), {int(each.id): each.text for each in found.questions}, self.questions)
        now = self._desk.clock.now()
        titles = {int(each.id): f"{format_near_day(each.at, now)}: {_note_words(each)}" for each in found.notes}
        self._add_boxes(parts, _("Notes"), titles, self.notes)
        self._add_people(parts, found.people)
        for part in (self.why, self.from_whom, self.about, self.call, self.day):
            parts.addWidget(part)
        self.body.addWidget(holder)
        holder.show()
        if self._came_back is not None:
            self._put_back(self._came_back)
        self._is_filled = True
        first = next(iter((*self.questions.values(), *self.notes.values())), self.why.control)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _lines(self) -> tuple[PrivateLine, ...]:
        controls = (self.why.control, self.from_whom.control, self.about.control, self.call.control, self.day.line)
        return tuple(line for line in controls if isinstance(line, PrivateLine))

    def _put_back(self, left: HalfDone) -> None:
        for boxes, ticked in ((self.questions, left.questions), (self.notes, left.notes)):
            for number in ticked:
                if number in boxes:
                    boxes[number].setChecked(True)
        for line, typed in zip(self._lines, left.typed, strict=True):
            line.setText(typed)
        if self.to is not None:
            with suppress(KeyError):  # their key was removed meanwhile, or they were not chosen yet
                self.to.set_current(left.to)

    def _add_boxes(self, parts: Column, heading: str, texts: dict[int, str], boxes: dict[int, CheckBox]) -> None:
        parts.addWidget(PlainLabel(heading, role=TypeRole.STRONG))
        if not texts:
            parts.addWidget(PlainLabel(_("There is nothing to choose here."), ink="text-2"))
        for number, text in texts.items():
            boxes[number] = CheckBox(self._desk.theme, text[:_SHOWN_CHARS])
            parts.addWidget(boxes[number])

    def _add_people(self, parts: Column, people: tuple[Correspondent, ...]) -> None:
        parts.addWidget(PlainLabel(_("To"), role=TypeRole.STRONG))
        if not people:
            parts.addWidget(PlainLabel(_nobody(), ink="text-2", wrap=True))
            return
        choices = [ChipChoice(key=str(each.id), text=each.name) for each in people]
        self.to = ChipGroup(self._desk.theme, _("To"), choices)
        self.to.set_current(choices[0].key)
        parts.addWidget(self.to)

    def _go_on(self) -> None:
        """Ask for what is missing, else have it composed."""
        questions, notes = _ticked(self.questions), _ticked(self.notes)
        if self.to is None:
            self._desk.say(_nobody(), icon=Icon.PERSON, kind="asking")
            self.keys.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not questions and not notes:
            announce(_("Choose a question or a note."), urgent=True)
            self._desk.say(_("Choose a question or a note."), icon=Icon.QUESTION, kind="asking")
        elif self.day.check(needed=True):
            self.wanted.emit(Chosen(wishes=self._wishes(self.to), questions=questions, notes=notes))

    def _wishes(self, to: ChipGroup) -> Wishes:
        return Wishes(
            to=CorrespondentId(int(to.current)),
            answer_by=self._answer_by(),
            why=_text(self.why),
            sender=_text(self.from_whom),
            about=_text(self.about),
            call=_text(self.call),
        )

    def _answer_by(self) -> date:
        try:
            return self.day.day() or self._today
        except RecordRefused:
            return self._today


def _read(vault: Vault) -> Choosable:
    return Choosable(
        questions=vault.questions.list(states=_ASKABLE),
        notes=vault.notes.list(limit=_MOST_NOTES),
        people=tuple(each for each in vault.exchange.correspondents.list() if each.compared_at is not None),
    )


def _ticked(boxes: dict[int, CheckBox]) -> tuple[int, ...]:
    return tuple(number for number, box in boxes.items() if box.isChecked())


def _nobody() -> str:
    return _("Nobody's key was compared yet. Open “People I trust” to add a key.")


def _note_words(note: Note) -> str:
    words = " ".join((note_text(note.text) or " ".join(note.answers.values())).split())
    # Translators: behind a note that is about the carer, in a list of notes to choose from
    about_me = _("about me")
    return f"{words} ({about_me})" if note.about_me else words


def _text(of: Field) -> str:
    control = of.control
    return control.text() if isinstance(control, PrivateLine) else ""
