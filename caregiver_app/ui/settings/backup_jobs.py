"""Backups made and checked from the settings, in a lane of their own; what is in one is said in words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from caregiver_app.bootstrap.ways_in import WayIn
from caregiver_app.bootstrap.whole_backups import is_whole
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.settings.backup_asking import AskPassphrase, check_question
from caregiver_app.ui.settings.backup_way import WayTrying
from caregiver_app.ui.settings.backup_words import facts_words, whole_words
from caregiver_app.ui.settings.long_work import HowFar, LongWork
from caregiver_app.ui.tasks import TaskControl

if TYPE_CHECKING:
    from caregiver_app.bootstrap.backups import BackupProgress
    from caregiver_app.bootstrap.services import Services
    from caregiver_app.library.store import Library

BACKED_UP_AT = "backed_up_at"
"""The choice that remembers when the last backup was made from the window."""


class BackupJobs(QObject):
    """`began` comes with each, `said` with heading and words at its end, `made` when there is a new backup."""

    began = Signal()
    said = Signal(str, str)
    made = Signal()

    def __init__(
        self, desk: Desk, services: Services, work: LongWork, ask_passphrase: AskPassphrase, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._services = services
        self._work = work
        self._ask_passphrase = ask_passphrase
        self._ways = WayTrying(desk, services.paths, self)

    def back_up_to(self, path: Path) -> None:
        """Write all of the library into a file, and the care notes too while they are unlocked."""
        services, at = self._services, self._desk.clock.now()
        whole = services.care.is_unlocked

        def work(library: Library, control: TaskControl[HowFar]) -> str:
            if whole:
                words = whole_words(
                    services.create_whole_backup(path, on_progress=_told(control), cancel=control.cancel)
                )
            else:
                words = facts_words(services.create_backup(path, on_progress=_told(control), cancel=control.cancel))
            library.choices.put(BACKED_UP_AT, at)
            return words

        def done(words: str) -> None:
            self.said.emit(_("The backup is made"), words)
            self.made.emit()

        self._begin(_("Backing up"), work, done)

    def check_backup(self, path: Path) -> None:
        """Read a backup through and say what is in it; one with care notes asks for its passphrase."""

        def known(whole: bool) -> None:
            if whole:
                self._ask_passphrase(
                    check_question(),
                    lambda typed, asked: self._ways.try_way(
                        path, typed, asked, lambda way: self._check_whole(path, way)
                    ),
                    lambda: self._check_whole(path, None),
                )
            else:
                self._check_library(path)

        self._desk.ask(self, lambda _library: is_whole(path), known, key="backup.kind")

    def _check_library(self, path: Path) -> None:
        services = self._services

        def work(_library: Library, control: TaskControl[HowFar]) -> str:
            return facts_words(services.verify_backup(path, on_progress=_told(control), cancel=control.cancel))

        self._begin(_("Checking the backup"), work, lambda words: self.said.emit(_("The backup is whole"), words))

    def _check_whole(self, path: Path, way: WayIn | None) -> None:
        services = self._services

        def work(_library: Library, control: TaskControl[HowFar]) -> str:
            return whole_words(
                services.verify_whole_backup(path, way, on_progress=_told(control), cancel=control.cancel)
            )

        self._begin(_("Checking the backup"), work, lambda words: self.said.emit(_("The backup is whole"), words))

    def _begin(
        self,
        words: str,
        work: Callable[[Library, TaskControl[HowFar]], str],
        done: Callable[[str], None],
    ) -> None:
        self.began.emit()
        self._work.begin(words, work, done)


def _told(control: TaskControl[HowFar]) -> Callable[[BackupProgress], None]:
    def tell(progress: BackupProgress) -> None:
        control.progress(HowFar(done=progress.done, total=progress.total))

    return tell
