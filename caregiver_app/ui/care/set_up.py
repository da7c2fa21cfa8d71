"""Making care notes, in two steps: who uses this computer, and the passphrase. The sheet follows once they are there.

What a lost passphrase and sheet mean is said before anything is made. Nothing is on the disk until the last press.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.folder_places import place_of
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.upkeep import notes_place_words
from caregiver_app.ui.announce import announce
from caregiver_app.ui.care.access import CareAccess
from caregiver_app.ui.care.centred import Centred
from caregiver_app.ui.care.passphrase_choice import PassphraseChoice
from caregiver_app.ui.care.private_fields import PrivateLine
from caregiver_app.ui.theme import Icon, Theme, Tone, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.chips import ChipChoice, ChipGroup
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.layouts import Column, Flow
from caregiver_app.ui.widgets.page import Page, ScreenHeader
from caregiver_app.ui.widgets.plain import PlainLabel

_WIDEST = 720
_LONGEST_NAME = 80


class Users(Enum):
    """Who uses this computer; the value is after how many idle minutes the notes lock."""

    ONLY_ME = 30
    FAMILY = 15
    OTHERS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What was chosen; `name` is what the person cared for is called, empty for later."""

    minutes: int
    name: str
    passphrase: str


class SetUpScreen(Page):
    """`wanted` carries a `Wish`. What was chosen stays while the window is open, whatever else is looked at."""

    wanted = Signal(object)

    def __init__(self, theme: Theme, access: CareAccess, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Set up your care notes"), parent=parent)
        self._theme = theme
        line = _("A private place for what happened, what to ask, medicines, visits and contacts.")
        self.header = ScreenHeader(theme, _("Set up your care notes"), line)
        self.users = ChipGroup(theme, _("Who uses this computer?"), _users())
        self.users_line = PlainLabel(ink="text-2", wrap=True)
        self.name = PrivateLine(longest=_LONGEST_NAME)
        self.choice = PassphraseChoice(theme, access, _("Choose a passphrase"), family=self._family)
        self.go_on = Button(theme, _("Continue"), kind=ButtonKind.MAIN)
        self.back = Button(theme, _("Back"))
        self.place = Callout(theme, Tone.WARN, Icon.ALERT, "", slim=True)
        self.place.setVisible(False)  # until it is known where the notes would lie
        self._step = 0
        self._parts = (self._who_step(), self._passphrase_step())
        self._lay_out()
        self.users.chosen.connect(lambda _key: self._say_minutes())
        self.go_on.clicked.connect(self._continue)
        self.back.clicked.connect(lambda: self.show_step(0))
        self.choice.entered.connect(self._continue)
        self.name.returnPressed.connect(self._continue)
        self._say_minutes()
        self._show(0)
        folder = access.care.places.database.parent
        access.apart(self, lambda: place_of(folder), self._say_place)

    @property
    def minutes(self) -> int:
        """After how many minutes the notes shall lock."""
        return Users[self.users.current].value

    def show_step(self, step: int) -> None:
        """Show a step with the keyboard in it."""
        self._show(step)
        announce(_("Step {number} of 2").format(number=step + 1))
        if step:
            self.choice.field.line.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.users.chip(self.users.current).setFocus(Qt.FocusReason.OtherFocusReason)

    def set_working(self, working: bool) -> None:
        """Show that the notes are being made."""
        self.go_on.set_working(working)

    def clear(self) -> None:
        """Forget what was typed."""
        self.choice.clear()
        self.name.setText("")
        self.set_working(False)
        self.users.set_current(Users.ONLY_ME.name)
        self._say_minutes()
        self._show(0)

    def go_back(self) -> bool:
        """Return to the first step."""
        if self._step == 0:
            return False
        self.show_step(0)
        return True

    def _show(self, step: int) -> None:
        self._step = step
        for place, part in enumerate(self._parts):
            part.setVisible(place == step)
        self.back.setVisible(step > 0)
        self.go_on.set_words(_("Make my care notes") if step else _("Continue"))
        self.verticalScrollBar().setValue(0)

    def _continue(self) -> None:
        if self._step == 0:
            self.show_step(1)
        else:
            self.choice.take(self._emit)

    def _emit(self, passphrase: str) -> None:
        self.wanted.emit(Wish(minutes=self.minutes, name=self.name.text().strip(), passphrase=passphrase))

    def _family(self) -> tuple[str, ...]:
        name = self.name.text().strip()
        return (name,) if name else ()

    def _say_minutes(self) -> None:
        words = _("Your notes will lock after {minutes} minutes without you, and always when the computer sleeps.")
        self.users_line.setText(words.format(minutes=self.minutes))

    def _say_place(self, place: str) -> None:
        if place:
            self.place.set_message(notes_place_words(place).text)
            self.place.setVisible(True)

    def _lay_out(self) -> None:
        holder = QWidget()
        column = Column(self._theme, gap=16, parent=holder)
        column.addWidget(self.header)
        column.addWidget(self._warning())
        column.addWidget(self.place)
        for part in self._parts:
            column.addWidget(part)
        buttons = QWidget()
        flow = Flow(self._theme, gap=12, parent=buttons)
        flow.addWidget(self.back)
        flow.addWidget(self.go_on)
        column.addWidget(buttons)
        self.body.addWidget(Centred(self._theme, holder, _WIDEST))

    def _warning(self) -> Callout:
        text = _(
            "If you lose both your passphrase and your recovery sheet, nobody can open your notes. Not even us. "
            "You will print or copy the sheet right after this."
        )
        return Callout(self._theme, Tone.PRIVATE, Icon.LOCK, _("Only you can open them"), text)

    def _who_step(self) -> QWidget:
        card = Card(self._theme, _("Who uses this computer?"))
        card.body.addWidget(self.users)
        card.body.addWidget(self.users_line)
        card.body.addWidget(
            Field(
                self._theme,
                _("Whom do you look after?"),
                self.name,
                hint=_("What you call them, for example Mum. You can leave this empty."),
            )
        )
        return card

    def _passphrase_step(self) -> QWidget:
        card = Card(self._theme, _("Your passphrase"))
        card.body.addWidget(self.choice)
        card.body.addWidget(
            PlainLabel(
                _("It is kept nowhere, so nobody can tell you what it was."),
                role=TypeRole.SMALL,
                ink="text-2",
                wrap=True,
            )
        )
        return card


def _users() -> list[ChipChoice]:
    names: dict[Users, Callable[[], str]] = {
        Users.ONLY_ME: lambda: _("Only me"),
        Users.FAMILY: lambda: _("My family too"),
        Users.OTHERS: lambda: _("Others too"),
    }
    return [ChipChoice(key=users.name, text=name()) for users, name in names.items()]
