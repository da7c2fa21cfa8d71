"""Where the sentences of a note end, as far as that is sure: two are rather taken for one than one for two."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(r"(?:(?P<wide>[。！？]+)|(?P<signs>[.!?…؟।]+))[\"'”’»)\]]*(?P<space>\s+)?(?=(?P<next>\S)|$)")
_BEFORE_WORD = re.compile(r"[\s(\"'“‘«„]")
_LONGEST_WORD = 40  # letters that are looked at: notes are read in time that grows with their length and no faster
_OPENS = "\"'“‘«([¿¡„"
_GOES_ON = (":", ",", ";", "-", "–", "—", "/", "(")
_ITEM = "•"
_SHORTEST_LAST_WORD = 4
"""Letters: what is shorter before a full stop may be a title, an initial or a unit, such as "Dr." or "ml."."""

_SHORT_FORMS = frozenset(
    "prof capt srta sres dras approx appr incl excl tabl tabs caps comp susp resp circ aprox depto".split()
)


def sentences_of(paragraph: str) -> Iterator[str]:
    """Return the sentences of a paragraph on one line, with the space after each."""
    begin = 0
    for found in _END.finditer(paragraph):
        if found.end() < len(paragraph) and _ends(paragraph, begin, found):
            yield paragraph[begin : found.end()]
            begin = found.end()
    if begin < len(paragraph):
        yield paragraph[begin:]


def paragraphs_of(text: str) -> Iterator[str]:
    """Return the paragraphs of a text, each on one line; a list is one with what leads to it."""
    held = ""
    for part in re.split(r"\n\s*\n", text):
        line = " ".join(part.split())
        if held and not held.endswith(_GOES_ON) and not line.startswith(_ITEM):
            yield held
            held = ""
        held = f"{held} {line}".strip()
    if held:
        yield held


def _ends(paragraph: str, begin: int, found: re.Match[str]) -> bool:
    if found["wide"]:
        return True
    following = found["next"]
    if found["space"] is None or following.islower():
        return False
    if found["signs"] != ".":
        return True
    word = _BEFORE_WORD.split(paragraph[max(begin, found.start() - _LONGEST_WORD) : found.start()])[-1]
    is_word = len(word) >= _SHORTEST_LAST_WORD and word.isalpha() and word.casefold() not in _SHORT_FORMS
    return is_word and (following.isalpha() or following in _OPENS)
