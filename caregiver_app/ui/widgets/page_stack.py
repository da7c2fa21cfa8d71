"""Pages of which one is shown, and of which only that one asks for room."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget


class PageStack(QStackedWidget):
    """A QStackedWidget that is as large as its current page needs: a hidden page was never laid out in its width."""

    def sizeHint(self) -> QSize:
        """Return what the current page would like."""
        shown = self.currentWidget()
        return super().sizeHint() if shown is None else shown.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return what the current page needs."""
        shown = self.currentWidget()
        return super().minimumSizeHint() if shown is None else shown.minimumSizeHint()
