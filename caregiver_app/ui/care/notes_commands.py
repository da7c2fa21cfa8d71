"""What the palette offers of the care notes as a whole: lock them, write in them, search them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.access import CareAccess, LockState
from caregiver_app.ui.care.screen import CareScreen
from caregiver_app.ui.commands import Command
from caregiver_app.ui.theme import Icon

if TYPE_CHECKING:
    from caregiver_app.ui.care.header_ways import HeaderWays

OpenThen = Callable[[Callable[[], object], str], None]
"""Shows the notes and does something there once they are unlocked; the line says why that is asked for."""


def notes_commands(
    screen: CareScreen, access: CareAccess, open_then: OpenThen, *, library_too: bool
) -> tuple[Command, ...]:
    """Return the commands; `library_too` says that the library is locked with the notes."""
    return (
        Command(
            key="care.lock",
            name=_("Lock everything now") if library_too else _("Lock care notes now"),
            keywords=_("private passphrase close"),
            action=access.lock,
            icon=Icon.LOCK,
            shortcut="Ctrl+L",
            possible=lambda: access.is_open,
        ),
        Command(
            key="care.note",
            name=_("Write a note"),
            keywords=_("journal care diary add"),
            action=lambda: open_then(screen.write_note, _("Unlock to write a note.")),
            icon=Icon.NOTES,
            useful=3,
            possible=lambda: access.state is not LockState.ABSENT,
        ),
        Command(
            key="care.sealed-note",
            name=_("Write a note without unlocking"),
            keywords=_("journal sealed locked"),
            action=screen.write_sealed_note,
            icon=Icon.LOCK,
            possible=lambda: access.state is LockState.LOCKED,
        ),
        Command(
            key="care.recover",
            name=_("Use my recovery sheet"),
            # Translators: words by which people look for the way in without their passphrase, in any order
            keywords=_("forgot forgotten forget i have lost my the passphrase password recover recovery open"),
            action=lambda: _recover(screen, open_then),
            icon=Icon.LOCK,
            possible=lambda: access.state is LockState.LOCKED,
        ),
        Command(
            key="care.search",
            name=_("Search in your care notes"),
            keywords=_("find private journal"),
            action=lambda: open_then(screen.search, _("Unlock to search.")),
            icon=Icon.SEARCH,
            possible=lambda: access.state is not LockState.ABSENT,
        ),
        Command(
            key="care.changed",
            name=_("Things have changed"),
            keywords=_("hospital care home moved died death stopped caring person"),
            action=lambda: open_then(
                _by(screen, lambda ways: ways.say_what_changed()), _("Unlock to say what has changed.")
            ),
            icon=Icon.PERSON,
            possible=lambda: access.state is not LockState.ABSENT,
        ),
        Command(
            key="care.timeline",
            name=_("Everything by time in your care notes"),
            keywords=_("timeline history journal private"),
            action=lambda: open_then(_by(screen, lambda ways: ways.open_timeline()), _("Unlock to see it.")),
            icon=Icon.CLOCK,
            possible=lambda: access.state is not LockState.ABSENT,
        ),
        Command(
            key="care.deleted",
            name=_("Recently deleted from your care notes"),
            keywords=_("restore bring back trash undo"),
            action=lambda: open_then(
                _by(screen, lambda ways: ways.open_deleted()), _("Unlock to bring something back.")
            ),
            icon=Icon.TRASH,
            possible=lambda: access.state is not LockState.ABSENT,
        ),
    )


def _recover(screen: CareScreen, open_then: OpenThen) -> None:
    """Show the way in by the recovery sheet, wherever one is."""
    open_then(lambda: None, "")
    screen.shut.ask_for_sheet()


def _by(screen: CareScreen, act: Callable[[HeaderWays], None]) -> Callable[[], None]:
    """Return what does something by the header of the notes that are open then."""

    def do() -> None:
        if screen.ways is not None:
            act(screen.ways)

    return do


def protect_command(access: CareAccess, act: Callable[[], object], *, protected: bool) -> Command:
    """Return the command that protects the library with the open notes, or ends that."""
    return Command(
        key="care.protect",
        name=_("Stop protecting the library") if protected else _("Protect the library too"),
        keywords=_("private passphrase lock encrypt hide"),
        action=act,
        icon=Icon.UNLOCK if protected else Icon.LOCK,
        possible=lambda: access.is_open,
    )
