"""How long nobody has done anything. Knows two clocks and no widget."""

from __future__ import annotations

from caregiver_app.model.time import Clock

MINUTES = (1, 5, 10, 15, 30)
"""What may be chosen."""

_WARNINGS_S = (60, 20)


class Idle:
    """The time since somebody last did something, and when to speak and to lock because of it."""

    def __init__(self, clock: Clock, minutes: int) -> None:
        self._clock = clock
        self.minutes = minutes
        self._steady, self._wall = 0.0, clock.now()
        self.touch()

    def touch(self) -> None:
        """Somebody is there."""
        self._steady, self._wall = self._clock.monotonic(), self._clock.now()
        self._said: set[int] = set()

    @property
    def seconds(self) -> float:
        """The larger of both distances: the steady clock stands still in sleep, the wall clock may be turned back."""
        return max(0.0, self._clock.monotonic() - self._steady, (self._clock.now() - self._wall) / 1_000)

    @property
    def left_s(self) -> float:
        """What is left until the lock; 0 when it is due."""
        return max(0.0, self.minutes * 60 - self.seconds)

    def warning(self) -> int | None:
        """Return the seconds of which to warn now, each once; None when there is nothing to say."""
        due = [at for at in _WARNINGS_S if at < self.minutes * 60 and 0 < self.left_s <= at and at not in self._said]
        self._said.update(due)
        return min(due, default=None)
