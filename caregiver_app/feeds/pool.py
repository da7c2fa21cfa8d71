"""Reads documents in processes of their own, which are killed and replaced when a document hangs or breaks them.

Workers start when the first document comes, by `spawn`, and keep nothing of this process. They are no boundary by
themselves; what they answer is checked in `worker_messages`. All that has to do with reading is imported with the first
job: most updates bring nothing to be read.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from types import TracebackType
from typing import Protocol, Self, TypeVar

from caregiver_app.feeds.jobs import (
    MAX_BODY_BYTES,
    MAX_PAGE_BYTES,
    PageJob,
    ParseJob,
    UnsoundAnswerError,
)
from caregiver_app.feeds.pictures import MAX_BYTES as MAX_PICTURE_BYTES
from caregiver_app.feeds.worker_process import WorkerProcess, start_worker
from caregiver_app.model.entry import ParsedFeed, SafeHtml
from caregiver_app.model.errors import Cancelled, FeedError, FeedTrouble
from caregiver_app.model.offline import Picture

Made = TypeVar("Made")


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

    The time that a worker takes to start is not counted against its first document.

    Use as a context manager or `close` it.
    """

    def __init__(self, size: int = 1, deadline_s: float = 20.0) -> None:
        self._deadline_s = deadline_s
        self._free = threading.BoundedSemaphore(size)
        self._lock = threading.Lock()
        self._idle: list[WorkerProcess] = []
        self._busy: set[WorkerProcess] = set()
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

    def render_text(self, body: bytes) -> SafeHtml:
        """Make Markdown of a pack harmless HTML in a worker. Raises as `parse` does, TOO_DEEP where it is tangled."""
        from caregiver_app.feeds.text_messages import MAX_TEXT_BYTES, html_from, text_head

        if len(body) > MAX_TEXT_BYTES:
            raise FeedError(FeedTrouble.TOO_LARGE, str(len(body)))
        return self._ask(text_head(), body, html_from)

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

    def _take(self) -> WorkerProcess:
        with self._lock:
            if self._closed:
                raise Cancelled
            worker = self._sound_one() or start_worker()
            self._busy.add(worker)
        return worker

    def _sound_one(self) -> WorkerProcess | None:
        """Return an idle worker; one that the system ended meanwhile is no fault of the next document."""
        while self._idle:
            worker = self._idle.pop()
            if worker.is_sound:
                return worker
            worker.end()
        return None

    def _give_back(self, worker: WorkerProcess) -> None:
        with self._lock:
            self._busy.discard(worker)
            keep = worker.is_sound and not self._closed
            if keep:
                self._idle.append(worker)
        if not keep:
            worker.end()
