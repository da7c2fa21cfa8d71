"""The keys that do something everywhere, and the switch for single letters. Tests hold the list to what is bound."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.undo import UndoStep
from caregiver_app.ui.hide_key import HIDE_KEY
from caregiver_app.ui.messages import Messages
from caregiver_app.ui.remember import Remembered
from caregiver_app.ui.settings.part import SettingsPart
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.card import Card, Hairline
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.layouts import Row
from caregiver_app.ui.widgets.plain import PlainLabel

_KEYS_WIDTH = 220


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyWords:
    """One or two keys, as `QKeySequence` writes them, and what they do."""

    keys: tuple[str, ...]
    does: str


class KeyboardPart(SettingsPart):
    """The page "Keyboard"."""

    def __init__(self, theme: Theme, remembered: Remembered, messages: Messages) -> None:
        super().__init__(
            theme, _("Keyboard"), _("Everything can be done without a mouse. Tab goes on, Shift and Tab goes back.")
        )
        self._theme = theme
        self._remembered = remembered
        self._messages = messages
        self._columns: list[QWidget] = []
        self.letters = CheckBox(theme, _("Single letters do something in the list and on the page"))
        self.letters.clicked.connect(self._switch)
        for heading, keys in key_groups():
            self.body.addWidget(self._card(heading, keys))
        remembered.changed.connect(self._show)
        theme.changed.connect(self._align_keys)
        self._show()
        self._align_keys()

    def _card(self, heading: str, keys: Sequence[KeyWords]) -> Card:
        card = Card(self._theme, heading)
        if heading == _letters_heading():
            card.body.addWidget(self.letters)
        for place, words in enumerate(keys):
            if place:
                card.body.addWidget(Hairline(self._theme))
            card.body.addLayout(self._line(words))
        return card

    def _line(self, words: KeyWords) -> Row:
        row = Row(self._theme, gap=16)
        shown = PlainLabel(shown_keys(words.keys), role=TypeRole.STRONG, wrap=True)
        self._columns.append(shown)
        row.addWidget(shown)
        row.addWidget(PlainLabel(words.does, wrap=True), 1)
        return row

    def _align_keys(self) -> None:
        for shown in self._columns:
            shown.setFixedWidth(self._theme.px(_KEYS_WIDTH) if self._theme.scale < 1.5 else self._theme.px(150))

    def _show(self) -> None:
        self.letters.setChecked(self._remembered.settings.letter_keys)

    def _switch(self, on: bool) -> None:
        def put(value: bool) -> None:
            self._remembered.change(lambda settings: replace(settings, letter_keys=value))

        put(on)
        text = _("Single letters do something again.") if on else _("Single letters do nothing now.")
        step = UndoStep(text=text, undo=lambda: put(not on), redo=lambda: put(on))
        self._messages.did(step, icon=Icon.KEYBOARD, kind="keyboard")


def shown_keys(keys: Sequence[str]) -> str:
    """Return keys as they stand on the keyboard of this computer."""
    native = QKeySequence.SequenceFormat.NativeText
    return _(" or ").join(QKeySequence(one).toString(native) for one in keys)


def key_groups() -> tuple[tuple[str, tuple[KeyWords, ...]], ...]:
    """Return all keys by what they are for."""
    return (
        (_("Going about"), _going()),
        (_("Finding and getting"), _finding()),
        (_("Doing and undoing"), _doing()),
        (_letters_heading(), _letters()),
    )


def _letters_heading() -> str:
    return _("In the list and on the page")


def _going() -> tuple[KeyWords, ...]:
    return (
        KeyWords(keys=("F6", "Shift+F6"), does=_("Go to the next part of the window, or the one before")),
        KeyWords(keys=("Ctrl+1",), does=_("Open Home")),
        KeyWords(keys=("Ctrl+2",), does=_("Open the library")),
        KeyWords(keys=("Ctrl+3",), does=_("Open help and helplines")),
        KeyWords(keys=("Ctrl+5",), does=_("Open your care notes")),
        KeyWords(keys=("Ctrl+,",), does=_("Open the settings")),
        KeyWords(keys=("Alt+Left", "Alt+Right"), does=_("Go back, or forward again")),
        KeyWords(keys=("Esc",), does=_("Close what lies on top, else go back")),
        KeyWords(keys=("Ctrl+Q",), does=_("Close Caregiver")),
    )


def _finding() -> tuple[KeyWords, ...]:
    return (
        KeyWords(keys=("Ctrl+K",), does=_("Find anything: what to do, where to go, a page")),
        KeyWords(keys=("Ctrl+F",), does=_("Search what is open now")),
        KeyWords(keys=("F3", "Shift+F3"), does=_("Go to the next hit or change on the page, or the one before")),
        KeyWords(keys=("Ctrl+Shift+F",), does=_("Search the library")),
        KeyWords(keys=("F5",), does=_("Get updates")),
    )


def _doing() -> tuple[KeyWords, ...]:
    return (
        KeyWords(keys=("Ctrl+N",), does=_("Begin a new note, question or other record")),
        KeyWords(keys=("Ctrl+L",), does=_("Lock your care notes")),
        KeyWords(keys=(HIDE_KEY,), does=_("Somebody comes in: lock your care notes and show Home, without a word")),
        KeyWords(keys=("Ctrl+Z", "Ctrl+Shift+Z"), does=_("Undo the last step, or do it again")),
        KeyWords(keys=("Ctrl++", "Ctrl+-"), does=_("Make all text larger, or smaller")),
        KeyWords(keys=("Ctrl+0",), does=_("Make text as large as at the start")),
    )


def _letters() -> tuple[KeyWords, ...]:
    return (
        KeyWords(keys=("N", "P"), does=_("Go to the next new page, or the new page before")),
        KeyWords(keys=("M",), does=_("Mark as read, or as not read")),
        KeyWords(keys=("S",), does=_("Save the page, or take it out")),
        KeyWords(keys=("I",), does=_("Say more about the page")),
    )
