"""A few tips, each of which can be put away for good: those of a first start, and those of new care notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.parts.record_rows import RecordRow
from caregiver_app.ui.care.tips import Tip
from caregiver_app.ui.first_tips import FirstTip
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.icon_label import IconLabel


@dataclass(frozen=True, slots=True, kw_only=True)
class TipWords:
    """What a tip says."""

    icon: Icon
    heading: str
    text: str


class TipsPart(Card):
    """`ended` carries the tip that somebody has read, `left` comes when the last one goes with the keyboard in it."""

    ended = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, tips: Mapping[str, TipWords], *, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Tips"), parent=parent)
        self.buttons: dict[str, Button] = {}
        self._rows: dict[str, RecordRow] = {}
        for tip, words in tips.items():
            self.body.addWidget(self._made(theme, tip, words))
        self.setVisible(False)

    def show_tips(self, tips: Sequence[str]) -> None:
        """Show these; the keyboard goes on to one that is left."""
        had_keyboard = any(button.hasFocus() for button in self.buttons.values())
        for tip, row in self._rows.items():
            row.setVisible(tip in tips)
        self.setVisible(bool(tips))
        if had_keyboard and not tips:
            self.left.emit()
        elif had_keyboard and not any(self.buttons[tip].hasFocus() for tip in tips):
            self.buttons[tips[0]].setFocus(Qt.FocusReason.OtherFocusReason)

    def _made(self, theme: Theme, tip: str, words: TipWords) -> RecordRow:
        row = self._rows[tip] = RecordRow(theme, words.heading, lead=IconLabel(theme, words.icon))
        row.add_line(words.text)
        # Translators: spoken for the button of a tip; {tip} is what it says
        name = _("Got it: {tip}").format(tip=words.heading)
        button = self.buttons[tip] = Button(theme, _("Got it"), kind=ButtonKind.QUIET, name=name)
        button.clicked.connect(lambda: self.ended.emit(tip))
        row.add_at_end(button)
        return row


def words_of_care_tips() -> dict[str, TipWords]:
    """Return what the tips for new care notes say."""
    emergency = _("From there you also come to your emergency sheet. Fill it in when you have 15 minutes.")
    lock = _("They also lock by themselves while you are away, and when the computer sleeps.")
    return {
        Tip.TWO_LINES: TipWords(
            icon=Icon.NOTES,
            heading=_("Two lines a day are enough."),
            text=_("They help the doctor see what changed."),
        ),
        Tip.EMERGENCY: TipWords(
            icon=Icon.EMERGENCY, heading=_("The red button says whom to call in an emergency."), text=emergency
        ),
        Tip.LOCK: TipWords(icon=Icon.LOCK, heading=_("Ctrl+L locks your notes at once."), text=lock),
    }


def words_of_first_tips() -> dict[str, TipWords]:
    """Return what the tips after the first steps say."""
    emergency = _("The numbers for your country are there, without a passphrase and without the internet.")
    find = _("Type a word or two: a screen, a page, a helpline, or what you want to do.")
    return {
        FirstTip.EMERGENCY: TipWords(
            icon=Icon.EMERGENCY, heading=_("In an emergency press the red button."), text=emergency
        ),
        FirstTip.FIND: TipWords(icon=Icon.SEARCH, heading=_("Ctrl+K finds anything."), text=find),
        FirstTip.LARGER: TipWords(
            icon=Icon.TEXT_SIZE,
            heading=_("Ctrl and plus makes all text larger."),
            text=_("Ctrl and minus makes it smaller, on every screen."),
        ),
    }
