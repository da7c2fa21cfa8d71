"""The lock of the care notes as the window sees it: opened and locked here, and the one way in which they are asked.

Locking takes the views away at once, in this thread; what was being written is saved in the lane, then the connection
is closed and the key wiped. It waits for nothing: what the lane does not manage in half a second is sealed instead.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum, auto
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from caregiver_app.model.errors import Cancelled, StorageError, StorageTrouble, VaultError, VaultTrouble
from caregiver_app.model.time import Clock
from caregiver_app.ui.care.closing import Closing, collected
from caregiver_app.ui.care.drafting import Draft
from caregiver_app.ui.care.open_notes import OpenNotes
from caregiver_app.ui.tasks import Task, TaskControl, TaskRunner

if TYPE_CHECKING:
    from caregiver_app.bootstrap.care import Care
    from caregiver_app.vault.store import Vault

T = TypeVar("T")
P = TypeVar("P")


class LockState(Enum):
    """Whether there are care notes, and whether they are open."""

    ABSENT = auto()
    LOCKED = auto()
    OPENING = auto()
    OPEN = auto()


class CareAccess(QObject):
    """`changed` comes with every other state, before the lane has closed; `closed` when connection and key are gone.

    `unsaved` carries how much of what was being written could not be kept yet, not even sealed; `failed` what went
    wrong in something that nobody waits for.
    """

    changed = Signal()
    closed = Signal()
    unsaved = Signal(int)
    failed = Signal(object)

    def __init__(self, care: Care, runner: TaskRunner, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.care = care
        self.clock = clock
        self._runner = runner
        self._notes = OpenNotes(care)
        self._lane = runner.add_lane(
            "care",
            lambda: self._notes,
            close_resource=lambda notes: notes.close(),
            break_off=lambda notes: notes.interrupt(),
        )
        self._apart = runner.add_free_lane("care-apart", workers=1)
        self._number = 0
        self._attempt = 0
        self._reopened = 0
        self._tasks: set[Task] = set()
        self._collect: Callable[[], Sequence[Draft]] = tuple
        self._were_here = False
        self._state = self._shut()

    @property
    def state(self) -> LockState:
        """How it stands now."""
        return self._state

    @property
    def is_open(self) -> bool:
        """Whether the notes can be asked."""
        return self._state is LockState.OPEN

    def collect_drafts_with(self, collect: Callable[[], Sequence[Draft]]) -> None:
        """Ask `collect` at each lock for what is being written."""
        self._collect = collect

    def open_with(
        self, unlock: Callable[[Care], object], done: Callable[[], None], failed: Callable[[BaseException], None]
    ) -> None:
        """Unlock in the lane, by `unlock`, which makes `Care` hold the key; `done` comes once the notes are open."""
        self._attempt += 1
        attempt = self._attempt

        def work(notes: OpenNotes, _control: TaskControl[None]) -> int:
            unlock(notes.care)
            return notes.open()

        def opened(number: int) -> None:
            if attempt != self._attempt:
                self._close((), number)  # locked again while it was still opening
                return
            self._number = number
            self._were_here = True
            self._turn(LockState.OPEN)
            done()

        def refused(error: BaseException) -> None:
            if attempt == self._attempt:
                self._turn(self._shut())
                failed(self._of_a_disk_away(error))

        self._turn(LockState.OPENING)
        self._lane.run(work, owner=self, done=opened, failed=refused)

    def ask(
        self,
        owner: QObject,
        work: Callable[[Vault], T],
        done: Callable[[T], object],
        *,
        key: str | None = None,
        failed: Callable[[BaseException], None],
    ) -> None:
        """Have `work` done with the open notes. What comes after they were locked is dropped.

        With `key` an older question of that kind is broken off: for reading only.
        """
        self.work(owner, lambda vault, _control: work(vault), done, key=key, failed=failed)

    def work(
        self,
        owner: QObject,
        work: Callable[[Vault, TaskControl[P]], T],
        done: Callable[[T], object],
        *,
        key: str | None = None,
        failed: Callable[[BaseException], None],
        progress: Callable[[P], None] | None = None,
    ) -> Task | None:
        """As `ask`, for work that takes long: it heeds what tells it to stop, which a lock does too."""
        if not self.is_open or self._runner.closed:
            return None
        number = self._number

        def in_lane(notes: OpenNotes, control: TaskControl[P]) -> T:
            with notes.of_unlock(number) as vault:
                return work(vault, control)

        def over(give: Callable[[], object]) -> None:
            self._tasks.discard(task)
            if self.is_open and number == self._number:
                give()

        task = self._lane.run(
            in_lane,
            owner=owner,
            done=lambda answer: over(lambda: done(answer)),
            failed=lambda error: over(lambda: failed(error)),
            progress=progress,
            key=None if key is None else f"care.{key}",
        )
        self._tasks.add(task)
        return task

    def with_notes_closed(
        self,
        work: Callable[[Care], object],
        done: Callable[[], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """Have `work` done while the lane has closed the open notes, e.g. for a new key; then open them again."""
        number = self._number

        def in_lane(notes: OpenNotes, _control: TaskControl[None]) -> int:
            with notes.of_unlock(number):
                pass  # locked meanwhile: nothing is done
            notes.close()
            try:
                work(notes.care)
            finally:
                self._reopened = notes.open()
            return self._reopened

        def take(number_now: int) -> None:
            if self.is_open and number == self._number:
                self._number = number_now
                done()

        def refused(error: BaseException) -> None:
            if self.is_open and number == self._number:
                self._number = self._reopened or number
                failed(error)

        if self.is_open and not self._runner.closed:
            self._reopened = 0
            self._lane.run(in_lane, owner=self, done=take, failed=refused)

    def apart(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None],
        *,
        key: str | None = None,
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Have slow work done that needs no open notes, e.g. judging a passphrase; mistakes go where they are noted."""

        def in_lane(_none: None, _control: TaskControl[None]) -> T:
            return work()

        if not self._runner.closed:
            key = None if key is None else f"care.apart.{key}"
            self._apart.run(in_lane, owner=owner, done=done, failed=failed or _raise, key=key)

    def lock(self) -> None:
        """Lock now. Never waits and never fails; locking twice is fine."""
        if self._state not in (LockState.OPENING, LockState.OPEN):
            return
        self._attempt += 1
        was_open, number = self.is_open, self._number
        drafts = collected(self._collect) if was_open else ()
        self._turn(self._shut())
        if was_open:
            self._close(drafts, number)

    def look_again(self) -> None:
        """Say how it stands after the files were changed while shut, e.g. erased."""
        if self._state in (LockState.LOCKED, LockState.ABSENT):
            self._were_here = False
            self._turn(self._shut())

    def finish(self) -> None:
        """Lock for the last time, before the lanes are closed: gives the lane its half second."""
        self.lock()
        for closing in self.findChildren(Closing):
            closing.wait()

    def _shut(self) -> LockState:
        """Return how it stands while shut. Notes that nobody erased here are not absent: their disk is away."""
        self._were_here = self._were_here or self.care.exists()
        return LockState.LOCKED if self._were_here else LockState.ABSENT

    def _of_a_disk_away(self, error: BaseException) -> BaseException:
        """Return what to say of notes that were here and are not found now, else the error itself."""
        absent = isinstance(error, VaultError) and error.kind is VaultTrouble.ABSENT
        return StorageError(StorageTrouble.IO) if absent and self._state is LockState.LOCKED else error

    def _turn(self, state: LockState) -> None:
        if state is not self._state:
            self._state = state
            self.changed.emit()

    def _close(self, drafts: Sequence[Draft], number: int) -> None:
        for task in self._tasks:
            if task.key is None:
                task.control.cancel.set()  # a short write is done to its end: nothing asked for is lost
            else:
                task.drop()
        self._tasks.clear()
        self._number = 0
        closing = Closing(self._notes, drafts, number, at=self.clock.now(), parent=self)
        closing.over.connect(self.closed)
        closing.unsaved.connect(self.unsaved)
        closing.begin(self._lane, runner_closed=self._runner.closed)


def _raise(error: BaseException) -> None:
    if not isinstance(error, Cancelled):
        raise error
