"""The journal: a place to write that saves itself, and below it what was written before, newest first."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import format_clock, format_day
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDesk, CareDone
from caregiver_app.ui.care.private_fields import PrivateText
from caregiver_app.ui.care.tab import CareTab
from caregiver_app.ui.theme import TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.card import Card, Hairline
from caregiver_app.ui.widgets.layouts import Column, Row
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.notes import NewNote, Note
from caregiver_app.vault.people import PersonId
from caregiver_app.vault.store import Vault

_DRAFT = "note/new"
_SHOWN = 50


class JournalTab(CareTab):
    """The tab "Journal"."""

    def __init__(self, desk: CareDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Journal"), parent=parent)
        self.edit = PrivateText(desk.theme, name=_("What happened today"), lines=4)
        self.state = PlainLabel(role=TypeRole.SMALL, ink="text-2", wrap=True)
        self.done = Button(desk.theme, _("Done"), kind=ButtonKind.MAIN, name=_("Done: keep this note"))
        self.done.clicked.connect(self._keep)
        self.earlier = Card(desk.theme, _("Earlier"))
        self._listed = Column(desk.theme, gap=12)
        self.earlier.body.addLayout(self._listed)
        self.body.addWidget(self._today())
        self.body.addWidget(self.earlier)
        self._came_back = desk.drafts.follow(_DRAFT, self.edit)
        desk.drafts.saved.connect(self._saved)
        self._say_saved()

    def opened(self) -> None:
        """Ask for the notes of the person looked at."""
        shown = self.desk.whom.shown
        self.desk.ask(self, lambda vault: vault.notes.list(shown, limit=_SHOWN), self._show, key="journal")
        if self._came_back:
            self._came_back = False
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def new(self) -> bool:
        """Put the keyboard where one writes."""
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def _today(self) -> Card:
        today = format_day(self.desk.clock.now())
        # Translators: {day} is a day such as "Monday 23 November"
        card = Card(self.desk.theme, _("Today, {day}").format(day=today))
        card.body.addWidget(self.edit)
        row = Row(self.desk.theme, gap=12)
        row.addWidget(self.state, 1)
        row.addWidget(self.done)
        card.body.addLayout(row)
        return card

    def _say_saved(self) -> None:
        self.state.setText(_("Saved as you type."))

    def _saved(self, place: str) -> None:
        if place == _DRAFT:
            clock = format_clock(self.desk.clock.now())
            self.state.setText(_("Saved as you type. Last saved {time}.").format(time=clock))

    def _keep(self) -> None:
        text = self.edit.toPlainText().strip()
        if not text:
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        step = partial(_add, text=text, person_id=self.desk.whom.written_for, at=self.desk.clock.now())
        self.desk.do(step, kind="note", then=self._kept)

    def _kept(self) -> None:
        self.edit.clear()
        self.desk.drafts.finish(_DRAFT)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, notes: tuple[Note, ...]) -> None:
        while (item := self._listed.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.earlier.setVisible(bool(notes))
        for place, note in enumerate(notes):
            if place:
                self._listed.addWidget(Hairline(self.desk.theme))
            self._listed.addWidget(_NoteRow(self.desk, note))


class _NoteRow(QWidget):
    def __init__(self, desk: CareDesk, note: Note) -> None:
        super().__init__()
        column = Column(desk.theme, gap=4, parent=self)
        column.addWidget(PlainLabel(format_day(note.at), role=TypeRole.STRONG, wrap=True))
        column.addWidget(PlainLabel(note.text, wrap=True))


def _add(vault: Vault, *, text: str, person_id: PersonId | None, at: Millis) -> CareDone:
    note_id = vault.notes.add(NewNote(text=text, person_id=person_id), at=at)
    return CareDone(text=_("Note kept."), undo=lambda notes, then: notes.notes.delete(note_id, at=then))
