"""Getting updates from the window: one at a time, shown while it runs, stopped at once.

Never by itself: who begins it is the person, or `ui.automatic_updates` where they chose so.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from caregiver_app.bootstrap.notices import Look, last_look, red_ids
from caregiver_app.model.article import ItemId
from caregiver_app.model.source import SourceId
from caregiver_app.model.sync import SyncProgress, SyncReport, SyncState
from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.messages import Remedy
from caregiver_app.ui.tasks import Lane, Task, TaskControl

if TYPE_CHECKING:
    from caregiver_app.bootstrap.channel_asking import ChannelNews
    from caregiver_app.bootstrap.services import Services
    from caregiver_app.library.store import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class Freshness:
    """How current the library is, as it says itself; `notices` is None where no source of safety notices is on."""

    last_good_at: Millis | None
    stays_offline: bool
    notices: Look | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Update:
    """What an update came to: of the sources, and of those who make packs, None where none of these was asked.

    `red_before` are the notices in red that were there before anybody was asked.
    """

    report: SyncReport
    news: ChannelNews | None
    red_before: frozenset[ItemId]


class Updates(QObject):
    """Runs one update at a time. `changed` comes with all that a status pill or a progress strip shows.

    `refreshed` comes whenever it was looked anew how current the library is, also after a choice about updates.
    `finished` carries the report of the sources, `news_came` then the `ChannelNews` of those who make packs. From
    `finished` on `red_before` are the notices in red that were there before that update.
    """

    changed = Signal()
    refreshed = Signal()
    begun = Signal()
    finished = Signal(object)
    news_came = Signal(object)

    def __init__(self, desk: Desk, lane: Lane[Library], services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lane = lane
        self._services = services
        self._task: Task | None = None
        self.progress: SyncProgress | None = None
        self.report: SyncReport | None = None
        self.freshness: Freshness | None = None
        self.red_before: frozenset[ItemId] = frozenset()
        self.stopping = False
        self.is_quiet = False

    @property
    def running(self) -> bool:
        """True while an update runs."""
        return self._task is not None

    def begin(
        self, source_ids: Collection[SourceId] | None = None, *, due_only: bool = False, quietly: bool = False
    ) -> bool:
        """Ask all sources that are on, or only these; return False when an update runs already.

        With all of them those who make trusted packs are asked, too, whether there are newer ones.
        With `due_only` none is asked before its time. What ran `quietly` is not told of at its end (`is_quiet`).
        """
        if self._task is not None:
            return False
        services = self._services

        def work(library: Library, control: TaskControl[SyncProgress]) -> _Update:
            tell, cancel = control.progress, control.cancel
            red = red_ids(library, services.clock.now())
            report = services.sync(library, source_ids=source_ids, due_only=due_only, on_progress=tell, cancel=cancel)
            if source_ids is not None:
                return _Update(report=report, news=None, red_before=red)
            asking = services.channel_asking
            news = asking.after_sync(library, report, due_only=due_only, on_progress=tell, cancel=cancel)
            return _Update(report=report, news=news, red_before=red)

        self.progress, self.stopping, self.is_quiet = None, False, quietly
        again = Remedy(words=_("Try again"), act=lambda: self._try_again(source_ids, due_only=due_only))
        self._task = self._lane.run(
            work, owner=self, done=self._done, failed=partial(self._failed, again), progress=self._show_progress
        )
        self.begun.emit()
        self.changed.emit()
        return True

    def stop(self) -> None:
        """Stop the running update; what had come in stays."""
        if self._task is not None and not self.stopping:
            self.stopping = True
            self._task.cancel()
            self.changed.emit()

    def refresh(self) -> None:
        """Ask the library anew how current it is."""
        services = self._services
        self._desk.ask(self, lambda library: freshness(library, services), self._take_freshness, key="freshness")

    def set_stay_offline(self, value: bool, then: Callable[[bool], object]) -> None:
        """Switch all connections off or on again; `then` is told what holds once that is settled."""
        services = self._services
        if value:
            self.stop()

        def settled(_outcome: object) -> None:
            self.refresh()
            then(services.stays_offline())

        self._desk.ask(self, lambda library: services.set_stay_offline(library, value), settled, failed=settled)

    def _take_freshness(self, found: Freshness) -> None:
        self.freshness = found
        self.changed.emit()
        self.refreshed.emit()

    def _show_progress(self, progress: SyncProgress) -> None:
        self.progress = progress
        self.changed.emit()

    def _done(self, update: _Update) -> None:
        self._task = None
        self.report, self.red_before = update.report, update.red_before
        self.finished.emit(update.report)
        if update.news is not None:
            self.news_came.emit(update.news)
        self.refresh()
        self.changed.emit()

    def _failed(self, again: Remedy, error: BaseException) -> None:
        self._task = None
        self.refresh()
        self.changed.emit()
        self._desk.tell(error, again)

    def _try_again(self, source_ids: Collection[SourceId] | None, *, due_only: bool) -> None:
        self.begin(source_ids, due_only=due_only)


def freshness(library: Library, services: Services) -> Freshness:
    """Return how current the library is; runs in its thread."""
    return Freshness(
        last_good_at=library.source_states.last_checked_at(),
        stays_offline=services.stays_offline(),
        notices=last_look(library),
    )


def silent_sources(report: SyncReport | None) -> int:
    """Return how many sources gave no usable answer in an update."""
    return report.count(SyncState.FAILED, SyncState.GONE) if report is not None else 0
