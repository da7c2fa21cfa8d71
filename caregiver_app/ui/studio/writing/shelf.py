"""What the pack has of each kind, as lists from which one is opened, and the way to begin another."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from caregiver_app.packs.folder_entries import Entry
from caregiver_app.support.i18n import country_name, language_name
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.studio.writing.filled_page import filled_page
from caregiver_app.ui.studio.writing.kind_words import kind_words
from caregiver_app.ui.studio.writing.work import Listing
from caregiver_app.ui.theme import Icon, Theme, Tone
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.chips import ChipChoice, ChipGroup
from caregiver_app.ui.widgets.draw import PillLook
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.line_list import Line, LineList
from caregiver_app.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from caregiver_app.packs.fields import Json

_LEAST_HEIGHT = 200
_MANY = 8
"""So many entries and more can be looked through by words."""


class Shelf(QWidget):
    """`kind_asked` wants another kind listed, `opened` carries the key of an entry, `new_asked` wants another one."""

    kind_asked = Signal(str)
    opened = Signal(str)
    new_asked = Signal()

    def __init__(self, theme: Theme, ring: Callable[[], bool], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = kind_words()
        self._entries: tuple[Entry, ...] = ()
        self._unfinished: frozenset[str] = frozenset()
        choices = [ChipChoice(key=key, text=each.many, icon=each.icon) for key, each in words.items()]
        self.chips = ChipGroup(theme, _("What is written"), choices)
        self.chips.chosen.connect(self.kind_asked)
        self.new = Button(theme, "", kind=ButtonKind.MAIN, icon=Icon.PLUS)
        self.new.clicked.connect(lambda _pressed: self.new_asked.emit())
        self.search = QLineEdit()
        self.search.textChanged.connect(lambda _text: self._show_lines())
        self.field = Field(theme, _("Find in this list"), self.search)
        self.none = PlainLabel(ink="text-2", wrap=True)
        self.list = LineList(theme, "", ring=ring)
        self._theme = theme
        self._resize()
        theme.changed.connect(self._resize)
        self.list.opened.connect(lambda line: self.opened.emit(line.key))
        page, column = filled_page(theme, _("What is written"))
        Column(theme, parent=self).addWidget(page)
        column.addWidget(self.chips)
        column.addWidget(self.new, 0, Qt.AlignmentFlag.AlignLeading)
        for part in (self.field, self.none):
            column.addWidget(part)
        column.addWidget(self.list, 1000)
        column.addStretch(1)
        self.show_kind(next(iter(words)), Listing(entries=()))

    @property
    def listed(self) -> str:
        """Which kind is listed."""
        return self.chips.current

    def show_kind(self, listed: str, listing: Listing) -> None:
        """List what there is of a kind, a new one that is not finished last."""
        entries = listing.entries
        words = kind_words()[listed]
        if listed != self.chips.current:
            self.search.clear()
        self.chips.set_current(listed)
        self.new.set_words(words.new)
        # Translators: {kind} is e.g. "Guides"
        self.list.setAccessibleName(_("{kind} in this pack").format(kind=words.many))
        begun = listing.unfinished.get("")
        if begun is not None:
            title = _text(begun, "title") or _text(begun, "name") or words.new
            entries = (*entries, Entry(listed=listed, key="", title=title, said=begun))
        self._entries, self._unfinished = entries, frozenset(listing.unfinished)
        self.none.setText(words.none)
        self.none.setVisible(not entries)
        self.field.setVisible(len(entries) >= _MANY)
        self.list.setVisible(bool(entries))
        self._show_lines()

    def put_keyboard(self) -> None:
        """Put the keyboard to the entries, or to the button that begins the first."""
        (self.list if self._entries else self.new).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_lines(self) -> None:
        wanted = self.search.text().casefold().split() if len(self._entries) >= _MANY else []
        found = [each for each in self._entries if _matches(each, wanted)]
        self.list.show_lines([self._line(each) for each in found])

    def _line(self, entry: Entry) -> Line:
        pill = PillLook(text=_("Not finished"), tone=Tone.WARN) if entry.key in self._unfinished else None
        return Line(key=entry.key, title=entry.title, facts=facts_of(entry), pill=pill)

    def _resize(self) -> None:
        self.list.setMinimumHeight(self._theme.px(_LEAST_HEIGHT))


def facts_of(entry: Entry) -> str:
    """Return what tells an entry from others of its name."""
    if not entry.readable:
        return _("This file cannot be read as text.")
    said = entry.said
    parts = (
        language_name(_text(said, "language")) or _text(said, "language"),
        country_name(country) if (country := _text(said, "country")) not in ("", "INT") else "",
        _("Translation") if said.get("translation_of") else "",
        _text(said, "address") or _text(said, "phone") or _text(said, "homepage") or _text(said, "credit"),
        entry.key if entry.key.endswith(".md") else "",
    )
    return "  ·  ".join(part for part in parts if part)


def _matches(entry: Entry, wanted: Sequence[str]) -> bool:
    words = f"{entry.title} {facts_of(entry)}".casefold()
    return all(each in words for each in wanted)


def _text(said: Mapping[str, Json], name: str) -> str:
    found = said.get(name)
    return found if isinstance(found, str) else ""
