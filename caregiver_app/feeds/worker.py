"""The process that reads documents. It starts with a clean environment and few rights, and answers in JSON.

It opens no file, no database, no window and no connection. When a document makes it fail in a way that has no name, it
ends: the application starts another.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from multiprocessing.connection import Connection

from caregiver_app.feeds.jobs import MAX_BODY_BYTES, READY
from caregiver_app.feeds.offline_messages import JobKind, answer_to_page, answer_to_picture, kind_of
from caregiver_app.feeds.parse import parse_feed
from caregiver_app.feeds.text_messages import answer_to_text, asks_for_text
from caregiver_app.feeds.worker_messages import answer_of, job_from
from caregiver_app.model.entry import ParsedFeed
from caregiver_app.model.errors import FeedError

MAX_MEMORY_BYTES = 1_000_000_000
MAX_OPEN_FILES = 64
MAX_HEAD_BYTES = 10_000_000

_KEPT_FROM_ENVIRONMENT = ("LANG", "LC_ALL", "LC_CTYPE", "SYSTEMROOT", "TZ", "WINDIR")
_SPARE_CPU_S = 60


def work(connection: Connection) -> None:
    """Say that all is loaded, then answer one job after the other until the application closes its end."""
    confine()
    with suppress(BrokenPipeError):  # nobody is left to hear it: the end comes next
        connection.send_bytes(READY)
    while True:
        try:
            head = connection.recv_bytes(MAX_HEAD_BYTES)
            body = connection.recv_bytes(MAX_BODY_BYTES)
        except EOFError:
            return
        _allow_more_cpu_time()
        connection.send_bytes(_answer(head, body))


def _answer(head: bytes, body: bytes) -> bytes:
    if asks_for_text(head):
        return answer_to_text(body)
    match kind_of(head):
        case JobKind.PAGE:
            return answer_to_page(head, body)
        case JobKind.PICTURE:
            return answer_to_picture(body)
        case JobKind.FEED:
            return _answer_to_feed(head, body)


def _answer_to_feed(head: bytes, body: bytes) -> bytes:
    result: ParsedFeed | FeedError
    try:
        result = parse_feed(job_from(head, body))
    except FeedError as error:
        result = error
    return answer_of(result)


def confine() -> None:
    """Give up what reading documents does not need."""
    kept = {name: os.environ[name] for name in _KEPT_FROM_ENVIRONMENT if name in os.environ}
    os.environ.clear()
    os.environ.update(kept)
    sys.dont_write_bytecode = True
    _close_standard_streams()
    _limit_resources()


def _close_standard_streams() -> None:
    """Lead them nowhere: what a document makes a parser print is nobody's business, a JSON reader's least of all."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        with suppress(OSError):
            os.dup2(nowhere, stream)
    os.close(nowhere)


if sys.platform == "win32":

    def _limit_resources() -> None:
        """Windows has no such limits for a process of its own."""

    def _allow_more_cpu_time() -> None:
        """Nor this one; the deadline of the application holds."""

else:
    import resource

    def _limit_resources() -> None:
        """Bound memory and open files; no file may be written, no core left, no process started."""
        limits = {
            resource.RLIMIT_AS: MAX_MEMORY_BYTES,
            resource.RLIMIT_CORE: 0,
            resource.RLIMIT_FSIZE: 0,
            resource.RLIMIT_NOFILE: MAX_OPEN_FILES,
            resource.RLIMIT_NPROC: 0,
        }
        for limit, value in limits.items():
            with suppress(OSError, ValueError):  # a system may know a limit and not let it be set
                resource.setrlimit(limit, (value, value))

    def _allow_more_cpu_time() -> None:
        """End this process when one document takes a minute of work, even when nobody is left to end it."""
        used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CPU, (int(used) + _SPARE_CPU_S, resource.RLIM_INFINITY))
