"""One note in full, as it reads: its text, answers, pages it speaks of, what it said before; and what can be done."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import shorten
from caregiver_app.ui.care.attached.dropping import FileDrop
from caregiver_app.ui.care.attached.part import AttachedPart
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.journal.note_looks import NotePage, read_note
from caregiver_app.ui.care.journal.steps import delete_note
from caregiver_app.ui.care.journal.versions_part import VersionsPart
from caregiver_app.ui.care.parts.citations import CitationsPart
from caregiver_app.ui.care.parts.kept import is_kept
from caregiver_app.ui.care.parts.note_view import NoteView
from caregiver_app.ui.care.parts.placed_tab import InnerPlace, back_to
from caregiver_app.ui.theme import Icon, Tone, TypeRole
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.layouts import Column, Flow
from caregiver_app.ui.widgets.pill import Pill
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.records.notes import NoteId

_QUESTION_CHARS = 300


class NotePlace(InnerPlace):
    """`change_asked` carries the number of the note, `question_asked` number and text."""

    change_asked = Signal(int)
    question_asked = Signal(int, str)

    def __init__(self, desk: CareDesk, page: NotePage, *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, page.look.day, back=back_to(_("Journal")), parent=parent)
        self._desk = desk
        self._page = page
        self.note_id: NoteId = page.note.id
        self.card = Card(desk.theme)
        self.citations = CitationsPart(desk, "note", page.note.id)
        self.files = AttachedPart(desk, "note", page.note.id)
        self.drop = FileDrop(self)
        self.drop.dropped.connect(self.files.ask_to_add)
        self.versions = VersionsPart(desk)
        self.view: NoteView | None = None
        self.body.addWidget(self.card)
        self._shown = QWidget()
        self.card.body.addWidget(self._shown)
        self.change = Button(desk.theme, _("Change"), icon=Icon.NOTES, name=_("Change this note"))
        self.ask = Button(desk.theme, _("Ask the doctor about this"), icon=Icon.QUESTION)
        self.delete = Button(desk.theme, _("Delete"), icon=Icon.TRASH, name=_("Delete this note"))
        self.change.clicked.connect(lambda: self.change_asked.emit(self.note_id))
        self.ask.clicked.connect(self._ask)
        self.delete.clicked.connect(self._delete)
        self._add_buttons()
        for part in (self.files, self.citations, self.versions):
            card = Card(desk.theme)
            card.setAccessibleName(part.accessibleName())
            card.body.addWidget(part)
            self.body.addWidget(card)
        self.show_page(page)

    def refresh(self) -> None:
        """Read the note anew, after a step; it closes where the note is gone."""
        now = self._desk.clock.now()
        self._desk.ask(
            self,
            lambda vault: read_note(vault, self.note_id, now=now),
            self.show_page,
            key="note",
            failed=lambda _error: self.left.emit(),
        )

    def show_page(self, page: NotePage) -> None:
        """Show the note as it is now."""
        self._page = page
        self.read_about = page.note.person_id
        shown = QWidget()
        self._fill(Column(self._desk.theme, gap=10, parent=shown), page)
        self.card.body.replaceWidget(self._shown, shown)
        self._shown.hide()
        self._shown.deleteLater()
        self._shown = shown
        shown.show()
        kept = is_kept(self._desk, page.note.person_id)
        self.citations.show_citations(page.citations, kept=kept)
        self.versions.show_versions(page.versions, kept=kept)
        for button in (self.change, self.ask):
            button.setVisible(not kept)

    def _fill(self, column: Column, page: NotePage) -> None:
        theme, note = self._desk.theme, page.note
        column.addWidget(PlainLabel(page.look.about, ink="text-2", wrap=True))
        pills = [Pill(theme, tag, tone=Tone.PRIVATE) for tag in note.tags]
        if page.look.kind:
            pills.insert(0, Pill(theme, page.look.kind, tone=Tone.PRIVATE, icon=Icon.NOTES))
        if note.about_me:
            pills.append(Pill(theme, _("About me"), tone=Tone.PRIVATE, icon=Icon.PERSON))
        if pills:
            holder = QWidget()
            flow = Flow(theme, gap=6, parent=holder)
            for pill in pills:
                flow.addWidget(pill)
            column.addWidget(holder)
        self.view = None
        if note.text.strip():
            self.view = NoteView(self._desk, _("Text of the note"), page.html)
            column.addWidget(self.view)
        for label, answer in page.answers:
            column.addWidget(PlainLabel(label, role=TypeRole.STRONG, wrap=True))
            column.addWidget(PlainLabel(answer, wrap=True))

    def _add_buttons(self) -> None:
        holder = QWidget()
        flow = Flow(self._desk.theme, gap=8, parent=holder)
        for button in (self.change, self.ask, self.delete):
            flow.addWidget(button)
        self.card.body.addWidget(holder, 0, Qt.AlignmentFlag(0))

    def _ask(self) -> None:
        self.question_asked.emit(self.note_id, shorten(self._page.look.text, _QUESTION_CHARS))

    def _delete(self) -> None:
        at = self._desk.clock.now()
        step = partial(delete_note, note_id=self.note_id, day=self._page.look.day, at=at)
        self.left.emit()
        self._desk.do(step, kind="note")
