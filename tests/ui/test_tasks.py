"""Work goes out to lanes; answers come back in the window's thread, once, to owners that are there and still ask."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from caregiver_app.model.errors import Cancelled
from caregiver_app.ui.tasks import Lane, TaskControl, TaskRunner
from tests.helpers.qt_app import settle


@dataclass
class Shelf:
    """A resource that remembers which threads touched it and can be broken off."""

    opened_in: int
    closed_in: int | None = None
    broken_off: threading.Event = field(default_factory=threading.Event)


@dataclass
class Answers:
    """Keeps what was delivered, and in which thread."""

    values: list[object] = field(default_factory=list)
    errors: list[BaseException] = field(default_factory=list)
    progress: list[int] = field(default_factory=list)
    threads: set[int] = field(default_factory=set)

    def done(self, value: object) -> None:
        self.values.append(value)
        self.threads.add(threading.get_ident())

    def failed(self, error: BaseException) -> None:
        self.errors.append(error)
        self.threads.add(threading.get_ident())

    def told(self, value: int) -> None:
        self.progress.append(value)
        self.threads.add(threading.get_ident())

    @property
    def count(self) -> int:
        return len(self.values) + len(self.errors)


Work = Callable[[Shelf, TaskControl[int]], object]


@pytest.fixture
def runner(qapp: QObject) -> Iterator[TaskRunner]:
    runner = TaskRunner(progress_ms=0)
    yield runner
    runner.shutdown()


@pytest.fixture
def shelves() -> list[Shelf]:
    return []


@pytest.fixture
def lane(runner: TaskRunner, shelves: list[Shelf]) -> Lane[Shelf]:
    return add_lane(runner, shelves)


@pytest.fixture
def owner(qapp: QObject) -> QObject:
    return QObject()


def add_lane(runner: TaskRunner, shelves: list[Shelf], name: str = "library") -> Lane[Shelf]:
    def open_shelf() -> Shelf:
        shelves.append(Shelf(opened_in=threading.get_ident()))
        return shelves[-1]

    def close_shelf(shelf: Shelf) -> None:
        shelf.closed_in = threading.get_ident()

    return runner.add_lane(name, open_shelf, close_resource=close_shelf, break_off=lambda shelf: shelf.broken_off.set())


def test_answers_come_in_the_windows_thread(qtbot: QtBot, lane: Lane[Shelf], owner: QObject) -> None:
    answers = Answers()
    worked_in: list[int] = []

    def work(_shelf: Shelf, control: TaskControl[int]) -> str:
        worked_in.append(threading.get_ident())
        control.progress(1)
        return "found"

    lane.run(work, owner=owner, done=answers.done, failed=answers.failed, progress=answers.told)
    qtbot.waitUntil(lambda: answers.count == 1)
    assert answers.values == ["found"]
    assert answers.progress == [1]
    assert answers.threads == {threading.get_ident()}
    assert worked_in != [threading.get_ident()]


def test_an_answer_never_comes_inside_run(qtbot: QtBot, lane: Lane[Shelf], owner: QObject) -> None:
    answers = Answers()
    finished = threading.Event()

    def work(_shelf: Shelf, _control: TaskControl[int]) -> None:
        finished.set()

    lane.run(work, owner=owner, done=answers.done, failed=answers.failed)
    assert finished.wait(10)
    assert answers.count == 0
    qtbot.waitUntil(lambda: answers.count == 1)


def test_a_resource_is_opened_once_used_and_closed_in_its_own_thread(
    qtbot: QtBot, runner: TaskRunner, shelves: list[Shelf], owner: QObject
) -> None:
    lane = add_lane(runner, shelves)
    assert shelves == []
    answers = Answers()

    def where(_shelf: Shelf, _control: TaskControl[int]) -> int:
        return threading.get_ident()

    for _ in range(3):
        lane.run(where, owner=owner, done=answers.done, failed=answers.failed)
    qtbot.waitUntil(lambda: answers.count == 3)
    runner.shutdown()
    assert len(shelves) == 1
    assert {shelves[0].opened_in, shelves[0].closed_in} == set(answers.values)


def test_errors_are_answers(qtbot: QtBot, lane: Lane[Shelf], owner: QObject) -> None:
    answers = Answers()

    def work(_shelf: Shelf, _control: TaskControl[int]) -> None:
        raise LookupError("no such page")

    lane.run(work, owner=owner, done=answers.done, failed=answers.failed)
    qtbot.waitUntil(lambda: answers.count == 1)
    assert isinstance(answers.errors[0], LookupError)
    assert answers.threads == {threading.get_ident()}


def test_a_resource_that_cannot_be_opened_is_an_error_and_is_tried_again(
    qtbot: QtBot, runner: TaskRunner, owner: QObject
) -> None:
    tries: list[int] = []

    def open_at_second_try() -> str:
        tries.append(1)
        if len(tries) == 1:
            raise OSError("locked")
        return "open"

    lane = runner.add_lane("library", open_at_second_try)
    answers = Answers()

    def read(resource: str, _control: TaskControl[int]) -> str:
        return resource

    lane.run(read, owner=owner, done=answers.done, failed=answers.failed)
    lane.run(read, owner=owner, done=answers.done, failed=answers.failed)
    qtbot.waitUntil(lambda: answers.count == 2)
    assert [type(error) for error in answers.errors] == [OSError]
    assert answers.values == ["open"]


def test_only_the_newest_question_of_a_kind_is_answered_and_older_ones_are_broken_off(
    qtbot: QtBot, lane: Lane[Shelf], shelves: list[Shelf], owner: QObject
) -> None:
    answers = Answers()
    started = threading.Event()

    def wait_until_broken_off(shelf: Shelf, _control: TaskControl[int]) -> str:
        started.set()
        assert shelf.broken_off.wait(10)
        return "old"

    def at_once(word: str) -> Work:
        return lambda _shelf, _control: word

    lane.run(wait_until_broken_off, owner=owner, done=answers.done, failed=answers.failed, key="search")
    assert started.wait(10)
    lane.run(at_once("between"), owner=owner, done=answers.done, failed=answers.failed, key="search")
    lane.run(at_once("other"), owner=owner, done=answers.done, failed=answers.failed, key="count")
    lane.run(at_once("new"), owner=owner, done=answers.done, failed=answers.failed, key="search")
    qtbot.waitUntil(lambda: len(answers.values) == 2)
    settle()
    assert answers.values == ["other", "new"]
    assert answers.errors == []


def test_work_that_waits_its_turn_never_starts_when_it_is_no_longer_wanted(
    qtbot: QtBot, lane: Lane[Shelf], owner: QObject
) -> None:
    answers = Answers()
    gate = threading.Event()
    begun: list[str] = []

    def hold(_shelf: Shelf, _control: TaskControl[int]) -> str:
        assert gate.wait(10)
        return "held"

    def note_begin(_shelf: Shelf, _control: TaskControl[int]) -> str:
        begun.append("begun")
        return "late"

    lane.run(hold, owner=owner, done=answers.done, failed=answers.failed)
    task = lane.run(note_begin, owner=owner, done=answers.done, failed=answers.failed)
    task.cancel()
    gate.set()
    qtbot.waitUntil(lambda: answers.count == 2)
    assert begun == []
    assert [type(error) for error in answers.errors] == [Cancelled]


def test_nothing_is_delivered_to_an_owner_that_is_gone(qtbot: QtBot, lane: Lane[Shelf], owner: QObject) -> None:
    answers = Answers()
    other = QObject()
    gate = threading.Event()

    def hold(_shelf: Shelf, control: TaskControl[int]) -> str:
        control.progress(1)
        assert gate.wait(10)
        return "held"

    lane.run(hold, owner=other, done=answers.done, failed=answers.failed, progress=answers.told)
    other.deleteLater()
    settle()
    told_before = list(answers.progress)
    gate.set()
    last = Answers()
    lane.run(lambda _shelf, _control: "after", owner=owner, done=last.done, failed=last.failed)
    qtbot.waitUntil(lambda: last.count == 1)
    assert answers.count == 0
    assert answers.progress == told_before


def test_stop_is_seen_by_the_work(qtbot: QtBot, lane: Lane[Shelf], owner: QObject) -> None:
    answers = Answers()
    started = threading.Event()

    def work(_shelf: Shelf, control: TaskControl[int]) -> None:
        started.set()
        assert control.cancel.wait(10)
        control.check()

    task = lane.run(work, owner=owner, done=answers.done, failed=answers.failed)
    assert started.wait(10)
    task.cancel()
    qtbot.waitUntil(lambda: answers.count == 1)
    assert isinstance(answers.errors[0], Cancelled)


def test_the_newest_progress_always_arrives_and_stands_before_the_answer(
    qtbot: QtBot, lane: Lane[Shelf], owner: QObject
) -> None:
    order: list[object] = []

    def work(_shelf: Shelf, control: TaskControl[int]) -> str:
        for step in range(1, 1_001):
            control.progress(step)
        return "done"

    lane.run(work, owner=owner, done=order.append, failed=order.append, progress=order.append)
    qtbot.waitUntil(lambda: bool(order) and order[-1] == "done")
    steps = [step for step in order if isinstance(step, int)]
    assert steps[-1] == 1_000
    assert steps == sorted(set(steps))


def test_progress_is_throttled(qtbot: QtBot, owner: QObject) -> None:
    """With a pause longer than the work, only the first value and the last one reach the window."""
    runner = TaskRunner(progress_ms=3_600_000)
    lane = runner.add_free_lane("background")
    answers = Answers()
    first_seen = threading.Event()

    def tell(value: int) -> None:
        answers.told(value)
        first_seen.set()

    def work(_nothing: None, control: TaskControl[int]) -> None:
        control.progress(0)
        assert first_seen.wait(10)
        for step in range(1, 500):
            control.progress(step)

    lane.run(work, owner=owner, done=answers.done, failed=answers.failed, progress=tell)
    qtbot.waitUntil(lambda: answers.count == 1)
    runner.shutdown()
    assert answers.progress == [0, 499]


def test_free_lanes_work_side_by_side(qtbot: QtBot, runner: TaskRunner, owner: QObject) -> None:
    lane = runner.add_free_lane("background", workers=2)
    meeting = threading.Barrier(2, timeout=10)
    answers = Answers()

    def meet(_nothing: None, _control: TaskControl[int]) -> int:
        return meeting.wait()

    lane.run(meet, owner=owner, done=answers.done, failed=answers.failed)
    lane.run(meet, owner=owner, done=answers.done, failed=answers.failed)
    qtbot.waitUntil(lambda: answers.count == 2)
    assert answers.errors == []


def test_shutdown_stops_what_runs_delivers_nothing_and_closes_the_first_lane_last(
    runner: TaskRunner, owner: QObject
) -> None:
    closed: list[str] = []
    library = runner.add_lane("library", lambda: "library", close_resource=closed.append)
    sync = runner.add_lane("sync", lambda: "sync", close_resource=closed.append)
    answers = Answers()
    running = threading.Barrier(3, timeout=10)

    def until_stopped(_resource: str, control: TaskControl[int]) -> None:
        running.wait()
        assert control.cancel.wait(10)

    for lane in (library, sync):
        lane.run(until_stopped, owner=owner, done=answers.done, failed=answers.failed)
    running.wait()
    runner.shutdown()
    settle()
    assert closed == ["sync", "library"]
    assert answers.count == 0
    assert not runner.busy
    with pytest.raises(RuntimeError):
        library.run(until_stopped, owner=owner, done=answers.done, failed=answers.failed)


def test_a_mark_set_just_before_the_window_closes_is_kept_and_a_question_is_not_asked(
    runner: TaskRunner, owner: QObject
) -> None:
    """Short work that waits its turn is done before the lane closes; reading is dropped, long work stops at once."""
    lane = runner.add_lane("library", list[str])
    began = threading.Event()
    done: list[str] = []

    def until_stopped(_resource: list[str], control: TaskControl[int]) -> None:
        began.set()
        assert control.cancel.wait(10)

    def mark(_resource: list[str], _control: TaskControl[int]) -> None:
        done.append("mark")

    def sync(_resource: list[str], control: TaskControl[int]) -> None:
        control.check()
        done.append("sync")

    def search(_resource: list[str], _control: TaskControl[int]) -> None:
        done.append("search")

    answers = Answers()
    for work in (until_stopped, mark, sync):
        lane.run(work, owner=owner, done=answers.done, failed=answers.failed)
    lane.run(search, owner=owner, done=answers.done, failed=answers.failed, key="search")
    assert began.wait(10)
    runner.shutdown()
    assert done == ["mark"]


def test_shutdown_closes_every_lane_though_one_of_them_fails(runner: TaskRunner, qtbot: QtBot, owner: QObject) -> None:
    closed: list[str] = []

    def refuse(_resource: str) -> None:
        raise OSError("disk full")

    lanes = [
        runner.add_lane("library", lambda: "library", close_resource=closed.append),
        runner.add_lane("sync", lambda: "sync", close_resource=refuse),
    ]
    answers = Answers()
    for lane in lanes:
        lane.run(lambda resource, _control: resource, owner=owner, done=answers.done, failed=answers.failed)
    qtbot.waitUntil(lambda: answers.count == 2)
    with pytest.raises(OSError, match="disk full"):
        runner.shutdown()
    assert closed == ["library"]


def test_shutdown_without_any_work_opens_nothing(runner: TaskRunner, shelves: list[Shelf]) -> None:
    add_lane(runner, shelves)
    runner.shutdown()
    runner.shutdown()
    assert shelves == []


def test_lanes_that_end_deliver_nothing_finish_short_work_and_take_no_more(
    runner: TaskRunner, shelves: list[Shelf], qtbot: QtBot, owner: QObject
) -> None:
    """A lane that stays goes on; the resource of one that ends is closed in its own thread, without anybody waiting."""
    ending, staying = add_lane(runner, shelves, "ending"), add_lane(runner, shelves, "staying")
    began, written = threading.Event(), threading.Event()
    answers, others = Answers(), Answers()

    def until_stopped(_shelf: Shelf, control: TaskControl[int]) -> None:
        began.set()
        assert control.cancel.wait(10)

    def write(_shelf: Shelf, _control: TaskControl[int]) -> None:
        written.set()

    ending.run(until_stopped, owner=owner, done=answers.done, failed=answers.failed)
    ending.run(write, owner=owner, done=answers.done, failed=answers.failed)
    assert began.wait(10)
    runner.end_lanes([ending])
    late = ending.run(write, owner=owner, done=answers.done, failed=answers.failed)
    staying.run(lambda _shelf, _control: "stays", owner=owner, done=others.done, failed=others.failed)
    qtbot.waitUntil(lambda: others.count == 1 and not runner.ending)
    settle()
    assert written.is_set()
    assert late.over
    assert answers.count == 0
    assert not runner.busy
    assert shelves[0].closed_in == shelves[0].opened_in != threading.get_ident()
    assert shelves[1].closed_in is None


def test_work_that_does_not_heed_the_end_of_its_lane_is_broken_off(
    runner: TaskRunner, shelves: list[Shelf], qtbot: QtBot, owner: QObject
) -> None:
    lane = add_lane(runner, shelves)
    began = threading.Event()
    answers = Answers()

    def heed_nothing(shelf: Shelf, _control: TaskControl[int]) -> None:
        began.set()
        assert shelf.broken_off.wait(10)

    lane.run(heed_nothing, owner=owner, done=answers.done, failed=answers.failed)
    assert began.wait(10)
    runner.end_lanes([lane])
    assert runner.ending
    qtbot.waitUntil(lambda: not runner.ending)
    assert shelves[0].closed_in is not None
    assert answers.count == 0
