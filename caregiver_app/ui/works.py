"""The way to the works of others, with the library open or shut: they are read in a lane made when somebody asks."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QObject

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.works import Work, words_of, works
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.messages import Messages
from caregiver_app.ui.settings.works_drawer import WorksDrawer
from caregiver_app.ui.tasks import Lane, TaskRunner
from caregiver_app.ui.theme import Icon


class WorksWay(QObject):
    """One for the whole window."""

    def __init__(self, desk: CareDesk, messages: Messages, runner: TaskRunner, *, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._messages = messages
        self._runner = runner

    def open(self) -> None:
        """Open the drawer once the list is read."""
        self._lane.run(lambda _none, _control: works(), owner=self, done=self._show, failed=self._say, key="works")

    def _show(self, found: tuple[Work, ...]) -> None:
        drawer = WorksDrawer(self._desk.theme, found, ring=self._desk.ring)
        drawer.work_asked.connect(lambda work: self._read(drawer, work))
        self._desk.overlay.open_drawer(drawer)

    def _read(self, drawer: WorksDrawer, work: Work) -> None:
        self._lane.run(
            lambda _none, _control: words_of(work),
            owner=drawer,
            done=lambda words: drawer.show_words(work, words),
            failed=self._say,
            key="words",
        )

    def _say(self, _error: BaseException) -> None:
        self._messages.say(
            _("The licences could not be read. Putting Caregiver in place again helps."), icon=Icon.INFO, kind="works"
        )

    @cached_property
    def _lane(self) -> Lane[None]:
        return self._runner.add_free_lane("works", workers=1)
