"""Work that may take longer than a moment: done in a lane of its own, shown with words and Stop, one at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.errors import Cancelled
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.announce import announce
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.tasks import Lane, Task, TaskControl
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.progress import ProgressStrip

if TYPE_CHECKING:
    from caregiver_app.library.store import Library

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class HowFar:
    """How far work is; `total` 0 where nobody knows."""

    done: int
    total: int


class LongWork(QWidget):
    """A strip that is there while work runs. `began` comes with each; `busy` keeps a second one from starting."""

    began = Signal()

    def __init__(self, desk: Desk, lane: Lane[Library], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lane = lane
        self._task: Task | None = None
        self._words = ""
        self.strip = ProgressStrip(desk.theme)
        self.strip.stop_pressed.connect(self._stop)
        Column(desk.theme, parent=self).addWidget(self.strip)
        self.setVisible(False)

    @property
    def busy(self) -> bool:
        """True while work runs."""
        return self._task is not None

    def begin(
        self,
        words: str,
        work: Callable[[Library, TaskControl[HowFar]], T],
        done: Callable[[T], None],
        *,
        failed: Callable[[BaseException], bool] | None = None,
    ) -> bool:
        """Have `work` done, saying `words` meanwhile; return False when other work runs still.

        `failed` is asked first when it goes wrong, and returns whether it has told the person.
        """
        if self._task is not None:
            self._desk.messages.say(_("Something else is still being done here."), icon=Icon.CLOCK, kind="busy")
            return False

        def finish(answer: T) -> None:
            self._finish()
            done(answer)

        def trouble(error: BaseException) -> None:
            self._finish()
            if failed is None or not failed(error):
                self._tell(error)

        self._words = words
        self._task = self._lane.run(work, owner=self, done=finish, failed=trouble, progress=self._show)
        self.strip.show_words(words)
        self.setVisible(True)
        announce(words)
        self.began.emit()
        return True

    def _show(self, how_far: HowFar) -> None:
        self.strip.show_words(self._words, done=how_far.done, total=how_far.total)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _finish(self) -> None:
        self._task = None
        self.strip.finish()
        self.setVisible(False)

    def _tell(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            self._desk.messages.say(_("Stopped. Nothing is half done."), icon=Icon.STOP, kind="stopped")
        else:
            self._desk.tell(error)
