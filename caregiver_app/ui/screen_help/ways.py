"""The way to the help of the screen that is open: F1, and by name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.announce import announce
from caregiver_app.ui.commands import Command
from caregiver_app.ui.frame import MainWindow
from caregiver_app.ui.screen import Screen
from caregiver_app.ui.theme import Icon, Theme

_KEY = "F1"


class HelpHere(QObject):
    """`to_keys` opens the list of all keys."""

    def __init__(self, window: MainWindow, theme: Theme, to_keys: Callable[[], object]) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._to_keys = to_keys
        window.add_shortcut(_KEY, self.open)

    def open(self) -> None:
        """Say what the open screen is for; a second time closes it."""
        from caregiver_app.ui.screen_help.drawer import HelpDrawer
        from caregiver_app.ui.screen_help.texts import help_for

        overlay = self._window.overlay
        if overlay.panel is not None and isinstance(overlay.panel.content, HelpDrawer):
            overlay.close_panel()
            return
        screen = self._window.stack.currentWidget()
        told = help_for((screen.help_key() if isinstance(screen, Screen) else "") or self._window.nav.current)
        drawer = HelpDrawer(self._theme, told.title or self._window.nav.title(), told)
        drawer.keys_asked.connect(self._to_keys)
        overlay.open_drawer(drawer)
        announce(" ".join(told.sentences))


def help_command(open_help: Callable[[], object]) -> Command:
    """Return the command, for who does not know the key."""
    return Command(
        key="window.help",
        name=_("Help for this screen"),
        keywords=_("what is this how keys explain"),
        action=open_help,
        icon=Icon.QUESTION,
        shortcut=_KEY,
        useful=4,
    )
