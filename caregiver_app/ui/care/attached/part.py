"""The files of one record as a list: what each is, how large, and the two things that can be done with it.

The only way out is a copy that somebody asks for; nothing is opened or shown in its place. No private byte is written
to the disk in plain but that copy.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from caregiver_app.bootstrap.care_files import save_copy
from caregiver_app.model.errors import UnknownRecord
from caregiver_app.support.i18n import format_near_day
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sizes import size_words
from caregiver_app.ui.care.attached.add_ask import AddAsk
from caregiver_app.ui.care.attached.adding import begin_adding
from caregiver_app.ui.care.attached.dropping import FileDrop
from caregiver_app.ui.care.attached.steps import Record, remove_file
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.parts.kept import is_kept
from caregiver_app.ui.care.parts.record_rows import RecordRow, RecordRows
from caregiver_app.ui.care.parts.target import TargetAsk, ask_files
from caregiver_app.ui.theme import Icon, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.attached.media_types import ending_of, media_words
from caregiver_app.vault.records.attachments import Attachment
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.store import Vault

COPY_NAME = "file"
"""How a copy is called at first: it tells nothing of what it is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Files:
    """The files of a record, and whom it is about: among everybody's notes those of one person may be kept."""

    rows: tuple[Attachment, ...] = field(repr=False)
    about: PersonId | None


class AttachedPart(QWidget):
    """Reads by itself what belongs to the record, at first and after each step."""

    def __init__(
        self, desk: CareDesk, kind: str, record_id: int, *, heading: str = "", parent: QWidget | None = None
    ) -> None:
        """`heading` stands over the list, "Files" when empty."""
        super().__init__(parent)
        self._desk = desk
        self.record = Record(kind=kind, id=record_id)
        self._kept = is_kept(desk)
        self.setAccessibleName(_("Files"))
        self.none = PlainLabel(_("Letters, pictures, sound: what belongs to this."), ink="text-2", wrap=True)
        self.rows = RecordRows(desk.theme, _("Files"), self._row, fallback=self._focus_add)
        self.add = Button(desk.theme, _("Add a file"), kind=ButtonKind.QUIET, icon=Icon.PLUS)
        self.add.clicked.connect(self._ask_which)
        self.hint = PlainLabel(hint_words(), role=TypeRole.SMALL, ink="text-2", wrap=True)
        self.drop_ask = AddAsk(desk)
        self.drop_ask.agreed.connect(self.add_paths)
        self.target = TargetAsk(desk)
        self.drop = FileDrop(self)
        self.drop.dropped.connect(self.ask_to_add)
        self._lay_out(heading or _("Files"))
        desk.changed.connect(self._read)
        self._read()

    def ask_to_add(self, paths: Sequence[Path]) -> None:
        """Ask whether files that were let fall here shall be added."""
        if not self._kept:
            self.drop_ask.ask(paths)

    def add_paths(self, paths: Sequence[Path]) -> None:
        """Add files to the record."""
        self.add.set_working(True)
        begin_adding(self._desk, self, self.record, paths, over=lambda: self.add.set_working(False))

    def save_copy_to(self, one: Attachment, target: Path) -> None:
        """Write a copy that is not encrypted."""
        care, at = self._desk.access.care, self._desk.clock.now()

        def saved(_none: None) -> None:
            words = _("Saved. This copy is not locked: keep it somewhere safe.")
            self._desk.say(words, icon=Icon.UNLOCK, kind="attached")

        self._desk.ask(self, lambda vault: save_copy(care.with_files(vault), one.id, target, at=at), saved)

    def ask_where(self, one: Attachment) -> QFileDialog:
        """Ask where to save a copy."""
        name = f"{COPY_NAME}.{ending_of(one.media_type)}"
        return self.target.ask(_("Save a copy"), name, partial(self.save_copy_to, one))

    def _read(self) -> None:
        record = self.record

        def read(vault: Vault) -> _Files:
            files = vault.attachments.of(record.kind, record.id)
            with suppress(UnknownRecord):  # erased a moment ago: its place is being left
                return _Files(rows=files, about=vault.attachments.person_of(record.kind, record.id))
            return _Files(rows=files, about=None)

        self._desk.ask(self, read, self._show, key=f"attached-{record.kind}")

    def _show(self, files: _Files) -> None:
        kept = self._kept = is_kept(self._desk, files.about)
        if kept:
            self.drop_ask.rest()
        self.rows.show_rows([(one.id, (one, kept)) for one in files.rows])
        self.rows.setVisible(bool(files.rows))
        self.none.setVisible(not files.rows)
        for widget in (self.add, self.hint):
            widget.setVisible(not kept)

    def _row(self, value: tuple[Attachment, bool]) -> RecordRow:
        one, kept = value
        theme, now = self._desk.theme, self._desk.clock.now()
        row = RecordRow(theme, one.name)
        # Translators: of an attached file, e.g. "PDF document, 1.2 MB, added today"
        facts = _("{kind}, {size}, added {day}").format(
            kind=media_words(one.media_type),
            size=size_words(one.size_bytes),
            day=format_near_day(one.added_at, now, inside=True),
        )
        row.add_line(facts)
        self._add_button(row, _("Save a copy"), one, Icon.DOWNLOAD).clicked.connect(lambda: self.ask_where(one))
        if not kept:
            self._add_button(row, _("Take away"), one, Icon.TRASH).clicked.connect(lambda: self._remove(one))
        return row

    def _add_button(self, row: RecordRow, words: str, one: Attachment, icon: Icon) -> Button:
        # Translators: spoken for a button of one attached file, e.g. "Save a copy: Letter.pdf"
        name = _("{button}: {name}").format(button=words, name=one.name)
        return row.add_button(Button(self._desk.theme, words, kind=ButtonKind.QUIET, icon=icon, name=name))

    def _remove(self, one: Attachment) -> None:
        self._desk.do(partial(remove_file, one=one, at=self._desk.clock.now()), kind="attached")

    def _ask_which(self) -> None:
        ask_files(self, _("Add a file"), self.add_paths)

    def _focus_add(self) -> None:
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, heading: str) -> None:
        column = Column(self._desk.theme, gap=8, parent=self)
        column.addWidget(PlainLabel(heading, role=TypeRole.STRONG, wrap=True))
        for widget in (self.none, self.rows, self.target, self.drop_ask):
            column.addWidget(widget)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.hint)


def hint_words() -> str:
    """Return what can be added, what cannot, and what becomes of it."""
    return _(
        "At most 20 MB each; no programs and no folders. A locked copy is kept in your notes, and the file itself "
        "stays where it is."
    )
