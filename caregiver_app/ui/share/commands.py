"""What can be shared from anywhere, and how Share stands in the navigation."""

from __future__ import annotations

from collections.abc import Callable

from caregiver_app.model.article import ArticleRow
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.commands import Command
from caregiver_app.ui.share.screen import ShareScreen
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.nav_state import NavEntry

SHARE = "share"


def share_entry() -> NavEntry:
    """Return how Share stands in the navigation."""
    return NavEntry(
        key=SHARE,
        title=_("Share"),
        short=_("Share"),
        icon=Icon.SHARE,
        group=_("Share and add"),
        shortcut="Ctrl+7",
    )


def share_commands(
    screen: ShareScreen,
    open_screen: Callable[[], object],
    row_here: Callable[[], ArticleRow | None],
    share_row: Callable[[ArticleRow], object],
) -> tuple[Command, ...]:
    """Return the commands; `row_here` is the page that keys are about, None where there is none."""

    def share_this() -> None:
        row = row_here()
        if row is not None:
            share_row(row)

    def then(act: Callable[[], object]) -> Callable[[], None]:
        def do() -> None:
            open_screen()
            act()

        return do

    return (
        Command(
            key="share.page",
            name=_("Share this page"),
            keywords=_("send pass on link flyer e-mail"),
            action=share_this,
            icon=Icon.SHARE,
            possible=lambda: row_here() is not None,
        ),
        Command(
            key="share.copy",
            name=_("Copy what you are sharing"),
            keywords=_("message clipboard"),
            action=then(lambda: screen.body.foot.copy.click() if screen.body is not None else None),
            icon=Icon.COPY,
            possible=lambda: bool(screen.basket.draft.things),
        ),
        Command(
            key="share.past",
            name=_("What I shared or printed"),
            keywords=_("past list history erase log"),
            action=then(lambda: screen.body.places.show_past(True) if screen.body is not None else None),
            icon=Icon.HISTORY,
        ),
    )
