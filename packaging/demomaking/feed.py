"""Stands in for the network with one invented feed, whose entries are some days old."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from email.utils import format_datetime

from caregiver_app.model.errors import WebError, WebTrouble
from caregiver_app.model.source import Validators
from caregiver_app.model.web import Fetched, FetchRequest
from demomaking.family import DATA

ADDRESS = "https://www.example.org/feed.xml"
_DAY = re.compile(r"DAY([+-]\d+)")


class OneFeed:
    """A door to the network behind which there is one feed and nothing else."""

    address = ADDRESS

    def __init__(self, now: datetime) -> None:
        self.asked: list[str] = []
        text = (DATA / "feed.xml").read_text(encoding="utf-8")
        self._body = _DAY.sub(lambda day: format_datetime(now + timedelta(days=int(day[1]))), text).encode()

    def fetch(self, request: FetchRequest) -> Fetched:
        """Return the feed; whatever else is asked for is not to be had."""
        self.asked.append(request.url)
        if request.url != ADDRESS:
            raise WebError(WebTrouble.OFFLINE)
        return Fetched(
            status=200,
            url=ADDRESS,
            moved_to=None,
            headers={"content-type": "application/rss+xml"},
            body=self._body,
            validators=Validators(),
            max_age_s=None,
        )

    def abort(self) -> None:
        """There is nothing under way."""

    def resume(self) -> None:
        """There is nothing that was stopped."""
