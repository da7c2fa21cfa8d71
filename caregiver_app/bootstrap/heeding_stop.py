"""Fetching and opening that end soon after somebody pressed Stop, whatever the server or the pack is like.

Only what that person began ends for good: exchanges of others that ended with it may begin again at once.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from caregiver_app.model.errors import Cancelled
from caregiver_app.model.web import Cancel, Fetched, Fetcher, FetchRequest

if TYPE_CHECKING:
    from caregiver_app.model.entry import SafeHtml
    from caregiver_app.model.offline import Picture
    from caregiver_app.packs.workshop import Workshop

LOOK_UP_S = 0.1  # nobody who pressed Stop waits much longer


class HeedingFetcher:
    """A `Fetcher` whose exchanges end when `cancel` is set, in their midst too."""

    def __init__(self, fetcher: Fetcher, cancel: Cancel) -> None:
        self._fetcher = fetcher
        self._cancel = cancel

    def fetch(self, request: FetchRequest) -> Fetched:
        """Make one exchange; raises as `Fetcher.fetch` does."""
        refuse_stopped(self._cancel)
        over = threading.Event()
        watching = threading.Thread(target=self._watch, args=(over,), name="heeding-stop", daemon=True)
        watching.start()
        try:
            return self._fetcher.fetch(request)
        finally:
            over.set()
            watching.join()

    def abort(self) -> None:
        """End every exchange under way."""
        self._fetcher.abort()

    def resume(self) -> None:
        """Allow exchanges again; not for whoever pressed Stop."""
        self._fetcher.resume()

    def _watch(self, over: threading.Event) -> None:
        while not over.wait(LOOK_UP_S):
            if self._cancel.is_set():
                self._fetcher.abort()
                self._fetcher.resume()  # others may ask; what was cut off stays so
                return


class HeedingWorkshop:
    """A `Workshop` that begins nothing more once `cancel` is set."""

    def __init__(self, workshop: Workshop, cancel: Cancel) -> None:
        self._workshop = workshop
        self._cancel = cancel

    def render_text(self, body: bytes) -> SafeHtml:
        """Return Markdown as harmless HTML; raises as `Workshop.render_text` does."""
        refuse_stopped(self._cancel)
        return self._workshop.render_text(body)

    def remake_picture(self, body: bytes) -> Picture:
        """Return a picture made anew; raises as `Workshop.remake_picture` does."""
        refuse_stopped(self._cancel)
        return self._workshop.remake_picture(body)


def refuse_stopped(cancel: Cancel | None) -> None:
    """Go on, or end here.

    Raises:
        Cancelled: the person pressed Stop.
    """
    if cancel is not None and cancel.is_set():
        raise Cancelled
