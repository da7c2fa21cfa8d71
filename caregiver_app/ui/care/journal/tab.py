"""The journal: a place to write that saves itself, and below it what was written before, newest first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from caregiver_app.model.time import Millis, day_of
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import shorten
from caregiver_app.ui.care.appointments.next_visit import NextVisit, NextVisitCard, read_next
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.erasing.ways import ask_to_erase
from caregiver_app.ui.care.journal.change_place import ChangePlace
from caregiver_app.ui.care.journal.earlier_card import EarlierCard, EarlierWish
from caregiver_app.ui.care.journal.medicines_card import MedicinesCard, MedicinesInShort, read_medicines
from caregiver_app.ui.care.journal.note_looks import JournalPage, NoteLook, NotePage, read_journal, read_note
from caregiver_app.ui.care.journal.note_place import NotePlace
from caregiver_app.ui.care.journal.steps import AUTHOR, delete_note
from caregiver_app.ui.care.journal.write_card import WriteCard
from caregiver_app.ui.care.menu import Action, open_menu
from caregiver_app.ui.care.parts.form_drawer import open_form
from caregiver_app.ui.care.parts.gone import if_there
from caregiver_app.ui.care.parts.kept import KeptCallout, is_kept
from caregiver_app.ui.care.parts.placed_tab import PlacedTab
from caregiver_app.ui.care.questions.question_drawer import OF_NOTE, QuestionDrawer
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.option_list import Option
from caregiver_app.vault.records.notes import Note, NoteId
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.store import Vault

_QUESTION_CHARS = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalRead:
    """All that the front shows."""

    journal: JournalPage = field(repr=False)
    visit: NextVisit | None = field(repr=False)
    medicines: MedicinesInShort = field(repr=False)


class JournalTab(PlacedTab):
    """The tab "Journal"."""

    def __init__(self, desk: CareDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Journal"), parent=parent)
        self.write = WriteCard(desk)
        self.kept = KeptCallout(desk)
        self.earlier = EarlierCard(desk)
        self.visit = NextVisitCard(desk)
        self.medicines = MedicinesCard(desk)
        for part in (self.kept, self.write, self.earlier):
            self.front.main.addWidget(part)
        for card in (self.visit, self.medicines):
            self.front.side.addWidget(card)
        self.visit.setVisible(False)
        self.kept.setVisible(False)
        self.edit, self.done = self.write.writer.edit, self.write.done
        self._began = False
        self.write.question_asked.connect(self._ask_about)
        self.earlier.wanted.connect(self.opened)
        self.earlier.opened.connect(self.open_note)
        self.earlier.more_asked.connect(self._open_menu)
        desk.whom.changed.connect(self.write.writer.look_at_person)

    def opened(self) -> None:
        """Ask for what the front shows, or for the note that is open."""
        if isinstance(self.place, NotePlace):
            self.place.refresh()
        self.write.show_day()
        kept = is_kept(self.desk)
        self.kept.setVisible(kept)
        self.write.setVisible(not kept)
        asked, shown, now = self.earlier.wish, self.desk.whom.shown, self.desk.clock.now()
        self.desk.ask(self, lambda vault: _read(vault, asked, shown, now), self._show, key="journal")
        if not self._began:
            self._began = True
            QTimer.singleShot(0, self, self._take_up)

    def new(self) -> bool:
        """Put the keyboard where one writes."""
        if is_kept(self.desk):
            return False
        if self.place is not None:
            self.close_place()
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def show_record(self, record_id: int) -> None:
        """Open a note."""
        self.open_note(NoteId(record_id))

    def open_note(self, note_id: NoteId) -> None:
        """Show one note in full."""
        self._read_then(note_id, self._show_note)

    def _show(self, read: JournalRead) -> None:
        self.earlier.show_page(read.journal)
        self.visit.show_next(read.visit)
        self.medicines.show_medicines(read.medicines)
        self.write.offer_author(read.journal.author)

    def _take_up(self) -> None:
        """Open again what was being written when the notes were locked."""
        if self.write.came_back and not is_kept(self.desk):
            self.write.begin()
        numbers = (place.removeprefix("note/") for place in self.desk.drafts.waiting("note/"))
        note = next((NoteId(int(number)) for number in numbers if number.isdecimal()), None)
        of_note = next(iter(self.desk.drafts.waiting(OF_NOTE)), "").removeprefix(OF_NOTE)
        if note is not None:
            self._read_then(note, self._show_change)
        elif of_note.isdecimal():
            self._ask_about(NoteId(int(of_note)), "")

    def _show_note(self, page: NotePage) -> None:
        place = NotePlace(self.desk, page)
        place.change_asked.connect(self._change)
        place.question_asked.connect(self._ask_about)
        self.open_place(place)

    def _change(self, note_id: NoteId) -> None:
        """Open a note for changing."""
        self._read_then(note_id, self._show_change)

    def _show_change(self, page: NotePage) -> None:
        place = ChangePlace(self.desk, page)
        place.kept.connect(lambda: self.open_note(page.note.id))
        self.open_place(place)

    def _read_then(self, note_id: NoteId, show: Callable[[NotePage], None]) -> None:
        now = self.desk.clock.now()
        read = if_there(lambda vault: read_note(vault, note_id, now=now))
        self.desk.ask(self, read, lambda page: None if page is None else show(page), key="note")

    def _ask_about(self, note_id: NoteId, text: str) -> None:
        """Open a question that is made from a note, about the same person."""

        def show(note: Note | None) -> None:
            if note is not None:
                drawer = QuestionDrawer(self.desk, note_id=note_id, text=text, person_id=note.person_id)
                open_form(self.desk, drawer)

        self.desk.ask(self, if_there(lambda vault: vault.notes.get(note_id)), show, key="note-asked")

    def _open_menu(self, look: NoteLook, anchor: QWidget) -> None:
        change: Option[Action] = Option(value=partial(self._change, look.id), text=_("Change"), icon=Icon.NOTES)
        ask: Option[Action] = Option(
            value=partial(self._ask_about, look.id, shorten(look.text, _QUESTION_CHARS)),
            text=_("Ask the doctor about this"),
            icon=Icon.QUESTION,
        )
        delete: Option[Action] = Option(value=partial(self._delete, look), text=_("Delete"), icon=Icon.TRASH)
        erase: Option[Action] = Option(
            value=lambda: ask_to_erase(self.desk, "note", look.id), text=_("Delete for good"), icon=Icon.CLOSE
        )
        # Translators: heading over what deletes a note for good, apart from all else
        apart: Option[Action] = Option(value=None, text=_("Cannot be undone"))
        first = [] if is_kept(self.desk, look.person_id) else [change, ask]
        open_menu(self.desk, anchor, _("More for this note"), [*first, delete, apart, erase])

    def _delete(self, look: NoteLook) -> None:
        at = self.desk.clock.now()
        self.desk.do(partial(delete_note, note_id=look.id, day=look.day, at=at), kind="note")


def _read(vault: Vault, asked: EarlierWish, person_id: PersonId | None, now: Millis) -> JournalRead:
    return JournalRead(
        journal=read_journal(vault, person_id, tag=asked.tag, limit=asked.limit, now=now, author_setting=AUTHOR),
        visit=read_next(vault, person_id, now=now),
        medicines=read_medicines(vault, person_id, today=day_of(now)),
    )
