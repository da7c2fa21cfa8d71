"""Undoes the mistakes that make a feed no XML although nothing of it is missing. Pure: text in, text out.

Characters that XML forbids, references to them, `&` that begins no reference, names that only HTML knows, and what a
server appended after the end. Elements that do not match are left to the lenient reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_AMPERSAND = re.compile(r"&(?:#[xX]([0-9a-fA-F]+);|#([0-9]+);|([A-Za-z][A-Za-z0-9]{0,31});)?")
_XML_NAMES = frozenset(("amp", "lt", "gt", "quot", "apos"))
_CDATA_START, _CDATA_END = "<![CDATA[", "]]>"


def mend(text: str, root: str) -> str:
    """Return `text`, the document from its element `root` on, with those mistakes undone."""
    text = _up_to_end(_FORBIDDEN.sub("", text), root)
    return "".join(_parts(text))


def ends_with(text: str, root: str) -> bool:
    """Return True where the document is closed at all."""
    return _last_end(text, root) is not None


def _up_to_end(text: str, root: str) -> str:
    end = _last_end(text, root)
    return text if end is None else text[:end]


def _last_end(text: str, root: str) -> int | None:
    """Return the position after the last end of element `root`, whatever its prefix and case."""
    closing = re.compile(rf"</(?:[\w.-]{{1,20}}:)?{re.escape(root)}\s{{0,20}}(?:>|\Z)", re.IGNORECASE)
    for window in (2_000, len(text)):
        ends = [match.end() for match in closing.finditer(text, max(len(text) - window, 0))]
        if ends:
            return ends[-1]
    return None


def _parts(text: str) -> Iterator[str]:
    """Mend what stands outside CDATA sections: inside, an ampersand means itself."""
    at = 0
    while (start := text.find(_CDATA_START, at)) != -1:
        end = text.find(_CDATA_END, start)
        if end == -1:
            break
        yield _AMPERSAND.sub(_reference, text[at:start])
        at = end + len(_CDATA_END)
        yield text[start:at]
    yield _AMPERSAND.sub(_reference, text[at:])


def _reference(match: re.Match[str]) -> str:
    whole, hexadecimal, decimal, name = match[0], match[1], match[2], match[3]
    if hexadecimal or decimal:
        return whole if _is_allowed(hexadecimal, decimal) else ""
    if name in _XML_NAMES:
        return whole
    meant = html5.get(f"{name};", "") if name else ""
    return meant if meant and meant not in "<>&\"'" else f"&amp;{whole[1:]}"


def _is_allowed(hexadecimal: str | None, decimal: str | None) -> bool:
    """Return True for a character that XML 1.0 allows (section 2.2)."""
    digits = (hexadecimal or decimal or "").lstrip("0")
    if not digits or len(digits) > 7:
        return False
    number = int(digits, 16 if hexadecimal else 10)
    return number <= 0x10FFFF and not _FORBIDDEN.match(chr(number))
