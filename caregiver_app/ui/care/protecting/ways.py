"""The way from the switch to the change: what it means is said, the passphrase is tried, the wish is handed on.

The change itself is done while there is no window that has the library open (`ui.app`).
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from caregiver_app.bootstrap.protection import Protection
from caregiver_app.model.errors import VaultError
from caregiver_app.support.sentences import sentence_for
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.opening import SHEET, SheetState
from caregiver_app.ui.care.protecting.drawer import ProtectDrawer
from caregiver_app.ui.care.protecting.words import off_words, on_words
from caregiver_app.ui.converting import ProtectWish


class ProtectWays(QObject):
    """`act` is given what is wanted once the passphrase was right; the window goes then."""

    def __init__(
        self, desk: CareDesk, protection: Protection, act: Callable[[ProtectWish], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._protection = protection
        self._act = act

    def open(self, *, on: bool) -> ProtectDrawer:
        """Say what it means and ask for the passphrase."""
        desk = self._desk
        drawer = ProtectDrawer(desk.theme, on_words() if on else off_words())
        drawer.wanted.connect(lambda passphrase: self._try(drawer, passphrase, on=on))
        desk.overlay.open_drawer(drawer).closed.connect(drawer.passphrase.clear)
        drawer.begin()
        desk.access.apart(drawer, self._protection.room_bytes, drawer.show_room, failed=desk.tell)
        if on:
            desk.ask(
                drawer,
                lambda vault: SheetState.of(vault.settings.get(SHEET)),
                lambda state: drawer.no_sheet.setVisible(state is not SheetState.CHECKED),
            )
        return drawer

    def _try(self, drawer: ProtectDrawer, passphrase: str, *, on: bool) -> None:
        care = self._desk.access.care

        def refused(error: BaseException) -> None:
            if isinstance(error, VaultError):
                drawer.refuse(sentence_for(error).text)
            else:
                drawer.act.set_working(False)
                self._desk.tell(error)

        def right(_none: None) -> None:
            self._desk.overlay.close_panel()
            self._act(ProtectWish(on=on, passphrase=passphrase))

        self._desk.access.apart(drawer, lambda: care.check_passphrase(passphrase), right, failed=refused)
