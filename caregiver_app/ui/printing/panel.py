"""Asks which printer a sheet goes to and how, says where a copy of a private one may stay, and how far it is then.

Knows nothing of the sheet but how many pages it has.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.printing import AS_USUAL, PrinterFacts
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.announce import announce
from caregiver_app.ui.printing.how_part import HowPart
from caregiver_app.ui.theme import Icon, Theme, Tone
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.option_list import Option, OptionList
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.ui.widgets.progress import ProgressStrip

_TALL = 300


class PrintPanel(Drawer):
    """Lists the printers; `wanted` carries the name of the one to print on, `given_up` comes without.

    Where there is none `save_wanted` asks for a PDF instead, if that is offered.

    Once it is on its way a bar stands here with Stop, which `stopped` tells.
    """

    wanted = Signal(str)
    save_wanted = Signal()
    given_up = Signal()
    stopped = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        private: bool,
        ring: Callable[[], bool],
        count: int = 1,
        saves: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`count` is how many pages the sheet has; with `saves` a PDF is offered where there is no printer."""
        super().__init__(theme, _("Print"), parent=parent)
        self.how = AS_USUAL
        self.state = PlainLabel(_("Looking for printers."), wrap=True)
        self.printers = OptionList(theme, _("Printers"), (), ring=ring, tall=_TALL)
        self.how_part = HowPart(theme, count=count)
        self.warning = Callout(theme, Tone.PRIVATE, Icon.LOCK, _("A copy may stay"), _copy_words())
        self.strip = ProgressStrip(theme)
        self.go = Button(theme, _("Print"), kind=ButtonKind.MAIN, icon=Icon.PRINT)
        self.save_it = Button(theme, _("Save as PDF"), kind=ButtonKind.MAIN, icon=Icon.DOWNLOAD)
        self.leave = Button(theme, _("Not now"))
        self._private, self._saves = private, saves
        for part in (self.state, self.printers, self.how_part, self.warning, self.strip):
            self.body.addWidget(part)
        self.strip.setVisible(False)
        self.add_foot(self.go, self.save_it, self.leave)
        self.warning.setVisible(private)
        self.save_it.setVisible(False)
        self._show_choices(False)
        self.printers.chosen.connect(lambda _name: self.print_chosen())
        self.go.clicked.connect(self.print_chosen)
        self.save_it.clicked.connect(self.save_wanted)
        self.leave.clicked.connect(self.given_up)
        self.strip.stop_pressed.connect(self.stopped)

    def show_printers(self, facts: tuple[PrinterFacts, ...]) -> None:
        """Show which printers there are."""
        self.printers.show_options([_option(each) for each in facts], fit=True)
        self._show_choices(bool(facts))
        self.warning.setVisible(self._private and bool(facts))
        saves = self._saves and not facts
        self.save_it.setVisible(saves)
        words = _("Choose a printer.") if facts else _none_words(saves=saves)
        self.state.setText(words)
        announce(words)
        first = self.printers if facts else self.save_it if saves else self.leave
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_chosen(self) -> None:
        """Print on the printer that is reached, unless something about how cannot be read."""
        option, how = self.printers.current_option, self.how_part.take()
        if option is not None and how is not None:
            self.how = how
            self.wanted.emit(option.value)

    def show_sending(self) -> None:
        """Show that the sheet is on its way, with Stop."""
        self._show_choices(False)
        words = _("Sending the sheet to the printer.")
        self.state.setText("")
        self.leave.setVisible(False)
        self.strip.show_words(words)
        self.strip.stop.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(words)

    def _show_choices(self, shown: bool) -> None:
        for part in (self.printers, self.how_part, self.go):
            part.setVisible(shown)


def _option(facts: PrinterFacts) -> Option[str]:
    end = _("makes a file") if facts.virtual else _("usual one") if facts.is_default else ""
    return Option(value=facts.name, text=facts.name, end=end, spoken=", ".join(filter(None, (facts.name, end))))


def _none_words(*, saves: bool) -> str:
    if saves:
        return _("No printer was found. You can save the sheet as PDF instead.")
    return _("No printer was found.")


def _copy_words() -> str:
    return _(
        "A printer, or this computer on its way there, may keep a copy of what it prints. At work or in a shop, do not "
        "print private sheets."
    )
