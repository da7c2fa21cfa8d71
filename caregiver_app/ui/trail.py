"""The way through screens and pages that Alt+Left goes back and Alt+Right forward again, as in any browser."""

from __future__ import annotations

from dataclasses import dataclass

_LONGEST = 50


@dataclass(frozen=True, slots=True)
class Stop:
    """A screen by the key of its entry, and what was open in it (`Screen.place`)."""

    screen: str
    place: int | None = None


class Trail:
    """Stops in the order in which somebody came to them, the last `_LONGEST` of them."""

    def __init__(self) -> None:
        self._past: list[Stop] = []
        self._here: Stop | None = None
        self._future: list[Stop] = []

    @property
    def here(self) -> Stop | None:
        """Where one stands, None before the first stop."""
        return self._here

    def go(self, stop: Stop) -> None:
        """Note that `stop` was come to; what lay ahead is forgotten.

        A screen in which nothing was open yet is no stop apart from what is first opened in it.
        """
        if stop == self._here:
            return
        if self._here is not None and self._here != Stop(stop.screen):
            self._past = [*self._past, self._here][-_LONGEST:]
        self._here = stop
        self._future.clear()

    def back(self) -> Stop | None:
        """Step back and return where to, None at the beginning."""
        if not self._past or self._here is None:
            return None
        self._future.append(self._here)
        self._here = self._past.pop()
        return self._here

    def forward(self) -> Stop | None:
        """Step forward again and return where to, None at the end."""
        if not self._future or self._here is None:
            return None
        self._past.append(self._here)
        self._here = self._future.pop()
        return self._here
