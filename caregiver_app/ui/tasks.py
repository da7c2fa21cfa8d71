"""The one bridge between the window and everything slow: work goes out to lanes, answers come back to the window.

A lane is one thread (or a few) with a resource of its own, such as its own open library; no resource crosses a thread.
Answers are never given inside `run`, never twice, never to an owner that is gone, and with `key` never when a newer
question of that kind was asked. Nothing here waits but `shutdown`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from caregiver_app.ui.lane import Lane
from caregiver_app.ui.task import Task, TaskControl

R = TypeVar("R")

__all__ = ["PROGRESS_MS", "Lane", "Task", "TaskControl", "TaskRunner"]

PROGRESS_MS = 100
"""Progress reaches the window at most this often; the newest value always arrives."""

BREAK_OFF_MS = 500
"""So long work of a lane that ends may take to heed that."""


class TaskRunner(QObject):
    """Owns the lanes. Lives in the window's thread; made once."""

    ended = Signal(object)
    progressed = Signal(object)

    def __init__(self, parent: QObject | None = None, *, progress_ms: int = PROGRESS_MS) -> None:
        super().__init__(parent)
        self._progress_ms = progress_ms
        self._lanes: list[Lane[Any]] = []
        self._ending: list[Lane[Any]] = []
        self._tasks: dict[Task, Lane[Any]] = {}
        self._newest: dict[str, Task] = {}
        self._closed = False
        self.ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self.progressed.connect(self._show_progress, Qt.ConnectionType.QueuedConnection)

    def add_lane(
        self,
        name: str,
        open_resource: Callable[[], R],
        *,
        close_resource: Callable[[R], None] | None = None,
        break_off: Callable[[R], None] | None = None,
    ) -> Lane[R]:
        """Return a lane of one thread, which opens its resource at its first work and closes it at the end.

        `break_off` is called from the window's thread and ends what the resource is busy with.
        """
        return self._keep(
            Lane(
                self,
                name,
                open_resource=open_resource,
                close_resource=close_resource,
                break_off=break_off,
                workers=1,
            )
        )

    def add_free_lane(self, name: str, workers: int = 2) -> Lane[None]:
        """Return a lane of several threads without a resource, for work that needs none."""
        return self._keep(
            Lane(self, name, open_resource=_nothing, close_resource=None, break_off=None, workers=workers)
        )

    @property
    def closed(self) -> bool:
        """True once `shutdown` was called: new work is refused."""
        return self._closed

    @property
    def busy(self) -> bool:
        """True while an answer is outstanding."""
        return bool(self._tasks)

    @property
    def ending(self) -> bool:
        """True while a lane that was to end has not closed its resource yet."""
        self._ending = [lane for lane in self._ending if not lane.is_over]
        return bool(self._ending)

    def admit(self, task: Task, lane: Lane[Any]) -> None:
        """Take note of a new task of a lane; an older one with the same key is dropped.

        Raises:
            RuntimeError: the runner was shut down.
        """
        if self._closed:
            raise RuntimeError("the window is closing")
        self._tasks[task] = lane
        if task.key is not None:
            older = self._newest.get(task.key)
            self._newest[task.key] = task
            if older is not None:
                older.drop()

    def tell_progress(self, task: Task) -> None:
        """Take in, from any thread, that there is progress to show."""
        self.progressed.emit(task)

    def tell_end(self, task: Task) -> None:
        """Take in, from any thread, that the work has ended."""
        self.ended.emit(task)

    def end_lanes(self, lanes: Sequence[Lane[Any]]) -> None:
        """End some lanes without waiting: nothing of theirs is delivered any more.

        Reading is broken off, long work told to stop, short work done to its end, as at `shutdown`. What still runs
        after a moment is broken off too, so that no resource stays open.
        """
        for task, lane in self._tasks.items():
            if lane not in lanes:
                continue
            if task.key is None:
                task.over = True
                task.control.cancel.set()
            else:
                task.drop()
        for lane in lanes:
            lane.end()
        self._lanes = [lane for lane in self._lanes if lane not in lanes]
        self._ending = [*(lane for lane in self._ending if not lane.is_over), *lanes]
        QTimer.singleShot(BREAK_OFF_MS, self, lambda: _break_off(lanes))

    def shutdown(self) -> None:
        """Refuse new work, end what is under way, and close the lanes, the one made first last.

        Reading (work with a key) is broken off. All other work is told to stop, also what still waits its turn: long
        work heeds that at once, short work such as setting a mark is done to its end, so nothing asked for is lost.
        """
        if self._closed:
            return
        self._closed = True
        for task in self._tasks:
            if task.key is None:
                task.control.cancel.set()
            else:
                task.drop()
        self._tasks.clear()
        self._newest.clear()
        with ExitStack() as lanes:  # closes the last one first, and all of them even when one fails
            for lane in (*self._lanes, *self._ending):
                lanes.callback(lane.finish)

    def _keep(self, lane: Lane[R]) -> Lane[R]:
        self._lanes.append(lane)
        return lane

    def _deliver(self, task: Task) -> None:
        self._tasks.pop(task, None)
        if task.key is not None and self._newest.get(task.key) is task:
            del self._newest[task.key]
        if not self._wanted(task):
            return
        self._give_progress(task)
        task.over = True
        if task.error is None:
            task.done(task.answer)
        else:
            task.failed(task.error)

    def _show_progress(self, task: Task) -> None:
        if not task.since_progress.isValid() or task.since_progress.elapsed() >= self._progress_ms:
            self._give_progress(task)
        else:
            wait = self._progress_ms - task.since_progress.elapsed()
            QTimer.singleShot(max(0, wait), self, lambda: self._give_progress(task))

    def _give_progress(self, task: Task) -> None:
        if task.progress is None or not self._wanted(task):
            return
        for value in task.control.take():
            task.since_progress.start()
            task.progress(value)

    def _wanted(self, task: Task) -> bool:
        return not (self._closed or task.over) and isValid(task.owner)


def _break_off(lanes: Sequence[Lane[Any]]) -> None:
    for lane in lanes:
        if not lane.is_over:
            lane.break_off()


def _nothing() -> None:
    return None
