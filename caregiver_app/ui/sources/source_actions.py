"""What is done to one source or to many: each is one step that can be undone."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from caregiver_app.model.source import Source
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.doer import Doer, Step
from caregiver_app.ui.sources import source_steps
from caregiver_app.ui.theme import Icon

if TYPE_CHECKING:
    from caregiver_app.library.store import Library

_MESSAGE = "source"


class SourceActions(QObject):
    """`changed` comes whenever sources are not what they were, after undo and redo too."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._doer: Doer[Library] = Doer(desk, self)
        self._doer.changed.connect(self.changed)

    def switch(self, sources: Sequence[Source], on: bool) -> None:
        """Switch sources on or off and offer to undo it."""
        self._do(source_steps.switch(sources, on))

    def sort(self, sources: Sequence[Source], topic_ids: Collection[str] | None) -> None:
        """Put sources below these topics, None: as their publishers do, and offer to undo it."""
        self._do(source_steps.sort(sources, topic_ids))

    def keep(self, sources: Sequence[Source], on: bool) -> None:
        """Keep whole pages of sources, or no longer, and offer to undo it."""
        self._do(source_steps.keep(sources, on))

    def remove(self, sources: Sequence[Source]) -> None:
        """Take sources away with their pages, save what was saved, and offer to undo it."""
        self._do(source_steps.remove(sources, at=self._desk.clock.now()))

    def added(self, sources: Sequence[Source], switched_on: Sequence[Source] = ()) -> None:
        """Say that sources were added, or switched on that were there, and offer to undo it."""
        self._doer.offer(source_steps.added(sources, switched_on, at=self._desk.clock.now()), kind=_MESSAGE)
        self.changed.emit()

    def move_back(self, source: Source) -> None:
        """Ask a source at its old address again; it is not moved there anew."""
        at = self._desk.clock.now()

        def done(_nothing: None) -> None:
            words = _("The old address is used again: {sources}").format(sources=source_steps.named([source]))
            self._desk.messages.say(words, icon=Icon.UNDO, kind=_MESSAGE)
            self.changed.emit()

        self._desk.ask(self, lambda library: library.source_moves.undo(source.id, at=at), done)

    def _do(self, step: Step[Library]) -> None:
        self._doer.do(step, kind=_MESSAGE, nothing=_("It is so already: there was nothing to change."))
