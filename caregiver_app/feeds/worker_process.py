"""One process that reads documents, and the wire to it. It starts by `spawn` and keeps nothing of this process."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection

from caregiver_app.feeds.jobs import MAX_ANSWER_BYTES, READY
from caregiver_app.model.errors import Cancelled, CaregiverError, FeedError, FeedTrouble

_START_S = 60.0
"""How long a process may take to start and load what it needs: a busy disk may be slow."""

_LAST_BREATH_S = 2.0  # how long a process that ends may take to be gone


class WorkerProcess:
    """One process and the wire to it. Only the thread that took it from the pool asks; anyone may kill."""

    def __init__(self) -> None:
        from caregiver_app.feeds.worker import work

        context = multiprocessing.get_context("spawn")
        self._wire, far_end = context.Pipe()
        self._process = context.Process(target=work, args=(far_end,), name="caregiver-reader", daemon=True)
        self._why: CaregiverError | None = None
        self._ended = False
        self._is_ready = False
        self._lock = threading.Lock()
        try:
            self._process.start()
        except OSError:
            self._wire.close()
            raise
        finally:
            far_end.close()  # ours would keep the wire open after the worker's end

    @property
    def is_sound(self) -> bool:
        """True while nothing has gone wrong with it. One that has no job has nothing to say: only its end would do."""
        with self._lock:
            return self._why is None and not self._ended and not _has_word(self._wire)

    def ask(self, head: bytes, body: bytes, deadline_s: float) -> bytes:
        """Send a job and wait for the answer, however slowly it is taken or given.

        Raises:
            FeedError: TIMEOUT or CRASHED.
            Cancelled: somebody else ended the worker.
        """
        try:
            if not self._is_ready:
                self._await_start()
            with self._at_most(deadline_s):
                return _exchange(self._wire, head, body)
        except (OSError, EOFError):
            self._process.join(_LAST_BREATH_S)
            raise self.give_up(FeedError(FeedTrouble.CRASHED, f"exit {self._process.exitcode}")) from None

    def _await_start(self) -> None:
        with self._at_most(_START_S):
            self._is_ready = self._wire.recv_bytes(len(READY)) == READY
        if not self._is_ready:
            raise EOFError

    @contextmanager
    def _at_most(self, seconds: float) -> Iterator[None]:
        """End the process when a block takes longer."""
        watch = threading.Timer(seconds, self.kill, (FeedError(FeedTrouble.TIMEOUT, f"{seconds:g} s"),))
        watch.daemon = True
        watch.start()
        try:
            yield
        finally:
            watch.cancel()

    def kill(self, why: CaregiverError) -> None:
        """End the process at once; the first reason given is the one that counts."""
        with self._lock:
            self._why = self._why or why
            if not self._ended:
                self._process.kill()

    def give_up(self, why: CaregiverError) -> CaregiverError:
        """End the process and return the reason that counts, which is `why` unless somebody had one before."""
        self.kill(why)
        return self._why or why

    def end(self) -> None:
        """End the process and let go of all that belongs to it."""
        self.kill(Cancelled())
        with self._lock:
            self._ended = True
        self._wire.close()
        self._process.join(_LAST_BREATH_S)
        if self._process.exitcode is not None:
            self._process.close()


def start_worker() -> WorkerProcess:
    """Return a worker that has been started.

    Raises:
        FeedError: the system has no process to give.
    """
    try:
        return WorkerProcess()
    except OSError as error:
        raise FeedError(FeedTrouble.CRASHED, "no process") from error


def _has_word(wire: Connection[object, object]) -> bool:
    """Return True where something can be read, be it the end."""
    try:
        return wire.poll()
    except OSError:
        return True


def _exchange(wire: Connection[object, object], head: bytes, body: bytes) -> bytes:
    wire.send_bytes(head)
    wire.send_bytes(body)
    return wire.recv_bytes(MAX_ANSWER_BYTES)
