"""The popover behind Ctrl+K: one field, and below it what was found. Words typed here are kept nowhere."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.announce import announce
from caregiver_app.ui.commands import Command, Commands
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.palette.private_hits import FindPrivate, PrivateHit
from caregiver_app.ui.palette.questions import Found, find
from caregiver_app.ui.palette.results import result_options
from caregiver_app.ui.palette.surroundings import Surroundings
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.lead_field import LeadField
from caregiver_app.ui.widgets.option_list import OptionList
from caregiver_app.ui.widgets.plain import PlainLabel

REST_MS = 120
WIDTH = 640
_TALL = 424  # nine results and a heading; it does not change while somebody types


class Palette(QWidget):
    """`chosen` carries a `Command`, a `Pick`, an `ArticleRow`, a `HelpHit` or a `PrivateHit`.

    Without a desk of the library only commands are found.
    """

    chosen = Signal(object)

    def __init__(
        self,
        desk: Desk | Surroundings,
        commands: Commands,
        *,
        private: FindPrivate | None = None,
        rest_ms: int = REST_MS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = desk.theme
        self._library = desk if isinstance(desk, Desk) else None
        self._commands = commands
        self._found = Found()
        self._find_private = private
        self._private: tuple[PrivateHit, ...] = ()
        self._asking = False
        self._enter_waits = False
        self.setAccessibleName(_("Find anything"))
        self.list = OptionList(desk.theme, _("Results"), (), ring=desk.ring, led=True, tall=_TALL)
        self.field = LeadField(desk.theme, _("Find anything"), self.list)
        self._none = PlainLabel(ink="text-2", wrap=True)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(rest_ms)
        self._rest.timeout.connect(self._ask)
        self._lay_out()
        self.field.textChanged.connect(self._typed)
        self.field.entered.connect(self._enter)
        self.list.chosen.connect(self.chosen)
        self._show()

    @property
    def typed(self) -> str:
        """The words as they stand."""
        return self.field.text().strip()

    @property
    def is_waiting(self) -> bool:
        """True while the library is still to be asked or to answer."""
        return self._rest.isActive() or self._asking

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask nothing any more: who closes the palette or the window wants no answer."""
        super().hideEvent(event)
        self._rest.stop()

    def _typed(self) -> None:
        """Show the commands at once; the library is asked when the fingers rest, and what it said before stays so long.

        Else the list would empty and fill with each letter.
        """
        if not self.typed:
            self._found, self._private = Found(), ()
        self._enter_waits = False
        self._rest.start()
        self._show()

    def _ask(self) -> None:
        typed, library = self.typed, self._library
        self._ask_notes(typed)
        if not typed or library is None:
            self._show()
            self._say()
            return

        def take(found: Found) -> None:
            self._asking = False
            if typed == self.typed:
                self._found = found
                self._show()
                self._say()
                self._enter_late()

        self._asking = True
        library.ask(self, lambda file: find(file, typed), take, key="palette", failed=self._stop_asking)

    def _ask_notes(self, typed: str) -> None:
        """Ask open care notes too; what they say comes last, and nobody waits for it."""

        def take(hits: tuple[PrivateHit, ...]) -> None:
            if typed == self.typed:
                self._private = hits
                self._show()

        if typed and self._find_private is not None:
            self._find_private(self, typed, take)

    def _stop_asking(self, _error: BaseException) -> None:
        self._asking = False

    def _enter(self) -> None:
        """Choose what is reached; what the library is still to say is waited for: keys are quicker than answers."""
        option = self.list.current_option
        if self.is_waiting and (option is None or not isinstance(option.value, Command)):
            self._enter_waits = True
        else:
            self.list.enter()

    def _enter_late(self) -> None:
        if self._enter_waits:
            self._enter_waits = False
            self.list.enter()

    def _show(self) -> None:
        commands = self._commands.find(self.typed) if self.typed else self._commands.useful()
        options = result_options(commands, self._found, self._private, typed=self.typed)
        self.list.show_options(options, keep=not self.is_waiting)
        is_known = bool(self.typed) and not self.is_waiting
        nothing = _("Nothing found. Try a shorter word.") if is_known and not options else ""
        self._none.setText(nothing)
        self._none.setVisible(bool(nothing))

    def _say(self) -> None:
        count = sum(option.value is not None for option in self.list.options)
        announce(ngettext("{count} result", "{count} results", count).format(count=format_number(count)))

    def _lay_out(self) -> None:
        column = Column(self._theme, margins=12, gap=10, parent=self)
        column.addWidget(self.field)
        column.addWidget(self._none)
        column.addWidget(self.list, 1)
