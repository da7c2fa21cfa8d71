"""Putting something in the place of the library: what is wanted, and a small window while work like that is done.

The window that has the library open must be gone before; `ui.app` sees to that.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QWidget

from caregiver_app.bootstrap.services import Services
from caregiver_app.bootstrap.ways_in import ByPassphrase
from caregiver_app.model.errors import Cancelled
from caregiver_app.support.i18n import format_number, format_short_day, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.tasks import Task, TaskControl, TaskRunner
from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.confirm import Question
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.look import set_look
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.ui.widgets.progress import ProgressStrip

if TYPE_CHECKING:
    from caregiver_app.bootstrap.backups import BackupProgress, Restored
    from caregiver_app.bootstrap.ways_in import WayIn
    from caregiver_app.bootstrap.whole_restore import WholeRestored

_WIDTH = 560
_STEPS = 1_000


class HowFar(Protocol):
    """How far work is; `done` of `total` steps of any size."""

    @property
    def done(self) -> int:
        """What is behind."""
        ...

    @property
    def total(self) -> int:
        """All there is; 0 while nobody knows."""
        ...


P = TypeVar("P", bound=HowFar)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkWords:
    """What is said while work is done: above, below, before it is known how far it is, then, and if it was stopped."""

    heading: str
    line: str
    first: str
    working: str
    stopped: str
    last: str = ""  # once it can no longer be stopped


class From(Enum):
    """What takes the place of the library."""

    NEWEST_COPY = "newest copy"  # the newest sound one that was made by itself
    COPY = "copy"  # one of those, by its name
    BACKUP = "backup"  # a file that the person named


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreWish:
    """What is wanted; `path` is the backup, or of a copy only its name.

    `way` opens a backup with care notes, or the copies of a protected library.
    """

    source: From
    path: Path = Path()
    way: WayIn | None = field(default=None, repr=False)


def restore(services: Services, wish: RestoreWish, control: TaskControl[BackupProgress]) -> str:
    """Do what is wanted and return what to tell the person; raises as the services do. For a thread of its own."""
    if wish.source is not From.BACKUP and isinstance(wish.way, ByPassphrase):
        services.care.unlock(wish.way.passphrase)  # the library is protected, and so are its copies
    if wish.source is From.NEWEST_COPY:
        services.restore_snapshot()
        return _("The last good copy is back.")
    if wish.source is From.COPY:
        services.go_back_to(wish.path.name)
        return _("The library is as it was then. What it was before is kept as a copy too.")
    if wish.way is not None:
        return whole_words(
            services.restore_whole_backup(wish.path, wish.way, on_progress=control.progress, cancel=control.cancel)
        )
    restored = services.restore_backup(wish.path, on_progress=control.progress, cancel=control.cancel)
    return restored_words(restored)


def protected_question() -> Question:
    """Return what is asked before a copy of a protected library takes its place."""
    return Question(
        title=_("Put the copy in the place of the library?"),
        text=_("The library is protected, so this needs your passphrase once more. The window opens again by itself."),
        do=_("Put it back"),
        keep=_("Keep what is here"),
    )


def restored_words(restored: Restored) -> str:
    """Return what a restored backup is, and what waits for a person's word."""
    day = format_short_day(restored.facts.created_at, year=True)
    parts = [_("The backup of {day} is back. What was here before is kept as a copy.").format(day=day)]
    waiting = len({source_id for source_id, _title in (*restored.asked.private, *restored.asked.alerts)})
    if waiting:
        words = ngettext(
            "{count} source waits for your word: see the sources that are off.",
            "{count} sources wait for your word: see the sources that are off.",
            waiting,
        )
        parts.append(words.format(count=format_number(waiting)))
    return " ".join(parts)


def whole_words(restored: WholeRestored) -> str:
    """Return what a restored backup with care notes is, and where the notes of before are."""
    parts = [restored_words(restored.library)]
    if restored.aside is not None:
        parts.append(_("The care notes that were here are kept in a folder beside the new ones."))
    if restored.has_envelope:
        parts.append(_("The passphrase of that day opens your care notes."))
    else:
        parts.append(_("Open your care notes with the recovery sheet: they need a new passphrase."))
    return " ".join(parts)


def restoring_words() -> WorkWords:
    """Return what is said while something takes the place of the library."""
    return WorkWords(
        heading=_("Putting the library back"),
        line=_("Nothing is replaced before all of it is checked."),
        first=_("Checking"),
        working=_("Checking and putting back"),
        stopped=_("Stopped. The library is as it was."),
    )


class Restoring(QWidget):
    """A window with words, a bar and Stop. Closing it is Stop too; there is none once work can no longer be stopped."""

    def __init__(self, theme: Theme, words: WorkWords | None = None) -> None:
        super().__init__()
        self.words = words or restoring_words()
        set_look(self, kind="canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(_("Caregiver"))
        self.setFixedWidth(theme.px(_WIDTH))
        self.runner = TaskRunner(self)
        self._lane = self.runner.add_free_lane("restoring", workers=1)
        self._task: Task | None = None
        self.outcome: str | BaseException = Cancelled()
        self.strip = ProgressStrip(theme)
        self.strip.stop_pressed.connect(self._stop)
        column = Column(theme, margins=28, gap=12, parent=self)
        column.addWidget(PlainLabel(self.words.heading, role=TypeRole.HEADING, wrap=True))
        column.addWidget(PlainLabel(self.words.line, wrap=True))
        column.addWidget(self.strip)

    def run(self, app: QApplication, work: Callable[[TaskControl[P]], str]) -> str | BaseException:
        """Have the work done while the window is shown; return what to tell, or what went wrong."""
        self.begin(work, lambda: app.exit(0))
        self.show()
        self.strip.stop.setFocus()
        app.exec()
        self.runner.shutdown()
        self.hide()
        return self.outcome

    def begin(self, work: Callable[[TaskControl[P]], str], over: Callable[[], None]) -> None:
        """Start; `over` is called when `outcome` is known."""

        def end(outcome: str | BaseException) -> None:
            self.outcome = outcome
            self._task = None
            over()

        def in_lane(_none: None, control: TaskControl[P]) -> str:
            return work(control)

        shown: Callable[[P], None] = self._show
        self.strip.show_words(self.words.first)
        self._task = self._lane.run(in_lane, owner=self, done=end, failed=end, progress=shown)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop first: the window goes when that is done."""
        if self._task is None:
            super().closeEvent(event)
            return
        event.ignore()
        self._stop()

    def _show(self, progress: HowFar) -> None:
        done = round(_STEPS * progress.done / max(1, progress.total))
        can_stop = getattr(progress, "can_stop", True)
        words = self.words.working if can_stop else self.words.last or self.words.working
        self.strip.show_words(words, done=done, total=_STEPS)
        self.strip.stop.setVisible(can_stop)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
