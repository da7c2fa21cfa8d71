"""Files for a note that is still being written: the note is kept first, and they belong to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.attached.add_ask import AddAsk
from caregiver_app.ui.care.attached.adding import begin_adding
from caregiver_app.ui.care.attached.dropping import FileDrop
from caregiver_app.ui.care.attached.steps import Record
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.parts.target import ask_files
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.vault.records.notes import NoteId

Keep = Callable[[Callable[[NoteId], object]], object]


class NewNoteFiles(QWidget):
    """The question after a drop; the button `add` stands where the card puts it."""

    def __init__(self, desk: CareDesk, ready: Callable[[], bool], keep: Keep, *, parent: QWidget | None = None) -> None:
        """`ready` tells whether the note can be kept; `keep` keeps it and gives its number to what it is given."""
        super().__init__(parent)
        self._desk = desk
        self._ready = ready
        self._keep = keep
        name = _("Add a file: the note is kept first")
        self.add = Button(desk.theme, _("Add a file"), kind=ButtonKind.QUIET, icon=Icon.PLUS, name=name)
        self.add.clicked.connect(self._ask_which)
        self.question = AddAsk(desk, means=_("The note is kept first, then a locked copy of the file with it."))
        self.question.agreed.connect(self.add_paths)
        self.question.rested.connect(self.hide)
        Column(desk.theme, parent=self).addWidget(self.question)
        self.setVisible(False)
        self._drop: FileDrop | None = None

    def listen(self, *parts: QWidget) -> None:
        """Take files that are let fall onto these parts."""
        self._drop = FileDrop(*parts)
        self._drop.dropped.connect(self.ask_to_add)

    def ask_to_add(self, paths: Sequence[Path]) -> None:
        """Ask whether files shall go with the note."""
        if self._is_ready():
            self.setVisible(True)
            self.question.ask(paths)

    def add_paths(self, paths: Sequence[Path]) -> None:
        """Keep the note, and the files with it."""
        if self._is_ready():
            self._keep(partial(self._add, paths))

    def _add(self, paths: Sequence[Path], note_id: NoteId) -> None:
        begin_adding(self._desk, self, Record(kind="note", id=note_id), paths)

    def _ask_which(self) -> None:
        if self._is_ready():
            ask_files(self.add, _("Add a file"), self.add_paths)

    def _is_ready(self) -> bool:
        if self._ready():
            return True
        self._desk.say(_("Write a line first, then add the file to it."), icon=Icon.NOTES, kind="attached")
        return False
