"""Sheets as a printer takes them, typeset in the thread that asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from caregiver_app.ui.sheets.previewing import Shown, layout_of

if TYPE_CHECKING:
    from caregiver_app.paper.typeset import TypesetSheet


class ShownPages:
    """Typesets anew each time it is asked: it holds no page."""

    def __init__(self, shown: Shown) -> None:
        self._shown = shown

    def pdf(self) -> bytes:
        """Return the PDF."""
        return self._typeset().pdf()

    def pages(self, *, dots_per_inch: float) -> tuple[bytes, ...]:
        """Return a PNG of each page."""
        return self._typeset().pages(dots_per_inch=dots_per_inch)

    def _typeset(self) -> TypesetSheet:
        from caregiver_app.paper.sheets import typeset

        return typeset(self._shown.sheets, layout_of(self._shown.look), title=self._shown.title)


def pdf_of(shown: Shown, password: str = "") -> bytes:
    """Return the PDF of sheets, locked where there is a password; takes its time.

    Raises:
        PrintError: no reader of PDF files takes the password.
    """
    from caregiver_app.paper.locking import locked_pdf

    pdf = ShownPages(shown).pdf()
    return locked_pdf(pdf, password) if password else pdf
