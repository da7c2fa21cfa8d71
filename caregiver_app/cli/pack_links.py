"""How commands about packs open the addresses in one: with a bar, and Stop."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from caregiver_app.cli.links import as_sync
from caregiver_app.cli.progress import ProgressBar
from caregiver_app.cli.session import Session
from caregiver_app.cli.stopping import Stop
from caregiver_app.model.errors import Cancelled

if TYPE_CHECKING:
    from caregiver_app.model.link_check import LinkCheck


def looking_at_links(session: Session, command: str) -> Callable[[Sequence[str]], Sequence[LinkCheck]]:
    """Return what opens addresses for the command that is named."""

    def look(addresses: Sequence[str]) -> Sequence[LinkCheck]:
        with session.writing(command), session.library() as library, Stop() as stop:
            bar = ProgressBar(session.console.progress_stream, session.services.clock)
            try:
                found = session.services.check_links(
                    library, addresses, on_progress=lambda progress: bar.show(as_sync(progress)), cancel=stop
                )
            finally:
                bar.clear()
            if stop.is_set():
                raise Cancelled
            return found

    return look
