"""A sheet goes off the window's thread to the printer that was chosen, and what came of it is said."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from caregiver_app.model.errors import CaregiverError
from caregiver_app.model.printing import AS_USUAL, Pages, PrintHow
from caregiver_app.model.web import Cancel
from caregiver_app.support.sentences import sentence_for
from caregiver_app.ui.frame import MainWindow
from caregiver_app.ui.printing.panel import PrintPanel
from caregiver_app.ui.printing.way import PrintWay
from caregiver_app.ui.tasks import Lane, TaskRunner
from caregiver_app.ui.theme import Theme
from tests.helpers.printers import SHELF, PretendPrinter, PretendSheet
from tests.helpers.qt_app import Listener, make_window, press, show


@pytest.fixture
def lane() -> Iterator[Lane[None]]:
    runner = TaskRunner()
    yield runner.add_lane("print", open_resource=lambda: None)
    runner.shutdown()


def _opened(theme: Theme) -> MainWindow:
    window = make_window(theme, sentence=_words)
    show(window)
    return window


def _words(error: BaseException) -> str:
    assert isinstance(error, CaregiverError)
    return sentence_for(error).message


def _way(theme: Theme, window: MainWindow, lane: Lane[None], printer: PretendPrinter) -> PrintWay:
    return PrintWay(
        theme=theme, overlay=window.overlay, messages=window.messages, lane=lane, printer=printer, ring=lambda: True
    )


def test_a_sheet_is_sent_and_that_is_said(theme: Theme, lane: Lane[None], qtbot: QtBot, listener: Listener) -> None:
    """Enter on the usual printer sends the sheet; who asked for it is told once it is there."""
    window, printer, done = _opened(theme), PretendPrinter(), list[str]()
    panel = _way(theme, window, lane, printer).ask(PretendSheet(), private=True, printed=lambda: done.append("printed"))
    qtbot.waitUntil(panel.printers.hasFocus)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: done == ["printed"])
    assert printer.printed == [(SHELF.name, PretendSheet().pdf())]
    assert "The printer has the sheet." in listener.words


def test_what_could_not_be_written_down_first_never_reaches_a_printer(
    theme: Theme, lane: Lane[None], qtbot: QtBot
) -> None:
    window, printer, waiting = _opened(theme), PretendPrinter(), list[Callable[[], object]]()
    way = _way(theme, window, lane, printer)

    def fails() -> None:
        waiting.pop()()

    for end in (fails, way.stop_private):
        panel = way.ask(PretendSheet(), private=True, first=lambda _go_on, leave: waiting.append(leave))
        qtbot.waitUntil(panel.printers.hasFocus)
        panel.go.click()
        assert panel.strip.isVisible()
        end()
        qtbot.waitUntil(lambda: window.overlay.panel is None)
    assert printer.printed == []


def test_a_printer_that_does_not_take_it_is_said(
    theme: Theme, lane: Lane[None], qtbot: QtBot, listener: Listener
) -> None:
    """Where there is no way to save it instead, no button promises one."""
    window = _opened(theme)
    panel = _way(theme, window, lane, PretendPrinter(broken=True)).ask(PretendSheet(), private=False)
    qtbot.waitUntil(panel.printers.hasFocus)
    panel.go.click()
    qtbot.waitUntil(lambda: any("The printer did not answer." in words for words in listener.words))
    message = window.toasts.message
    assert message is not None
    assert (message.text, message.action) == ("The printer did not answer.", "")


def test_what_is_private_is_called_back_and_what_is_not_is_stopped_by_hand(
    theme: Theme, lane: Lane[None], qtbot: QtBot, listener: Listener
) -> None:
    """A bar with Stop stands there meanwhile; a lock calls private sheets back, and nothing says they were printed."""
    window, done = _opened(theme), list[str]()
    way = _way(theme, window, lane, SlowPrinter())
    stops: dict[bool, Callable[[PrintPanel], None]] = {
        True: lambda _panel: way.stop_private(),
        False: lambda panel: panel.strip.stop.click(),
    }
    for private, stop in stops.items():
        panel = way.ask(PretendSheet(), private=private, printed=lambda: done.append("printed"))
        qtbot.waitUntil(panel.printers.hasFocus)
        panel.go.click()
        assert panel.strip.isVisible()
        assert panel.go.isHidden()
        stop(panel)
        qtbot.waitUntil(lambda: window.overlay.panel is None)
    assert listener.words.count("Printing was stopped.") == 2
    assert done == []


def test_without_a_printer_that_answers_the_pdf_can_be_saved(theme: Theme, lane: Lane[None], qtbot: QtBot) -> None:
    """The message has the way; a private one goes at the lock, as it holds the sheet."""
    window, saved = _opened(theme), list[str]()
    panel = _way(theme, window, lane, PretendPrinter(broken=True)).ask(
        PretendSheet(), private=True, save_instead=lambda: saved.append("saved")
    )
    qtbot.waitUntil(panel.printers.hasFocus)
    panel.go.click()
    qtbot.waitUntil(lambda: window.toasts.message is not None and window.toasts.message.action == "Save as PDF")
    message = window.toasts.message
    assert message is not None
    assert message.private
    assert message.on_action is not None
    message.on_action()
    assert saved == ["saved"]


@pytest.mark.parametrize("offered", [True, False])
def test_where_there_is_no_printer_the_pdf_is_a_press_away_and_else_not_promised(
    theme: Theme, lane: Lane[None], qtbot: QtBot, listener: Listener, *, offered: bool
) -> None:
    window, saved = _opened(theme), list[str]()
    instead = (lambda: saved.append("saved")) if offered else None
    panel = _way(theme, window, lane, PretendPrinter(())).ask(PretendSheet(), private=True, save_instead=instead)
    qtbot.waitUntil((panel.save_it if offered else panel.leave).hasFocus)
    assert [words for words in listener.words if "No printer" in words] == [panel.state.text()]
    assert ("PDF" in panel.state.text(), panel.save_it.isVisible(), panel.go.isVisible()) == (offered, offered, False)
    press(Qt.Key.Key_Space)
    assert window.overlay.panel is None
    assert saved == ["saved"] * offered


class SlowPrinter(PretendPrinter):
    """Takes as long as nobody stops it."""

    def send(self, sheet: Pages, printer: str, how: PrintHow = AS_USUAL, *, stop: Cancel | None = None) -> None:
        """Wait for Stop."""
        assert isinstance(stop, threading.Event)
        stop.wait(60)
        super().send(sheet, printer, how, stop=stop)
