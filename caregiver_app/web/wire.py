"""One open connection, plain or TLS: bytes in, bytes out, counted, and never a wait beyond the watch."""

from __future__ import annotations

import select
import socket
import ssl
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial

from caregiver_app.web.watch import Stop, Watch


class NoAnswer(Exception):
    """The connection ended before the first byte of an answer."""


def wait_for(sock: socket.socket, watch: Watch, *, to_write: bool) -> None:
    """Wait until `sock` may be read or written, or until it is time to look at the watch again.

    Raises:
        Cancelled: the person pressed stop.
        WebError: TIMEOUT.
    """
    seconds = watch.wait_s()
    if sys.platform == "win32":  # no poll() there, and a select() that takes any descriptor
        select.select([] if to_write else [sock], [sock] if to_write else [], [sock], seconds)
    else:
        poll = select.poll()
        poll.register(sock, select.POLLOUT if to_write else select.POLLIN)
        poll.poll(seconds * 1000)
    watch.check()


class Wire:
    """A connected non-blocking socket. One thread uses it at a time; any thread may interrupt it."""

    def __init__(self, sock: socket.socket, stop: Stop) -> None:
        self.sent_bytes = 0
        self.received_bytes = 0
        self._socket = sock
        self._stop = stop
        stop.add(self)

    def send_all(self, data: bytes, watch: Watch) -> None:
        """Send everything.

        Raises:
            OSError: the connection broke.
            Cancelled: the person pressed stop.
            WebError: TIMEOUT.
        """
        left = memoryview(data)
        while left:
            count = self._patiently(partial(self._socket.send, left), watch, to_write=True)
            self.sent_bytes += count
            left = left[count:]

    def receive_into(self, buffer: memoryview, watch: Watch) -> int:
        """Receive what is there, at least one byte, 0 at the end of the connection.

        Raises:
            OSError: the connection broke.
            Cancelled: the person pressed stop.
            WebError: TIMEOUT.
        """
        watch.check()
        count = self._patiently(partial(self._socket.recv_into, buffer), watch, to_write=False)
        self.received_bytes += count
        if count == 0:
            watch.check_stop()  # an interrupted connection looks ended
        return count

    def is_quiet(self) -> bool:
        """Return whether the connection is open and the server said nothing unasked: only then it may serve again."""
        try:
            self._socket.recv(1)
        except (BlockingIOError, ssl.SSLWantReadError):
            return True
        except OSError:
            return False
        return False

    def interrupt(self) -> None:
        """End the connection for whoever waits on it."""
        with suppress(OSError):
            socket.socket.shutdown(
                self._socket, socket.SHUT_RDWR
            )  # not the TLS one, which is no thread's but its user's

    def give_away(self) -> socket.socket:
        """Return the connection for another wire to be made of; this one is used no more."""
        self._stop.remove(self)
        return self._socket

    def close(self) -> None:
        """Close the connection."""
        self._stop.remove(self)
        with suppress(OSError):
            self._socket.close()

    def _patiently(self, attempt: Callable[[], int], watch: Watch, *, to_write: bool) -> int:
        while True:
            try:
                return attempt()
            except ssl.SSLWantReadError:
                wait_for(self._socket, watch, to_write=False)
            except ssl.SSLWantWriteError:
                wait_for(self._socket, watch, to_write=True)
            except BlockingIOError:
                wait_for(self._socket, watch, to_write=to_write)
            except OSError:
                watch.check_stop()  # an interrupted connection looks broken
                raise
