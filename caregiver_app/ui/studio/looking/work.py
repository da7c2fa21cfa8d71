"""What the fourth step has done in another thread: the whole pack looked at, with or without its links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.bootstrap.pack_folders import keep_detail, put_settlement
from caregiver_app.model.errors import Cancelled
from caregiver_app.model.pack_problem import PackFault, PackProblem, Severity
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.doer import Done
from caregiver_app.ui.settings.long_work import HowFar
from caregiver_app.ui.studio.looking.place_words import Titles, titles_of
from caregiver_app.ui.studio.place import place_of
from caregiver_app.ui.tasks import TaskControl
from caregiver_app.ui.theme import Icon

if TYPE_CHECKING:
    from caregiver_app.bootstrap.services import Services
    from caregiver_app.library.store import Library
    from caregiver_app.model.link_check import LinkCheck, LinkProgress
    from caregiver_app.ui.doer import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What a look found, errors first; `links` are what is known of its addresses, None where nobody looked."""

    problems: tuple[PackProblem, ...]
    titles: Titles = field(repr=False)
    links: tuple[LinkCheck, ...] | None = None

    @property
    def errors(self) -> int:
        """How many things keep it from being built."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)


def look_over(
    services: Services,
    library: Library,
    folder: Path,
    control: TaskControl[HowFar],
    *,
    known: tuple[LinkCheck, ...] | None = None,
    ask: bool = False,
) -> Looked:
    """Look at the whole of a pack. With `ask` each address is opened; else what is `known` of them counts.

    Raises:
        Cancelled: Stop was pressed.
        PackError, StorageError, WebError: see `PackMaking.check`.
    """
    found = known

    def look(addresses: Sequence[str]) -> Sequence[LinkCheck]:
        nonlocal found
        if not ask:
            return known or ()
        found = services.check_links(library, addresses, on_progress=tell, cancel=control.cancel)
        if control.cancel.is_set():
            raise Cancelled
        return found

    def tell(progress: LinkProgress) -> None:
        control.progress(HowFar(done=progress.done, total=progress.total))

    checked = services.pack_making.check(
        folder, country=library.topics.place()[0], look_at_links=look, go_on=control.check
    )
    ordered = sorted(checked.problems, key=lambda problem: problem.severity is not Severity.ERROR)
    return Looked(problems=tuple(ordered), titles=titles_of(checked.made.pack), links=found)


def settling(folder: Path, problem: PackProblem, reason: str) -> Step[Library]:
    """Return the step by which a personal detail may stay.

    Raises:
        RuntimeError: the problem is another one.
    """
    if problem.fault is not PackFault.PERSONAL_DETAIL:
        raise RuntimeError("no personal detail")
    place = place_of(problem.where)
    where = place.file or place.where

    def step(_library: Library) -> Done[Library]:
        settled = keep_detail(folder, where, problem.detail, reason)
        return Done(
            text=_("It may stay, with your reason."),
            undo=lambda _later: put_settlement(folder, settled.before),
            redo=lambda _later: put_settlement(folder, settled.after),
            icon=Icon.CHECK,
        )

    return step
