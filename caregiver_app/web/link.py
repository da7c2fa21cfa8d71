"""One request and its answer over a wire. It opens nothing, follows nothing, decodes nothing and retries nothing."""

from __future__ import annotations

import ssl
from collections.abc import Iterator, Mapping
from contextlib import suppress

from caregiver_app.model.errors import WebError, WebTrouble
from caregiver_app.web.chunks import Unchunker
from caregiver_app.web.heads import Head, end_of_head, parse_head
from caregiver_app.web.limits import Limits
from caregiver_app.web.watch import Watch
from caregiver_app.web.wire import NoAnswer, Wire

_HEAD_PIECE_BYTES = 8_192  # most answers that bring nothing new are less than one of these


class Link:
    """One request and its answer over a wire."""

    def __init__(self, wire: Wire, watch: Watch, limits: Limits) -> None:
        self._wire = wire
        self._watch = watch
        self._limits = limits
        self._before = wire.received_bytes
        self._unread = bytearray()
        self._head: Head | None = None
        self._is_whole = False
        self._has_leftover = False

    @property
    def head(self) -> Head:
        """The answer's head, once it was asked for."""
        if self._head is None:
            raise RuntimeError("no answer was read")
        return self._head

    @property
    def has_unread(self) -> bool:
        """Whether more than the head has come already."""
        return bool(self._unread)

    def ask(self, first_line: str, headers: Mapping[str, str]) -> None:
        """Send a request without a body and read the answer's head.

        Raises:
            NoAnswer: the connection ended, or was ended already.
            WebError: PROTOCOL, TRUNCATED, TLS or TIMEOUT.
            Cancelled: the person pressed stop.
        """
        try:
            self._wire.send_all(_request(first_line, headers), self._watch)
        except OSError as trouble:
            raise self._translate(trouble) from None
        room = self._limits.head_bytes
        while self._head is None:
            data, room = self._read_head(room)
            head = parse_head(data, headers=self._limits.headers)
            if head.status == 101:  # no interim answer but another protocol
                raise WebError(WebTrouble.PROTOCOL)
            if head.status >= 200:  # those before are interim answers (RFC 9110 section 15.2)
                self._head = head

    def pieces(self) -> Iterator[bytes]:
        """Yield the body as it comes, still encoded.

        Raises:
            WebError: TRUNCATED, PROTOCOL, TLS, TIMEOUT, or TOO_LARGE over the bound.
            Cancelled: the person pressed stop.
        """
        if (self.head.length or 0) > self._limits.body_bytes:
            raise WebError(WebTrouble.TOO_LARGE)
        received = 0
        for piece in self._chunked() if self._is_in_chunks else self._plain(self.head.length):
            received += len(piece)
            if received > self._limits.body_bytes:
                raise WebError(WebTrouble.TOO_LARGE)
            yield piece
        self._is_whole = True

    def drain(self) -> None:
        """Read an answer that nobody wants, if that is done in a moment, so that its wire can serve again."""
        self._watch = self._watch.tightened(self._limits.drain_s)
        room = self._limits.drain_bytes
        if (self.head.length or 0) > room:
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
        """Return whether the wire can serve again: the answer was read, and nothing is left over on it."""
        if self._head is None or not self._is_whole:
            return False
        return not (self._has_leftover or self._unread) and self._head.stays_open

    @property
    def _is_in_chunks(self) -> bool:
        return self.head.is_chunked and self.head.length is None

    def _read_head(self, room: int) -> tuple[bytes, int]:
        """Return the next head and what is left of the bound of all heads together."""
        end = seen = 0
        while not end:
            if self._unread:
                end = end_of_head(self._unread, seen)
                seen = len(self._unread)
            if (end or len(self._unread)) > room:
                raise WebError(WebTrouble.PROTOCOL, detail="head")
            if not end and not self._receive():
                raise self._ended()
        data = bytes(self._unread[:end])
        del self._unread[:end]
        return data, room - end

    def _plain(self, length: int | None) -> Iterator[bytes]:
        left = length
        while left is None or left > 0:
            if not self._unread and not self._receive():
                if left is None:
                    return
                raise WebError(WebTrouble.TRUNCATED)
            piece = bytes(self._unread if left is None else self._unread[:left])
            del self._unread[: len(piece)]
            left = None if left is None else left - len(piece)
            yield piece

    def _chunked(self) -> Iterator[bytes]:
        chunks = Unchunker(self._limits.framing_bytes)
        while True:
            piece = chunks.take(self._unread)
            self._unread.clear()
            if piece:
                yield piece
            if chunks.has_ended:
                break
            if not self._receive():
                if not chunks.has_all_data:
                    raise WebError(WebTrouble.TRUNCATED)
                break
        self._has_leftover = chunks.leftover

    def _receive(self) -> bool:
        """Take in what is there; False at the end of the connection."""
        buffer = bytearray(_HEAD_PIECE_BYTES if self._head is None else self._limits.piece_bytes)
        try:
            count = self._wire.receive_into(memoryview(buffer), self._watch)
        except OSError as trouble:
            raise self._translate(trouble) from None
        self._unread += memoryview(buffer)[:count]
        return count > 0

    def _ended(self) -> Exception:
        return WebError(WebTrouble.TRUNCATED) if self._wire.received_bytes > self._before else NoAnswer()

    def _translate(self, trouble: OSError) -> Exception:
        if isinstance(trouble, ssl.SSLError):
            return WebError(WebTrouble.TLS, detail=trouble.reason or "")
        return self._ended()


def _request(first_line: str, headers: Mapping[str, str]) -> bytes:
    lines = [f"{first_line} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
    text = "\r\n".join(lines) + "\r\n\r\n"
    if text.count("\r") != len(lines) + 1 or text.count("\n") != len(lines) + 1 or "\0" in text:
        raise RuntimeError("a line of a request would end early")
    return text.encode("latin-1")
