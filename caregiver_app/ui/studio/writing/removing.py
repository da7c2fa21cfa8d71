"""Removes texts and entries of a pack, each with a message that takes it back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.packs.folder_entries import Entry
from caregiver_app.ui.doer import Doer
from caregiver_app.ui.studio.step import StudioTools
from caregiver_app.ui.studio.writing import work

if TYPE_CHECKING:
    from caregiver_app.library.store import Library


class Removing(QObject):
    """`changed` comes after each step, undo and redo too."""

    changed = Signal()

    def __init__(self, tools: StudioTools, parent: QWidget) -> None:
        super().__init__(parent)
        self._services = tools.services
        self._doer: Doer[Library] = Doer(tools.desk, self)
        self._doer.changed.connect(self.changed)

    def remove_text(self, folder: Path, file: str, title: str, then: Callable[[], object]) -> None:
        """Remove a text."""
        self._doer.do(work.removing_text(self._services, folder, file, title), then=then)

    def remove_entry(self, folder: Path, entry: Entry, then: Callable[[], object]) -> None:
        """Take an entry out of the pack."""
        self._doer.do(work.removing_entry(self._services, folder, entry), then=then)
