"""Mends what tools write into subscription lists and no XML reader takes. One pass over the text, whatever is in it.

Such are bare ampersands, entities of HTML, and quotation marks and angle brackets inside attributes.

An attribute ends at the first quotation mark of its kind after which another attribute begins or the tag ends, that is,
another tag of such lists follows (a tag of HTML inside the attribute does not count). Where a closing mark was
forgotten, the next attribute that lists are known to have ends it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from html.entities import html5
from itertools import islice
from xml.sax.saxutils import escape, quoteattr

_MAX_ATTRIBUTES = 50  # of one tag

_AMPERSAND = re.compile(r"&(?:(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)?")

_TAG = re.compile(r"<outline(?=[\s/>])", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"\s*([A-Za-z_][\w:.\-]{0,60})\s*=\s*([\"'])")
_NEXT_ATTRIBUTE = r"[A-Za-z_][\w:.\-]{0,60}\s{0,100}=\s{0,100}[\"']"
_END_OF_TAG = r"/?>(?:[^<]{0,100}<(?:/?(?:outline|body|opml)\b|!--)|\s{0,100}$)"
_CLOSING = re.compile(rf"[\"'](?=\s{{0,100}}(?:{_NEXT_ATTRIBUTE}|{_END_OF_TAG}))", re.IGNORECASE)
_SWALLOWED = re.compile(
    r"\s(?:text|title|type|xmlurl|htmlurl|url|description|language)\s{0,9}=\s{0,9}[\"']", re.IGNORECASE
)
_QUOTES = {'"': "&quot;", "'": "&apos;"}
_PLAIN = {"lt": "<", "gt": ">", "quot": '"', "apos": "'", "amp": "&"}
_ESCAPE = re.compile("&(?:#([0-9]+)|(lt|gt|quot|apos|amp));")


def mend_outlines(text: str) -> str:
    """Return `text` with every ampersand escaped and the attributes of every `outline` well-formed."""
    mended = _AMPERSAND.sub(_mend_ampersand, text)
    closings = _closings(mended)
    pieces: list[str] = []
    copied = 0
    for tag in _TAG.finditer(mended):
        if tag.start() >= copied:  # else it stands inside an attribute
            pieces.append(mended[copied : tag.end()])
            attributes, copied = _mend_attributes(mended, tag.end(), closings)
            pieces.append(attributes)
    pieces.append(mended[copied:])
    return "".join(pieces)


def _mend_attributes(text: str, start: int, closings: dict[str, list[int]]) -> tuple[str, int]:
    """Return the attributes of the tag whose name ends at `start`, the first of each name, and where they end."""
    values: dict[str, str] = {}
    end = start
    for name, value, after in islice(_attributes(text, start, closings), _MAX_ATTRIBUTES):
        values.setdefault(name.lower(), f" {name}={quoteattr(value)}")
        end = after
    return "".join(values.values()), end


def _mend_ampersand(found: re.Match[str]) -> str:
    name = found[1]
    if name is None:
        return "&amp;"
    if name in _PLAIN:
        return found[0]
    if name.startswith("#"):
        return _mend_number(name[1:])
    return escape(html5[f"{name};"], _QUOTES) if f"{name};" in html5 else f"&amp;{name};"


def _mend_number(digits: str) -> str:
    """Return the character of a numeric reference, escaped; nothing for one that XML forbids."""
    number = int(digits[1:], 16) if digits[0] in "xX" else int(digits)
    if number in (9, 10, 13) or 0x20 <= number < 0xD800 or 0xE000 <= number < 0xFFFE or 0x10000 <= number < 0x110000:
        return f"&#{number};"
    return ""


def _closings(text: str) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {'"': [], "'": []}
    for mark in _CLOSING.finditer(text):
        places[mark[0]].append(mark.start())
    return places


def _attributes(text: str, start: int, closings: dict[str, list[int]]) -> Iterator[tuple[str, str, int]]:
    """Yield name, value and end of each attribute of the tag whose name ends at `start`."""
    while opening := _ATTRIBUTE.match(text, start):
        marks = closings[opening[2]]
        place = bisect_left(marks, opening.end())
        if place == len(marks):
            return
        end, start = marks[place], marks[place] + 1
        if swallowed := _SWALLOWED.search(text, opening.end(), end):
            end = start = swallowed.start()
        yield opening[1], _unescape(text[opening.end() : end]), start


def _unescape(value: str) -> str:
    """Undo the escapes that `quoteattr` is about to write again."""
    return _ESCAPE.sub(lambda found: _PLAIN[found[2]] if found[2] else chr(int(found[1])), value)
