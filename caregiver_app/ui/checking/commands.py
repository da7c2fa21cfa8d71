"""What can be done about checks from anywhere, for who checks pages for other people."""

from __future__ import annotations

from collections.abc import Callable

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.checking.ways import CheckWays
from caregiver_app.ui.commands import Command, CommandGroup
from caregiver_app.ui.library.screen import LibraryScreen
from caregiver_app.ui.theme import Icon


def check_commands(ways: CheckWays, screen: LibraryScreen, go: Callable[[], None]) -> tuple[Command, ...]:
    """Return the commands; `go` brings the Library before the eyes."""

    def check_here() -> None:
        go()
        screen.with_row(ways.open_page)

    def show_due() -> None:
        go()
        ways.open_due()

    def look() -> None:
        go()
        ways.look_at_pages()

    return (
        Command(
            key="check.page",
            name=_("Check this page"),
            keywords=_("appraise trust vet points"),
            action=check_here,
            icon=Icon.SHIELD,
            possible=lambda: ways.for_others and screen.behind is None and screen.shelf.row_here is not None,
        ),
        Command(
            key="check.due",
            name=_("To check: what is due"),
            keywords=_("reviews changed moved dead links"),
            action=show_due,
            group=CommandGroup.OPEN,
            icon=Icon.CLOCK,
            possible=lambda: ways.for_others,
        ),
        Command(
            key="check.looks",
            name=_("See whether pages are still there"),
            keywords=_("dead moved links checked addresses"),
            action=look,
            icon=Icon.REFRESH,
            possible=lambda: ways.for_others,
        ),
    )
