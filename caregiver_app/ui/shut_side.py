"""What stands in the library's place while it is locked with the care notes: the lock, some settings, some commands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.joining import CARE
from caregiver_app.ui.commands import Command
from caregiver_app.ui.emergency.joining import EMERGENCY_KEYS, EMERGENCY_PAGE, emergency_words
from caregiver_app.ui.entries import FIND, SETTINGS
from caregiver_app.ui.help_lines.joining import HELP, shut_help
from caregiver_app.ui.hiding import hide_command
from caregiver_app.ui.home.joining import HOME
from caregiver_app.ui.palette.opening import FindAnything
from caregiver_app.ui.palette.window_commands import window_commands
from caregiver_app.ui.screen_help.ways import help_command
from caregiver_app.ui.settings.pages import WITHOUT_LIBRARY, PlainFittings, plain_entries, settings_commands
from caregiver_app.ui.settings.screen import SettingsScreen
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.nav_state import NavMark

if TYPE_CHECKING:
    from caregiver_app.ui.around import Around

_WITHOUT_LIBRARY = frozenset({SETTINGS, HELP, CARE, EMERGENCY_PAGE})
"""Entries that lead elsewhere than to the lock; a new one leads to it."""


class ShutSide(QObject):
    """Knows nothing of the library, not even whether there is one."""

    def __init__(self, around: Around) -> None:
        super().__init__(around.window)
        self._around = around
        fittings = PlainFittings(
            theme=around.theme,
            messages=around.window.messages,
            remembered=around.remembered,
            care_part=around.care.make_settings_part,
            speak=around.restore,
            open_works=around.open_works,
        )
        self.settings = SettingsScreen(around.theme, around.remembered, lambda: plain_entries(fittings))
        self.help = shut_help(around)
        self.find = self._made_palette()

    def put_in_place(self) -> None:
        """Have the entries of the navigation lead to the lock, but for those that need no library."""
        window, lock = self._around.window, self._around.care.screen
        for entry in window.nav.entries:
            if not entry.tool and entry.key not in _WITHOUT_LIBRARY:
                window.put_screen(entry.key, lock)
                window.nav.set_mark(entry.key, NavMark(icon=Icon.LOCK, words=_("locked")))
        window.put_screen(SETTINGS, self.settings)
        window.put_screen(HELP, self.help)
        self.find.listen_to(window.nav, FIND)

    def open_settings(self, page: str) -> None:
        """Open one of the pages that are there.

        Raises:
            KeyError: that page needs the library.
        """
        self._around.window.open_screen(SETTINGS)
        self.settings.open_page(page)

    def end(self) -> None:
        """Let everything go; the screens must have left the window."""
        self.settings.deleteLater()
        self.help.deleteLater()
        self.deleteLater()

    def _made_palette(self) -> FindAnything:
        around = self._around
        find = FindAnything(around.care.desk, None, lambda: None, self)
        find.commands.add(
            *_lock_commands(around),
            *around.care.commands(),
            *settings_commands(self.open_settings, only=WITHOUT_LIBRARY),
            *window_commands(around.window, around.theme),
            hide_command(around.hide),
            help_command(around.help_here),
        )
        return find


def _lock_commands(around: Around) -> tuple[Command, ...]:
    def unlock() -> None:
        around.window.open_screen(HOME)
        around.care.screen.shut.ask_for_passphrase()

    def helplines() -> None:
        around.window.open_screen(HOME)
        help_part = around.care.screen.shut.help
        if help_part is not None:
            help_part.open_helplines()

    danger = _("help call phone danger")
    return (
        Command(
            key="shut.unlock",
            name=_("Unlock"),
            keywords=_("passphrase open library care notes"),
            action=unlock,
            icon=Icon.UNLOCK,
            useful=1,
        ),
        Command(
            key="shut.emergency",
            name=_("Emergency"),
            keywords=f"{danger} {emergency_words()}",
            urgent=True,
            action=partial(around.window.open_screen, EMERGENCY_PAGE),
            icon=Icon.EMERGENCY,
            shortcut=EMERGENCY_KEYS,
            useful=1,
        ),
        Command(
            key="shut.helplines",
            name=_("Emergency numbers and helplines"),
            keywords=danger,
            action=helplines,
            icon=Icon.PHONE,
            useful=2,
        ),
    )
