"""The lines of calendars and contacts (iCalendar, RFC 5545 section 3.1; vCard, RFC 6350 section 3.2 and RFC 2426).

Reads what anybody may have written: within bounds, in one pass, never an error. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

MOST_LINES = 200_000
LONGEST_LINE = 100_000
FOLD_BYTES = 75
"""After so many bytes a line goes on in the next, which begins with a space."""

_BREAK = re.compile(r"\r\n|\r|\n")
_NAME = re.compile(r"(?:[A-Za-z0-9-]+\.)?([A-Za-z0-9-]+)")
_PARAMETER = re.compile(r';([A-Za-z0-9-]+)(?:=((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*))?')
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_GROUP = re.compile(r"([A-Za-z0-9-]+)\.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentLine:
    """One line: `name` and names of parameters in capitals, values as they stand there, escaped."""

    name: str
    value: str = field(repr=False)
    parameters: Mapping[str, str] = field(default_factory=dict, repr=False)
    group: str = ""


def content_lines(text: str) -> Iterator[ContentLine]:
    """Yield the lines of a text, those that are none left out."""
    for line in _unfolded(text):
        found = _line_of(line)
        if found is not None:
            yield found


def unescaped(value: str) -> str:
    """Return a text as it was before `escaped`."""
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def escaped(text: str) -> str:
    """Return a text as the value of a line."""
    plain = _BREAK.sub("\n", text)
    for sign in ("\\", ";", ","):
        plain = plain.replace(sign, f"\\{sign}")
    return plain.replace("\n", "\\n")


def components(value: str) -> tuple[str, ...]:
    """Return the parts of a value that semicolons divide, each unescaped."""
    return tuple(unescaped(part) for part in _split(value, ";"))


def folded(lines: Sequence[str]) -> bytes:
    """Return lines as they are written: none longer than 75 bytes, no letter divided, each ended by CR LF."""
    return b"".join(_fold(line) for line in lines)


def _fold(line: str) -> bytes:
    pieces: list[bytes] = []
    piece = b""
    for sign in line:
        coded = sign.encode("utf-8", "replace")
        if len(piece) + len(coded) > FOLD_BYTES:
            pieces.append(piece)
            piece = b" "
        piece += coded
    return b"\r\n".join([*pieces, piece]) + b"\r\n"


def _unfolded(text: str) -> Iterator[str]:
    begun: list[str] | None = None
    length = 0
    for count, line in enumerate(_BREAK.split(text)):
        if count >= MOST_LINES:
            break
        if line[:1] in (" ", "\t") and begun is not None:
            length += len(line)
            if length <= LONGEST_LINE:
                begun.append(line[1:])
            continue
        if begun is not None:
            yield "".join(begun)
        begun, length = [line[:LONGEST_LINE]], len(line)
    if begun is not None:
        yield "".join(begun)


def _line_of(line: str) -> ContentLine | None:
    name = _NAME.match(line)
    if name is None:
        return None
    parameters: dict[str, str] = {}
    place = name.end()
    while (found := _PARAMETER.match(line, place)) is not None:
        key, said = found[1].upper(), (found[2] or "").replace('"', "")
        # vCard 2.1 leaves out the names of parameters: ;CELL;QUOTED-PRINTABLE
        parameters.setdefault(key, said)
        place = found.end()
    if line[place : place + 1] != ":":
        return None
    group = _GROUP.match(line)
    return ContentLine(
        name=name[1].upper(),
        value=line[place + 1 :],
        parameters=parameters,
        group=group[1].casefold() if group is not None else "",
    )


def _split(value: str, sign: str) -> list[str]:
    parts, begin, place = [], 0, 0
    while place < len(value):
        if value[place] == "\\":
            place += 1
        elif value[place] == sign:
            parts.append(value[begin:place])
            begin = place + 1
        place += 1
    return [*parts, value[begin:]]
