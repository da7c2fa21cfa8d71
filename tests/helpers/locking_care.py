"""Care notes that somebody locks while the guard reads: just before the text that a test names is looked through."""

from __future__ import annotations

from collections.abc import Callable

from caregiver_app.bootstrap.care import Care
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.model.private import PrivateHit, PrivateWords
from caregiver_app.model.time import Clock


class LockedMeanwhile(Care):
    """Locks, once, as soon as `before` is about to be looked through."""

    def __init__(self, paths: Paths, clock: Clock, *, before: str) -> None:
        super().__init__(paths, clock)
        self._before = before

    def private_words(self) -> PrivateWords:
        """Return the matcher, behind something that locks first."""
        return _Locking(super().private_words(), self._before, self.lock)


class _Locking:
    def __init__(self, words: PrivateWords, before: str, lock: Callable[[], None]) -> None:
        self._words = words
        self._before = before
        self._lock = lock

    def find(self, text: str) -> tuple[PrivateHit, ...]:
        """Lock where it is time for it, then look."""
        if text == self._before:
            self._lock()
        return self._words.find(text)
