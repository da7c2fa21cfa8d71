"""Has files added to a record, says what was added and what could not be, and offers to take it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from caregiver_app.ui.care.attached.steps import Attached, Record, add_files
from caregiver_app.ui.care.desk import CareDesk


def begin_adding(
    desk: CareDesk,
    owner: QObject,
    record: Record,
    paths: Sequence[Path],
    *,
    over: Callable[[], None] = lambda: None,
) -> None:
    """Add files in the notes' own thread; `over` is called once it is known how it went."""
    care, at = desk.access.care, desk.clock.now()

    def done(attached: Attached) -> None:
        over()
        if attached.done is not None:
            desk.offer(attached.done, kind="attached")
            desk.changed.emit()
        if attached.trouble is not None:
            desk.tell(attached.trouble)

    desk.ask(
        owner, lambda vault: add_files(care.with_files(vault), record, paths, at=at), done, failed=lambda _error: over()
    )
