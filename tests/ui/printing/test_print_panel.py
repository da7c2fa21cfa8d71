"""A sheet is sent to the printer that was chosen, by keyboard too; without a printer that is said."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QBuffer, QByteArray, QMarginsF, Qt
from PySide6.QtGui import QImage, QImageWriter, QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter

from caregiver_app.model.errors import Cancelled, PrintError
from caregiver_app.model.printing import PrinterFacts
from caregiver_app.model.sheets.secrets import RecoverySheet
from caregiver_app.model.time import Millis
from caregiver_app.paper.recovery import recovery_sheet
from caregiver_app.paper.typeset import Layout
from caregiver_app.ui.printing.panel import PrintPanel
from caregiver_app.ui.printing.printers import paint_pages
from caregiver_app.ui.theme import Theme
from tests.helpers.accessible import assert_accessible
from tests.helpers.printers import SHELF, TO_FILE
from tests.helpers.qt_app import Listener, Stage, press


def _panel(theme: Theme, stage: Stage, *known: PrinterFacts, private: bool = True) -> tuple[PrintPanel, list[str]]:
    panel = PrintPanel(theme, private=private, ring=lambda: True)
    wanted: list[str] = []
    panel.wanted.connect(wanted.append)
    stage.hold(panel)
    panel.show_printers(known)
    return panel, wanted


def test_the_printer_that_was_reached_by_keyboard_is_taken(theme: Theme, stage: Stage) -> None:
    """Down and Enter choose the second printer."""
    _panel_shown, wanted = _panel(theme, stage, SHELF, TO_FILE)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert wanted == [TO_FILE.name]


def test_without_a_printer_nothing_can_be_printed_and_that_is_said(
    theme: Theme, stage: Stage, listener: Listener
) -> None:
    panel, wanted = _panel(theme, stage)
    assert panel.go.isHidden()
    panel.print_chosen()
    assert wanted == []
    assert "No printer was found." in listener.words
    assert panel.warning.isHidden(), "nothing goes to a printer, so no copy stays in one"


def test_only_private_sheets_are_warned_of(theme: Theme, stage: Stage) -> None:
    """A copy that may stay matters where the sheet is private."""
    private, _ = _panel(theme, stage, SHELF)
    public, _ = _panel(theme, stage, SHELF, private=False)
    assert not private.warning.isHidden()
    assert public.warning.isHidden()


def test_everything_in_the_panel_has_a_name(theme: Theme, stage: Stage) -> None:
    """Screen readers and the keyboard reach all of it."""
    panel, _ = _panel(theme, stage, SHELF, TO_FILE)
    assert_accessible(panel)


def _into(path: Path) -> QPrinter:
    target = QPrinter()
    target.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    target.setOutputFileName(str(path))
    page = QPageSize(QPageSize.PageSizeId.A4)
    target.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF()))
    return target


def test_pages_are_painted_one_on_each_paper(stage: Stage, tmp_path: Path) -> None:
    """As many papers come out as the sheet has pages, each of its size."""
    sheet = recovery_sheet(RecoverySheet(number="VSZJ43", groups=("K7Q2M",) * 14, made_at=Millis(0)), Layout())
    paint_pages(sheet, _into(tmp_path / "out.pdf"))
    painted = PdfReader(tmp_path / "out.pdf").pages
    assert len(painted) == len(PdfReader(io.BytesIO(sheet.pdf())).pages)
    assert round(float(painted[0].mediabox.width)) == 595


def test_some_pages_are_painted_and_stop_is_heeded_between_them(stage: Stage, tmp_path: Path) -> None:
    """Of five pages those from the second to the fourth; one that does not exist is refused."""
    paint_pages(FivePages(), _into(tmp_path / "some.pdf"), pages=(2, 4))
    assert len(PdfReader(tmp_path / "some.pdf").pages) == 3
    with pytest.raises(PrintError):
        paint_pages(FivePages(), _into(tmp_path / "none.pdf"), pages=(6, 7))
    stop = StopsAtLook(3)
    with pytest.raises(Cancelled):
        paint_pages(FivePages(), _into(tmp_path / "stopped.pdf"), stop=stop)
    assert stop.looks == 3


class FivePages:
    """Five empty pages."""

    def pdf(self) -> bytes:
        """Return none: it is painted."""
        return b""

    def pages(self, *, dots_per_inch: float) -> tuple[bytes, ...]:
        """Return small pictures."""
        del dots_per_inch
        image = QImage(70, 99, QImage.Format.Format_Grayscale8)
        image.fill(Qt.GlobalColor.white)
        held = QBuffer()
        held.open(QBuffer.OpenModeFlag.WriteOnly)
        assert QImageWriter(held, QByteArray(b"PNG")).write(image)
        return (bytes(held.data().data()),) * 5


class StopsAtLook:
    """Somebody presses Stop before it is looked for the last of some times."""

    def __init__(self, last: int) -> None:
        self._last = last
        self.looks = 0

    def is_set(self) -> bool:
        """Return whether it is that look."""
        self.looks += 1
        return self.looks == self._last
