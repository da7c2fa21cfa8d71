"""The way of a sheet from the window to a printer: asks for one, sends the sheet off the window's thread, says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from caregiver_app.model.printing import Pages, Printer
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.announce import announce
from caregiver_app.ui.messages import Messages
from caregiver_app.ui.printing.panel import PrintPanel
from caregiver_app.ui.tasks import Lane
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.overlay import OverlayHost

WIDTH = 560


class PrintWay:
    """Made once for a window. `lane` is where printers are asked; what it holds open is not used."""

    def __init__(
        self,
        *,
        theme: Theme,
        overlay: OverlayHost,
        messages: Messages,
        lane: Lane[Any],
        printer: Printer,
        ring: Callable[[], bool],
    ) -> None:
        self._theme = theme
        self._overlay = overlay
        self._messages = messages
        self._lane = lane
        self._printer = printer
        self._ring = ring

    def ask(self, sheet: Pages, *, private: bool, printed: Callable[[], object] = lambda: None) -> PrintPanel:
        """Ask for a printer and send the sheet there; `printed` is called once the printer took it."""
        panel = PrintPanel(self._theme, private=private, ring=self._ring)
        panel.wanted.connect(lambda name: self._send(sheet, name, printed))
        panel.given_up.connect(self._overlay.close_panel)
        self._overlay.open_popover(panel, width=WIDTH)
        self._lane.run(
            lambda _held, _control: self._printer.known(),
            owner=panel,
            done=panel.show_printers,
            failed=self._messages.fail,
        )
        return panel

    def _send(self, sheet: Pages, name: str, printed: Callable[[], object]) -> None:
        def sent(_nothing: None) -> None:
            self._messages.say(_("The printer has the sheet."), icon=Icon.PRINT, kind="print")
            printed()

        self._overlay.close_panel()
        announce(_("Sending the sheet to the printer."))
        self._lane.run(
            lambda _held, _control: self._printer.send(sheet, name),
            owner=self._overlay,
            done=sent,
            failed=self._messages.fail,
        )
