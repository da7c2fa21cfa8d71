"""From everywhere to the recovery sheet: opens its drawer, prints it, and keeps how far it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from caregiver_app.model.sheets.secrets import RecoverySheet
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.opening import SHEET, SheetState
from caregiver_app.ui.care.sheet.drawer import SheetDrawer
from caregiver_app.ui.care.sheet.pages import SheetPages

if TYPE_CHECKING:
    from caregiver_app.ui.printing import PrintWay

Reached = Callable[[SheetState], object]
Closed = Callable[[], object]


class SheetWays(QObject):
    """`state_changed` carries the `SheetState` that is kept now."""

    state_changed = Signal(object)

    def __init__(self, desk: CareDesk, data_dir: Path, print_way: Callable[[], PrintWay], parent: QObject) -> None:
        """`print_way` is asked for when somebody prints: it looks for printers."""
        super().__init__(parent)
        self._desk = desk
        self._data_dir = data_dir
        self._print_way = print_way

    def print_with(self, print_way: Callable[[], PrintWay]) -> None:
        """Print by another way from now on."""
        self._print_way = print_way

    def open(self, passphrase: str = "", *, closed: Closed = lambda: None) -> SheetDrawer:
        """Open the drawer; a `passphrase` that was typed just now is not asked for. `closed` comes once, at the end."""
        drawer = self._shown(self._keep, closed)
        if passphrase:
            drawer.use(passphrase)
        else:
            drawer.passphrase.begin()
        return drawer

    def hand_over(self, sheet: RecoverySheet, reached: Reached, closed: Closed) -> SheetDrawer:
        """Open the drawer with a sheet that was made just now; what is reached is told, and kept by who is told."""
        drawer = self._shown(reached, closed)
        drawer.show_sheet(sheet)
        return drawer

    def _shown(self, reached: Reached, closed: Closed) -> SheetDrawer:
        drawer = SheetDrawer(self._desk.theme, self._desk.access, self._data_dir)
        printing: list[bool] = []
        drawer.reached.connect(reached)
        drawer.finished.connect(self._desk.overlay.close_panel)

        def print_it(sheet: RecoverySheet) -> None:
            printing.append(True)
            self._print(sheet, reached, closed)

        drawer.print_wanted.connect(print_it)
        panel = self._desk.overlay.open_drawer(drawer)
        panel.closed.connect(lambda: None if printing else closed())
        return drawer

    def _print(self, sheet: RecoverySheet, reached: Reached, closed: Closed) -> None:
        """Ask for a printer in the drawer's place; then the drawer comes back for the last group."""
        printed: list[bool] = []

        def compare() -> None:
            if self._desk.access.is_open:
                self.hand_over(sheet, reached, closed).printed()

        def given_up() -> None:
            if not printed and self._desk.access.is_open:
                self.hand_over(sheet, reached, closed)

        def save_instead() -> None:
            if self._desk.access.is_open:
                self.hand_over(sheet, reached, closed).offer_file()

        panel = self._print_way().ask(SheetPages(sheet), private=True, printed=compare, save_instead=save_instead)
        panel.wanted.connect(lambda _name: printed.append(True))
        panel.given_up.connect(given_up)

    def _keep(self, state: SheetState) -> None:
        self._desk.ask(
            self,
            lambda vault: vault.settings.set(SHEET, state.value),
            lambda _none: self.state_changed.emit(state),
        )
        if state is SheetState.CHECKED:
            self._desk.say(_("Your recovery sheet is right. Keep it safe."), kind="sheet")
