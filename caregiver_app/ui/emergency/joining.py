"""Joins the emergency page into the window: its entry, seen at every size, and what it asks of the halves behind it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.access import LockState
from caregiver_app.ui.care.record_commands import open_emergency
from caregiver_app.ui.emergency.desk import EmergencyDesk
from caregiver_app.ui.emergency.screen import EmergencyScreen
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.nav_state import NavEntry

if TYPE_CHECKING:
    from caregiver_app.model.time import Clock
    from caregiver_app.ui.care.joining import CareParts
    from caregiver_app.ui.desk import Desk
    from caregiver_app.ui.frame import MainWindow

EMERGENCY_PAGE = "emergency"
EMERGENCY_KEYS = "Ctrl+Shift+E"
_IN_ANY_LANGUAGE = "000 111 112 911 999 ambulance SOS urgencia urgencias emergencias ambulancia socorro auxilio"


def emergency_entry() -> NavEntry:
    """Return how the page stands in the navigation: red, and seen at every size of the window."""
    return NavEntry(
        key=EMERGENCY_PAGE,
        title=_("Emergency"),
        short=_("Emergency"),
        icon=Icon.EMERGENCY,
        shortcut=EMERGENCY_KEYS,
        pinned=True,
        urgent=True,
        keywords=emergency_words(),
    )


def emergency_words() -> str:
    """Return words by which people look for the page, in any language: in need one falls back into one's own."""
    # Translators: further words by which people look for the emergency page
    words = _("call phone danger urgent urgently rescue accident")
    return f"{_IN_ANY_LANGUAGE} {words}"


def add_emergency(
    window: MainWindow,
    theme: Theme,
    clock: Clock,
    care: CareParts,
    *,
    library: Callable[[], Desk | None],
    print_card: Callable[[str], object],
) -> EmergencyScreen:
    """Put the page into the window and return it.

    `library` gives the desk over the library while that is open; `print_card` is called only then, with a country.
    """

    def ask_country(owner: QObject, done: Callable[[str], None]) -> None:
        desk = library()
        if desk is not None:
            desk.glance(owner, lambda opened: opened.topics.place()[0], done)

    desk = EmergencyDesk(
        theme=theme,
        clock=clock,
        overlay=window.overlay,
        ring=lambda: window.ring.by_keyboard,
        ask_country=ask_country,
        has_notes=lambda: care.access.state is not LockState.ABSENT,
        open_sheet=partial(open_emergency, care.desk, care.open_then),
        can_print=lambda: library() is not None,
        print_card=print_card,
    )
    screen = EmergencyScreen(desk, parent=window.stack)
    window.add_screen(EMERGENCY_PAGE, screen)

    def forget_behind_lock() -> None:
        if library() is None:
            screen.forget()

    care.access.closed.connect(forget_behind_lock)
    return screen
