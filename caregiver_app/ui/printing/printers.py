"""The printers of this computer: through commands of the spooler where it has any, else through the toolkit."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from caregiver_app.model.errors import Cancelled, PrintError, PrintTrouble
from caregiver_app.model.printing import AS_USUAL, Pages, Printer, PrinterFacts, PrintHow, Sides
from caregiver_app.model.web import Cancel
from caregiver_app.support.spooler import JOB, Spooler, has_spooler, is_virtual

_DOTS_PER_INCH = 300
_LETTER_INCHES = 11.35  # the longer side of Letter has 11, that of A4 11.7
_SIDES = {
    Sides.ONE: QPrinter.DuplexMode.DuplexNone,
    Sides.BOTH: QPrinter.DuplexMode.DuplexLongSide,
}


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

    def send(self, sheet: Pages, printer: str, how: PrintHow = AS_USUAL, *, stop: Cancel | None = None) -> None:
        """Paint each page at 300 dots an inch.

        Raises:
            PrintError: the printer did not take it.
            Cancelled: `stop` was set before the last page was painted.
        """
        info = QPrinterInfo.printerInfo(printer)
        if info.isNull():
            raise PrintError(PrintTrouble.NOT_TAKEN)
        target = QPrinter(info, QPrinter.PrinterMode.HighResolution)
        target.setDocName(JOB)
        target.setCopyCount(how.copies)
        if how.sides in _SIDES:
            target.setDuplex(_SIDES[how.sides])
        paint_pages(sheet, target, pages=how.pages, stop=stop)


def paint_pages(
    sheet: Pages, target: QPrinter, *, pages: tuple[int, int] | None = None, stop: Cancel | None = None
) -> None:
    """Paint each page of a sheet, or those from the first to the last of `pages`, over the whole paper of `target`.

    Raises:
        PrintError: the printer did not take it.
        Cancelled: `stop` was set.
    """
    _check(stop)
    wanted = _wanted(sheet, pages)
    target.setFullPage(True)
    _turn(target, QImage.fromData(wanted[0]))
    painter = QPainter()
    if not painter.begin(target):
        raise PrintError(PrintTrouble.NOT_TAKEN)
    try:
        is_next = False
        while wanted:
            _check(stop)
            _paint(painter, target, wanted.popleft(), is_next=is_next)
            is_next = True
    except Cancelled:
        target.abort()
        raise
    finally:
        painter.end()


def _wanted(sheet: Pages, pages: tuple[int, int] | None) -> deque[bytes]:
    """Return the pictures of those pages alone, to be let go one after the other."""
    made = sheet.pages(dots_per_inch=_DOTS_PER_INCH)
    first, last = pages or (1, len(made))
    if not made[first - 1 : last]:
        raise PrintError(PrintTrouble.NOT_TAKEN)
    return deque(made[first - 1 : last])


def _paint(painter: QPainter, target: QPrinter, page: bytes, *, is_next: bool) -> None:
    """Paint one page. Its picture takes 35 MB at 300 dots an inch, so that no other is held meanwhile."""
    image = QImage.fromData(page)
    if is_next:
        _turn(target, image)
        if not target.newPage():
            raise PrintError(PrintTrouble.NOT_TAKEN)
    paper = target.paperRect(QPrinter.Unit.DevicePixel)
    painter.drawImage(QRectF(0, 0, paper.width(), paper.height()), image)


def _turn(target: QPrinter, image: QImage) -> None:
    """Have the paper lie as the page does, in its size; a printer without that size takes its own."""
    lies = image.width() > image.height()
    long_inches = max(image.width(), image.height()) / _DOTS_PER_INCH
    size = QPageSize.PageSizeId.Letter if long_inches < _LETTER_INCHES else QPageSize.PageSizeId.A4
    target.setPageSize(QPageSize(size))
    target.setPageOrientation(QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait)


def _check(stop: Cancel | None) -> None:
    if stop is not None and stop.is_set():
        raise Cancelled
