"""Notes about oneself in an export: each stays out unless it is picked; one's own health goes with all of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtWidgets import QWidget

from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import format_near_day, format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import shorten
from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.records.note_html import note_text
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.store import Vault

MOST_NAMED = 30
"""So many are offered one by one, the newest; with more of them the others go only with all."""

_COUNTED = 100_000
_SHOWN_CHARS = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesAboutMe:
    """How many there are, and the newest by number and first words."""

    count: int
    named: tuple[tuple[int, str], ...] = field(repr=False)


def read_about_me(vault: Vault, person_id: PersonId | None, *, now: Millis) -> NotesAboutMe:
    """Return the notes about oneself that an export would leave out."""
    found = vault.notes.list(person_id, about_me=True, limit=_COUNTED)
    named = tuple(
        (int(note.id), f"{format_near_day(note.at, now)}: {_begins(note.text)}") for note in found[:MOST_NAMED]
    )
    return NotesAboutMe(count=len(found), named=named)


class AboutMePart(QWidget):
    """Hidden where there are none."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.boxes: dict[int, CheckBox] = {}
        self.all = CheckBox(theme, "")
        self.all.toggled.connect(lambda _on: self._show_each())
        self._each = QWidget()
        column = Column(theme, gap=6, parent=self)
        column.addWidget(PlainLabel(_("Notes about me"), role=TypeRole.STRONG, wrap=True))
        column.addWidget(PlainLabel(_("They stay out unless you pick them."), ink="text-2", wrap=True))
        column.addWidget(self.all)
        column.addWidget(self._each)
        self.setVisible(False)

    @property
    def picked(self) -> frozenset[int]:
        """The numbers of those that were picked one by one."""
        return frozenset(number for number, box in self.boxes.items() if box.isChecked())

    def show_notes(self, found: NotesAboutMe) -> None:
        """Offer these, none picked."""
        count = format_number(found.count)
        words = ngettext(
            "It goes along, with my own conditions and medicines",
            "All {count} go along, with my own conditions and medicines",
            found.count,
        )
        self.all.set_words(words.format(count=count))
        self.all.setChecked(False)
        each = QWidget()
        column = Column(self._theme, gap=0, parent=each)
        self.boxes = {number: CheckBox(self._theme, text) for number, text in found.named}
        for box in self.boxes.values():
            column.addWidget(box)
        layout = self.layout()
        if layout is not None:
            layout.replaceWidget(self._each, each)
        self._each.hide()
        self._each.deleteLater()
        self._each = each
        self.setVisible(bool(found.count))
        self._show_each()

    def _show_each(self) -> None:
        self._each.setVisible(bool(self.boxes) and not self.all.isChecked())


def _begins(text: str) -> str:
    return shorten(" ".join(note_text(text).split()), _SHOWN_CHARS)
