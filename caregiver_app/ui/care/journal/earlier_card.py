"""What was written before: newest first, a page at a time, all of it or what bears one tag."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.journal.note_looks import JournalPage, NoteLook
from caregiver_app.ui.care.journal.note_row import NoteRow
from caregiver_app.ui.care.parts.print_button import print_button
from caregiver_app.ui.care.parts.record_rows import RecordRows
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.empty import EmptyState
from caregiver_app.ui.widgets.fold_choice import FoldChoice
from caregiver_app.ui.widgets.option_list import Option

_PAGE = 20
_ALL = "\n"
"""No tag holds a line break."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierWish:
    """Which notes are wanted."""

    tag: str = ""
    limit: int = _PAGE


class EarlierCard(Card):
    """`wanted` comes when others or more are wanted; `opened` carries the number of a note; `more_asked` its look."""

    wanted = Signal()
    opened = Signal(int)
    more_asked = Signal(object, object)

    def __init__(self, desk: CareDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("Earlier"), parent=parent)
        self._desk = desk
        self.wish = EarlierWish()
        self.tags = FoldChoice(desk.theme, _("Show notes"), ring=desk.ring)
        self.tags.chosen.connect(self._choose_tag)
        self.tags.setVisible(False)
        heading = _("Two lines a day are enough. They help the doctor see what changed.")
        self.empty = EmptyState(desk.theme, Icon.NOTES, heading, _("Write your first note."))
        self.empty.setVisible(False)
        self.rows = RecordRows(desk.theme, _("Earlier notes"), self._row)
        self.more = Button(desk.theme, _("Show earlier notes"), kind=ButtonKind.QUIET, icon=Icon.CHEV_DOWN)
        self.more.clicked.connect(self._show_more)
        self.more.setVisible(False)
        for part in (self.tags, self.empty, self.rows):
            self.body.addWidget(part)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        self.print_notes = print_button(desk, SheetKind.JOURNAL, _("Print the journal"))
        self.body.addWidget(self.print_notes, 0, Qt.AlignmentFlag.AlignLeading)
        self._shown_tags: tuple[str, ...] = ()

    def show_page(self, page: JournalPage) -> None:
        """Show notes that were read."""
        self._show_tags(page.tags)
        self.empty.setVisible(not page.notes and not self.wish.tag)
        self.rows.setVisible(bool(page.notes))
        self.rows.show_rows([(look.id, look) for look in page.notes])
        self.more.setVisible(page.more)
        self.print_notes.setVisible(bool(page.notes))

    def _row(self, look: NoteLook) -> NoteRow:
        row = NoteRow(self._desk.theme, look)
        row.opened.connect(lambda: self.opened.emit(look.id))
        row.more_asked.connect(lambda: self.more_asked.emit(look, row.more))
        return row

    def _show_tags(self, tags: tuple[str, ...]) -> None:
        """Offer the tags in use; one that no note bears any more ends its own list."""
        if self.wish.tag and self.wish.tag not in tags:
            self._choose_tag(_ALL)
        if tags == self._shown_tags:
            return
        self._shown_tags = tags
        # Translators: {tag} is a word by which notes are marked
        named = [Option(value=tag, text=_("Marked: {tag}").format(tag=tag)) for tag in tags]
        self.tags.show_options([Option(value=_ALL, text=_("All notes")), *named], self.wish.tag or _ALL)
        self.tags.setVisible(bool(tags))

    def _choose_tag(self, tag: str) -> None:
        self.wish = EarlierWish(tag="" if tag == _ALL else tag)
        self._shown_tags = ()
        self.wanted.emit()

    def _show_more(self) -> None:
        self.wish = EarlierWish(tag=self.wish.tag, limit=self.wish.limit + _PAGE)
        self.wanted.emit()
