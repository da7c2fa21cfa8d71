"""The recovery sheet as a printer takes it, typeset when it is asked for."""

from __future__ import annotations

from caregiver_app.model.printing import Pages
from caregiver_app.model.sheets.secrets import RecoverySheet
from caregiver_app.support.i18n import current_locale


class SheetPages:
    """Typesets in the thread that asks."""

    def __init__(self, sheet: RecoverySheet) -> None:
        self._sheet = sheet

    def pdf(self) -> bytes:
        """Return the PDF."""
        return self._typeset().pdf()

    def pages(self, *, dots_per_inch: float) -> tuple[bytes, ...]:
        """Return a PNG of each page."""
        return self._typeset().pages(dots_per_inch=dots_per_inch)

    def _typeset(self) -> Pages:
        from caregiver_app.paper.recovery import recovery_sheet
        from caregiver_app.paper.typeset import Layout

        return recovery_sheet(self._sheet, Layout(language=current_locale()))
