"""A door to the network whose answers a test holds back and lets go one by one."""

from __future__ import annotations

import threading
from collections.abc import Mapping

from caregiver_app.model.errors import WebError, WebTrouble
from caregiver_app.model.source import Validators
from caregiver_app.model.web import Fetched, FetchRequest

_PATIENCE_S = 30


def a_feed(title: str, *entries: str) -> bytes:
    """Return an RSS document with entries of these titles."""
    items = "".join(
        f"<item><title>{entry}</title><guid>{entry}</guid><description>Words about {entry}.</description></item>"
        for entry in entries
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>{items}</channel></rss>'.encode()


class GatedDoor:
    """Answers with the bytes it was given for an address, once `gate` is open; other addresses time out."""

    def __init__(self, answers: Mapping[str, bytes]) -> None:
        self.answers = dict(answers)
        self.gate = threading.Event()
        self.asked: list[str] = []
        self._aborted = threading.Event()

    def fetch(self, request: FetchRequest) -> Fetched:
        """Wait for the gate, or for the end."""
        self.asked.append(request.url)
        while not self.gate.wait(0.02):
            if self._aborted.is_set():
                raise WebError(WebTrouble.CONNECT)
        body = self.answers.get(request.url)
        if body is None:
            raise WebError(WebTrouble.TIMEOUT, host="nobody.example")
        return Fetched(
            status=200,
            url=request.url,
            moved_to=None,
            headers={"content-type": "application/rss+xml"},
            body=body,
            validators=Validators(),
            max_age_s=None,
        )

    def abort(self) -> None:
        """End what waits."""
        self._aborted.set()

    def resume(self) -> None:
        """Wait again."""
        self._aborted.clear()
