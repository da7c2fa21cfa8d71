"""Takes a body out of its chunks (RFC 9112 section 7.1). Pure: bytes in, bytes out.

What is only framing has a bound of its own: ten million chunks of a byte each would cost minutes.
"""

from __future__ import annotations

import re
from enum import Enum, auto

from caregiver_app.model.errors import WebError, WebTrouble

_SIZE = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,16})[ \t]*(?:;[^\n]*)?\r?")
_LONGEST_LINE = 16_384


class _Place(Enum):
    """What comes next."""

    SIZE = auto()
    DATA = auto()
    LINE_END = auto()
    TRAILERS = auto()
    NOTHING = auto()


class Unchunker:
    """The chunks of one body."""

    def __init__(self, framing_bytes: int) -> None:
        self._room = framing_bytes
        self._buffer = bytearray()
        self._next = _Place.SIZE
        self._left = 0

    @property
    def has_ended(self) -> bool:
        """Whether all of the body has come, its trailers too."""
        return self._next is _Place.NOTHING

    @property
    def has_all_data(self) -> bool:
        """Whether the last chunk has come; what may still follow are trailers that nobody reads."""
        return self._next in (_Place.TRAILERS, _Place.NOTHING)

    @property
    def leftover(self) -> bool:
        """Whether something came after the end."""
        return self.has_ended and bool(self._buffer)

    def take(self, data: bytes | bytearray) -> bytes:
        """Return what the chunks hold so far.

        Raises:
            WebError: PROTOCOL, these are no chunks, or hardly anything but framing.
        """
        self._buffer += data
        pieces = bytearray()
        at = 0
        while self._next is not _Place.NOTHING:
            after = self._take_data(at, pieces) if self._next is _Place.DATA else self._take_line(at)
            if after is None:
                break
            at = after
        del self._buffer[:at]
        return bytes(pieces)

    def _take_data(self, at: int, pieces: bytearray) -> int | None:
        piece = self._buffer[at : at + self._left]
        if not piece:
            return None
        pieces += piece
        self._left -= len(piece)
        if not self._left:
            self._next = _Place.LINE_END
        return at + len(piece)

    def _take_line(self, at: int) -> int | None:
        """Read a line of framing; return where it ends, None where more of it must come."""
        end = self._buffer.find(b"\n", at, at + _LONGEST_LINE)
        if end < 0:
            if len(self._buffer) - at >= _LONGEST_LINE:
                raise WebError(WebTrouble.PROTOCOL)
            return None
        self._room -= end + 1 - at
        if self._room < 0:
            raise WebError(WebTrouble.PROTOCOL)
        self._read_line(at, end)
        return end + 1

    def _read_line(self, at: int, end: int) -> None:
        is_empty = end == at or (end == at + 1 and self._buffer[at] == 13)
        if self._next is _Place.SIZE:
            size = _SIZE.fullmatch(self._buffer, at, end)
            if size is None:
                raise WebError(WebTrouble.PROTOCOL)
            self._left = int(size[1], 16)
            self._next = _Place.DATA if self._left else _Place.TRAILERS
        elif self._next is _Place.TRAILERS:
            self._next = _Place.NOTHING if is_empty else _Place.TRAILERS
        elif is_empty:
            self._next = _Place.SIZE
        else:
            raise WebError(WebTrouble.PROTOCOL)
