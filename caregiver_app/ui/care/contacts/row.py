"""One contact in the list: who it is, how they are reached, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import format_number
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.contacts.reach_line import ReachLine
from caregiver_app.ui.care.parts.record_rows import RecordRow
from caregiver_app.ui.theme import Icon, Theme, Tone, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind, IconButton
from caregiver_app.ui.widgets.pill import Pill
from caregiver_app.vault.changes.ordering import Direction
from caregiver_app.vault.records.contacts import Contact


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactLook:
    """What a row shows. `place` is the number on the list of whom to call, 0 for nobody to call; `whose` a name."""

    contact: Contact
    place: int = 0
    whose: str = field(default="", repr=False)
    can_move: bool = True
    is_first: bool = False
    is_last: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactWays:
    """What the buttons of a row do."""

    change: Callable[[Contact], object]
    move: Callable[[ContactLook, Direction], object]
    more: Callable[[ContactLook, QWidget], object]


class ContactRow(RecordRow):
    """A row; its buttons carry the name of the contact."""

    def __init__(self, theme: Theme, look: ContactLook, ways: ContactWays, *, parent: QWidget | None = None) -> None:
        text = look.contact.text
        title = text.name
        if look.place:
            # Translators: one on the list of whom to call, e.g. "1. Dr Rowe"
            title = _("{place}. {name}").format(place=format_number(look.place), name=text.name)
        pills = [Pill(theme, look.whose, tone=Tone.PRIVATE, icon=Icon.PERSON)] if look.whose else []
        super().__init__(theme, title, pills=pills, parent=parent)
        self.add_line(text.role)
        for phone in text.phones:
            self.body.addWidget(ReachLine(theme, phone.number, label=phone.label, whose=text.name))
        self.add_line(text.hours)
        if text.email:
            self.body.addWidget(ReachLine(theme, text.email, whose=text.name, role=TypeRole.BODY))
        self.add_line(text.address, ink="text")
        self.add_line(text.note, role=TypeRole.SMALL)
        self._add_buttons(theme, look, ways)

    def _add_buttons(self, theme: Theme, look: ContactLook, ways: ContactWays) -> None:
        name = look.contact.text.name
        change = Button(theme, _("Change"), kind=ButtonKind.QUIET, name=_("Change {name}").format(name=name))
        change.clicked.connect(lambda: ways.change(look.contact))
        self.add_button(change)
        if look.can_move and not look.is_first:
            self._add_move(theme, look, ways, Direction.UP)
        if look.can_move and not look.is_last:
            self._add_move(theme, look, ways, Direction.DOWN)
        more = IconButton(theme, Icon.MORE, _("More for {title}").format(title=name))
        more.clicked.connect(lambda: ways.more(look, more))
        self.add_at_end(more)

    def _add_move(self, theme: Theme, look: ContactLook, ways: ContactWays, way: Direction) -> None:
        words = _("Move up") if way is Direction.UP else _("Move down")
        # Translators: spoken for a button that moves one row, e.g. "Move up, Dr Rowe"
        name = _("{move}, {name}").format(move=words, name=look.contact.text.name)
        button = Button(theme, words, kind=ButtonKind.QUIET, name=name, repeats=True)
        button.clicked.connect(lambda: ways.move(look, way))
        self.add_button(button)
