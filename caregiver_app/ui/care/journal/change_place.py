"""Changing a note: the same part that writes one, with what it says now. A draft until Done."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import format_clock
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.attached.dropping import FileDrop
from caregiver_app.ui.care.attached.part import AttachedPart
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.journal.note_looks import NotePage
from caregiver_app.ui.care.journal.steps import change_note
from caregiver_app.ui.care.journal.writer import NoteWriter
from caregiver_app.ui.care.parts.placed_tab import InnerPlace, back_to
from caregiver_app.ui.theme import TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.layouts import Row
from caregiver_app.ui.widgets.plain import PlainLabel


def change_draft(note_id: int) -> str:
    """Return the place of the draft."""
    return f"note/{note_id}"


class ChangePlace(InnerPlace):
    """`kept` comes when it was saved."""

    kept = Signal()

    def __init__(self, desk: CareDesk, page: NotePage, *, parent: QWidget | None = None) -> None:
        heading = _("Change the note of {day}").format(day=page.look.day)
        super().__init__(desk.theme, heading, back=back_to(_("Journal")), parent=parent)
        self._desk = desk
        self.note_id = page.note.id
        self.writer = NoteWriter(desk, change_draft(page.note.id), page.note)
        self.state = PlainLabel(_("Saved as you type."), role=TypeRole.SMALL, ink="text-2", wrap=True)
        self.done = Button(desk.theme, _("Done"), kind=ButtonKind.MAIN, name=_("Done: keep the change"))
        self.done.clicked.connect(self._keep)
        desk.drafts.saved.connect(self._saved)
        desk.changed.connect(self._stop_working)
        self.files = AttachedPart(desk, "note", page.note.id)
        self.drop = FileDrop(self.writer.edit, self)
        self.drop.dropped.connect(self.files.ask_to_add)
        card = Card(desk.theme)
        card.body.addWidget(self.writer)
        row = Row(desk.theme, gap=12)
        row.addWidget(self.state, 1)
        row.addWidget(self.done)
        card.body.addLayout(row)
        self.body.addWidget(card)
        files = Card(desk.theme)
        files.setAccessibleName(self.files.accessibleName())
        files.body.addWidget(self.files)
        self.body.addWidget(files)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._keep)

    def begin(self) -> None:
        """Put the keyboard into the text, or where the draft was left."""
        self.writer.form.focus()

    def closing(self) -> None:
        """Keep what is typed as a draft."""
        self.writer.form.leave()

    def _saved(self, place: str) -> None:
        if place == self.writer.form.place:
            self.state.setText(_("Saved {time}").format(time=format_clock(self._desk.clock.now())))

    def _keep(self) -> None:
        if self.done.signalsBlocked() or not self.writer.check():
            return
        step = partial(change_note, note_id=self.note_id, written=self.writer.written, at=self._desk.clock.now())
        if not self.writer.form.is_changed:
            self._close()
            return
        self.done.set_working(True)
        self._desk.do(step, kind="note", then=self._close)

    def _stop_working(self) -> None:
        self.done.set_working(False)

    def _close(self) -> None:
        self.writer.form.finish()
        self.kept.emit()
