"""A sheet goes off the window's thread to the printer that was chosen, and what came of it is said."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from caregiver_app.model.errors import CaregiverError
from caregiver_app.support.sentences import sentence_for
from caregiver_app.ui.frame import MainWindow
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


def test_a_printer_that_does_not_take_it_is_said(
    theme: Theme, lane: Lane[None], qtbot: QtBot, listener: Listener
) -> None:
    """The PDF is offered in its place."""
    window = _opened(theme)
    panel = _way(theme, window, lane, PretendPrinter(broken=True)).ask(PretendSheet(), private=False)
    qtbot.waitUntil(panel.printers.hasFocus)
    panel.go.click()
    qtbot.waitUntil(lambda: any("The printer did not answer." in words for words in listener.words))
