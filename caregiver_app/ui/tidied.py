"""What is offered after old pages were tidied away, by a person or by themselves: to have them back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from caregiver_app.ui.doer import Done
from caregiver_app.ui.theme import Icon

if TYPE_CHECKING:
    from caregiver_app.bootstrap.services import Services
    from caregiver_app.library.retention import Tidied
    from caregiver_app.library.store import Library


def tidied_away(services: Services, tidied: Tidied, text: str) -> Done[Library]:
    """Return what was done by a tidying. Undo takes back the last one and ends tidying by itself; redo begins both."""
    times, by_itself = [tidied.at], [True]

    def undo(library: Library) -> None:
        by_itself.append(services.tidies(library))
        services.undo_tidy(library, times[-1])

    def redo(library: Library) -> None:
        times.append(services.tidy(library).at)
        services.set_tidies(library, by_itself[-1])

    return Done(text=text, undo=undo, redo=redo, icon=Icon.ARCHIVE)
