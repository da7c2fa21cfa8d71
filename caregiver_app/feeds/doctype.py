"""The document type declaration of a feed: found, read for plain abbreviations, and thrown away.

No parser of ours ever sees one, so no external entity can be loaded and none can be expanded without bound. What a
document abbreviates by internal entities that stand for plain text is written out here, up to a million characters.
"""

from __future__ import annotations

import re

MAX_DECLARATION_CHARS = 16_384
MAX_ENTITIES = 500
MAX_VALUE_CHARS = 1_000
MAX_GROWTH_CHARS = 1_000_000

_TOKEN = re.compile(r"\"[^\"]*\"|'[^']*'|<!--.*?-->|[\[\]>]", re.DOTALL)
_ENTITY = re.compile(r"<!ENTITY\s+([^\W\d][\w.-]*)\s+(?:\"([^\"]*)\"|'([^']*)')\s*>")
_PLAIN_VALUE = re.compile(r"(?:[^&<%]|&#x?[0-9A-Fa-f]{1,6};)*\Z")
_REFERENCE = re.compile(r"&([^\W\d][\w.-]{0,100});")
_PREDEFINED = frozenset(("amp", "lt", "gt", "quot", "apos"))


def end_of(text: str, start: int) -> int:
    """Return the position after the declaration that begins at `start`, the end of the text where it never ends."""
    level = 0
    for token in _TOKEN.finditer(text, start, start + MAX_DECLARATION_CHARS):
        if token[0] == "[":
            level += 1
        elif token[0] == "]":
            level -= 1
        elif token[0] == ">" and level <= 0:
            return token.end()
    end = text.find("]>", start)
    if end != -1:
        return end + 2
    end = text.find(">", start)
    return len(text) if end == -1 else end + 1


def entities(declaration: str) -> dict[str, str]:
    """Return the internal entities that stand for plain text; external ones and those that name others are left out."""
    found: dict[str, str] = {}
    for name, double, single in _ENTITY.findall(declaration[:MAX_DECLARATION_CHARS]):
        value = double or single
        if name not in _PREDEFINED and len(value) <= MAX_VALUE_CHARS and _PLAIN_VALUE.match(value):
            found.setdefault(name, value)  # the first one binds (XML 1.0 section 4.2)
        if len(found) == MAX_ENTITIES:
            break
    return found


def written_out(text: str, values: dict[str, str]) -> str:
    """Return `text` with its references to `values` replaced; once it has grown by the bound, the rest stays."""
    room = MAX_GROWTH_CHARS

    def value_of(reference: re.Match[str]) -> str:
        nonlocal room
        value = values.get(reference[1])
        if value is None or len(value) > room:
            return reference[0]
        room -= len(value)
        return value

    return _REFERENCE.sub(value_of, text) if values else text
