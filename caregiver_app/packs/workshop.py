"""The seam to what costs time over hostile bytes: it is done in processes that can be ended (`feeds.pool`)."""

from __future__ import annotations

from typing import Protocol

from caregiver_app.model.entry import SafeHtml
from caregiver_app.model.offline import Picture


class Workshop(Protocol):
    """Makes texts and pictures of packs harmless."""

    def render_text(self, body: bytes) -> SafeHtml:
        """Return Markdown (UTF-8) as harmless HTML.

        Raises:
            FeedError: it is too tangled, or harmed the worker.
            Cancelled: somebody ended the work.
        """
        ...

    def remake_picture(self, body: bytes) -> Picture:
        """Return a picture made anew from its points. Raises as `render_text` does."""
        ...
