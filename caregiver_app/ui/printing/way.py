"""The way of a sheet from the window to a printer: asks for one, sends the sheet off the window's thread, says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from shiboken6 import isValid

from caregiver_app.model.errors import Cancelled, CaregiverError
from caregiver_app.model.printing import Pages, Printer
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import sentence_for
from caregiver_app.ui.messages import Messages
from caregiver_app.ui.printing.panel import PrintPanel
from caregiver_app.ui.task import Task
from caregiver_app.ui.tasks import Lane, TaskControl
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.overlay import OverlayHost

First = Callable[[Callable[[], object], Callable[[], object]], object]
"""What is done before a sheet leaves: it calls the one where that went well, the other where it did not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    sheet: Pages
    private: bool
    first: First
    printed: Callable[[], object]
    save_instead: Callable[[], object] | None


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
        self._private: set[Task] = set()
        self._waiting: PrintPanel | None = None

    def ask(
        self,
        sheet: Pages,
        *,
        private: bool,
        first: First = lambda go_on, _leave: go_on(),
        printed: Callable[[], object] = lambda: None,
        count: int = 1,
        save_instead: Callable[[], object] | None = None,
    ) -> PrintPanel:
        """Ask for a printer and send the sheet there, after what is to be done `first`; `printed` is called once the
        printer took it.

        `count` is how many pages the sheet has, as far as that is known. `save_instead` is offered where there is no
        printer, or it does not answer.
        """
        saves = save_instead is not None
        panel = PrintPanel(self._theme, private=private, ring=self._ring, count=count, saves=saves)
        job = _Job(sheet=sheet, private=private, first=first, printed=printed, save_instead=save_instead)
        panel.wanted.connect(lambda name: self._begin(job, name, panel))
        panel.save_wanted.connect(lambda: self._save(job))
        panel.given_up.connect(self._overlay.close_panel)
        self._overlay.open_drawer(panel)
        self._lane.run(
            lambda _held, _control: self._printer.known(),
            owner=panel,
            done=panel.show_printers,
            failed=self._messages.fail,
        )
        return panel

    def stop_private(self) -> None:
        """Call back what is private and on its way, as at a lock."""
        for task in tuple(self._private):
            task.cancel()
        self._leave()

    def _begin(self, job: _Job, name: str, panel: PrintPanel) -> None:
        panel.show_sending()
        self._waiting = panel
        job.first(lambda: self._send(job, name, panel) if isValid(panel) else None, self._leave)

    def _save(self, job: _Job) -> None:
        self._overlay.close_panel()
        if job.save_instead is not None:
            job.save_instead()

    def _leave(self) -> None:
        """Close the panel of a sheet that is not to go on its way after all."""
        panel, self._waiting = self._waiting, None
        if panel is not None and isValid(panel):
            panel.given_up.emit()

    def _send(self, job: _Job, name: str, panel: PrintPanel) -> None:
        how, self._waiting = panel.how, None

        def work(_held: object, control: TaskControl[None]) -> None:
            self._printer.send(job.sheet, name, how, stop=control.cancel)

        def over() -> None:
            self._private.discard(task)
            if isValid(panel) and self._overlay.panel is panel.parentWidget():
                self._overlay.close_panel()

        def sent(_nothing: None) -> None:
            over()
            self._messages.say(_("The printer has the sheet."), icon=Icon.PRINT, kind="print")
            job.printed()

        def failed(error: BaseException) -> None:
            over()
            if isinstance(error, Cancelled):
                self._messages.say(_("Printing was stopped."), icon=Icon.STOP, kind="print")
            else:
                self._tell(error, job)

        task = self._lane.run(work, owner=self._overlay, done=sent, failed=failed)
        panel.stopped.connect(task.cancel)
        if job.private:
            self._private.add(task)

    def _tell(self, error: BaseException, job: _Job) -> None:
        instead = job.save_instead
        if instead is None or not isinstance(error, CaregiverError):
            self._messages.fail(error)
            return
        self._messages.say(
            sentence_for(error).text,
            icon=Icon.ALERT,
            action=_("Save as PDF"),
            on_action=lambda: _do(instead),
            kind="error",
            private=job.private,  # it holds the sheet: a lock takes it away
        )


def _do(act: Callable[[], object]) -> None:
    act()
