"""A door to the network that no test may need: it remembers what was asked for and says that there is no network."""

from __future__ import annotations

from caregiver_app.model.errors import WebError, WebTrouble
from caregiver_app.model.web import Fetched, FetchRequest


class SilentDoor:
    """Answers everything with "offline"."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def fetch(self, request: FetchRequest) -> Fetched:
        """Remember the address."""
        self.asked.append(request.url)
        raise WebError(WebTrouble.OFFLINE)

    def abort(self) -> None:
        """Nothing is under way."""

    def resume(self) -> None:
        """Nothing was stopped."""
