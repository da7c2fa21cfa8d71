"""A door to the network behind which every site keeps programs out: it remembers what was asked for."""

from __future__ import annotations

from caregiver_app.model.errors import WebError, WebTrouble
from caregiver_app.model.web import Fetched, FetchRequest
from tests.helpers.silent_door import SilentDoor


class RefusingDoor(SilentDoor):
    """Answers everything with 403."""

    def fetch(self, request: FetchRequest) -> Fetched:
        """Remember the address."""
        self.asked.append(request.url)
        raise WebError(WebTrouble.STATUS, status=403)
