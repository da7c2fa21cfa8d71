"""Does things that can be undone, in the thread of the file they change: one step, one message, and whoever shows it
is told.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from caregiver_app.support.undo import UndoStep
from caregiver_app.ui.messages import Messages
from caregiver_app.ui.theme import Icon

R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)
T = TypeVar("T")
V = TypeVar("V")

NAME_CHARS = 48
"""So much of a name or a title stands in the words of a step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done(Generic[R]):
    """What was done, in words, and how it is taken back and done again; both are given the open file."""

    text: str
    undo: Callable[[R], object]
    redo: Callable[[R], object]
    icon: Icon = Icon.CHECK


Step = Callable[[R], Done[R] | None]
"""Does something in the file's thread; None where there was nothing to do."""


def putting(text: str, put: Callable[[R, V], object], *, before: V, after: V, icon: Icon = Icon.CHECK) -> Step[R]:
    """Return a step that puts `after` in the place of `before`, e.g. a setting; `text` says what holds then."""

    def step(resource: R) -> Done[R]:
        put(resource, after)
        return Done(text=text, undo=lambda later: put(later, before), redo=lambda later: put(later, after), icon=icon)

    return step


class Asks(Protocol[R_co]):
    """What a doer needs of a desk: a way to ask the file behind it, and one to tell the person."""

    messages: Messages

    def ask(
        self,
        owner: QObject,
        work: Callable[[R_co], T],
        done: Callable[[T], None],
        *,
        failed: Callable[[BaseException], None] | None = None,
    ) -> object:
        """Have `work` done in the file's thread and its answer given to `done` in this one."""


class Doer(QObject, Generic[R]):
    """Runs steps in the file's thread. `changed` comes after each, after undo and redo too."""

    changed = Signal()

    def __init__(self, desk: Asks[R], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def do(self, step: Step[R], *, kind: str = "", nothing: str = "", then: Callable[[], object] | None = None) -> None:
        """Have a step done and offer to undo it; `then` is called after it was done.

        A step that returns None found nothing to do: then `nothing` is said. A message of the same `kind` is replaced.
        """

        def done(what: Done[R] | None) -> None:
            if what is not None:
                self.offer(what, kind=kind)
                if then is not None:
                    then()
            elif nothing:
                self._desk.messages.say(nothing, icon=Icon.INFO, kind=kind)
            self.changed.emit()

        self._desk.ask(self, step, done, failed=lambda _error: self.changed.emit())

    def offer(self, what: Done[R], *, kind: str = "") -> None:
        """Say what was done already and offer to undo it."""
        self._desk.messages.did(self._step(what), icon=what.icon, kind=kind)

    def remember(self, what: Done[R]) -> None:
        """Have "Undo" take back what was done already, without a word: for what is seen as it is."""
        self._desk.messages.remember(self._step(what))

    def _step(self, what: Done[R]) -> UndoStep:
        return UndoStep(text=what.text, undo=lambda: self._again(what.undo), redo=lambda: self._again(what.redo))

    def _again(self, work: Callable[[R], object]) -> None:
        self._desk.ask(self, work, lambda _answer: self.changed.emit(), failed=lambda _error: self.changed.emit())
