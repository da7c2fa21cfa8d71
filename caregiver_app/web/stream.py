"""A wire in the clothes of a socket, because http.client reads from sockets and files.

What it closes here is never the wire, and what it leaves unread is noticed: only a wire with nothing left over on it
may serve again.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from caregiver_app.model.errors import WebError, WebTrouble
from caregiver_app.web.watch import Watch
from caregiver_app.web.wire import Wire

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_BUFFER = 16_384
_INTERIM = re.compile(rb"HTTP/1\.[01] 1(?!01)\d\d(?:\s|$)")  # 101 is no interim answer but another protocol


class WireBytes(io.RawIOBase):
    """The wire as a stream of bytes."""

    def __init__(self, wire: Wire, watch: Watch, head_bytes: int) -> None:
        self.received_bytes = 0
        self.has_ended = False
        self.trouble: OSError | None = None
        self.has_leftover = False
        self.head_is_read = False
        self.is_closing = False
        self._wire = wire
        self.watch = watch
        self._head_bytes = head_bytes

    def readable(self) -> bool:
        """Return True: this is for reading."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int | None:
        """Read what is there; nothing at all while the stream is being closed."""
        if self.is_closing:
            return None
        if not self.head_is_read and self.received_bytes > self._head_bytes:
            raise WebError(WebTrouble.PROTOCOL, detail="head")
        try:
            count = self._wire.receive_into(memoryview(buffer), self.watch)
        except OSError as trouble:
            self.trouble = trouble
            raise
        self.received_bytes += count
        self.has_ended = count == 0
        return count


class AnswerStream(io.BufferedReader):
    """What http.client reads from. It closes this where it believes the answer to end."""

    def __init__(self, raw: WireBytes) -> None:
        self._wire_end = raw
        self._has_begun = False
        super().__init__(raw, _BUFFER)

    def flush(self) -> None:
        """Do nothing: nothing is written here, and Python 3.13 complains when a closed stream is flushed at its end."""

    def readline(self, size: int | None = -1, /) -> bytes:
        """Return the next line, passing over interim answers (RFC 9110 section 15.2): http.client knows only one."""
        line = super().readline(size)
        while not self._has_begun and _INTERIM.match(line):
            while super().readline(size).strip():
                pass
            line = super().readline(size)
        self._has_begun = True
        return line

    def close(self) -> None:
        """Note whether the server sent more than its answer, then close; the wire stays open."""
        if not self.closed:
            self._wire_end.is_closing = True
            self._wire_end.has_leftover = bool(self.peek(1))
        super().close()


class SocketFace:
    """What urllib3 and http.client ask of a socket. Closing it leaves the wire to its owner."""

    def __init__(self, wire: Wire, watch: Watch, head_bytes: int) -> None:
        self.raw = WireBytes(wire, watch, head_bytes)
        self._wire = wire
        self._watch = watch

    def sendall(self, data: bytes) -> None:
        """Send everything."""
        try:
            self._wire.send_all(data, self._watch)
        except OSError as trouble:
            self.raw.trouble = trouble
            raise

    def makefile(self, _mode: str) -> AnswerStream:
        """Return the stream of what comes back."""
        return AnswerStream(self.raw)

    def settimeout(self, _seconds: object) -> None:
        """Leave it to the watch."""

    def close(self) -> None:
        """Leave it to the wire's owner."""
