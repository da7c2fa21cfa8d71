"""Work in open care notes that takes longer than a moment: one at a time, with words, a bar and Stop over all tabs.

A lock ends it, and says so afterwards. What it was doing is not told then by a word of the notes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.errors import Cancelled
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.announce import announce
from caregiver_app.ui.care.access import CareAccess
from caregiver_app.ui.messages import Messages
from caregiver_app.ui.tasks import Task, TaskControl
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.progress import ProgressStrip

if TYPE_CHECKING:
    from caregiver_app.bootstrap.care_files import OpenCare
    from caregiver_app.vault.store import Vault

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class HowFar:
    """How far work is; `total` 0 where nobody knows."""

    done: int = 0
    total: int = 0


class CareWork(QObject):
    """`changed` comes when work begins or ends, `moved` with a `HowFar`. It outlives the body of one unlock."""

    changed = Signal()
    moved = Signal(object)

    def __init__(
        self, access: CareAccess, messages: Messages, tell: Callable[[BaseException], object], parent: QObject
    ) -> None:
        """`tell` tells the person what went wrong."""
        super().__init__(parent)
        self._access = access
        self._messages = messages
        self._tell = tell
        self._task: Task | None = None
        self._finished: list[bool] = []
        self._stopped = ""
        self.words = ""
        access.changed.connect(self._state_changed)

    @property
    def busy(self) -> bool:
        """Whether work runs."""
        return self._task is not None

    def begin(
        self,
        words: str,
        work: Callable[[OpenCare, TaskControl[HowFar]], T],
        done: Callable[[T], object],
        *,
        failed: Callable[[BaseException], object] | None = None,
        stopped: str = "",
    ) -> bool:
        """Have `work` done in the lane, saying `words` meanwhile; return False when other work runs still.

        `failed` gets what went wrong, `Cancelled` too, in place of telling the person. `stopped` says how things stand
        where it is stopped, that nothing is half done when empty.
        """
        if self._task is not None:
            self._messages.say(_("Something else is still being done here."), icon=Icon.CLOCK, kind="busy")
            return False
        care, finished = self._access.care, list[bool]()

        def in_lane(vault: Vault, control: TaskControl[HowFar]) -> T:
            answer = work(care.with_files(vault), control)
            finished.append(True)
            return answer

        def end(answer: T) -> None:
            self._end()
            done(answer)

        self._finished = finished
        self._task = self._access.work(
            self, in_lane, end, failed=lambda error: self._failed(error, failed), progress=self.moved.emit
        )
        if self._task is None:
            return False
        self.words = words
        self._stopped = stopped or _("Nothing is half done.")
        self.changed.emit()
        announce(words)
        return True

    def stop(self) -> None:
        """Ask the work to stop; it leaves nothing half done."""
        if self._task is not None:
            self._task.cancel()

    def _failed(self, error: BaseException, failed: Callable[[BaseException], object] | None) -> None:
        self._end()
        if isinstance(error, Cancelled):
            stopped = _("Stopped.")
            self._messages.say(f"{stopped} {self._stopped}", icon=Icon.STOP, kind="stopped")
        (failed or self._tell)(error)

    def _end(self) -> None:
        self._task = None
        self.words = ""
        self.changed.emit()

    def _state_changed(self) -> None:
        """At a lock: the access has told the work to stop. Say so once the lane has closed the notes."""
        if self._access.is_open or self._task is None:
            return
        self._end()
        access, finished, stopped = self._access, self._finished, self._stopped

        def closed() -> None:
            access.closed.disconnect(closed)
            if finished:
                words = _("What was being done was finished just before your care notes were locked.")
                self._messages.say(words, icon=Icon.CHECK, kind="stopped")
            else:
                words = _("Locking your care notes stopped what was being done.")
                self._messages.say(f"{words} {stopped}", icon=Icon.STOP, kind="stopped")

        access.closed.connect(closed)


class WorkStrip(QWidget):
    """Shows in open notes what is being done; hidden while nothing is."""

    def __init__(self, theme: Theme, work: CareWork, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self.strip = ProgressStrip(theme)
        self.strip.stop_pressed.connect(work.stop)
        Column(theme, parent=self).addWidget(self.strip)
        work.changed.connect(self._show)
        work.moved.connect(self._move)
        self._show()

    def _show(self) -> None:
        if self._work.busy:
            self.strip.show_words(self._work.words)
        else:
            self.strip.finish()
        self.setVisible(self._work.busy)

    def _move(self, how_far: HowFar) -> None:
        if self._work.busy:
            self.strip.show_words(self._work.words, done=how_far.done, total=how_far.total)
