"""Fetching one whole page now, because the person asked for it. Runs in a lane of its own, beside updates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from caregiver_app.model.article import ArticleRow
from caregiver_app.model.keeping import KeepProgress, KeepReport
from caregiver_app.model.offline import CopyState
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.library.reader.copy_words import copy_badge, copy_reason
from caregiver_app.ui.tasks import Lane, Task, TaskControl
from caregiver_app.ui.theme import Icon

if TYPE_CHECKING:
    from caregiver_app.bootstrap.services import Services
    from caregiver_app.library.store import Library


class PageKeeping(QObject):
    """One page at a time. `changed` comes when it begins and when it ended."""

    changed = Signal()

    def __init__(self, desk: Desk, lane: Lane[Library], services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lane = lane
        self._services = services
        self._task: Task | None = None

    @property
    def running(self) -> bool:
        """True while a page is fetched."""
        return self._task is not None

    def keep(self, row: ArticleRow) -> bool:
        """Fetch the whole page of an article and its pictures; return False while another one is fetched."""
        if self._task is not None:
            return False
        services = self._services

        def work(library: Library, control: TaskControl[KeepProgress]) -> KeepReport:
            return services.keep_pages(library, [row.id], on_progress=control.progress, cancel=control.cancel)

        self._task = self._lane.run(work, owner=self, done=self._done, failed=self._failed)
        self.changed.emit()
        return True

    def _done(self, report: KeepReport) -> None:
        self._task = None
        self.changed.emit()
        text, icon = _report_words(report)
        if text:
            self._desk.messages.say(text, icon=icon, kind="keep")

    def _failed(self, error: BaseException) -> None:
        self._task = None
        self.changed.emit()
        self._desk.tell(error)


def _report_words(report: KeepReport) -> tuple[str, Icon]:
    if report.cancelled:
        return "", Icon.INFO
    if report.offline:
        return _("There is no internet now. What you had is still here."), Icon.OFFLINE
    if not report.results:
        return "", Icon.INFO
    copy = report.results[0].copy
    words = copy_badge(copy).text
    reason = copy_reason(copy)
    # Translators: how far a page was saved, and why not all of it, e.g. "Not saved. The page is gone."
    said = _("{state}. {reason}").format(state=words, reason=reason) if reason else _("{part}.").format(part=words)
    return said, Icon.CHECK if copy.state in (CopyState.KEPT, CopyState.PARTLY) else Icon.ALERT
