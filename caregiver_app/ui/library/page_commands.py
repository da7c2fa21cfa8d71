"""What can be done with the page that is open in the Library, from anywhere."""

from __future__ import annotations

from collections.abc import Callable

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.voices import can_speak
from caregiver_app.ui.commands import Command
from caregiver_app.ui.library.screen import LibraryScreen
from caregiver_app.ui.theme import Icon

There = Callable[[Callable[[], object]], Callable[[], object]]
"""Makes of an action one that brings the Library before the eyes first."""


def page_commands(screen: LibraryScreen, there: There) -> tuple[Command, ...]:
    """Return the commands, possible while a page is open."""

    def reading() -> bool:
        return screen.behind is None and screen.shelf.reader.row is not None

    reader = screen.shelf.reader
    return (
        Command(
            key="page.find",
            name=_("Find in this page"),
            keywords=_("search words"),
            action=there(reader.open_find),
            icon=Icon.SEARCH,
            shortcut="Ctrl+F",
            possible=reading,
        ),
        Command(
            key="page.aloud",
            name=_("Read aloud"),
            keywords=_("voice speak listen hear"),
            action=there(reader.read_aloud),
            icon=Icon.SPEAKER,
            possible=lambda: reading() and can_speak(),
        ),
        Command(
            key="page.silent",
            name=_("Stop reading aloud"),
            keywords=_("voice silence quiet"),
            action=reader.aloud.stop,
            icon=Icon.STOP,
            possible=lambda: reader.aloud.reading.is_reading,
        ),
        Command(
            key="page.about",
            name=_("About this page"),
            keywords=_("publisher date trust"),
            action=there(reader.open_about),
            icon=Icon.INFO,
            shortcut="I",
            possible=reading,
        ),
        Command(
            key="page.source",
            name=_("About this source"),
            keywords=_("publisher full text offline"),
            action=there(reader.open_source),
            icon=Icon.SOURCES,
            possible=reading,
        ),
        Command(
            key="page.changes",
            name=_("See what changed"),
            keywords=_("difference old version"),
            action=there(reader.open_changes),
            icon=Icon.HISTORY,
            possible=lambda: reading() and reader.is_changed,
        ),
        Command(
            key="page.collect",
            name=_("Save to collection"),
            keywords=_("shelf keep"),
            action=there(lambda: screen.with_row(screen.lists.open_collect)),
            icon=Icon.FOLDER,
            possible=lambda: screen.behind is None and screen.shelf.row_here is not None,
        ),
    )
