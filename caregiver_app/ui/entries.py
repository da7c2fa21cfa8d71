"""Which screens the navigation of the window leads to."""

from __future__ import annotations

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.awareness.joining import awareness_entry
from caregiver_app.ui.care.joining import care_entry
from caregiver_app.ui.emergency.joining import emergency_entry
from caregiver_app.ui.help_lines.joining import help_entry
from caregiver_app.ui.home.joining import home_entry
from caregiver_app.ui.packs.commands import packs_entry
from caregiver_app.ui.share.commands import share_entry
from caregiver_app.ui.sheets.joining import print_entry
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.nav_state import NavEntry

LIBRARY, SETTINGS, FIND = "library", "settings", "find"


def window_entries() -> tuple[NavEntry, ...]:
    """Return how all screens stand in the navigation, in order, and what of it is no screen."""
    return (
        home_entry(),
        NavEntry(
            key=LIBRARY,
            title=_("Library"),
            short=_("Library"),
            icon=Icon.LIBRARY,
            group=_("Read and find"),
            shortcut="Ctrl+2",
        ),
        help_entry(),
        awareness_entry(),
        care_entry(),
        print_entry(),
        share_entry(),
        packs_entry(),
        emergency_entry(),
        NavEntry(
            key=FIND,
            title=_("Find anything"),
            short=_("Find"),
            icon=Icon.SEARCH,
            shortcut="Ctrl+K",
            pinned=True,
            tool=True,
        ),
        NavEntry(
            key=SETTINGS,
            title=_("Settings"),
            short=_("Settings"),
            icon=Icon.SETTINGS,
            shortcut="Ctrl+,",
            pinned=True,
        ),
    )
