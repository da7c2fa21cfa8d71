"""Looks around a piece of text for words that say what it is. Linear in the text."""

from __future__ import annotations

import re
from bisect import bisect_left

_SENTENCE_END = re.compile(r"(?<!\D\d)(?<!\D\d\d)[.!?](?=\s+[^\W\d_a-z])|\n[ \t]*\n")


class Words:
    """Where the words of a pattern stand in one text, so that many pieces can be asked about."""

    def __init__(self, pattern: re.Pattern[str], text: str) -> None:
        spans = [found.span() for found in pattern.finditer(text)]
        self._starts = [start for start, _end in spans]
        self._ends = [end for _start, end in spans]

    def before(self, place: int, reach: int) -> bool:
        """Return whether one ends within `reach` characters before `place`."""
        index = bisect_left(self._ends, place + 1) - 1
        return index >= 0 and place - self._ends[index] <= reach

    def after(self, place: int, reach: int) -> bool:
        """Return whether one begins within `reach` characters after `place`."""
        index = bisect_left(self._starts, place)
        return index < len(self._starts) and self._starts[index] - place <= reach

    def around(self, start: int, end: int, *, before: int = 40, after: int = 30) -> bool:
        """Return whether one stands near the piece from `start` to `end`."""
        return self.before(start, before) or self.after(end, after)


def sentences(text: str) -> list[tuple[int, int]]:
    """Return where each sentence begins and ends. A point before a small letter or a digit ends
    none, nor one behind the number of a day ("4. Mai").
    """
    ends = [found.end() for found in _SENTENCE_END.finditer(text)]
    return list(zip([0, *ends], [*ends, len(text)], strict=True))
