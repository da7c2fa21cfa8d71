"""Hosts that asked to be left alone for a while. In memory: over a restart the library remembers them, for updates."""

from __future__ import annotations

import threading

from caregiver_app.model.time import Millis


class Pauses:
    """Until when each host is left alone; safe among threads.

    A pause is never longer than its bound, counted from whenever one asks: the clock may have been set back.
    """

    def __init__(self, at_most_s: float) -> None:
        self._at_most = int(at_most_s * 1000)
        self._lock = threading.Lock()
        self._until: dict[str, Millis] = {}

    def pause(self, host: str, until: Millis) -> None:
        """Leave `host` alone until then; the later of two wishes holds."""
        with self._lock:
            self._until[host] = max(until, self._until.get(host, until))

    def until(self, host: str, *, now: Millis) -> Millis | None:
        """Return when `host` may be asked again, None where it may be asked now."""
        with self._lock:
            until = self._until.get(host)
            if until is None:
                return None
            if until <= now:
                del self._until[host]
                return None
            self._until[host] = Millis(min(until, now + self._at_most))
            return self._until[host]
