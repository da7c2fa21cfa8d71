"""What screens work with, and the one way in which they ask the library: never waiting for an answer."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from caregiver_app.model.article import ItemId
from caregiver_app.model.errors import Cancelled, CaregiverError, StorageError, StorageTrouble
from caregiver_app.model.time import Clock
from caregiver_app.model.trust import Stamps
from caregiver_app.ui.messages import Messages, Remedy
from caregiver_app.ui.tasks import Lane, Task, TaskControl
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.overlay import OverlayHost

if TYPE_CHECKING:
    from caregiver_app.bootstrap.paths import Paths
    from caregiver_app.library.store import Library

StampsOf = Callable[["Library", Collection[ItemId]], Mapping[ItemId, Stamps]]

T = TypeVar("T")

_SERIOUS = frozenset(
    {
        StorageTrouble.CORRUPT,
        StorageTrouble.NOT_A_DATABASE,
        StorageTrouble.LOST,
        StorageTrouble.NEWER,
        StorageTrouble.OTHER_APPLICATION,
    }
)
"""Troubles with the file itself: trying again in passing does not help."""


class Desk:
    """The theme, the clock, the messages, the popovers, and the lane in which the library is open."""

    def __init__(
        self,
        *,
        theme: Theme,
        clock: Clock,
        library: Lane[Library],
        messages: Messages,
        overlay: OverlayHost,
        ring: Callable[[], bool],
        paths: Paths,
        serious: Callable[[StorageError], None],
        stamps_of: StampsOf,
    ) -> None:
        """`ring` tells whether the place of the keyboard is shown now; `serious` takes what ends all work here.

        `stamps_of` says why items may be trusted; it is called in the library's thread. `paths` are our own, where
        nothing is saved that somebody asks for.
        """
        self.theme = theme
        self.clock = clock
        self.messages = messages
        self.overlay = overlay
        self.ring = ring
        self.paths = paths
        self.stamps_of = stamps_of
        self._serious = serious
        self._library = library

    def ask(
        self,
        owner: QObject,
        work: Callable[[Library], T],
        done: Callable[[T], None],
        *,
        key: str | None = None,
        failed: Callable[[BaseException], None] | None = None,
    ) -> Task:
        """Have `work` done in the library's own thread and its answer given to `done` in this one.

        With `key` an older question of that kind is broken off: for reading only. What goes wrong is told to the
        person, after `failed` was called.
        """

        def in_lane(library: Library, _control: TaskControl[None]) -> T:
            return work(library)

        def trouble(error: BaseException) -> None:
            if failed is not None:
                failed(error)
            self.tell(error)

        return self._library.run(in_lane, owner=owner, done=done, failed=trouble, key=key)

    def glance(self, owner: QObject, work: Callable[[Library], T], done: Callable[[T], None]) -> None:
        """Ask as `ask` does, for what a screen can do without: no trouble of the library is told."""

        def in_lane(library: Library, _control: TaskControl[None]) -> T:
            return work(library)

        def trouble(error: BaseException) -> None:
            if not isinstance(error, CaregiverError):
                raise error

        self._library.run(in_lane, owner=owner, done=done, failed=trouble)

    def tell(self, error: BaseException, remedy: Remedy | None = None) -> None:
        """Tell the person what went wrong, with what helps; a mistake of our own goes on to where those are noted."""
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, CaregiverError):
            raise error
        if isinstance(error, StorageError) and error.kind in _SERIOUS:
            self._serious(error)
        else:
            self.messages.fail(error, remedy)
