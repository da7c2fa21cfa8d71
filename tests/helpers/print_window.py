"""What a person does in Print, and what a test wants to know of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from caregiver_app.model.printing import Printer
from caregiver_app.ui.care.sheet.save_drawer import SaveSheetDrawer
from caregiver_app.ui.printing import PrintPanel, PrintWay
from caregiver_app.ui.sheets.body import SheetsBody
from caregiver_app.ui.sheets.joining import PrintParts
from caregiver_app.ui.sheets.wanted import What
from tests.helpers.accessible import assert_named
from tests.helpers.qt_app import settle
from tests.helpers.whole_window import Opened, wait_until


def print_of(opened: Opened) -> PrintParts:
    """Return Print of a window whose library is open."""
    return opened.whole.gate.side.printing


def body_of(opened: Opened) -> SheetsBody:
    """Return the inside of Print."""
    return print_of(opened).screen.body


def show_sheet(opened: Opened, what: What, **chosen: object) -> SheetsBody:
    """Open Print with a sheet or a set, and wait until it is seen."""
    print_of(opened).show(what, **chosen)
    return seen(opened)


def seen(opened: Opened) -> SheetsBody:
    """Wait until what is seen is what was chosen."""
    body = body_of(opened)
    opened.quiet()
    wait_until(lambda: not body.waits, "the sheet to be seen")
    opened.quiet()
    return body


def about_the_first(opened: Opened) -> SheetsBody:
    """Say that the first of several people is meant, and wait for their sheets."""
    body = seen(opened)
    body.options.whom.chosen.emit(body.options.people[0].id)
    return seen(opened)


def use_printer(opened: Opened, printer: Printer) -> None:
    """Print on `printer` from now on."""
    way = way_to(opened, printer)
    body_of(opened).leaving.print_with(lambda: way)


def way_to(opened: Opened, printer: Printer) -> PrintWay:
    """Return the way of a window to `printer` alone."""
    window, desk = opened.whole.window, opened.whole.desk
    return PrintWay(
        theme=desk.theme,
        overlay=window.overlay,
        messages=window.messages,
        lane=opened.whole.runner.add_free_lane("pretend-printer", workers=1),
        printer=printer,
        ring=desk.ring,
    )


def print_panel(opened: Opened) -> PrintPanel:
    """Press Print and return what asks for the printer, once it knows them."""
    body_of(opened).print_it.click()
    panel = _asked(opened)
    assert isinstance(panel, PrintPanel)
    return panel


def save_drawer(opened: Opened) -> SaveSheetDrawer:
    """Press Save for private sheets and return what asks how and where."""
    body_of(opened).save_it.click()
    drawer = _asked(opened)
    assert isinstance(drawer, SaveSheetDrawer)
    assert_named(drawer)
    return drawer


def _asked(opened: Opened) -> QWidget:
    overlay = opened.whole.window.overlay
    wait_until(lambda: overlay.panel is not None, "the question where the sheet is to go")
    opened.quiet()
    assert overlay.panel is not None
    return overlay.panel.content


def let_go() -> None:
    """Let what was taken away really go."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    settle()
