"""What can be done about sources as a whole from anywhere: lists of them in files, and all connections off or on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.commands import Command
from caregiver_app.ui.library.updates import Updates
from caregiver_app.ui.messages import Messages
from caregiver_app.ui.offline_switch import switch_offline
from caregiver_app.ui.theme import Icon

if TYPE_CHECKING:
    from caregiver_app.ui.library_ways import LibraryWays


def source_commands(
    ways: LibraryWays, updates: Updates, messages: Messages, go: Callable[[], None]
) -> tuple[Command, ...]:
    """Return the commands; `go` brings the Library before the eyes."""

    def stays_offline() -> bool:
        return updates.freshness is not None and updates.freshness.stays_offline

    def switch(on: bool) -> Callable[[], None]:
        return lambda: switch_offline(updates, messages, on, show=lambda _holds: None)

    def bring() -> None:
        go()
        ways.files.ask_for_import()

    def keep() -> None:
        go()
        ways.files.ask_for_export()

    return (
        Command(
            key="sources.offline",
            name=_("Stay offline"),
            keywords=_("no internet connections stop private"),
            action=switch(True),
            icon=Icon.OFFLINE,
            possible=lambda: not stays_offline(),
        ),
        Command(
            key="sources.online",
            name=_("Allow connections again"),
            keywords=_("internet online offline"),
            action=switch(False),
            icon=Icon.OFFLINE,
            possible=stays_offline,
        ),
        Command(
            key="sources.import",
            name=_("Bring in a list of sources"),
            keywords=_("import opml file feeds"),
            action=bring,
            icon=Icon.DOWNLOAD,
        ),
        Command(
            key="sources.export",
            name=_("Save the list of sources as a file"),
            keywords=_("export opml feeds copy"),
            action=keep,
            icon=Icon.UPLOAD,
        ),
    )
