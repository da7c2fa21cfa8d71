"""Opens the palette from anywhere and does what was chosen there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from caregiver_app.model.article import ArticleRow
from caregiver_app.ui.commands import Command, Commands
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.library.pick import Pick
from caregiver_app.ui.library.screen import LibraryScreen
from caregiver_app.ui.palette.private_hits import FindPrivate, PrivateHit
from caregiver_app.ui.palette.surroundings import Surroundings
from caregiver_app.ui.widgets.nav_state import NavState

ToHelp = Callable[[str, bool], object]


class FindAnything(QObject):
    """The palette is imported when it is first opened: the first window must not wait for it."""

    def __init__(
        self,
        desk: Desk | Surroundings,
        library: LibraryScreen | None,
        go: Callable[[], None],
        parent: QObject,
        *,
        private: FindPrivate | None = None,
        to_help: ToHelp | None = None,
    ) -> None:
        """`go` brings the Library before the eyes; where there is none, only commands are found.

        `private` looks into the care notes, where they are open. `to_help` opens Help with words, for groups or lines.
        """
        super().__init__(parent)
        self._private = private
        self._to_help = to_help
        self._desk = desk
        self._library = library
        self._go = go
        self._key = ""
        self.commands = Commands()

    def listen_to(self, nav: NavState, key: str) -> None:
        """Open whenever the entry `key` of the navigation is asked for."""
        self._key = key
        nav.asked.connect(self._asked)

    def open(self) -> None:
        """Open the palette with the keyboard in its field; a second time closes it."""
        from caregiver_app.ui.palette.palette import WIDTH, Palette

        panel = self._desk.overlay.panel
        if panel is not None and isinstance(panel.content, Palette):
            self._desk.overlay.close_panel()
            return
        palette = Palette(self._desk, self.commands, private=self._private)
        palette.chosen.connect(self._do)
        self._desk.overlay.open_popover(palette, width=WIDTH)

    def _asked(self, key: str) -> None:
        if key == self._key:
            self.open()

    def _do(self, chosen: object) -> None:
        """Close the palette, so that the focus is where it was, and act from there."""
        from caregiver_app.ui.palette.help_hits import HelpHit

        self._desk.overlay.close_panel()
        if isinstance(chosen, Command):
            chosen.action()
        elif isinstance(chosen, PrivateHit):
            chosen.open()
        elif isinstance(chosen, HelpHit):
            if self._to_help is not None:
                self._to_help(chosen.words, chosen.groups)
        elif self._library is not None:
            self._go()
            if isinstance(chosen, Pick):
                self._library.show_pick(chosen)
            elif isinstance(chosen, ArticleRow):
                self._library.open_row(chosen)
