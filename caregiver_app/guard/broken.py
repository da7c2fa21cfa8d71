"""Numbers, words and e-mail addresses that a line end or an odd sign stands within. Pure.

Yields what of a plain text is to be undone; costs a search each where there is nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caregiver_app.guard.begun import sought
from caregiver_app.guard.plain import Place
from caregiver_app.guard.reading import Edit

_LINE_END = re.compile(r"[ \t]*\r?\n[ \t]*(?=[^\W_]|[+(@])")
_HYPHENED = re.compile(r"(?<=[^\W_])-\r?\n[ \t]*(?=[^\W_])")
_WITHIN_CODE = re.compile(r"(?<=[A-Z\d])[ \t]*\r?\n[ \t]*(?=[A-Z\d]{1,4}(?![^\W_]))")
_WITHIN_LETTERS = sought(
    r"(?<=[^\W\d_])(?:[^\w\s'.@/&+:,;()\[\]<>=?#%-]{1,3}|[_*]{1,3}|</?[a-z]{1,6}>)(?=[^\W\d_])",
    at=r"[^\sa-zA-Z0-9'.@/&+:,;()\[\]>=?#%-]",
)
_NEIGHBOUR_BEFORE, _NEIGHBOUR_BEHIND = re.compile(r"\S{1,64}$"), re.compile(r"\S{1,64}")
_ADDRESS, _JOINS = re.compile(r"[\w.+-]+@(?:[\w-]+\.)+[^\W\d_]{2,}"), (".", "_", "+", "-")
_DIGIT = re.compile(r"\d")
_ODD = sought(r"(?<=\d)(?:[^\w\n]|_){1,4}(?=[A-Z\d])|(?<=[A-Z])(?:[^\w\n]|_){1,4}(?=\d)", at=r"[\W_](?<=[A-Z\d].)")
_USUAL = frozenset(" -./()+#&@'\":%°")
_BETWEEN_AMOUNTS = frozenset(" ,;:")
_AREA = re.compile(r"(?:(?<![\d.,])0\d{2,5}|\+\d{1,5})$")
_LONGEST_AREA = 7


def broken_numbers(text: str) -> Iterator[Edit]:
    """Yield line ends and odd signs beside digits, to be read as a space."""
    found = [*_line_ends(text), *_odd_signs(text)]
    for start, end in sorted(found):
        yield Edit(start=start, end=end, text=" ", places=((start, end),))


def _line_ends(text: str) -> Iterator[Place]:
    for found in _LINE_END.finditer(text) if "\n" in text else ():
        before, behind = _neighbours(text, *found.span())
        if before and (_DIGIT.search(before) or _DIGIT.search(behind)):
            yield found.span()


def _neighbours(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the words before and behind a place."""
    before = _NEIGHBOUR_BEFORE.search(text, max(0, start - 64), start)
    behind = _NEIGHBOUR_BEHIND.match(text, end)
    return before[0] if before else "", behind[0] if behind else ""


def _odd_signs(text: str) -> Iterator[Place]:
    for found in _ODD.finditer(text):
        signs = set(found[0])
        is_odd = not signs <= _USUAL | _BETWEEN_AMOUNTS
        if is_odd or (signs & _BETWEEN_AMOUNTS - {" "} and _is_behind_area(text, found.start())):
            yield found.span()


def _is_behind_area(text: str, place: int) -> bool:
    """Tell a telephone number with a comma in it from amounts, times and lists of years."""
    return bool(_AREA.search(text, max(0, place - _LONGEST_AREA), place))


def broken_words(text: str) -> Iterator[Edit]:
    """Yield line ends within a hyphened word, a code or an e-mail address, to be read as nothing."""
    if "\n" not in text:
        return
    places = {found.span() for pattern in (_HYPHENED, _WITHIN_CODE) for found in pattern.finditer(text)}
    for found in _LINE_END.finditer(text):
        if _is_within_address(*_neighbours(text, *found.span())):
            places.add(found.span())
    reached = 0
    for start, end in sorted(places):
        if start >= reached:
            yield Edit(start=start, end=end)
            reached = end


def marked_words(text: str) -> Iterator[Edit]:
    """Yield marks of bold and the like, emoji and other signs between two letters, to be read as nothing."""
    yield from (Edit(start=found.start(), end=found.end()) for found in _WITHIN_LETTERS.finditer(text))


def _is_within_address(before: str, behind: str) -> bool:
    """Tell whether a line end splits an e-mail address: one that is whole on one line needs nothing of the other."""
    if "@" in before:
        return not _ADDRESS.search(before)
    return "@" in behind and (not _ADDRESS.match(behind) or before.endswith(_JOINS))
