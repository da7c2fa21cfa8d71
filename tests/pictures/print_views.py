"""Print, for the eye: what can be printed, a set with its pages, its words, and what is asked before it leaves."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from caregiver_app.model.article import ItemKind
from caregiver_app.model.sheets.kinds import PrintSet, SheetKind
from caregiver_app.model.trust import Subject, SubjectKind
from caregiver_app.ui.sheets.body import SheetsBody
from caregiver_app.ui.sheets.joining import PRINT
from tests.helpers.care_window import care_of, unlock
from tests.helpers.print_window import body_of, print_panel, save_drawer, seen, show_sheet, use_printer
from tests.helpers.printers import PretendPrinter
from tests.helpers.whole_window import Opened


def print_choice(opened: Opened) -> None:
    """Which sheets there are, while the notes are locked."""
    opened.whole.window.open_screen(PRINT)
    opened.quiet()
    _take_keyboard_away()


def print_set(opened: Opened) -> None:
    """A set that is needed together."""
    _shown(opened)
    _take_keyboard_away()


def print_words(opened: Opened) -> None:
    """The same as text."""
    _shown(opened).preview.set_reading(True)


def print_printer(opened: Opened) -> None:
    """Which printer, and how."""
    _shown(opened)
    use_printer(opened, PretendPrinter())
    print_panel(opened).how_part.fold.click()


def print_saving(opened: Opened) -> None:
    """Saving it locked."""
    _shown(opened)
    save_drawer(opened)


def print_lines(opened: Opened) -> None:
    """Cards for the wallet, without anything private."""
    show_sheet(opened, SheetKind.HELPLINES, country="GB", wallet=True)
    _take_keyboard_away()


def print_title(opened: Opened) -> None:
    """Words that cannot be compared with locked notes, and the way on."""
    care_of(opened).access.lock()
    row = next(row for row in opened.rows if row.kind is ItemKind.ARTICLE)
    page = Subject(kind=SubjectKind.ARTICLE, id=row.id)
    body_of(opened).options.name_page(page, row.title)
    show_sheet(opened, SheetKind.RESOURCE_LIST, subjects=(page,), title="Sleep at home")
    _take_keyboard_away()


VIEWS = (print_choice, print_set, print_words, print_printer, print_saving, print_lines, print_title)


def _shown(opened: Opened) -> SheetsBody:
    if not care_of(opened).access.is_open:
        opened.whole.window.open_screen("care")
        unlock(opened)
    show_sheet(opened, PrintSet.CLINIC_VISIT)
    return seen(opened)


def _take_keyboard_away() -> None:
    focused = QApplication.focusWidget()
    if focused is not None:
        focused.clearFocus()
