"""Asks which printer a sheet goes to, and says where a copy of a private one may stay. Knows nothing of the sheet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.printing import PrinterFacts
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.announce import announce
from caregiver_app.ui.theme import Icon, Theme, Tone, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.layouts import Column, Flow
from caregiver_app.ui.widgets.option_list import Option, OptionList
from caregiver_app.ui.widgets.plain import PlainLabel

_TALL = 300


class PrintPanel(QWidget):
    """Lists the printers; `wanted` carries the name of the one to print on, `given_up` comes without."""

    wanted = Signal(str)
    given_up = Signal()

    def __init__(self, theme: Theme, *, private: bool, ring: Callable[[], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Print"))
        self._facts: tuple[PrinterFacts, ...] = ()
        self.state = PlainLabel(_("Looking for printers."), wrap=True)
        self.printers = OptionList(theme, _("Printers"), (), ring=ring, tall=_TALL)
        self.warning = Callout(theme, Tone.PRIVATE, Icon.LOCK, _("A copy may stay"), _copy_words())
        self.go = Button(theme, _("Print"), kind=ButtonKind.MAIN, icon=Icon.PRINT)
        self.leave = Button(theme, _("Not now"))
        self._lay_out(theme)
        self.warning.setVisible(private)
        self.printers.setVisible(False)
        self.go.setVisible(False)
        self.printers.chosen.connect(lambda _name: self.print_chosen())
        self.go.clicked.connect(self.print_chosen)
        self.leave.clicked.connect(self.given_up)

    def show_printers(self, facts: tuple[PrinterFacts, ...]) -> None:
        """Show which printers there are."""
        self._facts = facts
        self.printers.show_options([_option(each) for each in facts])
        self.printers.setVisible(bool(facts))
        self.go.setVisible(bool(facts))
        words = _("Choose a printer.") if facts else _("No printer was found. You can save the sheet as PDF instead.")
        self.state.setText(words)
        announce(words)
        (self.printers if facts else self.leave).setFocus(Qt.FocusReason.OtherFocusReason)

    def print_chosen(self) -> None:
        """Print on the printer that is reached."""
        option = self.printers.current_option
        if option is not None:
            self.wanted.emit(option.value)

    def _lay_out(self, theme: Theme) -> None:
        column = Column(theme, margins=24, gap=14, parent=self)
        column.addWidget(PlainLabel(_("Print"), role=TypeRole.TITLE))
        for part in (self.state, self.printers, self.warning):
            column.addWidget(part)
        buttons = QWidget()
        flow = Flow(theme, gap=12, parent=buttons)
        flow.addWidget(self.go)
        flow.addWidget(self.leave)
        column.addWidget(buttons)


def _option(facts: PrinterFacts) -> Option[str]:
    end = _("makes a file") if facts.virtual else _("usual one") if facts.is_default else ""
    return Option(value=facts.name, text=facts.name, end=end, spoken=", ".join(filter(None, (facts.name, end))))


def _copy_words() -> str:
    return _(
        "A printer, or this computer on its way there, may keep a copy of what it prints. At work or in a shop, do not "
        "print private sheets."
    )
