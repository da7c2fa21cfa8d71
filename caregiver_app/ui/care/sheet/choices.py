"""How a recovery sheet gets onto paper: printed, saved to be printed elsewhere, or copied by hand."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.access import CareAccess
from caregiver_app.ui.care.sheet.pdf_lock import PdfLock
from caregiver_app.ui.theme import Icon, Theme, Tone
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.layouts import Column


class SheetChoices(QWidget):
    """One button for each way, and what went wrong with one of them."""

    def __init__(self, theme: Theme, access: CareAccess, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.print_it = Button(theme, _("Print it"), kind=ButtonKind.MAIN, icon=Icon.PRINT)
        self.save_it = Button(theme, _("Save as PDF on a stick"), icon=Icon.USB)
        self.lock = PdfLock(theme, access)
        self.copy_it = Button(theme, _("Copy it by hand"), icon=Icon.NOTES)
        self.later = Button(theme, _("I will do this later"), kind=ButtonKind.QUIET)
        self.problem = Callout(theme, Tone.WARN, Icon.ALERT, "")
        self.problem.setVisible(False)
        text = _("If you lose both the passphrase and this sheet, nobody can open your notes. Not even us.")
        column = Column(theme, gap=12, parent=self)
        column.addWidget(Callout(theme, Tone.PRIVATE, Icon.LOCK, _("Keep it where you keep your passport"), text))
        for widget in (self.print_it, self.save_it, self.lock, self.copy_it, self.later, self.problem):
            column.addWidget(widget)

    def show_problem(self, words: str) -> None:
        """Say why a way did not work; nothing for no words."""
        self.problem.set_message(words)
        self.problem.setVisible(bool(words))
