"""Where sentences begin and end: what stands in one sentence is said of one thing."""

from __future__ import annotations

import re

_SENTENCE_END = re.compile(r"[.!?\n](?:(?<=\n)[ \t]*\n|(?<!\n)(?<!\D\d.)(?<!\D\d\d.)(?=\s+[^\W\d_a-z]))")


def sentences(text: str) -> list[tuple[int, int]]:
    """Return where each sentence begins and ends. A point before a small letter or a digit ends
    none, nor one behind the number of a day ("4. Mai").
    """
    ends = [found.end() for found in _SENTENCE_END.finditer(text)]
    return list(zip([0, *ends], [*ends, len(text)], strict=True))
