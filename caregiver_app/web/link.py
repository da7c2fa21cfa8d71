"""HTTP over a wire: urllib3 writes the request and reads the answer, the wire bounds every byte and every wait.

It opens nothing, follows nothing, decodes nothing and retries nothing. The import takes a seventh of a second, so only
a fetch pays for it.
"""

from __future__ import annotations

import http.client
import io
import logging
import re
import socket
import ssl
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, cast

from urllib3.connection import HTTPConnection
from urllib3.exceptions import HTTPError
from urllib3.response import HTTPResponse

from caregiver_app.model.errors import WebError, WebTrouble
from caregiver_app.web.addresses import Address
from caregiver_app.web.limits import Limits
from caregiver_app.web.watch import Watch
from caregiver_app.web.wire import NoAnswer, Wire

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

logging.getLogger("urllib3").setLevel(logging.CRITICAL)  # its warnings name whole addresses

_BUFFER = 16_384
_INTERIM = re.compile(rb"HTTP/1\.[01] 1(?!01)\d\d(?:\s|$)")  # 101 is no interim answer but another protocol


class Link:
    """One request and its answer over a wire."""

    def __init__(self, wire: Wire, watch: Watch, limits: Limits) -> None:
        self._ends = _Ends(wire, watch, limits.head_bytes)
        self._limits = limits
        self._response: HTTPResponse | None = None
        self._is_whole = False

    def ask(self, address: Address, headers: Mapping[str, str]) -> None:
        """Send a GET and read the answer's head.

        Raises:
            NoAnswer: the connection ended, or was ended already.
            WebError: PROTOCOL, TRUNCATED, TLS or TIMEOUT.
            Cancelled: the person pressed stop.
        """
        connection = _Connection(address, self._ends)
        try:
            connection.request("GET", address.target, headers=headers, preload_content=False, decode_content=False)
            self._response = connection.getresponse()
        except (HTTPError, http.client.HTTPException, OSError):
            raise self._translate() from None
        if self._ends.raw.has_ended:  # http.client takes a head cut off between two headers for a whole one
            raise WebError(WebTrouble.TRUNCATED)
        self._ends.raw.head_is_read = True
        self._check_framing()

    @property
    def status(self) -> int:
        """The status number."""
        return self._answer.status

    @property
    def headers(self) -> dict[str, str]:
        """Every header by its lower-case name; those given several times joined (RFC 9110 section 5.3)."""
        return {name.lower(): value.strip(" \t") for name, value in self._answer.headers.items()}

    @property
    def last_headers(self) -> dict[str, str]:
        """Every header by its lower-case name, the last value of each."""
        return {name.lower(): value.strip(" \t") for name, value in self._answer.headers.iteritems()}

    def pieces(self) -> Iterator[bytes]:
        """Yield the body as it comes, still encoded.

        Raises:
            WebError: TRUNCATED, PROTOCOL, TLS, TIMEOUT, or TOO_LARGE over the bound.
            Cancelled: the person pressed stop.
        """
        if (self._answer.length_remaining or 0) > self._limits.body_bytes:
            raise WebError(WebTrouble.TOO_LARGE)
        received = 0
        while piece := self._read():
            received += len(piece)
            if received > self._limits.body_bytes:
                raise WebError(WebTrouble.TOO_LARGE)
            yield piece
        self._is_whole = True

    def drain(self) -> None:
        """Read an answer that nobody wants, if that is done in a moment, so that its wire can serve again."""
        self._ends.raw.watch = self._ends.raw.watch.tightened(self._limits.drain_s)
        room = self._limits.drain_bytes
        if (self._answer.length_remaining or 0) > room:
            return
        with suppress(WebError):
            for piece in self.pieces():
                room -= len(piece)
                if room < 0:
                    return

    def skip_body(self) -> None:
        """Say that no body was looked for: a 304 has none, whatever came with it."""
        self._is_whole = True

    def finish(self) -> bool:
        """Be done with the answer and return whether its wire can serve again: nothing is left over on it."""
        if self._response is None:
            return False
        self._response.close()
        return self._is_whole and not self._ends.raw.has_leftover and self._stays_open()

    @property
    def _answer(self) -> HTTPResponse:
        if self._response is None:
            raise RuntimeError("no answer was read")
        return self._response

    def _read(self) -> bytes:
        try:
            return self._answer.read1(self._limits.piece_bytes, decode_content=False)
        except (HTTPError, http.client.HTTPException, OSError):
            raise self._translate() from None

    def _check_framing(self) -> None:
        coding = self.headers.get("transfer-encoding", "chunked").lower()
        if coding != "chunked" or self.status < 200:
            raise WebError(WebTrouble.PROTOCOL)

    def _stays_open(self) -> bool:
        """Return whether both sides keep the connection (RFC 9112 section 9.3) and agree where the answer ended."""
        words = {word.strip().lower() for word in self.headers.get("connection", "").split(",")}
        is_kept = "close" not in words if self._answer.version == 11 else "keep-alive" in words
        is_chunked = "transfer-encoding" in self.headers
        if self.status == 304:  # one that announces a body may go on to send it, whatever the standard says
            return is_kept and not is_chunked and self.headers.get("content-length", "0") == "0"
        return is_kept and is_chunked != ("content-length" in self.headers)

    def _translate(self) -> Exception:
        """Return what went wrong, told by the wire rather than by the many errors of two libraries."""
        raw = self._ends.raw
        if isinstance(raw.trouble, ssl.SSLError):
            return WebError(WebTrouble.TLS, detail=raw.trouble.reason or "")
        if raw.trouble is None and not raw.has_ended:
            return WebError(WebTrouble.PROTOCOL)
        return WebError(WebTrouble.TRUNCATED) if raw.received_bytes else NoAnswer()


class _Raw(io.RawIOBase):
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


class _Stream(io.BufferedReader):
    """What http.client reads from. It closes this where it believes the answer to end."""

    def __init__(self, raw: _Raw) -> None:
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


class _Ends:
    """What urllib3 and http.client ask of a socket. Closing it leaves the wire to its owner."""

    def __init__(self, wire: Wire, watch: Watch, head_bytes: int) -> None:
        self.raw = _Raw(wire, watch, head_bytes)
        self._wire = wire
        self._watch = watch

    def sendall(self, data: bytes) -> None:
        """Send everything."""
        try:
            self._wire.send_all(data, self._watch)
        except OSError as trouble:
            self.raw.trouble = trouble
            raise

    def makefile(self, _mode: str) -> _Stream:
        """Return the stream of what comes back."""
        return _Stream(self.raw)

    def settimeout(self, _seconds: object) -> None:
        """Leave it to the watch."""

    def close(self) -> None:
        """Leave it to the wire's owner."""


class _Connection(HTTPConnection):
    """urllib3's connection over a wire that is open already."""

    def __init__(self, address: Address, ends: _Ends) -> None:
        super().__init__(address.host, address.port)
        self.sock = cast("socket.socket", ends)

    def connect(self) -> None:
        """Never: connections are opened by `web.dial` alone.

        Raises:
            RuntimeError: always.
        """
        raise RuntimeError("a connection would open itself")
