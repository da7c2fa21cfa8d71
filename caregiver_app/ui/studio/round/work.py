"""What the monthly round has done in other threads: the list made, an answer given, each with the way back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.bootstrap.pack_round import Answered, Round, known_links
from caregiver_app.model.errors import Cancelled
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import shorten
from caregiver_app.ui.doer import NAME_CHARS, Done
from caregiver_app.ui.settings.long_work import HowFar
from caregiver_app.ui.tasks import TaskControl
from caregiver_app.ui.theme import Icon

if TYPE_CHECKING:
    from caregiver_app.bootstrap.services import Services
    from caregiver_app.library.store import Library
    from caregiver_app.model.link_check import LinkCheck, LinkProgress
    from caregiver_app.packs.round import RoundRow
    from caregiver_app.ui.doer import Step


def read_round(services: Services, library: Library, folder: Path) -> Round:
    """Return what is due by what is known already; no connection is made. Raises as `PackRound.look` does."""
    return services.pack_round.look(folder, known_links(library))


def ask_round(services: Services, library: Library, folder: Path, control: TaskControl[HowFar]) -> Round:
    """Open each page of a pack, then return what is due.

    Raises:
        Cancelled: Stop was pressed; what was found until then is known.
        PackError, StorageError, WebError: as `PackRound.look` does.
    """

    def tell(progress: LinkProgress) -> None:
        control.progress(HowFar(done=progress.done, total=progress.total))

    def look(addresses: Sequence[str]) -> Sequence[LinkCheck]:
        found = services.check_links(library, addresses, on_progress=tell, cancel=control.cancel)
        if control.cancel.is_set():
            raise Cancelled
        return found

    return services.pack_round.look(folder, look)


def still_right(services: Services, folder: Path, row: RoundRow) -> Step[Library]:
    """Return the step that lets something count from today on."""

    def step(library: Library) -> Done[Library]:
        answered = services.pack_round.still_right(library, folder, row)
        return _done(services, folder, answered, _("Still right: {title}"), row)

    return step


def withdrawn(services: Services, folder: Path, row: RoundRow, answered: Answered) -> Step[Library]:
    """Return the step that tells of something withdrawn just now, and takes it back."""

    def step(_library: Library) -> Done[Library]:
        return _done(services, folder, answered, _("Withdrawn: {title}"), row, icon=Icon.MINUS)

    return step


def _done(
    services: Services, folder: Path, answered: Answered, words: str, row: RoundRow, *, icon: Icon = Icon.CHECK
) -> Done[Library]:
    return Done(
        text=words.format(title=shorten(row.title, NAME_CHARS)),
        undo=lambda later: services.pack_round.take_back(later, folder, answered),
        redo=lambda later: services.pack_round.do_again(later, folder, answered),
        icon=icon,
    )
