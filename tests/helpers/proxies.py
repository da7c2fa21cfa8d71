"""A proxy on loopback, in HTTP (CONNECT) or SOCKS 5, that leads names where a test says, or misbehaves as it says.

It never connects anywhere but to loopback and never waits for a time where an event will do.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Mapping
from contextlib import suppress
from types import TracebackType
from typing import Self

Place = tuple[str, int]


class LittleProxy:
    """Use as a context manager. `places` are where names lead; `asked` is what it was asked for, as `host:port`.

    `login` is the name and password that it wants. `says` replaces its answer to the request, whatever that was;
    `greets` replaces the first answer in SOCKS. `drips` holds back all but the first byte of the answer, for ever.
    """

    def __init__(
        self,
        places: Mapping[str, Place],
        *,
        socks: bool = False,
        login: tuple[str, str] | None = None,
        says: bytes | None = None,
        greets: bytes | None = None,
        drips: bool = False,
    ) -> None:
        self.asked: list[str] = []
        self.was_asked = threading.Event()
        self.heads: list[bytes] = []
        self.logins: list[tuple[str, str]] = []
        self._places = dict(places)
        self._socks = socks
        self._login = login
        self._says = says
        self._greets = greets
        self._drips = drips
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._open: set[socket.socket] = set()
        self._closing = threading.Event()
        self._threads = [threading.Thread(target=self._accept, daemon=True)]

    @property
    def port(self) -> int:
        """Where it listens, on 127.0.0.1."""
        return int(self._listener.getsockname()[1])

    def address(self, login: str = "") -> str:
        """Return what a person would type."""
        scheme = "socks5h" if self._socks else "http"
        return f"{scheme}://{f'{login}@' if login else ''}127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        self._threads[0].start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.set()
        for sock in (self._listener, *list(self._open)):
            _end(sock)
        for thread in self._threads:
            thread.join(30)

    def _accept(self) -> None:
        while not self._closing.is_set():
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            self._open.add(near)
            self._start(self._serve, near)

    def _start(self, work: object, *args: object) -> None:
        assert callable(work)
        thread = threading.Thread(target=work, args=args, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _serve(self, near: socket.socket) -> None:
        with suppress(OSError, ValueError):
            far = self._lead_by_socks(near) if self._socks else self._lead_by_http(near)
            if far is not None:
                self._start(_pump, far, near)
                _pump(near, far)
        _end(near)

    def _lead_by_http(self, near: socket.socket) -> socket.socket | None:
        head = b""
        while b"\r\n\r\n" not in head:
            data = near.recv(65_536)
            if not data:
                return None
            head += data
        self.heads.append(head)
        self.asked.append(head.split(b" ")[1].decode())
        far = self._connect(self.asked[-1].rpartition(":")[0])
        wanted = b"HTTP/1.1 200 Connection established\r\n\r\n" if far else b"HTTP/1.1 502 Bad Gateway\r\n\r\n"
        self._answer(near, wanted if self._says is None else self._says)
        return far

    def _lead_by_socks(self, near: socket.socket) -> socket.socket | None:
        if not self._greet(near):
            return None
        version, command, _, kind, length = _exactly(near, 5)
        host = _exactly(near, length).decode()
        port = int.from_bytes(_exactly(near, 2), "big")
        assert (version, command, kind) == (5, 1, 3), "only names, only connections"
        self.asked.append(f"{host}:{port}")
        far = self._connect(host)
        wanted = bytes([5, 0 if far else 4, 0, 1, 0, 0, 0, 0, 0, 0])
        self._answer(near, wanted if self._says is None else self._says)
        return far

    def _greet(self, near: socket.socket) -> bool:
        _, count = _exactly(near, 2)
        offered = _exactly(near, count)
        way = 2 if self._login else 0
        accepted = way in offered
        near.sendall(self._greets if self._greets is not None else bytes([5, way if accepted else 0xFF]))
        if accepted and self._login:
            _, length = _exactly(near, 2)
            user = _exactly(near, length).decode()
            password = _exactly(near, _exactly(near, 1)[0]).decode()
            self.logins.append((user, password))
            near.sendall(bytes([1, 0 if (user, password) == self._login else 1]))
            accepted = (user, password) == self._login
        return accepted

    def _connect(self, host: str) -> socket.socket | None:
        place = self._places.get(host)
        if place is None:
            return None
        far = socket.create_connection(place)
        self._open.add(far)
        return far

    def _answer(self, near: socket.socket, data: bytes) -> None:
        self.was_asked.set()
        near.sendall(data[:1] if self._drips else data)
        while self._drips and not self._closing.wait(0.02):
            pass


def _exactly(sock: socket.socket, count: int) -> bytes:
    data = b""
    while len(data) < count:
        more = sock.recv(count - len(data))
        if not more:
            raise ValueError("ended")
        data += more
    return data


def _pump(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(65_536):
            target.sendall(data)
    for sock in (source, target):
        _end(sock)


def _end(sock: socket.socket) -> None:
    with suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)
    sock.close()
