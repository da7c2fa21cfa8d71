"""The news that the window before this one ended by itself."""

from __future__ import annotations


class EndedBadly:
    """Whether the window before this one ended by itself; it is news once."""

    def __init__(self, is_so: bool) -> None:
        self._is_news = is_so

    def take(self) -> bool:
        """Return whether it is news still."""
        is_news, self._is_news = self._is_news, False
        return is_news
