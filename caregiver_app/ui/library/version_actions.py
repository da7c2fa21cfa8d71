"""Keeping an old version of a page for good, and taking that back."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from caregiver_app.model.article import ArticleRow
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import shorten
from caregiver_app.support.undo import UndoStep
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.library.reader.versions import Version
from caregiver_app.ui.theme import Icon

_TITLE_CHARS = 48


class VersionActions(QObject):
    """`changed` carries the item and the version as it is kept now, after undo and redo too."""

    changed = Signal(object, object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def keep(self, row: ArticleRow, version: Version, kept: bool) -> None:
        """Keep a version, or leave it to its age again, and offer to undo it."""
        pattern = _("The old version of “{title}” is kept") if kept else _("The old version of “{title}” may go")
        step = UndoStep(
            text=pattern.format(title=shorten(row.title, _TITLE_CHARS)),
            undo=lambda: self._set(row, version, not kept),
            redo=lambda: self._set(row, version, kept),
        )
        self._set(row, version, kept, then=step)

    def _set(self, row: ArticleRow, version: Version, kept: bool, *, then: UndoStep | None = None) -> None:
        at = self._desk.clock.now()

        def done(_nothing: None) -> None:
            self.changed.emit(row.id, replace(version, kept=kept))
            if then is not None:
                self._desk.messages.did(then, icon=Icon.HISTORY, kind="version")

        self._desk.ask(
            self,
            lambda library: library.revisions_kept.set(row.id, version.n, kept, at=at),
            done,
            failed=lambda _error: self.changed.emit(row.id, version),
        )
