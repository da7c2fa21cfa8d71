"""The card of today: write at once, everything saves itself, Done keeps it as a note."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from caregiver_app.model.time import Millis, day_of
from caregiver_app.support.i18n import format_clock, format_day
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.attached.new_note import NewNoteFiles
from caregiver_app.ui.care.desk import CareDesk, CareDone
from caregiver_app.ui.care.journal.steps import add_note
from caregiver_app.ui.care.journal.writer import NoteWriter
from caregiver_app.ui.care.parts.headed_card import HeadedCard
from caregiver_app.ui.theme import Icon, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.layouts import Flow
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.records.notes import NoteId
from caregiver_app.vault.store import Vault

DRAFT = "note/new"


class WriteCard(HeadedCard):
    """`question_asked` carries number and text of the note that was just kept, of which a question is to be made."""

    question_asked = Signal(int, str)

    def __init__(self, desk: CareDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _heading(desk.clock.now()), parent=parent)
        self._desk = desk
        self.writer = NoteWriter(desk, DRAFT)
        self.state = PlainLabel(_("Saved as you type."), role=TypeRole.SMALL, ink="text-2", wrap=True)
        self.ask = Button(desk.theme, _("Ask the doctor about this"), kind=ButtonKind.QUIET, icon=Icon.QUESTION)
        self.done = Button(desk.theme, _("Done"), kind=ButtonKind.MAIN, name=_("Done: keep this note"))
        self.done.clicked.connect(self.keep)
        self.ask.clicked.connect(self._keep_and_ask)
        desk.drafts.saved.connect(self._saved)
        desk.changed.connect(self._take_words_again)  # a method: the desk outlives this card
        self.files = NewNoteFiles(desk, self.writer.check, self._keep_then)
        self.files.listen(self.writer.edit, self)
        self._lay_out()
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.keep)

    @property
    def came_back(self) -> bool:
        """Whether something was being written before the notes were opened."""
        return self.writer.came_back

    def show_day(self) -> None:
        """Say which day it is: the night may have come since."""
        now = self._desk.clock.now()
        self.set_heading(_heading(now))
        self.writer.day.set_today(day_of(now))

    def begin(self) -> None:
        """Put the keyboard where one writes, or where the draft was left."""
        self.writer.form.focus()

    def offer_author(self, author: str) -> None:
        """Write down who wrote last, where nobody is named and nothing is written yet."""
        self.writer.offer_author(author)

    def keep(self) -> None:
        """Keep what is written as a note."""
        self._keep(lambda _note_id, _text: None)

    def _keep_then(self, then: Callable[[NoteId], object]) -> None:
        self._keep(lambda note_id, _text: then(note_id))

    def _keep_and_ask(self) -> None:
        self._keep(self.question_asked.emit)

    def _keep(self, then: Callable[[NoteId, str], object]) -> None:
        if self.writer.edit.isReadOnly() or not self.writer.check():
            return
        written = self.writer.written
        at = self._desk.clock.now()
        kept: list[NoteId] = []

        def step(vault: Vault) -> CareDone:
            note_id, done = add_note(vault, written, at=at)
            kept.append(note_id)
            return done

        def done() -> None:
            self._kept()
            then(kept[0], written.text)

        self._wait(True)
        self._desk.do(step, kind="note", then=done)

    def _wait(self, waits: bool) -> None:
        """Take no more words while a note is being kept: they would belong to the next one."""
        self.writer.edit.setReadOnly(waits)

    def _take_words_again(self) -> None:
        self._wait(False)

    def _kept(self) -> None:
        self.writer.clear()
        self.writer.form.finish()
        self.state.setText(_("Saved as you type."))
        self.writer.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _saved(self, place: str) -> None:
        if place == DRAFT and self.writer.written_anything:
            self.state.setText(_("Saved {time}").format(time=format_clock(self._desk.clock.now())))

    def _lay_out(self) -> None:
        self.body.addWidget(self.writer)
        self.body.addWidget(self.files)
        holder = QWidget()
        flow = Flow(self._desk.theme, gap=12, parent=holder)
        flow.addWidget(self.files.add)
        flow.addWidget(self.ask)
        flow.addWidget(self.done)
        self.body.addWidget(self.state)
        self.body.addWidget(holder)


def _heading(now: Millis) -> str:
    # Translators: {day} is a day such as "Monday 23 November"
    return _("Today, {day}").format(day=format_day(now))
