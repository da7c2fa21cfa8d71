"""Tells a computer without a network from sources whose names are broken. Pure.

Some networks answer every question for a name with "no such name". So a source whose name is not found is held back
until another was reached: then its name really is broken; when none is reached, the network is missing.
"""

from __future__ import annotations

from caregiver_app.feeds.host_queue import host_of
from caregiver_app.model.errors import CaregiverError, WebError, WebTrouble
from caregiver_app.model.source import FeedForSync

_HOSTS_THAT_PROVE_IT = 2
_HOSTS_UNFOUND_THAT_PROVE_IT = 8
_HOSTS_UNFOUND_AT_THE_END = 3

# Refusals of our own, and cut connections: they tell nothing of the network.
_TELLS_NOTHING = frozenset({
    WebTrouble.STAY_OFFLINE, WebTrouble.PAUSED, WebTrouble.PRIVATE_ADDRESS, WebTrouble.BLOCKED, WebTrouble.PROXY,
    WebTrouble.PROXY_LOGIN, WebTrouble.NOT_BY_PROXY,
})  # fmt: skip

Held = tuple[FeedForSync, CaregiverError]


class Reach:
    """What the answers of one sync tell about the network."""

    def __init__(self) -> None:
        self._reached = False
        self._without_network: set[str] = set()
        self._held: list[Held] = []

    @property
    def held(self) -> int:
        """How many sources are held back."""
        return len(self._held)

    @property
    def is_seen(self) -> bool:
        """Whether an answer showed that there is a network."""
        return self._reached

    def note(self, feed: FeedForSync, error: CaregiverError | None) -> bool:
        """Take an answer into account; return True when its source is held back for now."""
        kind = error.kind if isinstance(error, WebError) else None
        if kind in _TELLS_NOTHING or (error is not None and kind is None):
            return False
        if kind is WebTrouble.OFFLINE:
            self._without_network.add(host_of(feed.url))
            return False
        if kind is WebTrouble.DNS and error is not None and not self._reached:
            self._held.append((feed, error))
            return True
        self._reached = True
        return False

    def is_missing(self) -> bool:
        """Return True when asking the rest would only bring the same answer."""
        return not self._reached and (
            len(self._without_network) >= _HOSTS_THAT_PROVE_IT or self._hosts_unfound() >= _HOSTS_UNFOUND_THAT_PROVE_IT
        )

    def settle(self, *, at_the_end: bool) -> tuple[tuple[Held, ...], bool]:
        """Return the sources held back whose verdict stands now, and whether it is that the network is missing."""
        if not self._held or not (self._reached or at_the_end):
            return (), False
        held, missing = tuple(self._held), self._without_network or self._hosts_unfound() >= _HOSTS_UNFOUND_AT_THE_END
        self._held.clear()
        return held, not self._reached and bool(missing)

    def _hosts_unfound(self) -> int:
        return len({host_of(feed.url) for feed, _ in self._held})
