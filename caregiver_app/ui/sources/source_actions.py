"""Switching a source on or off and taking it away, each of which can be undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from caregiver_app.model.source import Source
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import shorten
from caregiver_app.support.undo import UndoStep
from caregiver_app.ui.library.desk import Desk
from caregiver_app.ui.theme import Icon

if TYPE_CHECKING:
    from caregiver_app.library.sources import RemovedSource

_Action = Callable[[], None]

_TITLE_CHARS = 48


class SourceActions(QObject):
    """`changed` comes whenever sources are not what they were, after undo and redo too."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def switch(self, source: Source, on: bool) -> None:
        """Switch a source on or off and offer to undo it."""

        def put(value: bool) -> None:
            self._desk.ask(self, lambda library: library.sources.set_enabled(source.id, value), self._tell)

        put(on)
        words = _("Switched on “{title}”") if on else _("Switched off “{title}”")
        self._did(words, source, lambda: put(not on), lambda: put(on))

    def remove(self, source: Source) -> None:
        """Take a source away with its pages, save what was saved, and offer to undo it."""
        self._take_away(source, offer=True)

    def _take_away(self, source: Source, *, offer: bool) -> None:
        at = self._desk.clock.now()

        def done(removed: RemovedSource) -> None:
            self.changed.emit()
            if offer:
                words = _("Removed “{title}”. Pages you saved stay.")
                self._did(words, source, lambda: self._put_back(removed), lambda: self._take_away(source, offer=False))

        self._desk.ask(self, lambda library: library.sources.remove(source.id, at=at), done)

    def _put_back(self, removed: RemovedSource) -> None:
        self._desk.ask(self, lambda library: library.sources.put_back(removed), self._tell)

    def added(self, source: Source) -> None:
        """Say that a source was added and offer to undo it."""
        back: list[RemovedSource] = []

        def undo() -> None:
            at = self._desk.clock.now()
            self._desk.ask(self, lambda library: library.sources.remove(source.id, at=at), taken)

        def taken(removed: RemovedSource) -> None:
            back[:] = [removed]
            self.changed.emit()

        def redo() -> None:
            for removed in back:
                self._put_back(removed)

        self._did(_("Added “{title}”"), source, undo, redo)
        self.changed.emit()

    def _did(self, words: str, source: Source, undo: _Action, redo: _Action) -> None:
        text = words.format(title=shorten(source.title, _TITLE_CHARS))
        self._desk.messages.did(UndoStep(text=text, undo=undo, redo=redo), icon=Icon.SOURCES, kind="source")

    def _tell(self, _nothing: object) -> None:
        self.changed.emit()
