"""What was done and can be taken back: one stack a session, in memory alone. Knows nothing of what the steps do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

FEWEST_STEPS = 50  # people may rely on this many


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoStep:
    """Something already done. `text` names it for people; `undo` and `redo` are called in turn, undo first.

    A `private` one belongs to the care notes and is forgotten when they are locked.
    """

    text: str
    undo: Callable[[], None]
    redo: Callable[[], None]
    private: bool = False


class UndoStack:
    """Steps to take back, the newest first, and those taken back, to be done again."""

    def __init__(self, limit: int = 100) -> None:
        """Keep at most `limit` steps; the oldest are forgotten.

        Raises:
            ValueError: that would be fewer than people may rely on.
        """
        if limit < FEWEST_STEPS:
            raise ValueError(f"an undo stack keeps at least {FEWEST_STEPS} steps")
        self._limit = limit
        self._done: list[UndoStep] = []
        self._undone: list[UndoStep] = []
        self._listeners: list[Callable[[], None]] = []
        self._stepping = False

    @property
    def next_undo(self) -> UndoStep | None:
        """The step that `undo` would take back."""
        return self._done[-1] if self._done else None

    @property
    def next_redo(self) -> UndoStep | None:
        """The step that `redo` would do again."""
        return self._undone[-1] if self._undone else None

    def push(self, step: UndoStep) -> None:
        """Remember a step that was just done; what had been taken back before cannot be redone any more.

        Raises:
            RuntimeError: called from within a step's own undo or redo.
        """
        self._refuse_while_stepping()
        self._undone.clear()
        self._done.append(step)
        del self._done[: -self._limit]
        self._tell()

    def undo(self) -> UndoStep | None:
        """Take the newest step back and return it; None when there is none. A step that raises stays where it was.

        Raises:
            RuntimeError: called from within a step's own undo or redo.
        """
        step = self.next_undo
        if step is not None:
            self._run(step.undo)
            self._undone.append(self._done.pop())
            self._tell()
        return step

    def redo(self) -> UndoStep | None:
        """Do the step again that was taken back last and return it; None when there is none.

        Raises:
            RuntimeError: called from within a step's own undo or redo.
        """
        step = self.next_redo
        if step is not None:
            self._run(step.redo)
            self._done.append(self._undone.pop())
            self._tell()
        return step

    def can_undo(self, step: UndoStep) -> bool:
        """Return whether `step` itself was done and not yet taken back."""
        return any(done is step for done in self._done)

    def undo_step(self, step: UndoStep) -> bool:
        """Take `step` back although newer ones may stand above it; False when it is not there any more.

        Raises:
            RuntimeError: called from within a step's own undo or redo.
        """
        if not self.can_undo(step):
            return False
        self._run(step.undo)
        self._done = [done for done in self._done if done is not step]
        self._undone.append(step)
        self._tell()
        return True

    def clear(self) -> None:
        """Forget every step.

        Raises:
            RuntimeError: called from within a step's own undo or redo.
        """
        self._refuse_while_stepping()
        if self._done or self._undone:
            self._done.clear()
            self._undone.clear()
            self._tell()

    def forget_private(self) -> None:
        """Forget every step that belongs to the care notes.

        Raises:
            RuntimeError: called from within a step's own undo or redo.
        """
        self._refuse_while_stepping()
        self._done = [step for step in self._done if not step.private]
        self._undone = [step for step in self._undone if not step.private]
        self._tell()

    def listen(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener` after each change; the returned function ends that."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def _run(self, action: Callable[[], None]) -> None:
        self._refuse_while_stepping()
        self._stepping = True
        try:
            action()
        finally:
            self._stepping = False

    def _refuse_while_stepping(self) -> None:
        if self._stepping:
            raise RuntimeError("a step changes no undo stack")

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()
