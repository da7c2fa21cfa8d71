"""One or a few threads with a resource of their own. What comes of their work goes through the runner (`ui.tasks`)."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject

from caregiver_app.model.errors import Cancelled
from caregiver_app.ui.task import Task, TaskCalls, TaskControl

R = TypeVar("R")
T = TypeVar("T")
P = TypeVar("P")


class Runs(Protocol):
    """What a lane needs of its runner."""

    @property
    def closed(self) -> bool:
        """True once new work is refused."""
        ...

    def admit(self, task: Task, lane: Lane[Any]) -> None:
        """Take note of a new task."""
        ...

    def tell_progress(self, task: Task) -> None:
        """Take in, from any thread, that there is progress to show."""
        ...

    def tell_end(self, task: Task) -> None:
        """Take in, from any thread, that the work has ended."""
        ...


class Lane(Generic[R]):
    """Threads that share the way their resource is opened. Made by `TaskRunner.add_lane`."""

    def __init__(
        self,
        runner: Runs,
        name: str,
        *,
        open_resource: Callable[[], R],
        close_resource: Callable[[R], None] | None,
        break_off: Callable[[R], None] | None,
        workers: int,
    ) -> None:
        self.runner = runner
        self._executor = ThreadPoolExecutor(max_workers=workers, thread_name_prefix=name)
        self._open = open_resource
        self._close = close_resource
        self._break_off = break_off
        self._resource: list[R] = []
        self._current: Task | None = None
        self._lock = threading.Lock()
        self._ending: Future[None] | None = None

    @property
    def is_over(self) -> bool:
        """True once a lane that was to end has closed its resource."""
        return self._ending is not None and self._ending.done()

    def run(
        self,
        work: Callable[[R, TaskControl[P]], T],
        *,
        owner: QObject,
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
        progress: Callable[[P], None] | None = None,
        key: str | None = None,
    ) -> Task:
        """Start `work` and have its answer delivered in the window's thread.

        `key` names a kind of question of which only the newest answer counts: older ones are broken off and dropped,
        so it is for reading only. Work that was stopped before it began fails with `Cancelled`. A lane that was ended
        (`end`) begins nothing any more and answers nothing.

        Raises:
            RuntimeError: the runner was shut down.
        """
        task = Task(owner, key, TaskCalls(self.runner.tell_progress, self.interrupt))
        task.work = lambda: work(self._opened(), task.control)
        task.done, task.failed, task.progress = done, failed, progress
        if self._ending is not None and not self.runner.closed:
            task.drop()
            return task
        self.runner.admit(task, self)
        self._executor.submit(self._execute, task)
        return task

    def interrupt(self, task: Task) -> None:
        """Break off what `task` waits for, if it is the one running now."""
        with self._lock:
            if self._break_off is not None and self._current is task and self._resource:
                self._break_off(self._resource[0])

    def break_off(self) -> None:
        """End what the resource is busy with, whatever it is."""
        with self._lock:
            if self._break_off is not None and self._current is not None and self._resource:
                self._break_off(self._resource[0])

    def end(self) -> None:
        """Take no more work, and close the resource in its own thread after what is there; waits for nothing."""
        if self._ending is None:
            self._ending = self._executor.submit(self._close_resource)
            self._executor.shutdown(wait=False)

    def finish(self) -> None:
        """Wait for the running work, close the resource in its own thread, and end the threads."""
        self.end()
        self._executor.shutdown(wait=True)
        if self._ending is not None:
            self._ending.result()

    def _execute(self, task: Task) -> None:
        with self._lock:
            self._current = task
        try:
            if task.unwanted:
                raise Cancelled
            task.answer = task.work()
        except BaseException as error:  # noqa: BLE001  # the border of the thread: every error goes to `failed`
            task.error = error
        with self._lock:
            self._current = None
        self.runner.tell_end(task)

    def _opened(self) -> R:
        if not self._resource:
            self._resource.append(self._open())
        return self._resource[0]

    def _close_resource(self) -> None:
        if self._resource and self._close is not None:
            self._close(self._resource.pop())
