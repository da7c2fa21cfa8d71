"""Opens the palette from anywhere and does what was chosen there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from caregiver_app.model.article import ArticleRow
from caregiver_app.ui.commands import Command, Commands
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.frame import MainWindow
from caregiver_app.ui.library.pick import Pick
from caregiver_app.ui.library.screen import LibraryScreen


class FindAnything(QObject):
    """The palette is imported when it is first opened: the first window must not wait for it."""

    def __init__(
        self, desk: Desk, window: MainWindow, library: LibraryScreen, go: Callable[[], None], *, key: str
    ) -> None:
        """`go` brings the Library before the eyes; `key` is the entry of the navigation that opens the palette."""
        super().__init__(window)
        self._desk = desk
        self._library = library
        self._go = go
        self.commands = Commands()
        window.nav.asked.connect(lambda asked: self.open() if asked == key else None)

    def open(self) -> None:
        """Open the palette with the keyboard in its field; a second time closes it."""
        from caregiver_app.ui.palette.palette import WIDTH, Palette

        panel = self._desk.overlay.panel
        if panel is not None and isinstance(panel.content, Palette):
            self._desk.overlay.close_panel()
            return
        palette = Palette(self._desk, self.commands)
        palette.chosen.connect(self._do)
        self._desk.overlay.open_popover(palette, width=WIDTH)

    def _do(self, chosen: object) -> None:
        """Close the palette, so that the focus is where it was, and act from there."""
        self._desk.overlay.close_panel()
        match chosen:
            case Command():
                chosen.action()
            case Pick():
                self._go()
                self._library.show_pick(chosen)
            case ArticleRow():
                self._go()
                self._library.open_row(chosen)
