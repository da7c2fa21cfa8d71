"""Does things in the library that can be undone: one step, one message, and everybody who shows it is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from caregiver_app.support.undo import UndoStep
from caregiver_app.ui.library.desk import Desk
from caregiver_app.ui.theme import Icon

if TYPE_CHECKING:
    from caregiver_app.library.store import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What was done in the library, in words, and how it is taken back and done again there."""

    text: str
    undo: Callable[[Library], object]
    redo: Callable[[Library], object]
    icon: Icon = Icon.CHECK


class Doer(QObject):
    """Runs steps in the library's thread. `changed` comes after each, after undo and redo too."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def do(
        self,
        step: Callable[[Library], Done | None],
        *,
        kind: str = "",
        nothing: str = "",
        then: Callable[[], object] | None = None,
    ) -> None:
        """Have a step done and offer to undo it; `then` is called after it was done.

        A step that returns None found nothing to do: then `nothing` is said. A message of the same `kind` is replaced.
        """

        def done(what: Done | None) -> None:
            if what is not None:
                self._offer(what, kind)
                if then is not None:
                    then()
            elif nothing:
                self._desk.messages.say(nothing, icon=Icon.INFO, kind=kind)
            self.changed.emit()

        self._desk.ask(self, step, done, failed=lambda _error: self.changed.emit())

    def _offer(self, what: Done, kind: str) -> None:
        step = UndoStep(text=what.text, undo=lambda: self._again(what.undo), redo=lambda: self._again(what.redo))
        self._desk.messages.did(step, icon=what.icon, kind=kind)

    def _again(self, work: Callable[[Library], object]) -> None:
        self._desk.ask(self, work, lambda _answer: self.changed.emit(), failed=lambda _error: self.changed.emit())
