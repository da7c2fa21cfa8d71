"""Makes texts and pictures of packs ready in this process: for what lies in the application itself, unforged.

Never for a pack that came from elsewhere: that passes through processes which can be ended (`feeds.pool`).
"""

from __future__ import annotations

from caregiver_app.model.entry import SafeHtml
from caregiver_app.model.errors import FeedError, FeedTrouble
from caregiver_app.model.offline import Picture


class OwnWorkshop:
    """A `packs.workshop.Workshop` that starts no process."""

    def render_text(self, body: bytes) -> SafeHtml:
        """Return Markdown as harmless HTML.

        Raises:
            FeedError: it is too long or too tangled.
        """
        from caregiver_app.support.guide_html import guide_html

        html = guide_html(body.decode("utf-8", "replace"))
        if html is None:
            raise FeedError(FeedTrouble.TOO_DEEP)
        return html

    def remake_picture(self, body: bytes) -> Picture:
        """Return a picture made anew from its points. Raises `FeedError` where it is none."""
        from caregiver_app.feeds.pictures import remake

        return remake(body)
