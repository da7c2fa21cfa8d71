"""A pattern that is looked for only where it may begin.

A search for what looks behind itself first is slow: Python tries it at each sign of a text. One that begins with a set
of signs passes over all others several times as quickly. So such a pattern has another one beside it that finds where
it may begin. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """`at` matches at each place at which `pattern` may match, and at some others."""

    pattern: re.Pattern[str]
    at: re.Pattern[str]

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Yield what `pattern.finditer` does."""
        last = len(text) if end is None else end
        reached = start
        match = self.pattern.match
        for place in self.at.finditer(text, start, last):
            first = place.start()
            if first >= reached and (found := match(text, first, last)) is not None:
                reached = found.end()
                yield found


def sought(pattern: str, *, at: str, ignoring_case: bool = False) -> Begun:
    """Return a pattern with where it may begin; `at` says both letters where case does not count."""
    return Begun(pattern=re.compile(pattern, re.IGNORECASE if ignoring_case else 0), at=re.compile(at))
