"""Joins Help and helplines into both halves of the window: with the library's lines, and behind its lock."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from caregiver_app.model.help_lines import HelpDirectory
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.help_lines.desk import HelpDesk
from caregiver_app.ui.help_lines.screen import HelpScreen
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.nav_state import NavEntry

if TYPE_CHECKING:
    from caregiver_app.ui.around import Around
    from caregiver_app.ui.desk import Desk

HELP = "help"


def help_entry() -> NavEntry:
    """Return how the screen stands in the navigation."""
    return NavEntry(
        key=HELP,
        title=_("Help and helplines"),
        short=_("Help"),
        icon=Icon.PHONE,
        group=_("Read and find"),
        shortcut="Ctrl+3",
    )


def library_help(desk: Desk, around: Around) -> HelpScreen:
    """Return the screen over an open library."""
    helping = around.services.helping

    def ask(owner: QObject, done: Callable[[HelpDirectory], None]) -> object:
        return desk.ask(owner, helping.directory, done, key="help")

    return _screen(around, ask, can_print=True)


def shut_help(around: Around) -> HelpScreen:
    """Return the screen while the library is locked: what ships, the same for everybody."""
    helping = around.services.helping

    def ask(_owner: QObject, done: Callable[[HelpDirectory], None]) -> object:
        done(helping.shipped())
        return None

    return _screen(around, ask)


def _screen(
    around: Around,
    ask: Callable[[QObject, Callable[[HelpDirectory], None]], object],
    *,
    can_print: bool = False,
) -> HelpScreen:
    desk = HelpDesk(
        theme=around.theme,
        clock=around.services.clock,
        messages=around.window.messages,
        overlay=around.window.overlay,
        ring=lambda: around.window.ring.by_keyboard,
        ask=ask,
    )
    screen = HelpScreen(desk, can_print=can_print, parent=around.window.stack)
    screen.left.connect(around.hide)
    return screen
