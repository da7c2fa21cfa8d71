"""Printing from the window: which printer, a word of warning for private sheets, and the pages on their way."""

from caregiver_app.ui.printing.panel import PrintPanel
from caregiver_app.ui.printing.printers import system_printer
from caregiver_app.ui.printing.way import PrintWay

__all__ = ["PrintPanel", "PrintWay", "system_printer"]
