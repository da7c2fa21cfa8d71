"""What is seen of locked care notes: a card with the passphrase, and nothing of what is inside."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.centred import Centred
from caregiver_app.ui.care.damaged import DamagedNotice
from caregiver_app.ui.care.passphrase_field import PassphraseField
from caregiver_app.ui.theme import Icon, Theme, Tone, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.icon_label import IconLabel
from caregiver_app.ui.widgets.layouts import Column, Flow
from caregiver_app.ui.widgets.page import Page
from caregiver_app.ui.widgets.plain import PlainLabel

_WIDEST = 560
TRIES = 5
"""After so many the way by the sheet is said in words too. There is no lock-out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LockedWords:
    """What the card says: its heading, and a line for when nobody asked for anything in particular."""

    heading: str
    line: str


def locked_words(*, library_too: bool) -> LockedWords:
    """Return the words for locked notes, or for notes that the library is locked with."""
    if library_too:
        return LockedWords(
            heading=_("Caregiver is locked"), line=_("Your passphrase opens your library and your care notes.")
        )
    return LockedWords(heading=_("Your care notes are locked"), line="")


class LockedScreen(Page):
    """`unlock_asked` carries what was typed; `sheet_asked` and `note_asked` the other ways."""

    unlock_asked = Signal(str)
    sheet_asked = Signal()
    note_asked = Signal()

    def __init__(self, theme: Theme, words: LockedWords, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, words.heading, parent=parent)
        self._theme = theme
        self._words = words
        self._tries = 0
        self.heading = PlainLabel(words.heading, role=TypeRole.TITLE, wrap=True, centred=True)
        self.line = PlainLabel(ink="text-2", wrap=True, centred=True)
        self.passphrase = PassphraseField(theme, _("Passphrase"))
        self.unlock = Button(theme, _("Unlock"), kind=ButtonKind.MAIN, icon=Icon.UNLOCK)
        self.sheet = Button(theme, _("Use my recovery sheet"), kind=ButtonKind.QUIET)
        self.note = Button(theme, _("Write a note without unlocking"), kind=ButtonKind.QUIET, icon=Icon.NOTES)
        self.damaged = DamagedNotice(theme)
        self.unlock.clicked.connect(self._ask)
        self.passphrase.entered.connect(self._ask)
        self.sheet.clicked.connect(self.sheet_asked)
        self.note.clicked.connect(self.note_asked)
        self._lay_out()
        self.say("")

    def say(self, line: str) -> None:
        """Say one more thing below the heading, e.g. why the notes are asked for; an empty line means the usual."""
        line = line or self._words.line
        self.line.setText(line)
        self.line.setVisible(bool(line))

    def set_low(self, low: bool) -> None:
        """Leave out the picture of a lock where the field would else be out of sight."""
        self._lock.setVisible(not low)

    def begin(self) -> None:
        """Put the keyboard into the field."""
        self.passphrase.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_working(self, working: bool) -> None:
        """Show that the passphrase is being tried."""
        self.unlock.set_working(working)

    def refuse(self, sentence: str) -> None:
        """Say that it did not open them; after some tries also that there is the sheet."""
        self._tries += 1
        if self._tries >= TRIES:
            other_way = _("You can also use your recovery sheet.")
            sentence = f"{sentence} {other_way}"
        self.passphrase.refuse(sentence)

    def clear(self) -> None:
        """Forget what was typed, and the tries."""
        self._tries = 0
        self.passphrase.clear()
        self.damaged.rest()
        self.set_working(False)

    def _ask(self) -> None:
        typed = self.passphrase.text()
        if not typed:
            self.passphrase.refuse(_("Type your passphrase."))
        else:
            self.unlock_asked.emit(typed)

    def _lay_out(self) -> None:
        card = Card(self._theme)
        card.setAccessibleName(self.heading.text())
        self._lock = IconLabel(self._theme, Icon.LOCK, size=40, tone=Tone.PRIVATE)
        card.body.addWidget(self._lock, 0, Qt.AlignmentFlag.AlignHCenter)
        for widget in (self.heading, self.line, self.passphrase):
            card.body.addWidget(widget)
        buttons = QWidget()
        flow = Flow(self._theme, gap=8, parent=buttons)
        for button in (self.unlock, self.sheet):
            flow.addWidget(button)
        card.body.addWidget(buttons)
        holder = QWidget()
        column = self.column = Column(self._theme, gap=12, parent=holder)
        column.addWidget(self.damaged)
        column.addWidget(card)
        column.addWidget(self.note, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addStretch(1)
        self.body.addWidget(Centred(self._theme, holder, _WIDEST))
        self.body.addStretch(1)
