"""What can be done with packs from anywhere, and how they stand in the navigation."""

from __future__ import annotations

from collections.abc import Callable

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.commands import Command
from caregiver_app.ui.packs.screen import PacksScreen
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.nav_state import NavEntry

PACKS = "packs"


def packs_entry() -> NavEntry:
    """Return how packs stand in the navigation."""
    return NavEntry(
        key=PACKS,
        title=_("Packs"),
        short=_("Packs"),
        icon=Icon.PACKS,
        group=_("Share and add"),
        shortcut="Ctrl+8",
    )


def packs_commands(screen: PacksScreen, open_screen: Callable[[], object]) -> tuple[Command, ...]:
    """Return the commands; `open_screen` shows the screen."""

    def install() -> None:
        open_screen()
        if screen.body is not None:
            screen.body.taking_in.ask_place()

    return (
        Command(
            key="packs.install",
            name=_("Install a pack"),
            keywords=_("stick USB file nurse add carepack"),
            action=install,
            icon=Icon.USB,
        ),
    )
