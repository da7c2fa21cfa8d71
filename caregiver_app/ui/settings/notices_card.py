"""Safety notices in the settings: whether their sources are asked every few hours, and whether the system tells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.automatic_updates import NOTICES_OFTEN, WHEN, When
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.doer import Doer, putting
from caregiver_app.ui.notice_telling import TELL, TrayNotifier
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from caregiver_app.library.store import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeChoices:
    """What holds: updates each day, sources of notices often, messages of the system."""

    daily: bool
    often: bool
    tell: bool


class NoticesCard(Card):
    """Asks for what holds by `refresh`; `changed` comes after each choice."""

    changed = Signal()

    def __init__(self, desk: Desk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("Safety notices"), parent=parent)
        self._desk = desk
        self._doer: Doer[Library] = Doer(desk, self)
        self.often = CheckBox(desk.theme, _("Look for safety notices every few hours while Caregiver is open"))
        self.only_daily = PlainLabel(_("Only when updates come each day."), ink="text-2", wrap=True)
        self.tell = CheckBox(desk.theme, _("Show a message on this computer for a new notice in red"))
        self.tells = PlainLabel(ink="text-2", wrap=True)
        for part in (self.often, self.only_daily, self.tell, self.tells):
            self.body.addWidget(part)
        self.often.clicked.connect(self._choose_often)
        self.tell.clicked.connect(self._choose_tell)
        self._doer.changed.connect(self.refresh)
        self._doer.changed.connect(self.changed)

    def refresh(self) -> None:
        """Ask for what holds now."""
        self._desk.ask(self, notice_choices, self._show, key="notice-choices")

    def _show(self, choices: NoticeChoices) -> None:
        possible = TrayNotifier.is_possible()
        self.often.setEnabled(choices.daily)
        self.often.setChecked(choices.daily and choices.often)
        self.only_daily.setVisible(not choices.daily)
        self.tell.setEnabled(possible or choices.tell)
        self.tell.setChecked(choices.tell)
        says = _("It says only that there is one, and never what it is about.")
        self.tells.setText(says if possible else _("This computer shows no messages of programs."))

    def _choose_often(self, on: bool) -> None:
        text = _("Notices: every few hours.") if on else _("Notices: with other updates.")
        self._choose(NOTICES_OFTEN, text, on=on)

    def _choose_tell(self, on: bool) -> None:
        text = _("New notices in red: with a message.") if on else _("New notices in red: without a message.")
        self._choose(TELL, text, on=on)

    def _choose(self, name: str, text: str, *, on: bool) -> None:
        def put(library: Library, value: bool) -> None:
            library.choices.put(name, value)

        self._doer.do(putting(text, put, before=not on, after=on, icon=Icon.SETTINGS), kind=name)


def notice_choices(library: Library) -> NoticeChoices:
    """Return what holds; runs in the library's thread."""
    return NoticeChoices(
        daily=When.read(library.choices.get(WHEN, "")) is When.DAILY,
        often=library.choices.get(NOTICES_OFTEN, True),
        tell=library.choices.get(TELL, False),
    )
