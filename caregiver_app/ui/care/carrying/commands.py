"""What the palette and the settings offer of files that leave and come, and of erasing, once the notes are unlocked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.access import LockState
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.commands import Command
from caregiver_app.ui.theme import Icon

if TYPE_CHECKING:
    from caregiver_app.ui.care.carrying.ways import CarryingWays

OpenThen = Callable[[Callable[[], object], str], None]
"""Shows the care notes and does something there once they are unlocked; the words say why that is asked for."""


class OpenWays(Protocol):
    """What belongs to the notes that are open now."""

    carrying: CarryingWays | None

    def erase(self) -> None:
        """Open what erases them."""
        ...


def file_commands(desk: CareDesk, open_then: OpenThen, ways: Callable[[], OpenWays]) -> tuple[Command, ...]:
    """Return the commands; `ways` is asked only once the notes are open."""

    def do(act: Callable[[CarryingWays], object]) -> None:
        found = ways().carrying
        if found is not None:
            act(found)

    def is_there() -> bool:
        return desk.access.state is not LockState.ABSENT

    save = partial(do, lambda found: found.choose_what())
    bring = partial(do, lambda found: found.bringing.ask_which())
    return (
        Command(
            key="care.save-files",
            name=_("Save care notes as files"),
            keywords=_("export copy calendar ics contacts vcf markdown csv json everything"),
            action=partial(open_then, save, _("Unlock to save your care notes as files.")),
            icon=Icon.UPLOAD,
            possible=is_there,
        ),
        Command(
            key="care.bring-files",
            name=_("Bring care notes in from a file"),
            keywords=_("import calendar ics contacts vcf json"),
            action=partial(open_then, bring, _("Unlock to bring something in.")),
            icon=Icon.DOWNLOAD,
            possible=is_there,
        ),
        Command(
            key="care.erase",
            name=_("Erase care notes for good"),
            keywords=_("delete remove everything person"),
            action=partial(open_then, lambda: ways().erase(), _("Unlock to erase care notes.")),
            icon=Icon.TRASH,
            possible=is_there,
        ),
    )
