"""The printers of this computer: through commands of the spooler where it has any, else through the toolkit."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from caregiver_app.model.errors import PrintError, PrintTrouble
from caregiver_app.model.printing import Pages, Printer, PrinterFacts
from caregiver_app.support.spooler import JOB, Spooler, has_spooler, is_virtual

_DOTS_PER_INCH = 300


def system_printer() -> Printer:
    """Return the way in which this system prints."""
    return Spooler() if has_spooler() else PaintedPrinter()


class PaintedPrinter:
    """Paints pictures of the pages, as Windows and macOS take them; no PDF leaves the process."""

    def known(self) -> tuple[PrinterFacts, ...]:
        """Return the printers, the usual one first."""
        usual = QPrinterInfo.defaultPrinterName()
        facts = [
            PrinterFacts(name=name, is_default=name == usual, virtual=is_virtual(name))
            for name in QPrinterInfo.availablePrinterNames()
        ]
        return tuple(sorted(facts, key=lambda each: not each.is_default))

    def send(self, sheet: Pages, printer: str) -> None:
        """Paint each page at 300 dots an inch.

        Raises:
            PrintError: the printer did not take it.
        """
        info = QPrinterInfo.printerInfo(printer)
        if info.isNull():
            raise PrintError(PrintTrouble.NOT_TAKEN)
        target = QPrinter(info, QPrinter.PrinterMode.HighResolution)
        target.setDocName(JOB)
        target.setFullPage(True)
        paint_pages(sheet, target)


def paint_pages(sheet: Pages, target: QPrinter) -> None:
    """Paint each page of a sheet over the whole paper of `target`.

    Raises:
        PrintError: the printer did not take it.
    """
    painter = QPainter()
    if not painter.begin(target):
        raise PrintError(PrintTrouble.NOT_TAKEN)
    try:
        for number, page in enumerate(sheet.pages(dots_per_inch=_DOTS_PER_INCH)):
            if number and not target.newPage():
                raise PrintError(PrintTrouble.NOT_TAKEN)
            paper = target.paperRect(QPrinter.Unit.DevicePixel)
            painter.drawImage(QRectF(0, 0, paper.width(), paper.height()), QImage.fromData(page))
    finally:
        painter.end()
