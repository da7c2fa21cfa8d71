"""One line for the notes in the night: saved as it is typed, kept as a note, and sealed where the notes are locked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit
from shiboken6 import isValid

from caregiver_app.ui.care.drafting import NOTHING, Written

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

        def capture() -> Written:
            return Written(text=line.text(), cursor=line.cursorPosition()) if isValid(line) else NOTHING

        def restore(written: Written) -> None:
            line.setText(written.text)
            line.setCursorPosition(written.cursor)

        drafts = self._parts.desk.drafts
        return drafts.follow_form(_DRAFT, capture=capture, restore=restore, changed=line.textChanged)

    def keep(self, text: str, *, then: Callable[[], object]) -> None:
        """Keep a note of the person looked at; `then` is called once it is kept."""
        desk = self._parts.desk
        person_id, at = desk.whom.written_for, desk.clock.now()

        def step(vault: Vault) -> CareDone:
            from caregiver_app.ui.care.journal.steps import add_line

            return add_line(vault, text, person_id, at=at)

        def kept() -> None:
            desk.drafts.finish(_DRAFT)
            then()

        desk.do(step, kind="note", then=kept)

    def seal(self) -> None:
        """Have a note written without unlocking."""
        self._parts.screen.shut.write_sealed_note()
