"""How the share asks: in a lane of its own, with a library of its own, so that nothing here waits and nothing slows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from caregiver_app.ui.desk import Desk
from caregiver_app.ui.tasks import Lane, TaskControl

if TYPE_CHECKING:
    from caregiver_app.bootstrap.sharing import Sharing
    from caregiver_app.library.store import Library

T = TypeVar("T")


class ShareLane:
    """Guard, policy and typesetting work here. What goes wrong is told to the person, after `failed` was called."""

    def __init__(self, desk: Desk, lane: Lane[Library], sharing: Sharing) -> None:
        self.desk = desk
        self._lane = lane
        self._sharing = sharing

    def ask(
        self,
        owner: QObject,
        work: Callable[[Sharing, Library], T],
        done: Callable[[T], None],
        *,
        key: str | None = None,
        failed: Callable[[BaseException], bool] | None = None,
    ) -> None:
        """Have `work` done and its answer given to `done` in the window's thread.

        With `key` an older question of that kind is dropped: for reading only. `failed` returns whether it has told
        the person already.
        """

        def in_lane(library: Library, _control: TaskControl[None]) -> T:
            return work(self._sharing, library)

        def trouble(error: BaseException) -> None:
            if failed is None or not failed(error):
                self.desk.tell(error)

        self._lane.run(in_lane, owner=owner, done=done, failed=trouble, key=key)
