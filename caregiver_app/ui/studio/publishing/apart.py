"""Judging a passphrase outside the window's thread: in the studio's lane for looks, which holds nothing of a pack."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from caregiver_app.model.errors import Cancelled
from caregiver_app.ui.tasks import Lane, TaskControl

T = TypeVar("T")


class ApartInLane:
    """`care.passphrase_choice.Apart` over a free lane."""

    def __init__(self, lane: Lane[None]) -> None:
        self._lane = lane

    def apart(
        self, owner: QObject, work: Callable[[], T], done: Callable[[T], None], *, key: str | None = None
    ) -> None:
        """Have `work` done and its answer given to `done`; mistakes go where they are noted."""

        def in_lane(_none: None, _control: TaskControl[None]) -> T:
            return work()

        key = None if key is None else f"studio.{key}"
        self._lane.run(in_lane, owner=owner, done=done, failed=_raise, key=key)


def _raise(error: BaseException) -> None:
    if not isinstance(error, Cancelled):
        raise error
