"""One line for the notes in the night: saved as it is typed, kept as a note, and sealed where the notes are locked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

if TYPE_CHECKING:
    from caregiver_app.ui.care.desk import CareDone
    from caregiver_app.ui.care.joining import CareParts
    from caregiver_app.vault.store import Vault

_DRAFT = "home/night"


class NightLine:
    """What the part of Home for the night may do with the notes; it sees none of them."""

    def __init__(self, parts: CareParts) -> None:
        self._parts = parts

    def follow(self, line: QLineEdit) -> bool:
        """Save what is typed into the field; return whether something came back that was being written there."""
        return self._parts.desk.drafts.follow_line(_DRAFT, line)

    def keep(self, text: str, *, done: Callable[[bool], object]) -> None:
        """Keep a note of the person looked at; `done` is told whether it was kept. Not after a lock."""
        desk = self._parts.desk
        person_id, at = desk.whom.written_for, desk.clock.now()

        def step(vault: Vault) -> CareDone:
            from caregiver_app.ui.care.journal.steps import add_line

            return add_line(vault, text, person_id, at=at)

        def kept(what: CareDone) -> None:
            desk.drafts.finish(_DRAFT)
            desk.offer(what, kind="note")
            done(True)
            desk.changed.emit()

        desk.ask(desk, step, kept, failed=lambda _error: done(False))

    def seal(self) -> None:
        """Have a note written without unlocking."""
        self._parts.screen.shut.write_sealed_note()
