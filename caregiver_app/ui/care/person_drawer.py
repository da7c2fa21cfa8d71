"""The drawer about one person: name, how things stand, whether they know of the notes, what matters to them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.time import day_of
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.attached.part import AttachedPart
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.drafting import Written
from caregiver_app.ui.care.person_steps import AboutPerson, change_person, take_off
from caregiver_app.ui.care.person_words import (
    consent_words,
    situation_words,
    what_follows,
    whom_to_talk_to,
    whom_to_tell,
)
from caregiver_app.ui.care.private_fields import PrivateLine, PrivateText
from caregiver_app.ui.theme import Icon, Tone, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.chips import ChipChoice, ChipGroup
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.records.people import Consent, Person, Situation

_LONGEST_NAME = 80


class PersonDrawer(Drawer):
    """`done` comes when it may close. What is typed is a draft until Done."""

    done = Signal()
    _changed = Signal()

    def __init__(self, desk: CareDesk, person: Person, *, parent: QWidget | None = None) -> None:
        # Translators: {name} is what a person is called
        super().__init__(desk.theme, _("About {name}").format(name=person.name), parent=parent)
        self._desk = desk
        self._person = person
        self._place = f"person/{person.id}"
        theme = desk.theme
        self.name = PrivateLine(person.name, longest=_LONGEST_NAME)
        self.situation = ChipGroup(theme, _("How things stand"), _chips(situation_words()))
        self.follows = Callout(theme, Tone.INFO, Icon.INFO, "")
        self.tell = PlainLabel(wrap=True)
        self.talk = PlainLabel(wrap=True, selectable=True)
        self.consent = ChipGroup(theme, _("Do they know of these notes?"), _chips(consent_words()))
        self.consent_note = PrivateLine(person.consent_note)
        self.matters = PrivateText(theme, name=_("What matters to them"), lines=4)
        self.files = AttachedPart(desk, "person", person.id)
        self.save = Button(theme, _("Done"), kind=ButtonKind.MAIN)
        self.remove = Button(theme, _("Delete"), icon=Icon.TRASH, name=_("Delete {name}").format(name=person.name))
        self._lay_out()
        self._show(
            AboutPerson(
                name=person.name,
                situation=person.situation,
                consent=person.consent,
                consent_note=person.consent_note,
                matters=person.matters,
            )
        )
        self._connect()

    def _connect(self) -> None:
        self.situation.chosen.connect(lambda _key: self._say_what_follows())
        for signal in (self.name.textEdited, self.consent_note.textEdited, self.situation.chosen, self.consent.chosen):
            signal.connect(lambda _value: self._changed.emit())
        self.matters.textChanged.connect(self._changed)
        self.save.clicked.connect(self._save)
        self.remove.clicked.connect(self._remove)
        self._desk.drafts.follow_form(self._place, capture=self._written, restore=self._restore, changed=self._changed)

    def begin_at_situation(self) -> None:
        """Put the keyboard to how things stand."""
        self.situation.chip(self.situation.current).setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Keep what is typed as a draft: the drawer was closed without Done."""
        self._desk.drafts.leave(self._place)

    @property
    def about(self) -> AboutPerson:
        """What stands in the drawer now."""
        return AboutPerson(
            name=self.name.text().strip() or self._person.name,
            situation=Situation(self.situation.current),
            consent=Consent(self.consent.current),
            consent_note=self.consent_note.text().strip(),
            matters=self.matters.toPlainText().strip(),
        )

    def _written(self) -> Written:
        about, person = self.about, self._person
        is_same = (about.name, about.situation, about.consent, about.consent_note, about.matters) == (
            person.name,
            person.situation,
            person.consent,
            person.consent_note,
            person.matters,
        )
        if is_same:
            return Written()
        return Written(
            text=about.matters,
            cursor=self.matters.textCursor().position(),
            more={
                "name": about.name,
                "situation": about.situation.value,
                "consent": about.consent.value,
                "consent_note": about.consent_note,
            },
        )

    def _restore(self, written: Written) -> None:
        more = written.more
        self._show(
            AboutPerson(
                name=more.get("name", self._person.name),
                situation=Situation(more.get("situation", self._person.situation)),
                consent=Consent(more.get("consent", self._person.consent)),
                consent_note=more.get("consent_note", ""),
                matters=written.text,
            )
        )

    def _show(self, about: AboutPerson) -> None:
        self.name.setText(about.name)
        self.situation.set_current(about.situation.value)
        self.consent.set_current(about.consent.value)
        self.consent_note.setText(about.consent_note)
        self.matters.setPlainText(about.matters)
        self._say_what_follows()

    def _say_what_follows(self) -> None:
        situation = Situation(self.situation.current)
        words = what_follows(situation)
        if words is not None:
            self.follows.set_message(*words)
        self.follows.setVisible(words is not None)
        died = situation is Situation.DIED
        today = day_of(self._desk.clock.now())
        self.talk.setText(whom_to_talk_to(today) if died else "")
        self.tell.setText(whom_to_tell() if died else "")
        for label in (self.talk, self.tell):
            label.setVisible(died)

    def _save(self) -> None:
        at = self._desk.clock.now()
        today = day_of(at).isoformat()
        step = partial(change_person, person_id=self._person.id, about=self.about, on=today, at=at)
        self._desk.drafts.finish(self._place)
        self._desk.do(step, kind="person")
        self.done.emit()

    def _remove(self) -> None:
        self._desk.drafts.finish(self._place)
        self._desk.do(partial(take_off, person_id=self._person.id, at=self._desk.clock.now()), kind="person")
        self.done.emit()

    def _lay_out(self) -> None:
        theme = self._desk.theme
        self.body.addWidget(Field(theme, _("What you call them"), self.name))
        for heading, chips in (
            (_("How things stand"), self.situation),
            (_("Do they know of these notes?"), self.consent),
        ):
            part = Column(theme, gap=6)
            part.addWidget(PlainLabel(heading, role=TypeRole.STRONG, wrap=True))
            part.addWidget(chips)
            self.body.addLayout(part)
            if chips is self.situation:
                for widget in (self.follows, self.talk, self.tell):
                    self.body.addWidget(widget)
        self.body.addWidget(
            Field(theme, _("Who decided for them, and why"), self.consent_note, hint=_("Only if you decided for them."))
        )
        hint = _("In their own words: what helps, what they love, what they fear.")
        self.body.addWidget(Field(theme, _("What matters to them"), self.matters, hint=hint))
        self.body.addWidget(self.files)
        self.add_foot(self.save, self.remove)


def _chips(words: dict[str, str]) -> list[ChipChoice]:
    return [ChipChoice(key=key, text=text) for key, text in words.items()]
