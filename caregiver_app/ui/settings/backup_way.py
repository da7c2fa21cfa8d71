"""Tries what was typed at a backup with care notes: a passphrase of that day, or the groups of a recovery sheet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.ways_in import WayIn, way_typed
from caregiver_app.bootstrap.whole_backups import try_way_in
from caregiver_app.model.errors import BackupError, VaultError
from caregiver_app.support.sentences import sentence_for
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.settings.backup_asking import Asked

if TYPE_CHECKING:
    from caregiver_app.library.store import Library


class WayTrying(QObject):
    """Goes on where it opens the backup, else says so where it was typed."""

    def __init__(self, desk: Desk, paths: Paths, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._paths = paths

    def try_way(self, path: Path, typed: str, asked: Asked, act: Callable[[WayIn], None]) -> None:
        """Close the panel and call `act` if what was typed opens the backup."""
        paths, way = self._paths, way_typed(typed)

        def work(_library: Library) -> str:
            try:
                try_way_in(path, paths, way)
            except (BackupError, VaultError) as error:
                return sentence_for(error).text
            return ""

        def known(trouble: str) -> None:
            if trouble:
                asked.refuse(trouble)
            else:
                self._desk.overlay.close_panel()
                act(way)

        self._desk.ask(self, work, known)
