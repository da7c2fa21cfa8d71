"""Reading and display: text size, colours, movement, messages, the focus ring. Kept as plain preferences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.settings import Settings
from caregiver_app.support.undo import UndoStep
from caregiver_app.ui.colour_choices import colour_choices
from caregiver_app.ui.messages import Messages
from caregiver_app.ui.remember import Remembered
from caregiver_app.ui.settings.part import SettingsPart
from caregiver_app.ui.settings.reading_card import ReadingCard
from caregiver_app.ui.theme import Icon, Theme, ThemeChoice, TypeRole
from caregiver_app.ui.theme.scale import STEPS
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.chips import ChipChoice, ChipGroup
from caregiver_app.ui.widgets.plain import PlainLabel

V = TypeVar("V")


class DisplayPart(SettingsPart):
    """The page "Reading and display"."""

    def __init__(self, theme: Theme, remembered: Remembered, messages: Messages) -> None:
        super().__init__(theme, _("Reading and display"), _("Every change shows at once."))
        self._theme = theme
        self._remembered = remembered
        self._messages = messages
        self.sizes = ChipGroup(theme, _("Text size"), _size_choices())
        self.colours = ChipGroup(theme, _("Colours"), colour_choices())
        self.still = CheckBox(theme, _("No animation"))
        self.keep = CheckBox(theme, _("Keep messages until I close them"))
        self.ring = CheckBox(theme, _("Always show which part has the keyboard"))
        self.reading = ReadingCard(theme, remembered, messages)
        for card in (self._size_card(), self.reading, self._colour_card(), self._habit_card()):
            self.body.addWidget(card)
        self._connect()
        self._show()

    def _size_card(self) -> Card:
        card = Card(self._theme, _("Text size"))
        card.body.addWidget(self.sizes)
        card.body.addWidget(
            PlainLabel(
                _("On every screen: Ctrl and plus makes all text larger, Ctrl and minus smaller."),
                role=TypeRole.SMALL,
                ink="text-2",
                wrap=True,
            )
        )
        return card

    def _colour_card(self) -> Card:
        card = Card(self._theme, _("Colours"))
        card.body.addWidget(self.colours)
        return card

    def _habit_card(self) -> Card:
        card = Card(self._theme, _("Movement, messages and keyboard"))
        for box in (self.still, self.keep, self.ring):
            card.body.addWidget(box)
        return card

    def _connect(self) -> None:
        self.sizes.chosen.connect(self._choose_size)
        self.colours.chosen.connect(self._choose_colours)
        self.still.clicked.connect(self._choose_still)
        self.keep.clicked.connect(self._choose_keep)
        self.ring.clicked.connect(self._choose_ring)
        self._theme.changed.connect(self._show)
        self._remembered.changed.connect(self._show)

    def _show(self) -> None:
        settings = self._remembered.settings
        self.sizes.set_current(str(self._theme.percent))
        self.colours.set_current(self._theme.choice.value)
        self.still.setChecked(self._theme.motion(1) == 0)
        self.keep.setChecked(settings.keep_messages)
        self.ring.setChecked(settings.ring_always)

    def _choose_size(self, key: str) -> None:
        before, after = self._theme.percent, int(key)
        self._did(
            _("Text size is now {percent}%.").format(percent=after),
            undo=lambda: self._theme.set_percent(before),
            redo=lambda: self._theme.set_percent(after),
        )

    def _choose_colours(self, key: str) -> None:
        before, after = self._theme.choice, ThemeChoice(key)
        names = {choice.key: choice.text for choice in colour_choices()}
        self._did(
            # Translators: {name} is one of "Light", "Dark", "Follow my computer" and so on
            _("Colours: {name}.").format(name=names[key]),
            undo=lambda: self._theme.set_choice(before),
            redo=lambda: self._theme.set_choice(after),
        )

    def _choose_still(self, on: bool) -> None:
        before = self._remembered.settings.animation
        text = _("Nothing moves any more.") if on else _("Things may move again.")
        self._put(text, lambda settings, value: replace(settings, animation=value), before, not on)

    def _choose_keep(self, on: bool) -> None:
        text = _("Messages stay until you close them.") if on else _("Messages go by themselves again.")
        self._put(text, lambda settings, value: replace(settings, keep_messages=value), not on, on)

    def _choose_ring(self, on: bool) -> None:
        text = (
            _("It is always shown which part has the keyboard.")
            if on
            else _("Which part has the keyboard is shown while you use keys.")
        )
        self._put(text, lambda settings, value: replace(settings, ring_always=value), not on, on)

    def _put(self, text: str, change: Callable[[Settings, V], Settings], before: V, after: V) -> None:
        remembered = self._remembered
        self._did(
            text,
            undo=lambda: remembered.change(lambda settings: change(settings, before)),
            redo=lambda: remembered.change(lambda settings: change(settings, after)),
        )

    def _did(self, text: str, *, undo: Callable[[], None], redo: Callable[[], None]) -> None:
        redo()
        self._messages.did(UndoStep(text=text, undo=undo, redo=redo), icon=Icon.SETTINGS, kind="display")


def _size_choices() -> list[ChipChoice]:
    return [
        # Translators: {percent} is a text size, 100 to 200
        ChipChoice(key=str(step), text=_("{percent}%").format(percent=step))
        for step in STEPS
    ]
