"""HTTP over a wire: urllib3 writes the request and reads the answer, the wire bounds every byte and every wait.

It opens nothing, follows nothing, decodes nothing and retries nothing. The import takes a seventh of a second, so only
a fetch pays for it.
"""

from __future__ import annotations

import http.client
import logging
import socket
import ssl
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import cast

from urllib3.connection import HTTPConnection
from urllib3.exceptions import HTTPError
from urllib3.response import HTTPResponse

from caregiver_app.model.errors import WebError, WebTrouble
from caregiver_app.web.addresses import Address
from caregiver_app.web.limits import Limits
from caregiver_app.web.stream import SocketFace
from caregiver_app.web.watch import Watch
from caregiver_app.web.wire import NoAnswer, Wire

logging.getLogger("urllib3").setLevel(logging.CRITICAL)  # its warnings name whole addresses


class Link:
    """One request and its answer over a wire."""

    def __init__(self, wire: Wire, watch: Watch, limits: Limits) -> None:
        self._ends = SocketFace(wire, watch, limits.head_bytes)
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


class _Connection(HTTPConnection):
    """urllib3's connection over a wire that is open already."""

    def __init__(self, address: Address, ends: SocketFace) -> None:
        super().__init__(address.host, address.port)
        self.sock = cast("socket.socket", ends)

    def connect(self) -> None:
        """Never: connections are opened by `web.dial` alone.

        Raises:
            RuntimeError: always.
        """
        raise RuntimeError("a connection would open itself")
