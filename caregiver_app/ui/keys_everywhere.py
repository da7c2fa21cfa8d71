"""Keys that do the same on every screen but need more than the frame: search this screen, the Library, get updates."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.frame import MainWindow
from caregiver_app.ui.theme import Icon


def bind_search(window: MainWindow) -> None:
    """Have Ctrl+F search the open screen; where nothing on it can be searched, it says what finds everything."""

    def search() -> None:
        shown = window.stack.shown
        if window.overlay.panel is None and (shown is None or not shown.search()):
            words = _("There is nothing to search on this screen. Ctrl+K finds anything.")
            window.messages.say(words, icon=Icon.SEARCH, kind="search", at_once=True)

    window.add_shortcut("Ctrl+F", search)


class LibraryKeys(QObject):
    """F5 and Ctrl+Shift+F, for as long as there is a library to be seen.

    `begin` begins an update and returns whether one began, `search` brings the search of the Library before the eyes.
    An update is told in words on screens that do not show how it goes, which `shows_updates` knows of their keys.
    """

    def __init__(
        self,
        window: MainWindow,
        begin: Callable[[], bool],
        search: Callable[[], object],
        *,
        shows_updates: Callable[[str], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._begin = begin
        self._search = search
        self._shows_updates = shows_updates
        self._shortcuts = (
            window.add_shortcut("F5", self._update),
            window.add_shortcut("Ctrl+Shift+F", self._look_for),
        )

    def end(self) -> None:
        """Bind them no longer."""
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
            shortcut.deleteLater()

    def _update(self) -> None:
        if self._begin() and not self._shows_updates(self._window.nav.current):
            self._window.messages.say(_("Getting updates."), icon=Icon.REFRESH, kind="updates", at_once=True)

    def _look_for(self) -> None:
        self._window.overlay.close_panel()
        self._search()
