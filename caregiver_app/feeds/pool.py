"""Reads documents in processes of their own, which are killed and replaced when a document hangs or breaks them.

Workers start when the first document comes, by `spawn`, and keep nothing of this process. They are no boundary by
themselves; what they answer is checked in `worker_messages`. All that has to do with reading is imported with the first
job: most updates bring nothing to be read.
"""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Protocol, Self, TypeVar

from caregiver_app.feeds.jobs import (
    MAX_ANSWER_BYTES,
    MAX_BODY_BYTES,
    MAX_PAGE_BYTES,
    PageJob,
    ParseJob,
    UnsoundAnswerError,
)
from caregiver_app.feeds.pictures import MAX_BYTES as MAX_PICTURE_BYTES
from caregiver_app.model.entry import ParsedFeed
from caregiver_app.model.errors import Cancelled, CaregiverError, FeedError, FeedTrouble
from caregiver_app.model.offline import Picture

Made = TypeVar("Made")

_LAST_BREATH_S = 2.0  # how long a process that ends may take to be gone


class Parser(Protocol):
    """Reads documents; safe to call from many threads."""

    def parse(self, job: ParseJob) -> ParsedFeed:
        """Return what a document says.

        Raises:
            FeedError: it is no usable feed, or reading it failed.
            Cancelled: `cancel` was called meanwhile.
        """
        ...

    def read_page(self, job: PageJob) -> ParsedFeed:
        """Return the main text of a web page as a feed with one entry. Raises as `parse` does."""
        ...

    def remake_picture(self, body: bytes) -> Picture:
        """Return a picture made anew without anything but its points. Raises as `parse` does."""
        ...

    def cancel(self) -> None:
        """End all reading under way at once."""
        ...


class ParserPool:
    """At most `size` workers; a document that takes one of them longer than `deadline_s` is given up.

    Use as a context manager or `close` it.
    """

    def __init__(self, size: int = 1, deadline_s: float = 20.0) -> None:
        self._deadline_s = deadline_s
        self._free = threading.BoundedSemaphore(size)
        self._lock = threading.Lock()
        self._idle: list[_Worker] = []
        self._busy: set[_Worker] = set()
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def parse(self, job: ParseJob) -> ParsedFeed:
        """Read a document in a worker; wait for a free one.

        Raises:
            FeedError: it is no usable feed; TIMEOUT or CRASHED when it harmed its worker.
            Cancelled: `cancel` or `close` was called meanwhile, or `close` before.
        """
        if len(job.body) > MAX_BODY_BYTES:
            raise FeedError(FeedTrouble.TOO_LARGE, str(len(job.body)))
        from caregiver_app.feeds.worker_messages import job_head, result_from

        return self._ask(job_head(job), job.body, result_from)

    def read_page(self, job: PageJob) -> ParsedFeed:
        """Read the main text of a web page in a worker, as a feed with one entry. Raises as `parse` does."""
        if len(job.body) > MAX_PAGE_BYTES:
            raise FeedError(FeedTrouble.TOO_LARGE, str(len(job.body)))
        from caregiver_app.feeds.offline_messages import page_from, page_head

        return self._ask(page_head(job), job.body, page_from)

    def remake_picture(self, body: bytes) -> Picture:
        """Make a picture anew in a worker, without anything but its points. Raises as `parse` does."""
        if len(body) > MAX_PICTURE_BYTES:
            raise FeedError(FeedTrouble.TOO_LARGE, str(len(body)))
        from caregiver_app.feeds.offline_messages import picture_from, picture_head

        return self._ask(picture_head(), body, picture_from)

    def _ask(self, head: bytes, body: bytes, read: Callable[[bytes], Made]) -> Made:
        with self._free:
            worker = self._take()
            try:
                return read(worker.ask(head, body, self._deadline_s))
            except UnsoundAnswerError:
                raise worker.give_up(FeedError(FeedTrouble.CRASHED, "unsound answer")) from None
            finally:
                self._give_back(worker)

    def cancel(self) -> None:
        """End all reading under way at once; the pool can be used again."""
        with self._lock:
            busy = tuple(self._busy)
        for worker in busy:
            worker.kill(Cancelled())

    def rest(self) -> None:
        """Let idle workers go, to give back their memory; the next document starts new ones."""
        with self._lock:
            idle, self._idle = self._idle, []
        for worker in idle:
            worker.end()

    def close(self) -> None:
        """End all workers for good."""
        with self._lock:
            self._closed = True
        self.cancel()
        self.rest()

    def _take(self) -> _Worker:
        with self._lock:
            if self._closed:
                raise Cancelled
            worker = self._sound_one() or _new_worker()
            self._busy.add(worker)
        return worker

    def _sound_one(self) -> _Worker | None:
        """Return an idle worker; one that the system ended meanwhile is no fault of the next document."""
        while self._idle:
            worker = self._idle.pop()
            if worker.is_sound:
                return worker
            worker.end()
        return None

    def _give_back(self, worker: _Worker) -> None:
        with self._lock:
            self._busy.discard(worker)
            keep = worker.is_sound and not self._closed
            if keep:
                self._idle.append(worker)
        if not keep:
            worker.end()


class _Worker:
    """One process and the wire to it. Only the thread that took it from the pool asks; anyone may kill."""

    def __init__(self) -> None:
        from caregiver_app.feeds.worker import work

        context = multiprocessing.get_context("spawn")
        self._wire, far_end = context.Pipe()
        self._process = context.Process(target=work, args=(far_end,), name="caregiver-reader", daemon=True)
        self._why: CaregiverError | None = None
        self._ended = False
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
        watch = threading.Timer(deadline_s, self.kill, (FeedError(FeedTrouble.TIMEOUT, f"{deadline_s:g} s"),))
        watch.daemon = True
        watch.start()
        try:
            return _exchange(self._wire, head, body)
        except (OSError, EOFError):
            self._process.join(_LAST_BREATH_S)
            raise self.give_up(FeedError(FeedTrouble.CRASHED, f"exit {self._process.exitcode}")) from None
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


def _new_worker() -> _Worker:
    """Return a worker that has been started.

    Raises:
        FeedError: the system has no process to give.
    """
    try:
        return _Worker()
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
