"""The keys that do something, to be looked through, and the switch for single letters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.undo import UndoStep
from caregiver_app.ui.key_map import KeyWords, key_groups, letters_heading, shown_keys
from caregiver_app.ui.messages import Messages
from caregiver_app.ui.remember import Remembered
from caregiver_app.ui.settings.part import SettingsPart
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.card import Card, Hairline
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.layouts import Column, Row
from caregiver_app.ui.widgets.plain import PlainLabel

_KEYS_WIDTH = 220
_LONGEST = 60


class KeyboardPart(SettingsPart):
    """The page "Keyboard"."""

    def __init__(self, theme: Theme, remembered: Remembered, messages: Messages) -> None:
        super().__init__(
            theme, _("Keyboard"), _("Everything can be done without a mouse. Tab goes on, Shift and Tab goes back.")
        )
        self._theme = theme
        self._remembered = remembered
        self._messages = messages
        self.words = QLineEdit()
        self.words.setMaxLength(_LONGEST)
        self.letters = CheckBox(theme, _("Single letters do something in the list and on the page"))
        self.letters.clicked.connect(self._switch)
        self._nothing = PlainLabel(_("No key is called so or does that."), ink="text-2", wrap=True)
        self._nothing.setVisible(False)
        self.body.addWidget(Field(theme, _("Find a key"), self.words, hint=_("Such as print, back or Ctrl.")))
        self.body.addWidget(self._nothing)
        self._cards = [_KeysCard(theme, heading, keys) for heading, keys in key_groups()]
        for card in self._cards:
            self.body.addWidget(card)
            if card.accessibleName() == letters_heading():
                card.body.insertWidget(1, self.letters)
        self.words.textChanged.connect(self._narrow)
        remembered.changed.connect(self._show)
        self._show()

    @property
    def seen(self) -> tuple[KeyWords, ...]:
        """The keys that fit what was typed."""
        return tuple(words for card in self._cards for words in card.seen)

    def search(self) -> bool:
        """Search the keys."""
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()
        return True

    def _narrow(self, typed: str) -> None:
        for card in self._cards:
            card.narrow(typed)
        self._nothing.setVisible(not self.seen)

    def _show(self) -> None:
        self.letters.setChecked(self._remembered.settings.letter_keys)

    def _switch(self, on: bool) -> None:
        def put(value: bool) -> None:
            self._remembered.change(lambda settings: replace(settings, letter_keys=value))

        put(on)
        text = _("Single letters do something again.") if on else _("Single letters do nothing now.")
        step = UndoStep(text=text, undo=lambda: put(not on), redo=lambda: put(on))
        self._messages.did(step, icon=Icon.KEYBOARD, kind="keyboard")


class _KeysCard(Card):
    """The keys of one group, of which those that do not fit what is sought are hidden."""

    def __init__(self, theme: Theme, heading: str, keys: Sequence[KeyWords]) -> None:
        super().__init__(theme, heading)
        self._theme = theme
        self._columns: list[QWidget] = []
        self._lines = [(words, self._line(words, first=not place)) for place, words in enumerate(keys)]
        for _words, line in self._lines:
            self.body.addWidget(line)
        self.seen: tuple[KeyWords, ...] = tuple(keys)
        theme.changed.connect(self._align)
        self._align()

    def narrow(self, typed: str) -> None:
        """Show what fits; without any, the card is not there."""
        wanted = typed.strip()
        self.seen = tuple(words for words, _line in self._lines if not wanted or words.fits(wanted))
        for words, line in self._lines:
            line.setVisible(words in self.seen)
        self.setVisible(bool(self.seen))

    def _line(self, words: KeyWords, *, first: bool) -> QWidget:
        holder = QWidget()
        column = Column(self._theme, gap=12, parent=holder)
        if not first:
            column.addWidget(Hairline(self._theme))
        row = Row(self._theme, gap=16)
        shown = PlainLabel(shown_keys(words.keys), role=TypeRole.STRONG, wrap=True)
        self._columns.append(shown)
        row.addWidget(shown)
        row.addWidget(PlainLabel(words.does, wrap=True), 1)
        column.addLayout(row)
        return holder

    def _align(self) -> None:
        for shown in self._columns:
            shown.setFixedWidth(self._theme.px(_KEYS_WIDTH) if self._theme.scale < 1.5 else self._theme.px(150))
