"""A wish to stop that comes after so many looks."""

from __future__ import annotations


class CancelAfter:
    """A `model.web.Cancel` that is not set for the first `looks` times somebody looks."""

    def __init__(self, looks: int) -> None:
        self._left = looks

    def is_set(self) -> bool:
        """Return whether the work should stop."""
        self._left -= 1
        return self._left < 0
