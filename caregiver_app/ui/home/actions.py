"""What people most often come for, as buttons."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.layouts import Flow


class Actions(QWidget):
    """`note_asked`, `print_asked`, `help_asked`, `share_asked`, `search_asked` and `steps_asked` say what is wanted."""

    note_asked = Signal()
    print_asked = Signal()
    help_asked = Signal()
    share_asked = Signal()
    search_asked = Signal()
    steps_asked = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("What you can do"))
        self.note = Button(theme, _("Write a note"), icon=Icon.NOTES)
        self.print = Button(theme, _("Print notes for a helper"), icon=Icon.PRINT)
        self.help = Button(theme, _("Find a helpline"), icon=Icon.PHONE)
        self.share = Button(theme, _("Share a page"), icon=Icon.SHARE)
        self.search = Button(theme, _("Search the library"), icon=Icon.SEARCH)
        self.steps = Button(theme, _("Go on with the first steps"), kind=ButtonKind.QUIET, icon=Icon.TOPICS)
        self.steps.setVisible(False)
        self.note.clicked.connect(self.note_asked)
        self.print.clicked.connect(self.print_asked)
        self.help.clicked.connect(self.help_asked)
        self.share.clicked.connect(self.share_asked)
        self.search.clicked.connect(self.search_asked)
        self.steps.clicked.connect(self.steps_asked)
        flow = Flow(theme, gap=12, parent=self)
        for button in (self.note, self.print, self.help, self.share, self.search, self.steps):
            flow.addWidget(button)

    def show_steps(self, *, left: bool) -> None:
        """Offer to go on with the first steps, as long as some of them are left."""
        self.steps.setVisible(left)

    def show_notes(self, *, there: bool) -> None:
        """Offer to write a note, and to print for a helper, where there are care notes; elsewhere to search."""
        self.note.setVisible(there)
        self.print.setVisible(there)
        self.search.setVisible(not there)
