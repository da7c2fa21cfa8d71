"""Tells letters that a machine drew from words, names and numbers that people wrote. Knows nothing of addresses.

Pairs of neighbouring characters are counted: in words most pairs are common ones, in what a generator drew about half
are not, and letters, digits and capitals change places all the time. The longest stretch in which surprises outweigh
what words would show decides, so that a token behind a long readable name is still seen.
"""

from __future__ import annotations

import re
from itertools import pairwise

_COMMON = """
    abcdfghiklmnprstuvy baeilorsu cacehiklortu daeilorsu eabcdefghiklmnoprstuvwxy faefilortu gaeghilnorsu
    haeilnortu iabcdefgklmnoprstvz jaeu kaeilostu ladeilostuy mabeimopsu nacdefgiknostuvz oabcdfgiklmnoprstuvw
    paehiloprstu qu rabcdefgiklmnorstuvy sacehiklmopstuy tacehilorstuyz uabcdefgilmnprst vaeio waeio xp yas
    zaeiu
"""
"""Letters and what follows them in at least 6 of 10,000 pairs of the words of English, Spanish, French, German and
Italian health and news pages (counted over 247,000 words, accents dropped)."""

_COMMON_PAIRS = frozenset(row[0] + follower for row in _COMMON.split() for follower in row[1:])
_RUN = re.compile("[0-9A-Za-z]+")
_UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)
_HEX = re.compile(r"(?<![0-9a-z])(?=[a-f]*[0-9])(?=[0-9]*[a-f])[0-9a-f]{16,}", re.IGNORECASE)
_DIGITS = re.compile("[0-9]{20,}")

_SHORTEST = 14
_ENOUGH = 3.0
_EXPECTED = 0.3


def looks_drawn(text: str, *, shortest: int = _SHORTEST, enough: float = _ENOUGH) -> bool:
    """Return True when `text` holds a stretch that a random generator made rather than a person.

    `shortest` is the least number of letters and digits that is judged, `enough` how far surprises must outweigh.
    """
    if _UUID.search(text) or _HEX.search(text) or _DIGITS.search(text):
        return True
    runs = _RUN.findall(text)
    return sum(map(len, runs)) >= shortest and _surprise(runs) >= enough


def _surprise(runs: list[str]) -> float:
    largest = current = 0.0
    for run in runs:
        for left, right in pairwise(run):
            current = max(0.0, current + _weight(left, right))
            largest = max(largest, current)
    return largest


def _weight(left: str, right: str) -> float:
    if left.isdigit() and right.isdigit():
        return 0.0
    if left.isdigit() != right.isdigit() or (left.islower() and right.isupper()):
        return 1 - _EXPECTED
    return -_EXPECTED if (left + right).lower() in _COMMON_PAIRS else 1 - _EXPECTED
