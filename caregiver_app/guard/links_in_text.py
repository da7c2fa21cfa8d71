"""Finds where web addresses stand in a plain text, of whatever they lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from caregiver_app.guard.begun import sought

_LINK = sought(
    r"(?<![\w])(?:https?|webcal|feed|ftp):/{1,3}[^\s<>\"]{3,4000}|(?<![\w@./-])www\.[^\s<>\"]{3,4000}",
    at=r"[hwfHWF](?<!\w.)(?=[tewTEW])",
    ignoring_case=True,
)
_TRAILING = ".,;:!?'\")]}>*_"


def find_links(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the web addresses of a plain text stand, without the signs of the sentence behind them."""
    for found in _LINK.finditer(text) if ":/" in text or "www." in text.lower() else ():
        yield found.start(), _end_of(found)


def _end_of(found: re.Match[str]) -> int:
    """Return where a link ends; a bracket that was opened in it belongs to it."""
    link = found[0]
    surplus = link.count(")") - link.count("(")
    length = len(link)
    while length and link[length - 1] in _TRAILING:
        if link[length - 1] == ")":
            if surplus <= 0:
                break
            surplus -= 1
        length -= 1
    return found.start() + length
