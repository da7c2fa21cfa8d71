"""A web server on loopback that says exactly what a test scripts, right or wrong, and keeps all it was asked.

It answers one thread a connection, on 127.0.0.1 and on further loopback addresses that stand for other hosts. It never
listens anywhere else and never waits for a time where an event will do.
"""

from __future__ import annotations

import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from types import TracebackType
from typing import Self

_PATIENCE_S = 30.0  # a test that waits longer has failed
_NOW_AND_THEN_S = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is sent back. `raw` replaces the whole answer; the rest shapes an honest one, or bends it.

    `wait_for` holds back the first byte until it is set; `pause_after` sends so many bytes of the whole answer, then
    waits for `resume`. `drip_bytes` sends pieces of that size, `drip_every_s` apart. `length` is a Content-Length that
    may lie; without `framed` there is none. `chunks` replaces `body`. `reset` ends the connection with RST, `close`
    with FIN, else it stays open for the next request.
    """

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] | Sequence[tuple[str, str]] = ()
    reason: str | None = None
    raw: bytes | None = None
    length: int | None = None
    chunks: Sequence[bytes] | None = None
    framed: bool = True
    wait_for: threading.Event | None = None
    pause_after: int | None = None
    resume: threading.Event = field(default_factory=threading.Event)
    drip_bytes: int | None = None
    drip_every_s: float = 0.01
    close: bool = False
    reset: bool = False

    def wire_bytes(self) -> bytes:
        """Return the answer as it goes over the wire."""
        if self.raw is not None:
            return self.raw
        body = self.body if self.chunks is None else _chunked(self.chunks)
        return self._head().encode("latin-1") + body

    def _head(self) -> str:
        reason = HTTPStatus(self.status).phrase if self.reason is None else self.reason
        pairs = list(self.headers.items() if isinstance(self.headers, Mapping) else self.headers)
        if self.chunks is not None:
            pairs.append(("Transfer-Encoding", "chunked"))
        elif self.framed and self.status not in (204, 304):
            pairs.append(("Content-Length", str(len(self.body) if self.length is None else self.length)))
        lines = [f"HTTP/1.1 {self.status} {reason}", *(f"{name}: {value}" for name, value in pairs)]
        return "\r\n".join(lines) + "\r\n\r\n"


def _chunked(chunks: Iterable[bytes]) -> bytes:
    return b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks) + b"0\r\n\r\n"


@dataclass(slots=True, kw_only=True)
class SeenRequest:
    """One request as it came in. `connection` counts connections from 1; `answered_bytes` is what went back for it."""

    raw: bytes
    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    reached: str
    peer: tuple[str, int]
    connection: int
    answered_bytes: int = 0

    @property
    def path(self) -> str:
        """The target without its query."""
        return self.target.partition("?")[0]

    def header(self, name: str) -> str | None:
        """Return the first value of a header, whatever the case of its name."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)


Script = Answer | Sequence[Answer] | Callable[[SeenRequest], Answer]


def conditional(body: bytes, *, etag: str = '"v1"', headers: Mapping[str, str] | None = None) -> Script:
    """Return a script that gives `body` with its ETag, and 304 to who names that ETag."""
    sent = {**(headers or {}), "ETag": etag}

    def script(request: SeenRequest) -> Answer:
        if request.header("If-None-Match") == etag:
            return Answer(status=304, headers=sent)
        return Answer(body=body, headers=sent)

    return script


class ScriptedServer:
    """Use as a context manager. Paths without a script answer 404; the last of several answers repeats."""

    def __init__(self, *, also: Sequence[str] = (), tls: ssl.SSLContext | None = None) -> None:
        self._tls = tls
        self._listeners = _listen(("127.0.0.1", *also))
        self.port: int = self._listeners[0].getsockname()[1]
        self.requests: list[SeenRequest] = []
        self.tls_failures: list[str] = []
        self.connections = 0
        self.open_now = 0
        self.most_open = 0
        self._scripts: dict[str, Script] = {}
        self._turns: dict[str, int] = {}
        self._changed = threading.Condition()
        self._closing = threading.Event()
        self._open: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []

    def __enter__(self) -> Self:
        for listener in self._listeners:
            self._start(self._accept, listener)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def url(self, path: str = "/", host: str = "127.0.0.1", scheme: str | None = None) -> str:
        """Return the address of `path`; `host` may be another address of this server or a name that leads to it."""
        return f"{scheme or ('https' if self._tls else 'http')}://{host}:{self.port}{path}"

    def answer(self, path: str, script: Script) -> None:
        """Say what is answered to `path` from now on: one answer, several in turn, or a function of the request."""
        with self._changed:
            self._scripts[path] = script
            self._turns[path] = 0

    def seen(self, path: str) -> list[SeenRequest]:
        """Return the requests for `path` so far."""
        with self._changed:
            return [request for request in self.requests if request.path == path]

    def wait_until(self, holds: Callable[[Self], bool]) -> None:
        """Wait until `holds(server)`; asked whenever something happens here, and now and then besides."""
        with self._changed:
            for _ in range(int(_PATIENCE_S / _NOW_AND_THEN_S)):
                if self._changed.wait_for(lambda: holds(self), _NOW_AND_THEN_S):
                    return
        raise AssertionError("the server never saw it")

    def close(self) -> None:
        """Stop listening and end every connection."""
        self._closing.set()
        for listener in self._listeners:
            _end(listener)
        with self._changed:
            still_open = list(self._open)
        for connection in still_open:
            _end(connection)
        for thread in self._threads:
            thread.join(_PATIENCE_S)

    def _start(self, work: Callable[..., None], *args: object) -> None:
        thread = threading.Thread(target=work, args=args, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self, listener: socket.socket) -> None:
        while not self._closing.is_set():
            try:
                connection, peer = listener.accept()
            except OSError:
                return
            with self._changed:
                self.connections += 1
                self.open_now += 1
                self.most_open = max(self.most_open, self.open_now)
                self._open.add(connection)
                self._changed.notify_all()
                number = self.connections
            self._start(self._serve, connection, peer, number)

    def _serve(self, connection: socket.socket, peer: tuple[str, int], number: int) -> None:
        stream = connection
        try:
            reached = connection.getsockname()[0]
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if self._tls is not None:
                stream = self._tls.wrap_socket(connection, server_side=True)
            self._converse(stream, reached, peer, number)
        except ssl.SSLError as trouble:
            self.tls_failures.append(str(trouble.reason))
        except OSError:
            pass  # the other side left, which many tests are about
        finally:
            self._forget(connection, stream)

    def _forget(self, connection: socket.socket, stream: socket.socket) -> None:
        for end in (stream, connection):
            _end(end)
        with self._changed:
            self.open_now -= 1
            self._open.discard(connection)
            self._changed.notify_all()

    def _converse(self, stream: socket.socket, reached: str, peer: tuple[str, int], number: int) -> None:
        with self._changed:
            self._open.add(stream)
        pending = b""
        while not self._closing.is_set():
            head, pending = _read_head(stream, pending)
            if not head:
                return
            request = _parse(head, reached, peer, number)
            answer = self._note(request)
            self._send(stream, answer, request)
            if answer.reset:
                _reset(stream)
            if answer.close or answer.reset:
                return

    def _note(self, request: SeenRequest) -> Answer:
        with self._changed:
            self.requests.append(request)
            self._changed.notify_all()
            script = self._scripts.get(request.path, Answer(status=404))
            turn = self._turns.get(request.path, 0)
            self._turns[request.path] = turn + 1
        if isinstance(script, Answer):
            return script
        return script(request) if callable(script) else script[min(turn, len(script) - 1)]

    def _send(self, stream: socket.socket, answer: Answer, request: SeenRequest) -> None:
        data = answer.wire_bytes()
        if answer.wait_for is not None:
            self._wait(answer.wait_for)
        cut = len(data) if answer.pause_after is None else answer.pause_after
        self._send_pieces(stream, data[:cut], answer, request)
        if answer.pause_after is not None:
            self._wait(answer.resume)
            self._send_pieces(stream, data[cut:], answer, request)

    def _send_pieces(self, stream: socket.socket, data: bytes, answer: Answer, request: SeenRequest) -> None:
        step = answer.drip_bytes or 65_536
        for start in range(0, len(data), step):
            piece = data[start : start + step]
            request.answered_bytes += len(piece)  # before, so that who has read it all finds it counted
            stream.sendall(piece)
            if answer.drip_bytes is not None and self._closing.wait(answer.drip_every_s):
                return

    def _wait(self, event: threading.Event) -> None:
        """Wait for the test's event, or for the end of the server."""
        while not event.wait(0.02):
            if self._closing.is_set():
                return


def _listen(addresses: Sequence[str]) -> list[socket.socket]:
    listeners = [socket.create_server((addresses[0], 0), backlog=128)]
    port = listeners[0].getsockname()[1]
    listeners.extend(socket.create_server((address, port), backlog=128) for address in addresses[1:])
    return listeners


def _read_head(stream: socket.socket, pending: bytes) -> tuple[bytes, bytes]:
    while b"\r\n\r\n" not in pending:
        data = stream.recv(65_536)
        if not data:
            return b"", b""
        pending += data
    head, _, rest = pending.partition(b"\r\n\r\n")
    return head + b"\r\n\r\n", rest


def _parse(head: bytes, reached: str, peer: tuple[str, int], connection: int) -> SeenRequest:
    first, *lines = head.decode("latin-1").rstrip("\r\n").split("\r\n")
    method, target, _ = first.split(" ", 2)
    headers = tuple((name, value.strip()) for name, _, value in (line.partition(":") for line in lines))
    return SeenRequest(
        raw=head, method=method, target=target, headers=headers, reached=reached, peer=peer, connection=connection
    )


def _reset(stream: socket.socket) -> None:
    stream.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    stream.close()


def _end(stream: socket.socket) -> None:
    with suppress(OSError):
        socket.socket.shutdown(
            stream, socket.SHUT_RDWR
        )  # wakes whoever waits on it; a TLS stream would first take leave
    stream.close()
