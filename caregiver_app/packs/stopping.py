"""A workshop that somebody may end between two texts or pictures."""

from __future__ import annotations

from collections.abc import Callable

from caregiver_app.model.entry import SafeHtml
from caregiver_app.model.offline import Picture
from caregiver_app.packs.workshop import Workshop


class StoppableWorkshop:
    """Asks `go_on` before each piece of work; that raises `Cancelled` to end it."""

    def __init__(self, workshop: Workshop, go_on: Callable[[], object]) -> None:
        self._workshop = workshop
        self._go_on = go_on

    def render_text(self, body: bytes) -> SafeHtml:
        """Return Markdown as harmless HTML. See `Workshop.render_text`."""
        self._go_on()
        return self._workshop.render_text(body)

    def remake_picture(self, body: bytes) -> Picture:
        """Return a picture made anew. See `Workshop.remake_picture`."""
        self._go_on()
        return self._workshop.remake_picture(body)
