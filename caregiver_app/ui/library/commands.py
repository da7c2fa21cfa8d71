"""What can be done in the Library from anywhere."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.commands import Command, CommandGroup
from caregiver_app.ui.library.list_menu import DAY_MS, ages
from caregiver_app.ui.library.page_commands import There, page_commands
from caregiver_app.ui.library.pick import Pick
from caregiver_app.ui.library.screen import LibraryScreen
from caregiver_app.ui.library.updates import Updates
from caregiver_app.ui.theme import Icon


def library_commands(screen: LibraryScreen, updates: Updates, go: Callable[[], None]) -> tuple[Command, ...]:
    """Return the commands; `go` brings the Library before the eyes."""

    def there(action: Callable[[], object]) -> Callable[[], object]:
        def act() -> None:
            go()
            action()

        return act

    return (
        *_everyday(screen, updates, there),
        *_list_commands(screen, there),
        *page_commands(screen, there),
        *_places(screen, there),
    )


def _ages() -> tuple[tuple[int, str], ...]:
    day, week, month = (age for age, _name in ages())
    return (
        (day, _("Mark pages older than a day as read")),
        (week, _("Mark pages older than a week as read")),
        (month, _("Mark pages older than a month as read")),
    )


def _everyday(screen: LibraryScreen, updates: Updates, there: There) -> tuple[Command, ...]:
    return (
        Command(
            key="library.search",
            name=_("Search the Library"),
            keywords=_("find look pages"),
            action=there(screen.focus_search),
            icon=Icon.SEARCH,
            shortcut="Ctrl+Shift+F",
            useful=0,
        ),
        Command(
            key="library.update",
            name=_("Get updates"),
            keywords=_("refresh new pages fetch"),
            action=there(updates.begin),
            icon=Icon.REFRESH,
            shortcut="F5",
            useful=1,
            possible=lambda: not updates.running,
        ),
        Command(
            key="library.stop",
            name=_("Stop updating"),
            keywords=_("cancel updates"),
            action=updates.stop,
            icon=Icon.STOP,
            possible=lambda: updates.running,
        ),
        Command(
            key="library.add-source",
            name=_("Add a source"),
            keywords=_("new feed website subscribe organisation"),
            action=there(screen.add_asked.emit),
            icon=Icon.PLUS,
        ),
        Command(
            key="library.check-link",
            name=_("Check a link or message"),
            keywords=_("scam forwarded false suspicious address whatsapp"),
            action=there(screen.check_asked.emit),
            icon=Icon.SHIELD,
            useful=2,
        ),
    )


def _list_commands(screen: LibraryScreen, there: There) -> tuple[Command, ...]:
    return (
        Command(
            key="library.pick",
            name=_("Choose what the list shows"),
            keywords=_("topics sources collections filter"),
            action=there(screen.choose_pick),
            icon=Icon.FILTER,
        ),
        Command(
            key="library.all",
            name=_("Show all pages"),
            keywords=_("everything"),
            action=there(lambda: screen.show_pick(Pick())),
            icon=Icon.LIBRARY,
        ),
        Command(
            key="library.read-all",
            name=_("Mark all as read"),
            keywords=_("list unread everything"),
            action=there(screen.lists.mark_read),
            icon=Icon.CHECK,
        ),
        *(
            Command(
                key=f"library.read-{age // DAY_MS}",
                name=name,
                keywords=_("mark older as read list unread"),
                action=there(partial(screen.lists.mark_read, age)),
                icon=Icon.CHECK,
            )
            for age, name in _ages()
        ),
        Command(
            key="library.save-search",
            name=_("Save this search"),
            keywords=_("keep words"),
            action=there(screen.lists.name_search),
            icon=Icon.SEARCH,
            possible=lambda: bool(screen.lists.state.words),
        ),
        Command(
            key="library.tips",
            name=_("Search tips"),
            keywords=_("help examples find"),
            action=there(screen.panels.open_tips),
            icon=Icon.QUESTION,
        ),
        Command(
            key="library.compact",
            name=_("Compact rows"),
            keywords=_("list small large more"),
            action=there(lambda: screen.lists.compact_asked.emit(not screen.lists.state.compact)),
            icon=Icon.MENU,
        ),
    )


def _places(screen: LibraryScreen, there: There) -> tuple[Command, ...]:
    return (
        Command(
            key="open.sources",
            name=_("Sources and topics"),
            keywords=_("feeds organisations"),
            action=there(lambda: screen.sources_asked.emit(False)),
            group=CommandGroup.OPEN,
            icon=Icon.SOURCES,
        ),
        Command(
            key="open.shelves",
            name=_("Collections and searches"),
            keywords=_("saved shelves"),
            action=there(screen.lists.open_shelves),
            group=CommandGroup.OPEN,
            icon=Icon.FOLDER,
        ),
        Command(
            key="open.mutes",
            name=_("Muted words"),
            keywords=_("hide leave out"),
            action=there(screen.lists.open_mutes),
            group=CommandGroup.OPEN,
            icon=Icon.EYE_OFF,
        ),
        Command(
            key="open.topics",
            name=_("Choose topics"),
            keywords=_("subjects"),
            action=there(screen.topics_asked.emit),
            group=CommandGroup.OPEN,
            icon=Icon.TOPICS,
        ),
    )
