"""What the palette offers of sending to somebody one trusts, once the notes are unlocked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.access import LockState
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.commands import Command
from caregiver_app.ui.theme import Icon

if TYPE_CHECKING:
    from caregiver_app.ui.care.asking.ways import AskWays

OpenThen = Callable[[Callable[[], object], str], None]
"""Shows the care notes and does something there once they are unlocked; the words say why that is asked for."""


def ask_commands(desk: CareDesk, open_then: OpenThen, ways: Callable[[], AskWays | None]) -> tuple[Command, ...]:
    """Return the commands; `ways` returns those of the notes that are open now."""

    def do(act: Callable[[AskWays], object]) -> None:
        found = ways()
        if found is not None:
            act(found)

    def is_there() -> bool:
        return desk.access.state is not LockState.ABSENT

    return (
        Command(
            key="care.send",
            name=_("Send to someone I trust"),
            keywords=_("ask nurse question relative locked file"),
            action=partial(open_then, partial(do, lambda found: found.send()), _("Unlock them to choose what goes.")),
            icon=Icon.MAIL,
            possible=is_there,
        ),
        Command(
            key="care.came",
            name=_("Open a file they sent me"),
            keywords=_("ask nurse answer request locked came back"),
            action=partial(open_then, partial(do, lambda found: found.take_in()), _("Unlock them to open the file.")),
            icon=Icon.DOWNLOAD,
            possible=is_there,
        ),
        Command(
            key="care.trusted",
            name=_("People I trust"),
            keywords=_("key words compare nurse qr"),
            action=partial(open_then, partial(do, lambda found: found.people()), _("Unlock them to see the keys.")),
            icon=Icon.PERSON,
            possible=is_there,
        ),
        Command(
            key="care.left",
            name=_("What left these notes"),
            keywords=_("sent printed exported record disclosures"),
            action=partial(open_then, partial(do, lambda found: found.left()), _("Unlock them to see it.")),
            icon=Icon.HISTORY,
            possible=is_there,
        ),
    )
