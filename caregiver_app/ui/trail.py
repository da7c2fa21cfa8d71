"""The way through screens that Alt+Left goes back and Alt+Right forward again, as in any browser."""

from __future__ import annotations

_LONGEST = 50


class Trail:
    """Keys of screens in the order in which they were opened."""

    def __init__(self) -> None:
        self._past: list[str] = []
        self._here: str | None = None
        self._future: list[str] = []

    def go(self, key: str) -> None:
        """Note that `key` was opened; what lay ahead is forgotten."""
        if key == self._here:
            return
        if self._here is not None:
            self._past = [*self._past, self._here][-_LONGEST:]
        self._here = key
        self._future.clear()

    def back(self) -> str | None:
        """Step back and return where to, None at the beginning."""
        if not self._past or self._here is None:
            return None
        self._future.append(self._here)
        self._here = self._past.pop()
        return self._here

    def forward(self) -> str | None:
        """Step forward again and return where to, None at the end."""
        if not self._future or self._here is None:
            return None
        self._past.append(self._here)
        self._here = self._future.pop()
        return self._here
