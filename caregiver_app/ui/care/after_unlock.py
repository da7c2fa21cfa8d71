"""What is said and offered once the notes are open: the sheet that is missing, signs of changed files, sealed notes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from shiboken6 import isValid

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.care_notices import care_notice_sentence, joined_sentence
from caregiver_app.ui.care.answering.received_drawer import received_option
from caregiver_app.ui.care.asking.ways import AskWays
from caregiver_app.ui.care.carrying.ways import CarryingWays
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.erasing.ways import EraseWays
from caregiver_app.ui.care.menu import Action
from caregiver_app.ui.care.notices import SheetNotice, SignNotice
from caregiver_app.ui.care.opening import Opened, SheetState
from caregiver_app.ui.care.screen import CareScreen
from caregiver_app.ui.care.sheet.ways import SheetWays
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.option_list import Option


class AfterUnlock(QObject):
    """Adds to the body of each unlock; what it adds goes with it."""

    def __init__(
        self,
        desk: CareDesk,
        screen: CareScreen,
        sheets: SheetWays,
        erase_all: Callable[[], object],
        parent: QObject,
    ) -> None:
        """`erase_all` has all care notes erased, once the person has said so."""
        super().__init__(parent)
        self._erase_all = erase_all
        self._desk = desk
        self._screen = screen
        self._sheets = sheets
        self.notice: SheetNotice | None = None
        self.asking: AskWays | None = None
        self.carrying: CarryingWays | None = None
        self.erasing: EraseWays | None = None
        sheets.state_changed.connect(self._show_state)
        desk.access.changed.connect(self._let_go)

    def show(self, opened: Opened) -> None:
        """Say what there is to say after this unlock."""
        body, ways = self._screen.body, self._screen.ways
        if body is None or ways is None:
            return
        ways.more.append(self._sheet_option)
        self.asking = AskWays(self._desk, body)
        self.carrying = CarryingWays(self._desk, body, body.header.more)
        self.erasing = EraseWays(self._desk, self._erase_all, body)
        ways.erase_person = self.erasing.open
        options = (
            *self.asking.options(),
            received_option(self._desk),
            *self.carrying.options(),
            *self.erasing.options(),
        )
        ways.more += [partial(_given, option) for option in options]
        self.notice = SheetNotice(self._desk.theme)
        self.notice.pressed.connect(self._open_sheet)
        body.notice_column.addWidget(self.notice)
        self._show_state(opened.sheet)
        unlocked = self._desk.access.care.unlocked
        for notice in unlocked.notices:
            body.notice_column.addWidget(SignNotice(self._desk.theme, notice))
            # As a message too: where there is little room the callout is not seen.
            self._desk.say_openly(care_notice_sentence(notice).message, icon=Icon.ALERT, kind=notice.value)
        if unlocked.joined:
            self._desk.say(joined_sentence(unlocked.joined), icon=Icon.UNLOCK, kind="sealed")

    def erase(self) -> None:
        """Open what erases care notes, while they are open."""
        if self.erasing is not None:
            self.erasing.open()

    def go_on_with_sheet(self, passphrase: str) -> None:
        """Offer the recovery sheet of new notes; at its end they are locked, to be opened once by their owner."""
        self._sheets.open(passphrase, closed=self._try_once)

    def _let_go(self) -> None:
        """Hold on to nothing once the notes are shut: one widget would keep the words of all beside it in memory."""
        if not self._desk.access.is_open:
            self.notice = self.asking = self.carrying = self.erasing = None

    def _try_once(self) -> None:
        if not self._desk.access.is_open:
            return
        self._desk.access.lock()
        self._screen.end_set_up(
            _("Your care notes are ready. Open them once with your passphrase, so you know that it works.")
        )

    def _show_state(self, state: SheetState) -> None:
        if self.notice is not None and isValid(self.notice):
            self.notice.setVisible(state is not SheetState.CHECKED)
            self.notice.show_state(state)

    def _sheet_option(self) -> Option[Action]:
        return Option(value=self._open_sheet, text=_("Recovery sheet"), icon=Icon.PRINT)

    def _open_sheet(self) -> None:
        self._sheets.open()


def _given(option: Option[Action]) -> Option[Action]:
    return option
